"""Formulas step through their rows."""

from __future__ import annotations

from .conftest import Open
from .sample import deck, slide

ROW = '<span class="mord slidev-vclick-target {}" data-dc-row="{}">{}</span>'
CLASSES = "() => [...document.querySelectorAll('[data-dc-row]')].map((row) => row.className)"
LIT, FAINT = "mord slidev-vclick-target highlighted", "mord slidev-vclick-target dishonored"


def formula(lines: str) -> str:
    rows = "".join(
        ROW.format("highlighted", row, text) for row, text in ((1, "a"), (2, "c"), (1, "b"), (2, "d"))
    )
    return f'<div class="slidev-katex-wrapper" data-dc-lines="{lines}"><p>{rows}</p></div>'


def test_rows_of_all_columns_are_lit_click_by_click(open_deck: Open) -> None:
    shown = open_deck(deck(slide(1, formula("1 1 2 1-2"), clicks=2)))
    states = []
    for _ in range(3):
        states.append(shown.page.evaluate(CLASSES))
        shown.page.keyboard.press("ArrowRight")

    assert states == [[LIT, FAINT, LIT, FAINT], [FAINT, LIT, FAINT, LIT], [LIT] * 4]


def test_formula_may_hide_and_come_back(open_deck: Open) -> None:
    shown = open_deck(deck(slide(1, formula("1 !1-2 1-2"), clicks=1)))
    hidden = (
        "() => document.querySelector('.slidev-katex-wrapper').classList.contains('slidev-vclick-hidden')"
    )

    assert shown.page.evaluate(hidden)
    shown.page.keyboard.press("ArrowRight")
    assert not shown.page.evaluate(hidden)
