"""Settle an expression while compiling, where it can be settled.

fold("[1, '+2']", span, scope)   -> Folded([1, "+2"])
fold("$clicks > 2", span, scope) -> None: only the running page knows
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from deckc.dataclass import dataclass
from deckc.diagnostics import Report, Span
from deckc.model.source import Value
from deckc.pattern import pattern

_NUMBER = re.compile(r"-?\d{1,15}(\.\d+)?\Z")
_STRING = re.compile(r"'([^'\\\n]*)'|\"([^\"\\\n]*)\"\Z")
_ITEM = r"""'[^'\\\n]*'|"[^"\\\n]*"|-?\d{1,15}(?:\.\d+)?|true|false|null"""
_ITEMS = pattern(rf"\s*({_ITEM})\s*([,\]])")
_WORDS: Mapping[str, Value] = {"true": True, "false": False, "null": None, "undefined": None}


@dataclass(frozen=True, slots=True)
class Folded:
    """An expression's value, known while compiling."""

    value: Value


def fold(text: str | None, span: Span, scope: Mapping[str, object], report: Report) -> Folded | None:
    """Return an expression's value; None when it takes the running page to know it.

    An expression that cannot be read is reported and has no value. Nearly all are plain literals, so
    those are read here and never meet the JavaScript parser.
    """
    text = (text or "").strip()
    if not text:
        return Folded(None)
    if text in _WORDS or _NUMBER.match(text):
        return Folded(_literal(text))
    if (string := _STRING.fullmatch(text)) is not None:
        return Folded(string[1] if string[1] is not None else string[2])
    if text[0] == "[" and (items := _items(text)) is not None:
        return Folded(items)
    return _evaluate(text, span, scope, report)


def _items(text: str) -> list[Value] | None:
    """Return the values of a list of literals, `[1, 'a']`; None for any other list."""
    if text == "[]":
        return []
    items: list[Value] = []
    at, sign = 1, ","
    while sign == "," and (item := _ITEMS.match(text, at)):
        items.append(_literal(item[1]))
        at, sign = item.end(), item[2]
    return items if sign == "]" and at == len(text) else None


def _literal(text: str) -> Value:
    """Return the value of a string, a number or a word."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in "'\"":
        return text[1:-1]
    number = float(text)
    return int(number) if number.is_integer() else number


def _evaluate(text: str, span: Span, scope: Mapping[str, object], report: Report) -> Folded | None:
    from deckc.expression import NotConstantError, evaluate, parse_expression

    expression = parse_expression(text, span, report)
    if expression is None or any(
        name.startswith("$") and name not in scope for name in expression.free_names
    ):
        return None
    try:
        return Folded(evaluate(expression, scope))
    except NotConstantError:
        return None
