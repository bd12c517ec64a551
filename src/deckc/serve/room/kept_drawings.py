"""Keep what is drawn in a talk beside its deck: `.slidev/drawings/slides/3.svg` (`drawings.persist`, spec 12.4.4).

    KeptDrawings(backplane, lambda: Sketchbook(Path("/deck/.slidev/drawings/slides"), 980, 552))

stands in front of a backplane: the state that a room begins with has the drawings of the files, and each drawing that
is written goes into its file, a little later and by a thread. A build puts them into the slides (compile/page_drawings.py).
"""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from deckc.dataclass import dataclass
from deckc.serve.room.backplane import Backplane, Hear
from deckc.serve.room.entries import Changes, Entry

_WAIT_S = 0.5
_KEY = re.compile(r"drawings/([1-9]\d{0,4})")
_MOST_BYTES = 4 * 1024 * 1024
_HEAD = '<svg width="{}" height="{}" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'


@dataclass(frozen=True, slots=True)
class Sketchbook:
    """Where drawings are kept, and how large a slide is."""

    folder: Path
    width_px: int
    height_px: int


FindSketchbook = Callable[[], Sketchbook | None]
"""Returns what the deck says now; None where it keeps no drawings."""


class KeptDrawings:
    """A backplane whose drawings are files as well."""

    def __init__(self, backplane: Backplane, find: FindSketchbook) -> None:
        self._backplane = backplane
        self._find = find
        self._unwritten: dict[str, object] = {}
        self._writing: asyncio.TimerHandle | None = None

    async def open(self, hear: Hear) -> None:
        """Listen to the other processes from now on."""
        await self._backplane.open(hear)

    async def load(self, talk: str) -> Mapping[str, Entry]:
        """Return the drawings of the files, under what any process wrote later."""
        kept = await asyncio.to_thread(read_drawings, self._find())
        return {**kept, **await self._backplane.load(talk)}

    def write(self, talk: str, changes: Changes) -> None:
        """Hand on what was written, and keep its drawings."""
        self._backplane.write(talk, changes)
        for key, (_, _, value) in changes.items():
            if match := _KEY.fullmatch(key):
                self._unwritten[match[1]] = value
        if self._unwritten and self._writing is None:
            self._writing = asyncio.get_running_loop().call_later(_WAIT_S, self._keep)

    async def close(self) -> None:
        """Write what is left, and let go."""
        if self._writing is not None:
            self._writing.cancel()
            self._keep()
        await self._backplane.close()

    def _keep(self) -> None:
        self._writing = None
        drawings, self._unwritten = self._unwritten, {}
        book = self._find()
        if book is not None:
            asyncio.get_running_loop().run_in_executor(None, write_drawings, book, drawings)


def read_drawings(book: Sketchbook | None) -> dict[str, Entry]:
    """Return the drawings of a sketchbook as entries of long ago; files that are none are left out."""
    entries: dict[str, Entry] = {}
    for path in sorted(book.folder.glob("*.svg")) if book is not None else ():
        with contextlib.suppress(OSError):  # a link that leads nowhere, a folder: the talk goes on
            if path.stem.isdecimal() and path.stat().st_size <= _MOST_BYTES:
                lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
                entries[f"drawings/{int(path.stem)}"] = (1, "deckc", "\n".join(lines[1:-1]))
    return entries


def write_drawings(book: Sketchbook, drawings: Mapping[str, object]) -> None:
    """Write each slide's drawing into its file; one without strokes has none. A disk that refuses ends no talk."""
    with contextlib.suppress(OSError):
        book.folder.mkdir(parents=True, exist_ok=True)
        for number, value in drawings.items():
            path = book.folder / f"{number}.svg"
            if not isinstance(value, str) or not value:
                path.unlink(missing_ok=True)
                continue
            beside = path.with_suffix(".svg.new")
            head = _HEAD.format(book.width_px, book.height_px)
            beside.write_text(f"{head}\n{value}\n</svg>\n", encoding="utf-8")
            beside.replace(path)
