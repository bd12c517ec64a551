"""What a slide's expressions may use that is known while compiling (spec 7.1).

{"$page": 3, "$frontmatter": {"layout": "center"}}
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from deckc.compile.realize.assets.places import Places
from deckc.compile.realize.links import Routes, routes_of
from deckc.compile.realize.numbering import NumberedSlide
from deckc.compile.realize.templates import Templates
from deckc.compile.realize.toc import build_toc
from deckc.dataclass import dataclass
from deckc.diagnostics import Report
from deckc.model.config import DeckConfig
from deckc.model.deck import TocEntry
from deckc.model.files import Files
from deckc.model.services import Services
from deckc.model.source import Value
from deckc.model.theme import Theme

if TYPE_CHECKING:
    from deckc.model.vue import ComponentUse
    from deckc.model.vue_runner import ComponentDeck


@dataclass(slots=True)
class TakenComponents:
    """What slides take of the deck's Vue components."""

    drawn: list[tuple[ComponentUse, tuple[str, ...]]] = field(default_factory=list)
    """Each use, with the modules that it consists of."""
    islands: dict[str, ComponentUse] = field(default_factory=dict)
    """By their names."""
    files: set[Path] = field(default_factory=set)
    """Files whose tokens stand in what components show."""
    reads: set[str] = field(default_factory=set)
    """What they have read of slide and deck."""
    is_open: bool = False
    """Whether any of it may come out otherwise the next time: it is broken, or nothing can be run."""


@dataclass(slots=True)
class OpenedComponents:
    """The deck's Vue components, from the first one on that is met."""

    deck: ComponentDeck | None = None
    is_closed: bool = False
    """Whether it was found that nothing can be run."""
    taken: TakenComponents = field(default_factory=TakenComponents)
    """By the slides so far; `deckc serve` has one for each slide."""
    reported: set[str] = field(default_factory=set)
    """What authors were told already."""
    before: ComponentDeck | None = None
    """That of an earlier compilation of `deckc serve`."""
    values: Mapping[str, Value] | None = None
    """What components can read of the deck as a whole, where that is worked out."""
    files: Files | None = None
    """What components are read through, where that is told apart from what slides ask for."""
    is_unchanged: bool = False
    """Whether that gives what it gave the time before."""


@dataclass(slots=True)
class Outline:
    """What a slide may show of the others; worked out when it is first asked for."""

    slides: tuple[NumberedSlide, ...]
    _toc: tuple[TocEntry, ...] | None = None
    _routes: Routes | None = None

    @property
    def toc(self) -> tuple[TocEntry, ...]:
        """The table of contents."""
        if self._toc is None:
            self._toc = build_toc(self.slides)
        return self._toc

    @property
    def routes(self) -> Routes:
        """The addresses of slides."""
        if self._routes is None:
            self._routes = routes_of(self.slides)
        return self._routes

    def adopt(self, other: Outline) -> None:
        """Take over what was worked out for slides of the same titles and addresses."""
        self._toc, self._routes = other.toc, other.routes


@dataclass(slots=True)
class DeckScope:
    """What every slide of a deck shares."""

    config: DeckConfig
    theme: Theme
    outline: Outline
    default_layout: Value
    """What the first slide's `defaults` say of layouts."""
    templates: Templates
    places: Places
    files: Files
    services: Services
    report: Report
    vue: OpenedComponents = field(default_factory=OpenedComponents)
    looks_around: bool = False
    """Whether anything was asked of the outline: a slide that does must be made anew when that changes."""
    tells_number: bool = False
    """Whether a slide's number was written into it."""

    @property
    def slides(self) -> tuple[NumberedSlide, ...]:
        """Return all slides."""
        self.looks_around = True
        return self.outline.slides

    @property
    def toc(self) -> tuple[TocEntry, ...]:
        """Return the table of contents."""
        self.looks_around = True
        return self.outline.toc

    @property
    def routes(self) -> Routes:
        """Return the addresses of slides."""
        self.looks_around = True
        return self.outline.routes

    def alone(self, report: Report) -> DeckScope:
        """Return the same for one slide whose messages, and the files it asks for, are to be told apart."""
        places = replace(self.places, found={})
        templates = replace(self.templates, report=report)
        return replace(
            self, templates=templates, places=places, report=report, looks_around=False, tells_number=False
        )


def names_of(slide: NumberedSlide) -> Mapping[str, object]:
    """Return the names that have the same value whenever the slide is shown."""
    return {"$frontmatter": dict(slide.frontmatter), "$page": slide.number}


LAYER_NAMES: Mapping[str, object] = {"$frontmatter": {}, "$renderContext": "none"}
"""The same for a global layer."""
