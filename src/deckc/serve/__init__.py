"""`deckc serve`: compile, show, watch, compile again."""

from deckc.serve.deck import Speaker
from deckc.serve.exporting import Choice, Exported, Exporter, ExportRun, Failed, Progress, Step
from deckc.serve.options import ServeOptions
from deckc.serve.serving import Serving, serve_decks

__all__ = [
    "Choice",
    "ExportRun",
    "Exported",
    "Exporter",
    "Failed",
    "Progress",
    "ServeOptions",
    "Serving",
    "Speaker",
    "Step",
    "serve_decks",
]
