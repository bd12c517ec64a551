"""Markdown -> nodes: a deck source becomes a parsed deck."""

from deckc.compile.parse.deck import SlideParser, parse_deck, parse_slide

__all__ = ["SlideParser", "parse_deck", "parse_slide"]
