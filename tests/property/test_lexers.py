"""Whatever stands in a fence, the lexers of deckc's own give back its text, however long."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckc.compile.render.code_tokens import colour_code
from deckc.diagnostics import Report, Span

LANGUAGES = ["js", "ts", "tsx", "html", "vue", "css", "scss", "md"]
PIECES = st.sampled_from(
    [
        *(
            "<",
            ">",
            "</",
            "/>",
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            "`",
            "${",
            "'",
            '"',
            "/",
            "//",
            "/*",
            "*/",
            "\\",
            "\n",
            " ",
        ),
        *(
            "=>",
            "=",
            ":",
            "?",
            "?.",
            "...",
            ",",
            ";",
            "|",
            "&",
            "#",
            "@",
            "!",
            "-",
            "*",
            "```",
            "---",
            "<!--",
            "-->",
        ),
        *(
            "a",
            "Foo",
            "1",
            "type",
            "class",
            "interface",
            "import",
            "from",
            "as",
            "extends",
            "function",
            "async",
            "of",
        ),
        *(
            "const",
            "new",
            "enum",
            "case",
            "module",
            "<script>",
            "</script>",
            "<style lang=scss>",
            "&amp;",
            "é",
            "😀",
        ),
    ]
)
PLACE = Span("a.md", 1, 1)


@pytest.mark.parametrize("language", LANGUAGES)
@given(code=st.lists(PIECES, max_size=40).map("".join))
@settings(max_examples=150, deadline=None)
def test_no_character_is_lost(language: str, code: str) -> None:
    pieces = colour_code(code, language, PLACE, Report())

    assert "".join(text for _, text in pieces) == code


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "<a ",
        "{",
        "(",
        "[",
        "`${",
        "a<",
        "a?b:",
        "/",
        "*",
        "```\n",
        "a: ",
        "#",
        "type A = ",
        "(a: b) => ",
    ],
)
def test_a_long_run_is_given_back(language: str, piece: str) -> None:
    """A lexer that searched from every piece to the end would not come back for hours."""
    coloured = colour_code(piece * 4000, language, PLACE, Report())

    assert "".join(text for _, text in coloured) == piece * 4000
