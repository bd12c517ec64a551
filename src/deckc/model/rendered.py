"""The deck as HTML and JavaScript text, before CSS and files are joined to it."""

from __future__ import annotations

from collections.abc import Mapping

from deckc.dataclass import dataclass
from deckc.model.config import DeckConfig
from deckc.model.deck import Asset, PageSnippets, Slide, TocEntry


@dataclass(frozen=True, slots=True)
class RenderedSlide:
    """A slide's HTML and what the runtime re-evaluates in it."""

    slide: Slide
    html: str
    """What stands inside `.slidev-page`."""
    bindings: str
    """JavaScript array text (docs/dom-contract.md, "Bindings"); "[]" where nothing is bound."""


@dataclass(frozen=True, slots=True)
class RenderedDeck:
    """All slides, rendered."""

    config: DeckConfig
    slides: tuple[RenderedSlide, ...]
    layers: Mapping[str, RenderedLayer]
    toc: tuple[TocEntry, ...]
    assets: Mapping[str, Asset]
    formulas: tuple[str, ...] = ()
    """The HTML of every formula, once each: what a style sheet for them is made from."""
    island_script: str = ""
    """The script that runs what Vue components keep alive; empty where nothing is."""
    snippets: PageSnippets | None = None


@dataclass(frozen=True, slots=True)
class RenderedLayer:
    """A global layer's HTML and bindings."""

    html: str
    bindings: str
