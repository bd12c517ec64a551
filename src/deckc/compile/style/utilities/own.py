"""Utilities that UnoCSS does not have. It has all that decks use so far: a new one is a line here.

    ("text-tight", "letter-spacing:-0.02em;line-height:1.1")

They stand behind all others, so that no index of UnoCSS's rules moves.
"""

from __future__ import annotations

from deckc.compile.style.rules import Family

OWN: Family = []
