"""The deck after its Markdown was read (`ParsedDeck`) and after every pass over it (`Deck`).

In a `Deck` nothing is left to decide but what depends on the click, the page and the colour scheme:
layouts are chosen and filled, components expanded, clicks settled as attributes (docs/dom-contract.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from deckc.dataclass import dataclass
from deckc.diagnostics import Span
from deckc.model.config import DeckConfig
from deckc.model.nodes import Formula, Node, SlideBody, StyleBlock
from deckc.model.source import DeckSource, Frontmatter, SlideSource


@dataclass(frozen=True, slots=True)
class ParsedSlide:
    """A slide source and its body."""

    source: SlideSource
    body: SlideBody
    note_html: str
    """The note as HTML, click markers as spans (spec 2.4); empty where there is none."""
    title_nodes: tuple[Node, ...] = ()
    """The title as Markdown blocks, mostly one `<p>`: what a table of contents shows; empty without a title."""
    note_formulas: tuple[Formula, ...] = ()
    """What stands in the note for each `<deckc-formula>`."""


@dataclass(frozen=True, slots=True)
class ParsedDeck:
    """A deck source whose slides are read."""

    source: DeckSource
    slides: tuple[ParsedSlide, ...]


@dataclass(frozen=True, slots=True)
class Transition:
    """How a slide is left and entered; names of spec 11.1, None for no transition."""

    forward: str | None
    backward: str | None


@dataclass(frozen=True, slots=True)
class TocEntry:
    """A slide in the table of contents, and what lies under it."""

    number: int
    title: str
    """Inline Markdown, raw."""
    level: int
    path: str
    """"3", or the slide's alias."""
    hide_in_toc: bool
    children: tuple[TocEntry, ...] = ()


OF_SHEET = "~"
"""Stands behind a token where a rule of the style sheet takes the address from: browsers read it as one of the sheet's."""

AS_CONTENT = "!"
"""Stands behind a token where a script reads the file: its address is the content, for a page makes no connections."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that goes into the site; nodes and CSS name it by its token."""

    token: str
    """`deckc-asset:` and 16 hex digits; stands wherever the address will."""
    name: str
    """File name to keep in the output, without folder ("logo.png")."""
    content: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Slide:
    """One screen, settled."""

    number: int
    """1-based, among shown slides."""
    source: SlideSource
    frontmatter: Frontmatter
    """With the deck's `defaults` under it."""
    title: str | None
    """Inline Markdown, raw."""
    level: int | None
    route_alias: str | None
    layout: str
    nodes: tuple[Node, ...]
    """The layout's root element(s) with slots filled."""
    markups: tuple[str, ...]
    """Texts in which utilities are searched: body, frontmatter values, note, layout."""
    styles: tuple[StyleBlock, ...]
    scope: str | None
    """`data-v-...` attribute that every element of the slide's own body carries when it has scoped styles."""
    clicks_total: int
    clicks_start: int
    transition: Transition
    note_html: str
    zoom: float
    lang: str | None
    hide_in_toc: bool
    note_formulas: tuple[Formula, ...] = ()
    """What stands in the note for each `<deckc-formula>`."""
    clicks_used: int = 0
    """How many clicks its relative elements use up: what an island shows later counts from there."""
    click_totals: tuple[int, ...] = ()
    """The last click as it is at each click, where what comes and goes changes it."""

    @property
    def first_total(self) -> int:
        """The last click as it is when the slide is entered."""
        return (
            self.click_totals[min(self.clicks_start, len(self.click_totals) - 1)]
            if self.click_totals
            else self.clicks_total
        )


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """A CSS file of a theme, an addon or the deck, with its relative addresses made assets."""

    path: Path
    css: str
    span: Span


@dataclass(frozen=True, slots=True)
class PageSnippets:
    """What `index.html` files add to the page (spec 13.3); assets stand in it as tokens."""

    head: str
    body: str
    scripts: tuple[str, ...]
    """The text of each script in them, for the page's policy."""
    html_attributes: Mapping[str, str]
    body_attributes: Mapping[str, str]
    metas: frozenset[str]
    """Names of the metadata in `head`, which stand in for the page's own."""
    has_icon: bool


@dataclass(frozen=True, slots=True)
class Deck:
    """Everything that is shown, before it is HTML."""

    config: DeckConfig
    slides: tuple[Slide, ...]
    toc: tuple[TocEntry, ...]
    assets: Mapping[str, Asset]
    """By token."""
    theme_styles: tuple[StyleSheet, ...]
    deck_styles: tuple[StyleSheet, ...]
    layers: Mapping[str, tuple[Node, ...]] = field(default_factory=dict)
    """"global-top", "global-bottom", "custom-nav-controls" -> nodes (`slide-top` and `slide-bottom` stand in each
    slide's nodes)."""
    layer_markups: tuple[str, ...] = ()
    """Texts in which utilities for the layers are searched."""
    component_styles: tuple[tuple[StyleBlock, str | None], ...] = ()
    """Of Vue components, each with the attribute that it is bound to, if any."""
    component_markups: tuple[str, ...] = ()
    """Texts of Vue components, in which utilities are searched."""
    island_script: str = ""
    """The script that runs what is live, assets as tokens in it; empty where nothing is."""
    snippets: PageSnippets | None = None
