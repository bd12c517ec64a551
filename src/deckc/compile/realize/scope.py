"""What a slide's expressions may use that is known while compiling (spec 7.1).

{"$page": 3, "$frontmatter": {"layout": "center"}}
"""

from __future__ import annotations

from collections.abc import Mapping

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


def names_of(slide: NumberedSlide) -> Mapping[str, object]:
    """Return the names that have the same value whenever the slide is shown."""
    return {"$frontmatter": dict(slide.frontmatter), "$page": slide.number}


LAYER_NAMES: Mapping[str, object] = {"$frontmatter": {}, "$renderContext": "none"}
"""The same for a global layer."""
