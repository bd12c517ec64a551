"""Make pictures smaller that have far more pixels than a page shows of them.

    with PictureWork(folder) as work:            begins to unpack the largest, while the page is opened
        await work.lighten(page)                 a 5000 px wide plot in half a slide: a blank of 1470 px
        printed = await print_page(page, ...)    while the pictures for the blanks are made
        work.pictures()                          {0: the plot}, as soon as all are there

Three pixels for each of the canvas are 288 to the inch of a PDF's page, or a projector of 2940 px. What cannot be
made here is made by the browser, in the page.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from deckc.export.open_page import OpenPage
from deckc.export.pdf_picture import PdfPicture, make_picture, readable_pixels, unpack
from deckc.export.stand_ins import MARK, LostPictureError

if TYPE_CHECKING:
    from PIL.Image import Image

_SCRIPT = (Path(__file__).parent / "lighter_pictures.js").read_text(encoding="utf-8")
_SCALE = 3
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PHOTO_BYTES_PER_PIXEL = 0.25
"""What a PNG of a photograph takes at least; screenshots and plots take a tenth of that."""
_THREADS = 2
_PIXELS_AHEAD = 24_000_000
"""How many are unpacked before it is known what is shown: 4 bytes each."""


class PictureWork:
    """The pictures of a page, at work in threads beside the browser; `in_page` leaves all to the browser."""

    def __init__(self, folder: Path, *, in_page: bool = False) -> None:
        self._folder = folder
        self._in_page = in_page
        self._threads = ThreadPoolExecutor(_THREADS, "picture")
        self._found: Future[list[str]] | None = None
        self._ahead: dict[str, Future[Image]] = {}
        self._made: dict[int, Future[PdfPicture]] = {}

    def __enter__(self) -> Self:
        if not self._in_page:
            self._found = self._threads.submit(self._find)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._ahead.clear()

    async def lighten(self, page: OpenPage) -> None:
        """Show blanks in the page's sheets for pictures that are made here, smaller ones for others too large."""
        photos = frozenset(_photos(self._folder))
        readable = [] if self._found is None else await asyncio.wrap_future(self._found)
        asked = {"scale": _SCALE, "photos": sorted(photos), "readable": readable, "mark": MARK}
        blanks: list[dict[str, Any]] = await page.run(_SCRIPT, asked)
        self._made = {
            # what keeps its pixels keeps them exactly
            blank["index"]: self._threads.submit(
                self._make, blank, is_photo=blank["isSmaller"] and blank["name"] in photos
            )
            for blank in sorted(blanks, key=lambda blank: readable.index(blank["name"]))
        }

    def pictures(self) -> Mapping[int, PdfPicture]:
        """Wait for the pictures, and return them by the numbers of their blanks.

        Raises:
            LostPictureError: One of them cannot be made.
        """
        try:
            return {index: made.result() for index, made in self._made.items()}
        except (OSError, ValueError, SyntaxError, MemoryError) as error:
            raise LostPictureError(str(error)) from error

    def _find(self) -> list[str]:
        """Return the paths of the pictures that can be made here, the largest first, and begin with those."""
        files = (path for path in sorted(self._folder.rglob("*")) if path.is_file())
        found = {path: pixels for path in files if (pixels := readable_pixels(path))}
        largest_first = sorted(found, key=lambda path: -found[path])
        names = [path.relative_to(self._folder).as_posix() for path in largest_first]
        left = _PIXELS_AHEAD
        for path, name in zip(largest_first, names, strict=True):
            if found[path] <= left:
                left -= found[path]
                self._ahead[name] = self._threads.submit(unpack, path)
        return names

    def _make(self, blank: Mapping[str, Any], *, is_photo: bool) -> PdfPicture:
        begun = self._ahead.pop(blank["name"], None)
        pixels = begun.result() if begun else unpack(self._folder / blank["name"])
        return make_picture(pixels, blank["width"], blank["height"], is_photo=is_photo)


def _photos(folder: Path) -> Iterator[str]:
    """Yield the paths of the PNG files that hold photographs, which are known by how badly they pack."""
    for path in folder.rglob("*.png"):
        with path.open("rb") as file:
            head = file.read(24)
        width, height = int.from_bytes(head[16:20]), int.from_bytes(head[20:24])
        if head.startswith(_SIGNATURE) and path.stat().st_size > width * height * _PHOTO_BYTES_PER_PIXEL:
            yield path.relative_to(folder).as_posix()
