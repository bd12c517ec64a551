"""`deckc serve`: compile, show, watch, compile again."""

from deckc.serve.deck import Speaker
from deckc.serve.serving import Serving, serve_deck

__all__ = ["Serving", "Speaker", "serve_deck"]
