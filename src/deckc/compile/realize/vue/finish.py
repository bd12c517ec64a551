"""Gather what a deck's Vue components leave behind once all of them are drawn: styles, texts, the islands' script."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from deckc.compile.realize.assets.sheets import SheetReader
from deckc.compile.realize.vue.tokens import named_files, with_public_files, with_tokens
from deckc.dataclass import dataclass
from deckc.diagnostics import Span
from deckc.model.nodes import StyleBlock

if TYPE_CHECKING:
    from deckc.compile.realize.assets.shelf import AssetShelf
    from deckc.compile.realize.scope import DeckScope

NOWHERE = Span("", 1, 1)


@dataclass(frozen=True, slots=True)
class ComponentRemains:
    """What goes into the page beside the slides."""

    styles: tuple[tuple[StyleBlock, str | None], ...] = ()
    markups: tuple[str, ...] = ()
    script: str = ""


def gather_components(scope: DeckScope, shelf: AssetShelf) -> ComponentRemains:
    """Return what the components of a deck need in the page; their files are put on the shelf."""
    components = scope.vue.deck
    if components is None:
        return ComponentRemains()
    reader = SheetReader(shelf)
    islands = components.bundle()
    script = ""
    if islands is not None:
        if islands.problem:
            message = f"what changes in components stands still: {islands.problem}"
            scope.report.error("broken-component", message)
        files = named_files(dict(scope.config.theme_config), scope.places.folder, scope)
        known = f"globalThis.deckcFiles={json.dumps(files)};" if files and islands.script else ""
        script = known + with_public_files(with_tokens(islands.script, scope), scope)
    if problem := components.setup_problem():
        message, span = problem
        scope.report.error("broken-component", f"what the deck sets up is left out: {message}", span)
    for style in components.styles():
        if style.problem:
            scope.report.warn("style-language", style.problem, style.span)
    styles = [
        (
            StyleBlock(reader.block(style.css, style.folder, style.span), style.language, style.span),
            style.scope,
        )
        for style in components.styles()
    ]
    if islands is not None and islands.css:
        styles.insert(0, (StyleBlock(islands.css, "css", styles[0][0].span if styles else NOWHERE), None))
    for path in sorted(scope.vue.taken.files):
        shelf.keep_file(path)
    components.keep()
    return ComponentRemains(tuple(styles), tuple(components.sources()), script)
