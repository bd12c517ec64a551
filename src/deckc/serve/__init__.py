"""`deckc serve`: compile, show, watch, compile again."""

from deckc.serve.deck import Speaker
from deckc.serve.options import ServeOptions
from deckc.serve.serving import Serving, serve_decks

__all__ = ["ServeOptions", "Serving", "Speaker", "serve_decks"]
