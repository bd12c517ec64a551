"""Choose the colour of each token: Pygments' kind, its language, and what stands beside it.

    f("x")   ->   f function, ( punctuation, " quote, x string, " quote, ) punctuation

Pygments knows fewer kinds of names than the grammars that Shiki uses; the rules here are what brings most characters
of common languages to the colour that Slidev gives them (measured on real decks).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from deckc.compile.render.code_shell import SHELLS, colour_words

_QUOTES = "\"'`"
_QUIET_OPERATORS = frozenset(
    ["=", ":", ".", "<", ">", "=>", "->", "::", "?", "...", "?.", "<=", ">=", ",", ";"]
)

# Kind of token -> class; where a kind is not listed, what lies above it counts.
_CLASSES: Mapping[str, str] = {
    "Comment": "c",
    "Comment.Preproc": "k",
    "Comment.PreprocFile": "s",
    "Generic.Deleted": "a",
    "Generic.Error": "a",
    "Generic.Heading": "h",
    "Generic.Inserted": "i",
    "Generic.Prompt": "p",
    "Generic.Subheading": "h",
    "Generic.Emph": "e",
    "Generic.Strong": "b",
    "Keyword": "k",
    "Keyword.Declaration": "o",
    "Keyword.Type": "o",
    "Literal.Date": "n",
    "Literal.Number": "n",
    "Literal.Scalar": "s",
    "Literal.String": "s",
    "Literal.String.Affix": "o",
    "Literal.String.Escape": "d",
    "Literal.String.Interpol": "k",
    "Literal.String.Regex": "x",
    "Literal.String.Symbol": "k",
    "Name": "",
    "Name.Attribute": "v",
    "Name.Builtin": "r",
    "Name.Builtin.Pseudo": "d",
    "Name.Class": "t",
    "Name.Decorator": "f",
    "Name.Entity": "d",
    "Name.Exception": "r",
    "Name.Function": "f",
    "Name.Label": "f",
    "Name.Other": "v",
    "Name.Tag": "k",
    "Name.Variable": "v",
    "Name.Variable.Magic": "r",
    "Operator": "o",
    "Punctuation": "p",
}
_SCRIPT = {"Name.Builtin": "v", "Name.Class": "t", "Keyword.Declaration": "o"}
_TYPED_SCRIPT = {**_SCRIPT, "Keyword.Constant": "o", "Keyword.Type": "t"}
_STYLE = {
    "Error": "r",
    "Keyword": "r",
    "Keyword.Constant": "d",
    "Literal.Number.Hex": "d",
    "Name.Class": "v",
    "Name.Decorator": "v",
    "Name.Function": "r",
    "Name.Tag": "k",
}
_C = {"Keyword": "o", "Name.Class": "", "Comment.Preproc": "f"}
_CLASSES_OF_LANGUAGE: Mapping[str, Mapping[str, str]] = {
    "c": _C,
    "cpp": _C,
    "csharp": {"Keyword": "o", "Keyword.Type": "k", "Name": "v"},
    "css": _STYLE,
    "gas": {"Name.Constant": "", "Name.Function": "o", "Name.Label": "f", "Punctuation": ""},
    "html": {"Name.Builtin": "v"},
    "ini": {"Literal.String": "", "Name.Attribute": "k"},
    "javascript": _SCRIPT,
    "json": {"Name.Tag": "r"},
    "json5": {"Name.Variable": "r"},
    "markdown": {"Generic.Strong": "", "Name.Tag": "s"},
    "python": {"Literal.String.Interpol": "d", "Name.Builtin.Pseudo": "", "Name.Function.Magic": "r"},
    "java": {"Name.Decorator": "o"},
    "kotlin": {"Keyword.Declaration": "k", "Keyword.Type": "t", "Name.Attribute": "", "Name.Variable": ""},
    "rust": {"Keyword.Type": "t", "Name": "v", "Name.Builtin": "t"},
    "scss": _STYLE,
    "tsx": _TYPED_SCRIPT,
    "typescript": _TYPED_SCRIPT,
    "yaml": {"Name.Tag": "r"},
}
_LANGUAGE_OF_ALIAS: Mapping[str, str] = {
    "asm": "gas",
    "c++": "cpp",
    "c#": "csharp",
    "cs": "csharp",
    "js": "javascript",
    "jsx": "javascript",
    "less": "scss",
    "md": "markdown",
    "py": "python",
    "rs": "rust",
    "sass": "scss",
    "ts": "typescript",
    "yml": "yaml",
}
_CALLED: Mapping[str, frozenset[str]] = {"python": frozenset()}
"""Kinds that are functions where a parenthesis follows; Python's stay plain."""
_CALLED_ELSEWHERE = frozenset(["Name", "Name.Other", "Name.Builtin", "Name.Attribute"])
_TYPES_ARE_CAPITAL = frozenset(["csharp", "rust", "kotlin", "swift"])
_FLOW = frozenset(
    [
        "break",
        "case",
        "catch",
        "continue",
        "default",
        "do",
        "else",
        "finally",
        "for",
        "foreach",
        "goto",
        "if",
        "return",
        "switch",
        "throw",
        "try",
        "while",
        "yield",
    ]
)
_DECLARING = frozenset(["class", "def", "enum", "interface", "mut", "struct"])


def colour_tokens(lexer: str, tokens: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield class letter and text of each piece; `tokens` are Pygments' kinds ("Name.Function") and texts."""
    listed = list(tokens)
    if lexer in SHELLS:
        listed = list(colour_words(listed))
    language = _LANGUAGE_OF_ALIAS.get(lexer, lexer)
    called = _CALLED.get(language, _CALLED_ELSEWHERE)
    for at, (kind, text) in enumerate(listed):
        if len(kind) == 1:
            yield kind, text
        elif kind.startswith("Literal.String"):
            yield from _string(_class_of(language, kind), text)
        elif kind in called and _next_character(listed, at) == "(":
            yield "f", text
        else:
            yield _class_of_word(language, kind, text) or _class_of(language, kind), text


def _class_of_word(language: str, kind: str, text: str) -> str:
    """Return the class that a token has for what it says; empty where only its kind counts."""
    if kind == "Operator" and text in _QUIET_OPERATORS:
        return "p"
    if kind == "Keyword" and language != "css":
        if text in _FLOW:
            return "k"
        return "o" if text in _DECLARING and language in {"python", "rust"} else ""
    if kind == "Name" and text[:1].isupper():
        if language in _TYPES_ARE_CAPITAL:
            return "t"
        return "d" if language == "python" and len(text) > 1 and text.isupper() else ""
    return ""


def _next_character(tokens: list[tuple[str, str]], at: int) -> str:
    return tokens[at + 1][1][:1] if at + 1 < len(tokens) else ""


def _string(letter: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield a string with its quotation marks apart: they are paler."""
    bare = text.strip(_QUOTES) if letter == "s" else text
    if not bare and letter == "s":
        yield "q", text
        return
    start = text.find(bare)
    yield "q", text[:start]
    yield letter, bare
    yield "q", text[start + len(bare) :]


@cache
def _class_of(language: str, kind: str) -> str:
    own = _CLASSES_OF_LANGUAGE.get(language, {})
    while kind:
        if kind in own:
            return own[kind]
        if kind in _CLASSES:
            return _CLASSES[kind]
        kind = kind.rpartition(".")[0]
    return ""
