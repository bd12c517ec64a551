"""What a slide's expressions may use that is known while compiling (spec 7.1).

{"$page": 3, "$frontmatter": {"layout": "center"}}
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from deckc.compile.realize.assets.places import Places
from deckc.compile.realize.links import Routes
from deckc.compile.realize.numbering import NumberedSlide
from deckc.compile.realize.templates import Templates
from deckc.dataclass import dataclass
from deckc.diagnostics import Report
from deckc.model.config import DeckConfig
from deckc.model.deck import TocEntry
from deckc.model.files import Files
from deckc.model.services import Services
from deckc.model.theme import Theme

if TYPE_CHECKING:
    from deckc.model.vue import ComponentDeck


@dataclass(slots=True)
class OpenedComponents:
    """The deck's Vue components, from the first one on that is met."""

    deck: ComponentDeck | None = None
    is_closed: bool = False
    """Whether it was found that nothing can be run."""
    files: set[Path] = field(default_factory=set)
    """Files whose tokens stand in what components show."""
    reported: set[str] = field(default_factory=set)
    """What authors were told already."""


@dataclass(frozen=True, slots=True)
class DeckScope:
    """What every slide of a deck shares."""

    config: DeckConfig
    theme: Theme
    slides: tuple[NumberedSlide, ...]
    toc: tuple[TocEntry, ...]
    routes: Routes
    templates: Templates
    places: Places
    files: Files
    services: Services
    report: Report
    vue: OpenedComponents = field(default_factory=OpenedComponents)


def names_of(slide: NumberedSlide) -> Mapping[str, object]:
    """Return the names that have the same value whenever the slide is shown."""
    return {"$frontmatter": dict(slide.frontmatter), "$page": slide.number}


LAYER_NAMES: Mapping[str, object] = {"$frontmatter": {}, "$renderContext": "none"}
"""The same for a global layer."""
