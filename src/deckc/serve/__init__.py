"""`deckc serve`: compile, show, watch, compile again."""

from deckc.serve.serving import Serving, Speaker, serve_deck

__all__ = ["Serving", "Speaker", "serve_deck"]
