"""A deck to be exported in one form, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from deckc.dataclass import dataclass
from deckc.export.network import Network
from deckc.export.options import ExportOptions
from deckc.export.states import State
from deckc.model.deck import Deck


@dataclass(frozen=True, slots=True)
class ExportJob:
    """A deck, compiled, its site written where a browser can open it."""

    deck: Deck
    network: Network
    """Where its site lies, and what it may load."""
    states: tuple[State, ...]
    """What is exported, in order."""
    options: ExportOptions
    output: Path
    """The file to write, or the folder."""
    tell: Callable[[int, int], None]
    """Called with how much is done, of how much."""


@dataclass(frozen=True, slots=True)
class Written:
    """What an export left on the disk."""

    output: Path
    count: str
    """ "19 pages"."""
