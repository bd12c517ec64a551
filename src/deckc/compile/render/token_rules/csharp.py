"""Tell C#'s names apart: what is declared, types, members, attributes.

List<Cat> cats = home.Find();     List, Cat: type; cats, Find: function; home: variable
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckc.compile.render.token_rules import Tokens

_HOLE = re.compile(r"(\{[^{}\"]*\})")
_INSIDE = re.compile(r"([{}.])")
_DECLARED_BEFORE = frozenset(["=", ";", ",", ")", "in", "{", "=>", ":"])
_TYPED = frozenset(["new", "as", "is", "typeof", "class", "struct", "interface", "enum", "record"])
_WORDS = {"void": "k", "string": "k", "await": "o", "struct": "o", "class": "o", "ref": "o", "_": "d"}


def colour_csharp(tokens: Tokens) -> Tokens:
    """Return the tokens with the class letters of what their surroundings tell."""
    marked = [(k, t) for k, t in tokens if t.strip()]
    places = [at for at, (_, t) in enumerate(tokens) if t.strip()]
    letters = _letters(marked)
    out: Tokens = []
    known = dict(zip(places, letters, strict=True))
    for at, (kind, text) in enumerate(tokens):
        out += _pieces(kind, text, known.get(at, kind))
    return out


def _pieces(kind: str, text: str, letter: str) -> Iterator[tuple[str, str]]:
    if kind == "Name.Attribute":
        for part in re.split(r"([\[\]])", text):
            yield "p" if part in {"[", "]"} else "t", part
    elif kind == "Name.Namespace":
        for part in re.split(r"(\.)", text):
            yield "p" if part == "." else kind, part
    elif kind == "Keyword.Type" and text.endswith("?"):
        yield "k", text[:-1]
        yield "p", "?"
    elif kind.startswith("Literal.String") and text[:2] == '$"':
        for number, part in enumerate(_HOLE.split(text)):
            if not number % 2:
                yield kind, part
                continue
            for inner in _INSIDE.split(part):
                yield "p" if inner in {"{", "}", "."} else "s", inner
    else:
        yield letter, text


def _letters(tokens: Tokens) -> list[str]:
    """Return the class letter, or the kind, of each token that is no blank."""
    out: list[str] = []
    arguments = 0
    is_base = False
    for at, (kind, text) in enumerate(tokens):
        before = tokens[at - 1] if at else ("", "")
        after = tokens[at + 1][1] if at + 1 < len(tokens) else ""
        if text == "<" and before[0] in {"Name", "Name.Class", "Name.Function"} and _closes(tokens, at):
            arguments += 1
            out.append("p")
        elif text == ">" and arguments:
            arguments -= 1
            out.append("p")
        elif text in {"<", ">"}:
            out.append("p")
        elif text in _WORDS:
            out.append(_WORDS[text])
        elif kind in {"Name", "Name.Class", "Name.Function"}:
            out.append(_name(kind, before, after, is_typed=bool(arguments) or is_base, last=out[-1:]))
        else:
            out.append(kind)
        is_base = (is_base and text not in {"{", ";", "("}) or (
            text == ":" and before[0] in {"Name", "Name.Class", "Name.Function"}
        )
    return out


def _name(kind: str, before: tuple[str, str], after: str, *, is_typed: bool, last: list[str]) -> str:
    if kind == "Name.Class":
        return "t"
    if is_typed:
        return "t"
    if before[1] in {"new", "record"} or before[1] in _TYPED:
        return "t"
    if kind == "Name.Function" or after == "(":
        return "f"
    if before[1] == ".":
        return "v"
    is_typed_before = before[0] in {"Keyword.Type", "Name", "Name.Class"} or before[1] in {
        ">",
        "]",
        "?",
        "var",
    }
    if is_typed_before and last != ["v"] and (after in _DECLARED_BEFORE or not after):
        return "f"
    if after in {"<", "?"} or after[:1].isalpha() or after == "[]" or after[:1] == "_":
        return "t" if after not in {"is", "as", "in", "switch", "and", "or", "not", "with", "when"} else "v"
    return "v"


def _closes(tokens: Tokens, at: int) -> bool:
    """Return whether type arguments start at a `<`: nothing but names, commas and brackets up to the `>`."""
    for kind, text in tokens[at + 1 : at + 24]:
        if text == ">":
            return True
        if not (
            kind.startswith(("Name", "Keyword.Type")) or text in {",", "<", "[", "]", ".", "?", "(", ")"}
        ):
            return False
    return False
