"""Read the slides of a deck again and again, each time only those whose text, or a file that they show, has changed.

kept = ParsedSlides(looked_at)
kept.read(source, files, changed)       a `ParsedPiece` for each slide
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from deckc.compile.parse import SlideParser
from deckc.compile.piece import ParsedPiece
from deckc.diagnostics import Report
from deckc.model.shared_ends import Ends, shared_ends
from deckc.model.source import DeckSource, SlideSource
from deckc.model.traced_files import Stamp, TracedFiles


class ParsedSlides:
    """Keeps what was read of each slide."""

    def __init__(self, looked_at: dict[Path, Stamp]) -> None:
        self._looked_at = looked_at
        """Takes up the files that slides show."""
        self.settings: tuple[object, ...] = ()
        """What decides how slides are read."""
        self.same = Ends(0, 0)
        """How many slides at the ends are as they were the time before: the same, read the same way."""
        self._sources: tuple[SlideSource, ...] = ()
        self._pieces: list[ParsedPiece] = []

    def read(self, source: DeckSource, files: TracedFiles, changed: set[Path]) -> list[ParsedPiece]:
        """Return each slide, read; most were read before, and stand where they stood."""
        parser = SlideParser(source, files)
        if parser.settings != self.settings:
            self._pieces, self._sources, self.settings = [], (), parser.settings
        ends = shared_ends(self._sources, source.slides)
        found = ends.carried(self._pieces, len(source.slides))
        missing = list(range(ends.first, len(found) - ends.behind))
        if changed:
            for at, piece in enumerate(found):
                if piece is not None and not changed.isdisjoint(piece.trace.stamps):
                    found[at] = None
                    missing.append(at)
        left = self._pieces[ends.first : len(self._pieces) - ends.behind]
        moved: Mapping[str, Sequence[ParsedPiece]] = {}
        further = len(left) - len(missing)
        for at in missing:
            slide = source.slides[at]
            place = max(0, at - ends.first + further)
            likely = left[place : place + 1]  # where lines came or went above, it is this one
            old = _first_for(slide, likely, changed)
            if old is None and left:
                moved = moved or _by_text(left)
                old = _first_for(slide, moved.get(slide.raw, ()), changed)
            found[at] = old or self._read_one(slide, parser, files)
        pieces = list(filter(None, found))
        self.same = ends.within(shared_ends(self._pieces, pieces))
        self._pieces, self._sources = pieces, source.slides
        return pieces

    def place_anew(self, numbers: Iterable[int], source: DeckSource, files: TracedFiles) -> bool:
        """Read those of these slides once more that have moved: messages name their new lines. Return whether any has."""
        parser = SlideParser(source, files)
        has_moved = False
        for number in numbers:
            slide = source.slides[number - 1]
            if self._pieces[number - 1].parsed.source.start_line != slide.start_line:
                self._pieces[number - 1] = self._read_one(slide, parser, files)
                has_moved = True
        return has_moved

    def _read_one(self, slide: SlideSource, parser: SlideParser, files: TracedFiles) -> ParsedPiece:
        report = Report()
        with files.tracing() as trace:
            read = parser.parse(slide, report)
        self._looked_at |= trace.stamps
        return ParsedPiece(read, tuple(report.diagnostics), trace)


def _first_for(slide: SlideSource, pieces: Iterable[ParsedPiece], changed: set[Path]) -> ParsedPiece | None:
    """Return the first piece that holds for a slide."""
    holding = (each for each in pieces if each.stands_for(slide) and changed.isdisjoint(each.trace.stamps))
    return next(holding, None)


def _by_text(pieces: Iterable[ParsedPiece]) -> Mapping[str, Sequence[ParsedPiece]]:
    by_text: dict[str, list[ParsedPiece]] = defaultdict(list)
    for piece in pieces:
        by_text[piece.parsed.source.raw].append(piece)
    return by_text
