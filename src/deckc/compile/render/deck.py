"""Turn a deck's nodes into HTML, and what depends on the click, the page or the scheme into bindings.

<p :class="$clicks > 1 && 'big'">Hi {{ $page }}</p>   on slide 3

html       <p data-dc="0">Hi 3</p>
bindings   [[0,"class","",$ => $.$clicks > 1 && "big"]]
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from deckc.compile.render.nodes import Renderer
from deckc.compile.render.scope import Scopes
from deckc.compile.render.typeset import typeset_formulas
from deckc.diagnostics import Report
from deckc.model.config import DeckConfig
from deckc.model.deck import Deck, Slide
from deckc.model.nodes import CodeBlock, walk
from deckc.model.rendered import RenderedDeck, RenderedLayer, RenderedSlide
from deckc.model.services import MathTypesetter
from deckc.model.source import is_truthy


def render_deck(
    deck: Deck,
    report: Report,
    math: MathTypesetter | None = None,
    macros: Mapping[str, str] | None = None,
    scopes: Scopes | None = None,
) -> RenderedDeck:
    """Return every slide and global layer as HTML with its bindings; `macros` are for formulas.

    `scopes` are what expressions see around them, where the deck holds only some of its slides.
    """
    formulas = typeset_formulas(deck, math, macros or {}, report)
    if formulas:
        from deckc.compile.render.formulas import fill_notes  # most decks have none

        deck = fill_notes(deck, formulas)
    scopes = scopes or Scopes(deck.config, deck.slides)
    blocks = [node for slide in deck.slides for node in walk(slide.nodes) if isinstance(node, CodeBlock)]
    if blocks:
        from deckc.compile.render.plainer_code import report_plainer_code  # with what it knows of editors

        report_plainer_code(blocks, deck.config.features, report)
    slides = []
    for slide in deck.slides:
        config = _config_on(slide, deck.config)
        renderer = Renderer(scopes.of_slide(slide), config, report, formulas=formulas)
        html = renderer.render(slide.nodes)
        slides.append(RenderedSlide(slide, html, renderer.bindings))
    layers = {}
    for name, nodes in deck.layers.items():
        renderer = Renderer(scopes.of_layer(), deck.config, report, formulas=formulas)
        html = renderer.render(nodes)
        layers[name] = RenderedLayer(html, renderer.bindings)
    return RenderedDeck(
        deck.config,
        tuple(slides),
        layers,
        deck.toc,
        deck.assets,
        tuple(formula.html for formula in formulas.values() if formula.html),
        deck.island_script,
        deck.snippets,
    )


def _config_on(slide: Slide, config: DeckConfig) -> DeckConfig:
    """Return the deck's configuration with what a slide may say otherwise for itself (spec 4.1)."""
    copy, move = slide.frontmatter.get("codeCopy"), slide.frontmatter.get("magicMoveCopy")
    if copy is not None:
        config = replace(config, code_copy=is_truthy(copy))
    if move is not None:
        kept = move if isinstance(move, str) else is_truthy(move)
        config = replace(config, features=replace(config.features, magic_move_copy=kept))
    return config
