"""Tell the names of C and C++ apart: parameters, what members are taken of, namespaces, what is defined.

int add(int a)     a: variable        std::cout     std: function        p->x     p: variable
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckc.compile.render.token_rules import PLAIN, Tokens, joined_marks

_DEFINED = re.compile(r"(define\s+)(\w+)(.*)", re.DOTALL)
_PREPROC_NUMBER = re.compile(r"(\b\d[\w.]*\b)")
_VERB = re.compile(r"(%[-+# 0]*+[\d*]*(?:\.[\d*]+)?(?:hh|h|ll|l|z)?[a-zA-Z%])")
_COMPARING = frozenset("== != <= >= && || ! << >> += -= *= /= % ++ -- + - * / & | ^ ~".split())
_TYPE = re.compile(r"[a-z]\w*_t")


def colour_c(tokens: Tokens) -> Tokens:
    """Return the tokens of C with the class letters of what their surroundings tell."""
    return _coloured(tokens, is_cpp=False)


def colour_cpp(tokens: Tokens) -> Tokens:
    """Return the tokens of C++ with the class letters of what their surroundings tell."""
    return _coloured(tokens, is_cpp=True)


def _coloured(tokens: Tokens, *, is_cpp: bool) -> Tokens:
    listed = joined_marks(tokens)
    marked = [at for at, (_, text) in enumerate(listed) if text.strip()]
    place = {at: number for number, at in enumerate(marked)}
    out: Tokens = []
    for at, (kind, text) in enumerate(listed):
        if at not in place:
            out.append((kind, text))
            continue
        around = [
            listed[marked[n]] if 0 <= n < len(marked) else ("", "")
            for n in range(place[at] - 1, place[at] + 3)
        ]
        out += _pieces(kind, text, around, is_cpp=is_cpp)
    return out


def _pieces(
    kind: str, text: str, around: list[tuple[str, str]], *, is_cpp: bool
) -> Iterator[tuple[str, str]]:
    """Yield the pieces of a token; `around` are the one before it, itself and the two behind it."""
    before, _, after, _ = around
    if kind == "Comment.Preproc":
        yield from _preproc(text)
    elif kind == "Literal.String" and "%" in text:
        for number, part in enumerate(_VERB.split(text)):
            yield "d" if number % 2 else "s", part
    elif kind == "Literal.Number.Hex":
        yield from (("o", text[:2]), ("n", text[2:]))
    elif kind.startswith("Literal.Number") and text[0] == "-":
        yield from (("o", "-"), ("n", text[1:]))
    elif kind == "Literal.Number.Float" and text[-1] in "fFlL":
        yield from (("n", text[:-1]), ("o", text[-1]))
    elif text == "this":
        yield "d", text
    elif kind == "Operator":
        yield _mark(kind, text, after[1], is_cpp=is_cpp), text
    elif kind in {"Name", "Name.Class"}:
        yield _name(kind, text, before, around[2:], is_cpp=is_cpp), text
    else:
        yield kind, text


def _preproc(text: str) -> Iterator[tuple[str, str]]:
    if text == "#":
        yield "p", text
        return
    defined = _DEFINED.match(text)
    if defined is None:
        yield "k", text
        return
    yield "k", defined[1]
    yield "f", defined[2]
    for number, part in enumerate(_PREPROC_NUMBER.split(defined[3])):
        yield "n" if number % 2 else PLAIN, part


def _mark(kind: str, text: str, after: str, *, is_cpp: bool) -> str:
    if text == "->":
        return "p"
    if text in _COMPARING or text == "<":
        return "o"
    if text == ">":
        return "o" if not is_cpp or after != "(" else "p"
    return kind


def _name(
    kind: str, text: str, before: tuple[str, str], behind: list[tuple[str, str]], *, is_cpp: bool
) -> str:
    after = behind[0][1]
    if _TYPE.fullmatch(text):
        return "r"
    if kind == "Name.Class":
        return kind
    if is_cpp and before[1] in {"public", "protected", "private"}:
        return "t"
    if after in {".", "->", "["}:
        return "v"
    if is_cpp and (after == "::" or (after == ":" and behind[1][1] == ":")):
        return "f"
    is_typed = before[0] in {"Keyword.Type", "Name"} or before[1] in {"*", "**", "&", "&&", "const", "auto"}
    if after in {")", ","} and is_typed:
        return "v"
    if is_cpp and after in {"&", "*"} and behind[1][0] == "Name" and before[1] in {"const", "(", ","}:
        return "t"
    return kind
