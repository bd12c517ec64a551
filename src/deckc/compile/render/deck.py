"""Turn a deck's nodes into HTML, and what depends on the click, the page or the scheme into bindings.

<p :class="$clicks > 1 && 'big'">Hi {{ $page }}</p>   on slide 3

html       <p data-dc="0">Hi 3</p>
bindings   [[0,"class","",$ => $.$clicks > 1 && "big"]]
"""

from __future__ import annotations

from collections.abc import Mapping

from deckc.compile.render.nodes import Renderer
from deckc.compile.render.plainer_code import report_plainer_code
from deckc.compile.render.scope import Scopes
from deckc.compile.render.typeset import typeset_formulas
from deckc.diagnostics import Report
from deckc.model.deck import Deck
from deckc.model.rendered import RenderedDeck, RenderedLayer, RenderedSlide
from deckc.model.services import MathTypesetter


def render_deck(
    deck: Deck,
    report: Report,
    math: MathTypesetter | None = None,
    macros: Mapping[str, str] | None = None,
) -> RenderedDeck:
    """Return every slide and global layer as HTML with its bindings; `macros` are for formulas."""
    formulas = typeset_formulas(deck, math, macros or {}, report)
    if formulas:
        from deckc.compile.render.formulas import fill_notes  # most decks have none

        deck = fill_notes(deck, formulas)
    scopes = Scopes(deck)
    report_plainer_code(deck.slides, deck.config, report)
    slides = []
    for slide in deck.slides:
        renderer = Renderer(scopes.of_slide(slide), deck.config, report, formulas=formulas)
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
    )
