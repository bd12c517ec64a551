"""Decks as their author writes them, compiled up to what `write` is handed."""

from __future__ import annotations

from pathlib import Path

from deckc.compile.load import load_deck, load_theme
from deckc.compile.parse import parse_deck
from deckc.compile.realize import realize_deck
from deckc.compile.render import render_deck
from deckc.diagnostics import Report
from deckc.model.files import MemoryFiles
from deckc.model.rendered import RenderedDeck
from deckc.model.services import Services
from spec_runner.run import DrawnIcons, NoNetwork

ENTRY = Path("/deck/slides.md")


def rendered(text: str) -> RenderedDeck:
    """Return the deck that a text stands for; without a theme, so that little is laid out around the slides."""
    files = MemoryFiles({str(ENTRY): text})
    report = Report()
    source = load_deck(ENTRY, files, report)
    theme = load_theme(source, files, report)
    deck = realize_deck(
        parse_deck(source, files, report), theme, files, Services(DrawnIcons(), NoNetwork()), report
    )
    return render_deck(deck, report)
