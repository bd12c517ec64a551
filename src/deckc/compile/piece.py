"""One slide as `deckc serve` keeps it: what came of it, and all that it was made from.

A piece holds as long as nothing of that has changed; then it stands for the slide in the next compilation.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import replace
from enum import IntEnum
from typing import TYPE_CHECKING

from deckc.dataclass import dataclass
from deckc.diagnostics import Diagnostic
from deckc.model.deck import Asset, ParsedSlide, Slide
from deckc.model.rendered import RenderedSlide
from deckc.model.source import SlideSource
from deckc.model.traced_files import Trace

if TYPE_CHECKING:
    from deckc.compile.redraw import ShownComponents

_NUMBER = re.compile(r"\$(?:page|nav|slidev|route)\b")
"""Names whose values tell the slide's number."""
_NAV = re.compile(r"\$(?:slidev\??\.)?nav\b(?:\??\.(\w+))?|\$slidev\b(?!\??\.\w)")
_SHALLOW = frozenset(
    """currentPage currentSlideNo currentPath currentLayout currentFrontmatter clicks clicksStart clicksTotal
    total hasNext hasPrev next prev nextSlide prevSlide go goFirst goLast isPrintMode isPrintWithClicks
    isEmbedded isPresenter isPlaying isNotesViewer navDirection clicksDirection""".split()
)
"""Members of `$nav` that say nothing of other slides but how many there are."""


class Reach(IntEnum):
    """How much of the other slides a slide shows."""

    NOTHING = 0
    COUNT = 1
    OUTLINE = 2
    ALL = 3


@dataclass(frozen=True, slots=True)
class ParsedPiece:
    """A slide whose Markdown is read."""

    parsed: ParsedSlide
    diagnostics: tuple[Diagnostic, ...]
    trace: Trace

    def stands_for(self, source: SlideSource) -> bool:
        """Return whether the same text, perhaps on other lines, gives the same: places in messages would not."""
        own = self.parsed.source
        if own is source:
            return True
        if (
            own.raw != source.raw
            or (own.file.path is not source.file.path and own.file.path != source.file.path)
            or own.frontmatter.values_by_key != source.frontmatter.values_by_key
        ):
            return False
        # what is wrong with an alias is found when the slides are numbered
        return own.start_line == source.start_line or not (
            self.diagnostics or "routeAlias" in source.frontmatter
        )


@dataclass(frozen=True, slots=True)
class Piece:
    """A slide that is compiled."""

    parsed: ParsedPiece
    number: int
    slide: Slide
    rendered: RenderedSlide
    assets: Mapping[str, Asset]
    formulas: tuple[str, ...]
    words: frozenset[str]
    """What of its texts may be utilities."""
    diagnostics: tuple[Diagnostic, ...]
    trace: Trace
    reach: Reach
    seen: Hashable
    """What it saw of the others, as far as it reaches."""

    tells_number: bool
    """Whether its number is written into it."""
    components: ShownComponents | None
    """What it shows of the deck's Vue components; None where there are none on it."""

    def stands_for(self, source: SlideSource, number: int) -> bool:
        """Return whether it would come out the same for this source, of the same text, at this number."""
        if number != self.number and (self.tells_number or 1 in (number, self.number)):
            return False  # the first slide has a layout of its own
        if self.slide.source.start_line == source.start_line:
            return True
        return not (self.diagnostics or self._names_places)

    def moved(self, source: SlideSource, number: int) -> Piece:
        """Return the same for a source and a number that it stands for."""
        if number == self.number:
            return self
        slide = replace(self.slide, number=number, source=source)
        return replace(self, number=number, slide=slide, rendered=replace(self.rendered, slide=slide))

    def is_moved(self, other: Piece) -> bool:
        """Return whether another piece is the same but for the number."""
        return (
            self.parsed is other.parsed
            and self.rendered.html is other.rendered.html
            and self.rendered.bindings is other.rendered.bindings
            and self.slide.route_alias == other.slide.route_alias
        )

    @property
    def _names_places(self) -> bool:
        """Whether its script names places in its file, which move with it."""
        return self.slide.source.file.shown_path in self.rendered.bindings


def tells_number(texts: Iterable[str]) -> bool:
    """Return whether the expressions in a slide's texts may show its number."""
    return any("$" in text and _NUMBER.search(text) for text in texts)


def reach_of(texts: Iterable[str]) -> Reach:
    """Return how far the expressions in a slide's texts reach."""
    reach = Reach.NOTHING
    for text in texts:
        if "$nav" not in text and "$slidev" not in text:
            continue
        for match in _NAV.finditer(text):
            reach = max(reach, Reach.COUNT if match[1] in _SHALLOW else Reach.ALL)
    return reach
