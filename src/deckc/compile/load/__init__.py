"""Load: the entry's path in, slides with their frontmatter, and the theme, out."""

from deckc.compile.load.deck import load_deck
from deckc.compile.load.theme import load_theme

__all__ = ["load_deck", "load_theme"]
