"""Load: the entry's path in, slides with their frontmatter, the theme and the deck's utilities, out."""

from deckc.compile.load.deck import load_deck
from deckc.compile.load.kept import KeptSlides
from deckc.compile.load.math_macros import load_math_macros
from deckc.compile.load.setup_files import load_setup
from deckc.compile.load.theme import load_theme, short_theme_name
from deckc.compile.load.utility_settings import load_utility_settings

__all__ = [
    "KeptSlides",
    "load_deck",
    "load_math_macros",
    "load_setup",
    "load_theme",
    "load_utility_settings",
    "short_theme_name",
]
