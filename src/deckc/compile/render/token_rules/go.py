"""Tell Go's names apart: types by where they stand, packages that are imported, verbs in formats.

s *http.Server      http, Server: type        fmt.Printf("%d")    %d: constant
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckc.compile.render.token_rules import Tokens

_VERB = re.compile(r"(%[-+# 0]*+\d*(?:\.\d+)?[a-zA-Z%]|\\(?:[abfnrtv\\\"']|x[\da-f]{2}|u[\da-f]{4}))")
_TRUTHS = frozenset(["true", "false"])
_NAME = "Name.Other"


def colour_go(tokens: Tokens) -> Tokens:
    """Return the tokens with the class letters of what their surroundings tell."""
    types: set[int] = set()
    out: Tokens = []
    in_import = is_grouped = False
    for at, (kind, text) in enumerate(tokens):
        if text == "import":
            in_import, is_grouped = True, False
        elif in_import and text == "(":
            is_grouped = True
        elif in_import and (text == ")" or ("\n" in text and not is_grouped)):
            in_import = False
        if kind == "Literal.String":
            out += _text(text, is_package=in_import)
        elif kind == _NAME:
            out.append((_name(tokens, at, types), text))
        elif text in _TRUTHS:
            out.append(("k", text))
        elif text == "any":
            out.append(("t", text))
        else:
            out.append(("p" if text == ":=" else kind, text))
    return out


def _text(text: str, *, is_package: bool) -> Iterator[tuple[str, str]]:
    if is_package:
        yield from (("q", text[:1]), ("f", text[1:-1]), ("q", text[-1:] if len(text) > 1 else ""))
        return
    if text[:1] != '"' or not _VERB.search(text):
        yield "Literal.String", text
        return
    yield "q", '"'
    for number, part in enumerate(_VERB.split(text[1:].removesuffix('"'))):
        yield "d" if number % 2 else "s", part
    yield "q", '"' if text.endswith('"') else ""


def _name(tokens: Tokens, at: int, types: set[int]) -> str:
    """Return the class letter, or the kind, of a name; `types` are the places of those that are types."""
    before, after = _known(tokens, at - 1), _known(tokens, at + 1)
    if before[1] == "." and at - 2 in types:
        types.add(at)
        return "t"
    if _is_type(tokens, at, after[1]):
        types.add(at)
        return "t"
    gap = before[1].isspace() and _known(tokens, at - 2)[1]
    return "f" if gap == "func" and after[1] in {"(", "["} else _NAME


def _is_type(tokens: Tokens, at: int, after: str) -> bool:
    before = _known(tokens, at - 1)
    if before[1] == "]":
        return after not in {"(", "."} or _known(tokens, at - 2)[1] == "["
    start = at - 1
    if before[1] in {"*", "&"}:
        start -= 1
        if after == "{":
            return True
    if before[1] == "(" and after in {")", ","}:  # func(T) U
        return _known(tokens, start - 1)[1] == "func"
    gap = _known(tokens, start)[1]
    if not gap or gap.strip(" \t"):
        return False
    ahead = _known(tokens, start - 1)
    if ahead[1] == ")":
        return after not in {"(", "."} and before[1] != "&"
    return ahead[0] == _NAME or ahead[1] in {"type", "package"}


def _known(tokens: Tokens, at: int) -> tuple[str, str]:
    return tokens[at] if 0 <= at < len(tokens) else ("", "")
