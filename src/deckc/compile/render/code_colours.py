"""Choose the colour of each token: Pygments' kind, its language, and what stands beside it.

    f("x")   ->   f function, ( punctuation, " quote, x string, " quote, ) punctuation

Pygments knows fewer kinds of names than the grammars that Shiki uses; the rules here are what brings most characters
of common languages to the colour that Slidev gives them (measured on real decks).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from deckc.compile.render.code_shell import SHELLS, colour_words
from deckc.compile.render.token_rules import rule_of
from deckc.pattern import pattern

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
_C = {"Keyword": "o", "Name.Class": "", "Comment.Preproc": "k", "Name.Builtin": "k"}
_CLASSES_OF_LANGUAGE: Mapping[str, Mapping[str, str]] = {
    "c": _C,
    "clojure": {
        "Keyword.Declaration": "k",
        "Literal.String.Symbol": "d",
        "Name.Builtin": "f",
        "Name.Variable": "",
        "Operator": "",
    },
    "cpp": {**_C, "Name.Class": "t", "Name.Namespace": "f", "Operator": "p"},
    "csharp": {"Keyword": "o", "Keyword.Type": "k", "Name": "v", "Name.Function": "t", "Name.Namespace": "t"},
    "css": _STYLE,
    "dart": {
        "Keyword.Type": "r",
        "Literal.String.Interpol": "s",
        "Name.Class": "r",
        "Name.Decorator": "o",
        "Name.Label": "",
        "Punctuation": "",
    },
    "diff": {"Generic.Subheading": "", "Error": "i"},
    "docker": {
        "Keyword": "k",
        "Literal.String": "",
        "Literal.String.Double": "s",
        "Name.Variable": "",
        "Operator": "",
        "Punctuation": "",
    },
    "gas": {"Name.Constant": "", "Name.Function": "o", "Name.Label": "f", "Punctuation": ""},
    "go": {"Keyword.Constant": "o", "Keyword.Declaration": "k", "Operator": "p"},
    "html": {"Name.Builtin": "v"},
    "ini": {"Literal.String": "", "Name.Attribute": "k"},
    "java": {"Name.Decorator": "o", "Operator": "p"},
    "javascript": _SCRIPT,
    "json": {"Name.Tag": "r"},
    "json5": {"Name.Variable": "r"},
    "kotlin": {
        "Keyword.Constant": "k",
        "Keyword.Declaration": "k",
        "Keyword.Type": "t",
        "Name.Attribute": "",
        "Name.Builtin": "",
        "Name.Namespace": "f",
        "Name.Variable": "",
        "Operator": "p",
        "Punctuation": "",
    },
    "markdown": {"Generic.Strong": "", "Name.Tag": "s"},
    "php": {
        "Comment.Preproc": "d",
        "Keyword": "o",
        "Literal.String.Interpol": "p",
        "Name.Attribute": "s",
        "Name.Other": "r",
    },
    "python": {
        "Literal.String.Interpol": "d",
        "Name.Builtin.Pseudo": "d",
        "Name.Function.Magic": "r",
        "Operator": "p",
    },
    "ruby": {"Literal.String.Interpol": "p", "Name.Builtin": "k", "Name.Constant": "f", "Operator": "p"},
    "rust": {
        "Comment.Preproc": "",
        "Keyword.Pseudo": "o",
        "Keyword.Type": "t",
        "Name": "v",
        "Name.Builtin": "t",
    },
    "scss": _STYLE,
    "sql": {"Name.Builtin": "o", "Punctuation": ""},
    "swift": {
        "Keyword.Constant": "f",
        "Keyword.Declaration": "k",
        "Literal.String.Interpol": "p",
        "Name.Builtin.Pseudo": "",
        "Name.Variable": "",
    },
    "toml": {"Keyword": "f", "Keyword.Constant": "k", "Name": "v", "Operator": "p"},
    "tsx": _TYPED_SCRIPT,
    "typescript": _TYPED_SCRIPT,
    "yaml": {
        "Name.Constant": "s",
        "Name.Label": "t",
        "Name.Namespace": "f",
        "Name.Tag": "r",
        "Name.Variable": "s",
    },
}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "c": {"p": "> -", "o": ".", "k": "return if do for typedef while else switch case break continue"},
    "cpp": {"o": "< & << >> + - * / == != && || ++ --", "k": "using for return if else while switch case"},
    "csharp": {
        "o": "=> + ++ += - -= * / % && || == != var",
        "k": "using return for while foreach in if else throw switch case try catch finally await yield",
        "": "void string < |",
        "v": "value",
        "p": ">",
    },
    "dart": {"": "; . ,", "k": "class factory async await on extends", "o": "void const", "d": "this super"},
    "go": {"o": "== != < > ++ -- <- + - * / % && || ! & :=", "k": "map"},
    "java": {"d": "this super", "o": "+ - * / == != && || ! > < ++ -- += ->"},
    "kotlin": {
        "o": "data suspend override open private const null * + - / % == != && ||",
        "k": "val var fun class object",
        "p": "< > ->",
    },
    "php": {
        "k": "namespace use array foreach return as if else for while",
        "o": "null",
        "p": "=",
        "r": "echo",
    },
    "python": {
        "o": "class def lambda global nonlocal async == != * ** + - / // % < > <= >= | & @",
        "k": "in",
        "": "list dict tuple set",
    },
    "ruby": {"": "name id", "r": "puts require", "o": "== != + - * / && || !"},
    "rust": {
        "o": "enum : -> :: . & | struct mut => == != && || ? + - * /",
        "d": "self Self",
        "k": "true false",
        "p": "= < ' ;",
        "t": "u8 i8 u16 i16 u32 i32 u64 i64 usize isize f32 f64 bool char str",
    },
    "sql": {"r": "COUNT SUM AVG MIN MAX", "o": "PRIMARY KEY"},
    "swift": {"o": "struct func class enum protocol extension = -> + - * / == !=", "": ": ,"},
    "toml": {"p": "[ ] [[ ]]"},
    "yaml": {"k": "| >", "": "?"},
}
"""Language -> class -> the keywords and marks that have it, whatever their kind."""
_LANGUAGE_OF_ALIAS: Mapping[str, str] = {
    "asm": "gas",
    "c++": "cpp",
    "c#": "csharp",
    "clj": "clojure",
    "cs": "csharp",
    "dockerfile": "docker",
    "golang": "go",
    "js": "javascript",
    "jsx": "javascript",
    "less": "scss",
    "md": "markdown",
    "py": "python",
    "python3": "python",
    "rs": "rust",
    "sass": "scss",
    "ts": "typescript",
    "yml": "yaml",
}
_ASSEMBLY = frozenset(["Name.Constant", "Name.Label"])
_REGISTER = pattern(
    r"[re]?[abcd]x|[re]?[sd]i|[re]?[sb]p|r\d+[dwb]?|[xyz]mm\d+|[abcd][lh]|[cdefgs]s", re.IGNORECASE
)
_NUMBER = pattern(r"[-+]?(?:\d[\d_]*\.?\d*|\.\d+)(?:e[-+]?\d+)?|0[xo][\da-f]+", re.IGNORECASE)
_YAML_CONSTANTS = frozenset(["true", "false", "null", "~", "yes", "no", "on", "off"])
_FIXED_WORDS = ("Keyword", "Operator", "Punctuation", "Name.Builtin")
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
    rule = rule_of(language)
    if rule is not None:
        listed = rule(listed)
    called = _CALLED.get(language, _CALLED_ELSEWHERE)
    for at, (kind, text) in enumerate(listed):
        if len(kind) == 1:
            yield kind.strip(), text
        elif kind.startswith("Literal.String"):
            yield from _string(_class_of(language, kind), text)
        elif language == "gas" and kind in _ASSEMBLY:
            yield from _assembly(kind, text)
        elif kind in called and _next_character(listed, at) == "(":
            yield "t" if language == "rust" and text[:1].isupper() else "f", text
        elif language == "csharp" and kind == "Name" and at and listed[at - 1][1] == ".":
            yield "v", text
        else:
            yield (_class_of_word(language, kind, text) or _class_of(language, kind)).strip(), text


def _class_of_word(language: str, kind: str, text: str) -> str:
    """Return the class that a token has for what it says; empty where only its kind counts."""
    if kind == "Literal.Scalar.Plain" or (language == "yaml" and kind == "Name.Variable"):
        return "n" if _NUMBER.fullmatch(text) else "k" if text in _YAML_CONSTANTS else ""
    own = _words_of(language)
    if text in own and kind.startswith(_FIXED_WORDS):
        return own[text] or " "
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


def _assembly(kind: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield a label with its colon apart, and a register in its colour."""
    if kind == "Name.Constant":
        yield "k" if _REGISTER.fullmatch(text) else "", text
        return
    yield "f", text.removesuffix(":")
    yield "p", ":" if text.endswith(":") else ""


@cache
def _words_of(language: str) -> Mapping[str, str]:
    words = _WORDS.get(language, {})
    return {word: letter for letter, listed in words.items() for word in listed.split()}


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
