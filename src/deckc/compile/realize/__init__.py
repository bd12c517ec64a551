"""Realize: read slides in, a deck out in which only what depends on the running page is left open.

Each pass is a file: `numbering`, `toc`, `layouts`, `components`, `conditions`, `clicks`, `assets`, ...
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from deckc.compile.realize.assets import AssetShelf, place_assets, places_of
from deckc.compile.realize.assets.favicon import place_favicon
from deckc.compile.realize.assets.nodes import NodeAddresses
from deckc.compile.realize.assets.sheets import SheetReader
from deckc.compile.realize.assets.social import place_social_images
from deckc.compile.realize.config import read_config
from deckc.compile.realize.layers import realize_layers
from deckc.compile.realize.numbering import NumberedSlide, number_slides
from deckc.compile.realize.scope import DeckScope, Outline, TakenComponents
from deckc.compile.realize.slide import realize_slide
from deckc.compile.realize.templates import Templates
from deckc.diagnostics import Report
from deckc.model.deck import Asset, Deck, PageSnippets, ParsedDeck, Slide, StyleSheet
from deckc.model.files import Files
from deckc.model.services import Services
from deckc.model.theme import Theme

if TYPE_CHECKING:
    from deckc.compile.realize.vue.finish import ComponentRemains

__all__ = [
    "DeckScope",
    "NumberedSlide",
    "Outline",
    "TakenComponents",
    "folders_of",
    "furnish_deck",
    "open_deck",
    "read_config",
    "realize_alone",
    "realize_deck",
]


def realize_deck(parsed: ParsedDeck, theme: Theme, files: Files, services: Services, report: Report) -> Deck:
    """Return the deck with everything settled that can be settled while compiling."""
    scope = open_deck(parsed, theme, files, services, report)
    slides = [realize_slide(slide, scope) for slide in scope.outline.slides]
    return furnish_deck(parsed, slides, scope)


def open_deck(
    parsed: ParsedDeck,
    theme: Theme,
    files: Files,
    services: Services,
    report: Report,
    before: DeckScope | None = None,
) -> DeckScope:
    """Return what is settled for all slides together, before any of them; `before` is that of an earlier time."""
    config = read_config(parsed.source, theme, report)
    known = before.outline.slides if before is not None and before.config == config else ()
    numbered = number_slides(parsed, config, report, known)
    defaults = numbered[0].frontmatter.get("defaults") if numbered else None
    return DeckScope(
        config=config,
        theme=theme,
        outline=Outline(numbered),
        default_layout=defaults.get("layout") if isinstance(defaults, dict) else None,
        templates=Templates(files, report),
        places=places_of(parsed.source, theme, files, services.decks),
        files=files,
        services=services,
        report=report,
    )


def furnish_deck(parsed: ParsedDeck, slides: Iterable[Slide], scope: DeckScope) -> Deck:
    """Return a deck of these slides: their files placed, with layers and style sheets around them."""
    theme, files = scope.theme, scope.files
    layers = realize_layers(scope)
    shelf = AssetShelf(scope.places, scope.services, scope.report)
    reader = SheetReader(shelf)
    sheets = _read_sheets(theme, reader)
    remains = _gather_components(scope, shelf)
    in_sheets = shelf.remote_uses
    folders = folders_of(parsed, theme, files)
    addresses = NodeAddresses(shelf, folders, parsed.source.entry.path.parent, {})
    for nodes in layers.nodes.values():
        addresses.rewrite(nodes)  # what they show of other hosts is fetched with what slides show
    placed = place_assets(slides, shelf, folders)
    if in_sheets:  # the pictures that the sheets name were not there when they were read
        sheets = _read_sheets(theme, reader)
    return Deck(
        config=replace(
            scope.config,
            favicon=place_favicon(scope.config, parsed.source, shelf),
            seo_meta=place_social_images(scope.config, parsed.source, shelf),
        ),
        slides=placed,
        toc=scope.outline.toc,
        assets=shelf.assets,
        theme_styles=tuple(sheet for is_deck, sheet in sheets if not is_deck),
        deck_styles=tuple(sheet for is_deck, sheet in sheets if is_deck),
        layers={name: addresses.rewrite(nodes) for name, nodes in layers.nodes.items()},
        layer_markups=layers.markups,
        component_styles=remains.styles if remains else (),
        component_markups=remains.markups if remains else (),
        island_script=remains.script if remains else "",
        snippets=_read_snippets(theme, shelf, files),
    )


def _gather_components(scope: DeckScope, shelf: AssetShelf) -> ComponentRemains | None:
    """Return what Vue components need in the page; None where the deck has none, as most."""
    if scope.vue.deck is None:
        return None
    from deckc.compile.realize.vue.finish import gather_components

    return gather_components(scope, shelf)


def _read_snippets(theme: Theme, shelf: AssetShelf, files: Files) -> PageSnippets | None:
    """Return what the roots' index.html files add to the page; hardly any deck has one."""
    roots = [
        root for root in theme.roots if root.kind != "builtin" and files.is_file(root.folder / "index.html")
    ]
    if not roots:
        return None
    from deckc.compile.realize.page_snippets import read_page_snippets

    return read_page_snippets([(root.folder / "index.html", root.kind == "deck") for root in roots], shelf)


def realize_alone(
    number: int, scope: DeckScope, folders: Mapping[str, Path]
) -> tuple[Slide, Mapping[str, Asset]]:
    """Return one slide (from 1) with its files placed, and those files; `scope` is its own (`DeckScope.alone`)."""
    slide = realize_slide(scope.outline.slides[number - 1], scope)
    shelf = AssetShelf(scope.places, scope.services, scope.report)
    (placed,) = place_assets([slide], shelf, folders)
    return placed, shelf.assets


def _read_sheets(theme: Theme, reader: SheetReader) -> list[tuple[bool, StyleSheet]]:
    """Return every root's sheets in page order, and whether they are the deck's own."""
    return [(root.kind == "deck", sheet) for root in theme.roots for sheet in reader.read_all(root.styles)]


def folders_of(parsed: ParsedDeck, theme: Theme, files: Files) -> Mapping[str, Path]:
    """Return the folder of every file that nodes come from, by the path that their spans show."""
    templates: Iterable[Path] = (
        path
        for root in theme.roots
        for path in (*root.layouts.values(), *root.components.values(), *root.layers.values())
    )
    folders = {files.show(path): path.parent for path in templates}
    for slide in parsed.slides:
        file = slide.source.file
        if file.shown_path not in folders:
            folders[file.shown_path] = file.path.parent
    return folders
