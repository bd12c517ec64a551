"""A style sheet ends what it begins, whatever its author left open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckc.compile.realize.assets.unclosed import close_sheet


def slips(css: str, language: str = "css") -> list[tuple[int, str]]:
    return [(slip.offset, slip.message) for slip in close_sheet(css, language)[1]]


@pytest.mark.parametrize(
    ("css", "closed"),
    [
        ("a { top: 0", "a { top: 0\n}"),
        ("@media print { a { top: 0 }", "@media print { a { top: 0 }\n}"),
        ("a { top: 0 }} b { top: 1 }", "a { top: 0 }  b { top: 1 }"),
        ("a { top: 0 } /* the end", "a { top: 0 } /* the end*/"),
        ("a { /*/ b {}", "a { /*/ b {}*/\n}"),
        ("a { top: calc(1px; left: 0 }", "a { top: calc(1px); left: 0 }"),
        ("a { background: url(x.png } b {}", "a { background: url(x.png )} b {}"),
        ("a:is(b { top: 0 }", "a:is(b ){ top: 0 }"),
    ],
)
def test_what_is_open_is_closed_once(css: str, closed: str) -> None:
    assert close_sheet(css)[0] == closed
    assert len(close_sheet(css)[1]) == 1 + ("/*/" in css)


@pytest.mark.parametrize(
    "css",
    [
        "a { content: '{' }",
        "/* a { */ b { top: 0 }",
        "a { background: url(data:x;{) }",
        'a::before { content: "\\"}" }',
        "a\\} { top: 0 }",
        "",
    ],
)
def test_what_is_closed_stays_as_it_is(css: str) -> None:
    assert close_sheet(css) == (css, [])


def test_a_slip_is_told_where_it_is() -> None:
    assert slips("a {}\nb { c {}") == [(7, '"{" is never closed')]
    assert slips("a {} }") == [(5, '"}" closes nothing')]


def test_a_line_comment_of_scss_holds_no_blocks() -> None:
    assert slips("// its {\na { top: 0 }", "scss") == []
    assert slips("// its {\na { top: 0 }") == [(7, '"{" is never closed')]


@given(st.text(alphabet="a{}();/*\"'\\\n u:"))
def test_a_closed_sheet_has_no_slips(css: str) -> None:
    assert slips(close_sheet(css)[0]) == []
