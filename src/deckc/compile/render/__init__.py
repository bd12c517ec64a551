"""Render: a `Deck` -> HTML and bindings for each slide."""

from deckc.compile.render.code_theme import code_stylesheet
from deckc.compile.render.deck import render_deck
from deckc.compile.render.diagrams import draw_diagrams
from deckc.compile.render.scope import Scopes
from deckc.compile.render.typeset import typeset_formulas

__all__ = ["Scopes", "code_stylesheet", "draw_diagrams", "render_deck", "typeset_formulas"]
