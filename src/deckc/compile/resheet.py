"""Compile a page's style sheet again only when an edit brought or took a utility, a sheet or a slide's style.

Prose is full of words that may be utilities and are none: of 200 that a slide holds, 10 count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from operator import attrgetter

from deckc.compile.page_formulas import FormulaStyles
from deckc.compile.page_settings import PageSettings
from deckc.compile.page_styles import PageSheet, candidates_of, compile_page_sheet
from deckc.compile.piece import Piece
from deckc.compile.style import Design, parse_utility
from deckc.diagnostics import Report
from deckc.model.deck import Deck
from deckc.model.services import IconLookup
from deckc.model.shared_ends import shared_ends
from deckc.model.theme import Theme

_ICON = "i-"
_WORDS = attrgetter("words")


class SheetKeeper:
    """Keeps the last sheet, and which words of each slide count for it."""

    def __init__(self, icons: IconLookup) -> None:
        self._icons = icons
        self._key: object = None
        self._sheet: PageSheet | None = None
        self._design: Design | None = None
        self._words: list[frozenset[str]] = []
        """Of each slide."""
        self._uses: Counter[str] = Counter()
        """How many slides hold each word that counts."""

    def compile(
        self,
        deck: Deck,
        pieces: tuple[Piece, ...],
        theme: Theme,
        settings: PageSettings,
        formulas: FormulaStyles | None,
        report: Report,
    ) -> str:
        """Return the style sheet of a deck, the very text of the last time where nothing of it has changed."""
        key = self._sheet and self._made_from(deck, pieces, theme, settings, formulas, self._sheet.design)
        if self._sheet is not None and key == self._key:
            return self._sheet.css
        own = Report()
        words = _around(deck).union(*(piece.words for piece in pieces))
        self._sheet = compile_page_sheet(deck, words, theme, self._icons, own, settings, formulas)
        self._key = self._made_from(deck, pieces, theme, settings, formulas, self._sheet.design)
        if own.diagnostics:  # to be told each time
            self._key = None
            for diagnostic in own.diagnostics:
                report.add(diagnostic)
        return self._sheet.css

    def _made_from(
        self,
        deck: Deck,
        pieces: tuple[Piece, ...],
        theme: Theme,
        settings: PageSettings,
        formulas: FormulaStyles | None,
        design: Design,
    ) -> object:
        """Return all that a sheet depends on, as a value to compare."""
        if design is not self._design:
            self._design, self._words, self._uses = design, [], Counter()
        old, new = self._words, list(map(_WORDS, pieces))
        ends = shared_ends(old, new)
        for words in old[ends.first : len(old) - ends.behind]:
            self._uses.subtract(_counting(words, design))
        for words in new[ends.first : len(new) - ends.behind]:
            self._uses.update(_counting(words, design))
        self._words = new
        used = {word for word, count in self._uses.items() if count}
        used |= _counting(_around(deck), design)
        styles = [
            (slide.scope, [style.css for style in slide.styles]) for slide in deck.slides if slide.styles
        ]
        sheets = [sheet.css for sheet in (*deck.theme_styles, *deck.deck_styles)]
        sheets += [f"{scope} {style.css}" for style, scope in deck.component_styles]
        return used, styles, sheets, deck.config.fonts, theme.has_typography, settings, formulas


def _around(deck: Deck) -> set[str]:
    """Return the words of what stands around the slides."""
    return candidates_of((*deck.layer_markups, *deck.component_markups))


def _counting(words: Iterable[str], design: Design) -> frozenset[str]:
    """Return the words that are utilities, and those that may name icons, which messages are about."""
    return frozenset(
        word for word in words if word.startswith(_ICON) or parse_utility(word, design) is not None
    )
