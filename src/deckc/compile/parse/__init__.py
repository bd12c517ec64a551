"""Markdown -> nodes: a deck source becomes a parsed deck."""

from deckc.compile.parse.deck import parse_deck, parse_slide

__all__ = ["parse_deck", "parse_slide"]
