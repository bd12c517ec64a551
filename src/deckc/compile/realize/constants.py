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

_NUMBER = re.compile(r"-?\d{1,15}(\.\d+)?\Z")
_STRING = re.compile(r"'([^'\\\n]*)'|\"([^\"\\\n]*)\"\Z")
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
    if text in _WORDS:
        return Folded(_WORDS[text])
    if _NUMBER.match(text):
        number = float(text)
        return Folded(int(number) if number.is_integer() else number)
    if (string := _STRING.fullmatch(text)) is not None:
        return Folded(string[1] if string[1] is not None else string[2])
    return _evaluate(text, span, scope, report)


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
