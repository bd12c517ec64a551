"""A deck as `deckc serve` shows it: its slides one by one, and all that a page is put together from."""

from __future__ import annotations

from deckc.compile.piece import Piece
from deckc.dataclass import dataclass
from deckc.diagnostics import Report
from deckc.model.rendered import RenderedDeck


@dataclass(frozen=True, slots=True)
class Recompiled:
    """What came of compiling a deck once more."""

    pieces: tuple[Piece, ...]
    """Its slides; one that is the same object as before has not changed."""
    frame: RenderedDeck
    """All but the slides."""
    rendered: RenderedDeck
    css: str
    """Assets stand in it as tokens; the same object as before where it has not changed."""
    report: Report
