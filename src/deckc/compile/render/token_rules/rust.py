"""Tell Rust's names apart: modules, types, fields, variants that are called; and what Pygments takes for types.

thread::spawn(f)    thread: function        point.x    x: plain
Shape::Square(3)    Square: function        /// doc    comment
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckc.compile.render.token_rules import PLAIN, Tokens, joined_marks

_DERIVED = re.compile(r"[A-Z]\w*|\w+|[^\w\s]+|\s+")
_HOLE = re.compile(r"([{}])")
_COMPARED = frozenset(["==", "!=", "<=", ">=", "=>", "&&", "||", "..", "..=", "+", "-", "*", "/", "%", "!"])
_ADDING = frozenset(["+=", "-=", "*=", "/=", "%="])
_DECLARING = frozenset(["const", "static", "trait", "mod", "type", "union"])
_OWN = frozenset(["self", "Self"])
_TRUTHS = frozenset(["true", "false"])


def colour_rust(tokens: Tokens) -> Tokens:
    """Return the tokens with the class letters of what their surroundings tell."""
    listed = joined_marks(tokens)
    return [piece for at in range(len(listed)) for piece in _pieces(listed, at)]


def _pieces(tokens: Tokens, at: int) -> Iterator[tuple[str, str]]:
    kind, text = tokens[at]
    if kind == "Comment.Preproc":
        for part in _DERIVED.findall(text):
            yield (
                "t" if part[0].isupper() else "p" if not (part[0].isalnum() or part.isspace()) else PLAIN,
                part,
            )
    elif kind == "Literal.String.Doc":
        yield "c", text
    elif kind == "Literal.String.Char":
        yield from _quoted(text)
    elif kind == "Literal.String" and _HOLE.search(text):
        for part in _HOLE.split(text):
            yield "p" if part in {"{", "}"} else "s", part
    elif kind == "Literal.Number.Float" and "." in text:
        whole, _, rest = text.partition(".")
        yield from (("n", whole), ("p", "."), ("n", rest))
    else:
        yield _kind(tokens, at), text


def _quoted(text: str) -> Iterator[tuple[str, str]]:
    start = text.find("'")
    if start < 0 or len(text) < start + 2:
        yield "s", text
        return
    yield from (("o", text[:start]), ("p", "'"), ("s", text[start + 1 : -1]), ("p", text[-1]))


def _kind(tokens: Tokens, at: int) -> str:
    kind, text = tokens[at]
    before, after = _text(tokens, at - 1), _text(tokens, at + 1)
    if after == ":" and _text(tokens, at + 2) == ":":
        after = "::"
    if _text(tokens, at - 2) == "mod":
        return "f"
    if text in _OWN and kind.startswith("Name"):
        return "d"
    if text in _TRUTHS:
        return "k"
    if kind == "Keyword" and text in _DECLARING:
        return "o"
    if kind == "Operator":
        return _mark(kind, text, before, after)
    if kind == "Name.Attribute":  # a lifetime
        return "t"
    if kind == "Name.Builtin" and after == "(" and before == "(":
        return "f"
    return _name(kind, text, before, after) if kind in {"Name", "Name.Class", "Name.Builtin"} else kind


def _name(kind: str, text: str, before: str, after: str) -> str:
    if text.isupper() and text[:2].isalpha() and len(text) > 1:
        return "f" if after == "(" else "d"
    if after == "::" and text[0].islower():
        return "f"
    if before == "." and after != "(" and text[0].islower():
        return PLAIN
    if text[0].isupper():
        return "f" if kind == "Name" and after == "(" else "t"
    return "v" if kind == "Name.Class" else kind


def _mark(kind: str, text: str, before: str, after: str) -> str:
    if text in _ADDING:
        return "p"
    if text in _COMPARED:
        return "o"
    if text in {"<", ">"} and not before.strip() and not after.strip():
        return "o"
    return kind


def _text(tokens: Tokens, at: int) -> str:
    return tokens[at][1] if 0 <= at < len(tokens) else ""
