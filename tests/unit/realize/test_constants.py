"""Lists of literals are read as such; everything else meets the JavaScript parser, with the same outcome."""

from __future__ import annotations

import pytest

from deckc.compile.realize.constants import Folded, fold
from deckc.diagnostics import Report, Span


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("[]", []),
        ("[ ]", []),
        ("['a', \"b\"]", ["a", "b"]),
        ("[1, -2.5,true ,null]", [1, -2.5, True, None]),
        ("['a,b]', ']']", ["a,b]", "]"]),
        ("[[1], 2]", [[1], 2]),
        ("['it\\'s']", ["it's"]),
        ("[1, 2].length", 2),
        ("[1][0]", 1),
        ("['a' + 'b']", ["ab"]),
    ],
)
def test_lists(text: str, value: object) -> None:
    assert fold(text, Span("a.md", 1, 1), {}, Report()) == Folded(value)  # type: ignore[arg-type]
