"""Code keeps its text, whatever its language."""

from __future__ import annotations

import pytest

from deckc.compile.render.code_tokens import colour_code, highlight
from deckc.diagnostics import Report, Span

TEXTS = ["$ pwd\n/home", ">>> 1\n1", '"""\nopen', "/* open", "<a b='", "a\n\n", "   ", "-"]


@pytest.mark.parametrize(
    "language", ["console", "pycon", "doscon", "coffee", "pug", "sass", "c", "python", "ts"]
)
@pytest.mark.parametrize("text", TEXTS)
def test_no_lexer_adds_or_loses_text(language: str, text: str) -> None:
    pieces = colour_code(text, language, Span("slides.md", 1, 1), Report())

    assert "".join(piece for _, piece in pieces) == text


def test_code_with_a_gap_of_hundreds_of_lines_has_no_colours() -> None:
    for gap, coloured in ((400, True), (50_000, False)):
        lines = list(highlight("int a;" + "\n" * gap + "int b;", "c", Span("a.md", 1, 1), Report()))

        assert len(lines) == gap + 1
        assert ("<span" in lines[0]) is coloured
