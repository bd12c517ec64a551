"""Which glyphs of KaTeX's fonts stand in the page."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from deckc.compile.page_formulas import style_formulas
from deckc.engine.katex import KatexTypesetter
from deckc.model.config import DeckConfig
from deckc.model.deck import Slide
from deckc.model.rendered import RenderedDeck, RenderedSlide

FORMULA = '<span class="katex"><span class="katex-html" aria-hidden="true"><span class="mord">x</span></span></span>'


class Sheets(KatexTypesetter):
    """Notes for which formulas a sheet was asked."""

    def __init__(self) -> None:
        self.asked: list[list[str] | None] = []

    def sheet(self, markups: Iterable[str] | None) -> str:
        self.asked.append(None if markups is None else list(markups))
        return ""


def rendered(html: str = "", script: str = "") -> RenderedDeck:
    slide = RenderedSlide(Slide.__new__(Slide), html, "[]")
    config = DeckConfig.__new__(DeckConfig)
    return RenderedDeck(config, (slide,), {}, (), {}, (FORMULA,), script)


@pytest.mark.parametrize(
    ("sources", "deck", "asked"),
    [
        ((), rendered(FORMULA), [FORMULA]),
        (("<b/>",), rendered(FORMULA.replace(">x<", ">y<")), [FORMULA]),
        ((), rendered(script='import"katex";"katex-html"'), None),
    ],
)
def test_glyphs_are_those_of_the_slides_formulas_or_all(
    sources: tuple[str, ...], deck: RenderedDeck, asked: list[str] | None
) -> None:
    sheets = Sheets()
    style_formulas(deck, sources, sheets)

    assert sheets.asked == [asked]


def test_formulas_that_a_component_set_while_compiling_count() -> None:
    sheets = Sheets()
    style_formulas(rendered(FORMULA.replace(">x<", ">y<")), ("import katex from 'katex'",), sheets)

    assert ">y</span>" in "".join(sheets.asked[0] or ())
