"""Keep the slides that were read of a deck's files, so that the next compilation reads only what was edited.

kept.begin() ... kept.read(file, raw_slide, report)      read, or as it was read in the compilation before
"""

from __future__ import annotations

from pathlib import Path

from deckc.compile.load.resplit import resplit
from deckc.compile.load.slide import read_slide
from deckc.compile.load.split import RawSlide, Split, split_slides
from deckc.diagnostics import Report
from deckc.model.source import SlideSource, SourceText


class KeptSlides:
    """Slides by their file, text and line: whatever places in the file they name are right as they are."""

    def __init__(self) -> None:
        self._before: dict[tuple[Path, int, str], SlideSource] = {}
        self._now: dict[tuple[Path, int, str], SlideSource] = {}
        self._splits: dict[Path, tuple[str, Split]] = {}

    def begin(self) -> None:
        """Begin a compilation; what the last one did not read is forgotten."""
        self._before, self._now = self._now, {}

    def split(self, file: SourceText) -> Split:
        """Return a file's slides as pieces of its text."""
        before = self._splits.get(file.path)
        split = (before and resplit(*before, file.text)) or split_slides(file.text)
        self._splits[file.path] = (file.text, split)
        return split

    def read(self, file: SourceText, raw_slide: RawSlide, report: Report) -> SlideSource:
        """Return a slide, read anew if need be; one with mistakes is read, and they are told, each time."""
        key = (file.path, raw_slide.start_line, raw_slide.raw)
        slide = self._before.get(key)
        if slide is None:
            told = len(report.diagnostics)
            slide = read_slide(file, raw_slide, report)
            if len(report.diagnostics) > told:
                return slide
        self._now[key] = slide
        return slide
