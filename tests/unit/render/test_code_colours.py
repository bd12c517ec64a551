"""Which class a piece of code has."""

import pytest
from pygments.lexers import get_lexer_by_name

from deckc.compile.render.code_colours import colour_tokens
from deckc.compile.render.code_languages import known_languages, lexer_name
from deckc.compile.render.code_theme import code_stylesheet
from deckc.model.config import CodeThemes


def colours(lexer: str, code: str) -> dict[str, str]:
    tokens = get_lexer_by_name(lexer, stripnl=False, ensurenl=False).get_tokens(code)
    return {
        text.strip(): letter
        for letter, text in colour_tokens(lexer, [(str(k)[6:], t) for k, t in tokens])
        if text.strip()
    }


def test_the_words_of_a_command_differ() -> None:
    assert colours("bash", "npm install --save-dev vue | cat # why") == {
        "npm": "f",
        "install": "s",
        "--save-dev": "d",
        "vue": "s",
        "|": "p",
        "cat": "f",
        "#": "c",
        "why": "c",
    }


def test_quotation_marks_are_paler_than_what_they_enclose() -> None:
    assert colours("javascript", "f('x')") == {"f": "f", "(": "p", "'": "q", "x": "s", ")": "p"}


def test_flow_and_declarations_differ_in_python() -> None:
    found = colours("python", "def go(): return LIMIT")

    assert (found["def"], found["go"], found["return"], found["LIMIT"]) == ("o", "f", "k", "d")


@pytest.mark.parametrize("lexer", ["bash", "python", "typescript", "html", "css", "rust"])
@pytest.mark.parametrize("code", ["", "\n\n", "'", "a \"b' `c` ${d}\n# x\n\t<e>", "ünï = '’'"])
def test_no_character_is_lost(lexer: str, code: str) -> None:
    tokens = get_lexer_by_name(lexer, stripnl=False, ensurenl=False).get_tokens(code)
    pieces = colour_tokens(lexer, [(str(k)[6:], t) for k, t in tokens])

    assert "".join(text for _, text in pieces) == code


def test_every_language_has_a_lexer() -> None:
    for language in known_languages():
        name = lexer_name(language)

        assert name is not None
        assert name == "text" or get_lexer_by_name(name)


@pytest.mark.parametrize(
    ("language", "lexer"), [("ts", "ts"), ("vue", "html"), ("TSX", "tsx"), ("", "text"), ("klingon", None)]
)
def test_shiki_s_names_find_their_lexer(language: str, lexer: str | None) -> None:
    assert lexer_name(language) == lexer


def test_the_sheet_colours_both_schemes() -> None:
    assert ".shiki .tk-k{--shiki-light:#1e754f;--shiki-dark:#4d9375}" in code_stylesheet(CodeThemes())


def test_no_token_is_bold_or_slanted() -> None:
    assert "font-" not in code_stylesheet(CodeThemes())
    assert "text-decoration" not in code_stylesheet(CodeThemes(dark="nord"))


def test_another_theme_gives_its_own_colours_in_its_scheme_alone() -> None:
    css = code_stylesheet(CodeThemes(dark="nord"))

    assert ".shiki{--shiki-light:#393a34;--shiki-dark:#d8dee9}" in css
    assert ".shiki .tk-k{--shiki-light:#1e754f;--shiki-dark:#81a1c1}" in css


def test_who_asks_for_more_contrast_gets_clearer_colours_of_deckc_s_own() -> None:
    assert "@media (prefers-contrast:more){.shiki .tk-s{--shiki-light:#a65a4a}" in code_stylesheet(
        CodeThemes()
    )
    assert ".tk-p{--shiki-dark:#848484}" not in code_stylesheet(CodeThemes(dark="nord"))
    assert "prefers-contrast" not in code_stylesheet(CodeThemes(light="nord", dark="nord"))
