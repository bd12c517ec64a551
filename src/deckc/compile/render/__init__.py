"""Render: a `Deck` -> HTML and bindings for each slide."""

from deckc.compile.render.code_theme import code_stylesheet
from deckc.compile.render.deck import render_deck
from deckc.compile.render.diagrams import draw_diagrams

__all__ = ["code_stylesheet", "draw_diagrams", "render_deck"]
