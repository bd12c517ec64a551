"""Colour CSS, SCSS and Less.

.a > b { margin: 1px auto }     . p, a v, > o, b k, { p, margin r, : p, 1 n, px o, auto d, } p
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_PIECE = re.compile(
    r"(?P<blank>\s+)|(?P<comment>/\*.*?(?:\*/|\Z))|(?P<rule>@[\w-]+)|(?P<mark>[{};])", re.DOTALL
)
_LINE_COMMENT = re.compile(r"(?<!:)//[^\n]*")
_UNTIL = re.compile(r"(?:\"[^\"\n]*\"?|'[^'\n]*'?|\#\{[^}]*\}|\([^)]*\)?|[^{};\"'(])*", re.DOTALL)
_DECLARATION = re.compile(
    r"(?P<name>[\w-]+|\$[\w-]+|@[\w-]+)(?P<blank>\s*)(?P<colon>:)(?P<value>.*)", re.DOTALL
)
_SELECTOR = re.compile(
    r"""(?P<blank>\s+)|(?P<string>"[^"]*"?|'[^']*'?)|(?P<sort>[.\#%])(?P<sorted>(?:[\w-]|\\.)+)|(?P<pseudo>::?)(?P<state>[\w-]+)
    |(?P<number>\d[\d.]*%?)|(?P<attribute>\[)(?P<inside>[^\]=~|^$*]*)|(?P<combine>[>+~*=|^$])|(?P<tag>[A-Za-z][\w-]*)|(?P<parent>&)|(?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_VALUE = re.compile(
    r"""(?P<blank>\s+)|(?P<comment>/\*.*?(?:\*/|\Z))|(?P<string>"[^"\n]*"?|'[^'\n]*'?)|(?P<hash>\#)(?P<hex>[\da-fA-F]{3,8})\b
    |(?P<number>[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(?P<unit>%|[A-Za-z]+)?|(?P<variable>--[\w-]+|\$[\w-]+|@[\w-]+)
    |(?P<function>[A-Za-z-][\w-]*)(?=\()|(?P<important>!\s*\w+)|(?P<word>(?:[A-Za-z_]|-(?=[\w-]))[\w-]*)|(?P<operator>(?:[*/+-](?=\s)|[=!<>]=))|(?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_PRELUDE_OPERATORS = frozenset(["and", "or", "not", "only"])
_UTILITY_RULES = {"@apply": "r", "@screen": "", "@tailwind": ""}
"""At-rules that CSS does not know -> the colour that they have all over."""
_NAMING = {"@include": "f", "@mixin": "f", "@function": "f", "@keyframes": "v", "@extend": "v"}
"""At-rules with a name -> its colour."""
_MOVES = frozenset(
    """alternate alternate-reverse backwards both ease ease-in ease-in-out ease-out forwards infinite linear none normal
    paused reverse running step-end step-start inherit initial unset""".split()
)
"""What `animation` knows; any other word in it is a name."""


def colour_style(code: str, *, has_line_comments: bool) -> Iterator[tuple[str, str]]:
    """Yield class letter and text of each piece of a style sheet."""
    at, depth = 0, 0
    while at < len(code):
        if has_line_comments and (comment := _LINE_COMMENT.match(code, at)):
            yield "c", comment[0]
            at = comment.end()
            continue
        piece = _PIECE.match(code, at)
        if piece is None:
            until = _UNTIL.match(code, at)
            stop = max(until.end() if until else at, at + 1)
            yield from _statement(code[at:stop], code[stop : stop + 1], depth)
            at = stop
            continue
        at = piece.end()
        if piece.lastgroup == "rule":
            until = _UNTIL.match(code, at)
            stop = until.end() if until else at
            yield from _at_rule(piece[0], code[at:stop])
            at = stop
            continue
        depth += {"{": 1, "}": -1}.get(piece[0], 0)
        yield {"blank": "", "comment": "c"}.get(str(piece.lastgroup), "p"), piece[0]


def _statement(text: str, closer: str, depth: int) -> Iterator[tuple[str, str]]:
    declaration = _DECLARATION.match(text) if closer != "{" else None
    if declaration is None:
        yield from _selector(text) if closer == "{" or not depth else _value(text)
        return
    name = declaration["name"]
    yield ("v" if name.startswith(("--", "$", "@")) else "r"), name
    yield "", declaration["blank"]
    yield "p", ":"
    is_animation = name in {"animation", "animation-name"}
    for letter, piece in _value(declaration["value"]):
        yield "" if is_animation and letter == "d" and piece not in _MOVES else letter, piece


def _at_rule(rule: str, prelude: str) -> Iterator[tuple[str, str]]:
    if prelude.lstrip().startswith(":"):  # a variable of Less
        yield "v", rule
        yield from _value(prelude)
        return
    if rule in _UTILITY_RULES:
        yield _UTILITY_RULES[rule], rule + prelude
        return
    yield "p", "@"
    yield "k", rule[1:]
    is_first = True
    for letter, text in _value(prelude):
        if letter in {"d", "r", ""} and text.strip() and not (letter == "r" and not is_first):
            yield _prelude_letter(rule, letter, text, is_first=is_first), text
            is_first = False
        else:
            yield letter, text


def _prelude_letter(rule: str, letter: str, text: str, *, is_first: bool) -> str:
    """Return the letter of a word between an at-rule's name and its block; `letter` is what it had as a value."""
    if text in _PRELUDE_OPERATORS:
        return "o"
    if rule in _NAMING and is_first:
        return _NAMING[rule]
    if rule == "@layer":
        return ""
    if rule in {"@media", "@supports", "@container"} and text not in {"screen", "print", "all"}:
        return "r"
    return letter


def _selector(text: str) -> Iterator[tuple[str, str]]:
    for piece in _SELECTOR.finditer(text):
        match piece.lastgroup:
            case "blank":
                yield "", piece[0]
            case "string":
                yield from _string(piece[0])
            case "sorted":
                yield "p", piece["sort"]
                yield "v", piece["sorted"]
            case "state":
                yield "p", piece["pseudo"]
                yield "v", piece["state"]
            case "inside":
                yield "p", "["
                yield "v", piece["inside"]
            case "tag" | "parent":
                yield "f" if text.strip() in {"from", "to"} else "k", piece[0]
            case "number":
                yield "f", piece[0]
            case "combine":
                yield "k" if piece[0] == "*" else "o", piece[0]
            case _:
                yield "p", piece[0]


def _value(text: str) -> Iterator[tuple[str, str]]:  # noqa: C901 - one way for each kind of value
    for piece in _VALUE.finditer(text):
        match piece.lastgroup:
            case "blank":
                yield "", piece[0]
            case "comment":
                yield "c", piece[0]
            case "string":
                yield from _string(piece[0])
            case "hex":
                yield "p", "#"
                yield "d", piece["hex"]
            case "number" | "unit":
                yield "n", piece["number"]
                yield "o", piece["unit"] or ""
            case "variable":
                yield "v", piece[0]
            case "function":
                yield "r", piece[0]
            case "important":
                yield "k", piece[0]
            case "word":
                yield "d", piece[0]
            case "operator":
                yield "o", piece[0]
            case _:
                yield "p", piece[0]


def _string(text: str) -> Iterator[tuple[str, str]]:
    closed = len(text) > 1 and text[-1] == text[0]
    yield "q", text[0]
    yield "s", text[1:-1] if closed else text[1:]
    yield "q", text[0] if closed else ""
