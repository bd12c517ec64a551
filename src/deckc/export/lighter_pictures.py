"""Make pictures smaller that have far more pixels than a page shows of them.

    await lighten_pictures(page, folder)    a 5000 px wide plot in half a slide: 1470 px, the same on paper

Three pixels for each of the canvas are 288 to the inch of a PDF's page, or a projector of 2940 px.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.async_api import Page

_SCRIPT = (Path(__file__).parent / "lighter_pictures.js").read_text(encoding="utf-8")
_SCALE = 3
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PHOTO_BYTES_PER_PIXEL = 0.25
"""What a PNG of a photograph takes at least; screenshots and plots take a tenth of that."""


async def lighten_pictures(page: Page, folder: Path) -> None:
    """Show smaller pictures in the page's sheets, where the ones there are too large; photographs become JPEG."""
    await page.evaluate(_SCRIPT, {"scale": _SCALE, "photos": list(_photos(folder))})


def _photos(folder: Path) -> Iterator[str]:
    """Yield the names of the PNG files that hold photographs, which are known by how badly they pack."""
    for path in folder.rglob("*.png"):
        with path.open("rb") as file:
            head = file.read(24)
        width, height = int.from_bytes(head[16:20]), int.from_bytes(head[20:24])
        if head.startswith(_SIGNATURE) and path.stat().st_size > width * height * _PHOTO_BYTES_PER_PIXEL:
            yield path.name
