"""Embedded JavaScript, for what exists in JavaScript only: formulas (KaTeX). Loaded when a deck needs it."""

from deckc.engine.katex import KatexTypesetter

__all__ = ["KatexTypesetter"]
