"""Read where an element asks to stand on the click timeline (spec 6.2).

v-click            +1       one after what was placed before
v-click="3"         3       exactly at click 3
v-click="'+2'"     +2
v-click="[2, '+1']" [2, +1)  from click 2 for one click
v-click="false"     None    always shown, takes no click
"""

from __future__ import annotations

import math

from deckc.dataclass import dataclass
from deckc.diagnostics import Report, Span
from deckc.model.source import Value

_MOST = 999_999
"""Slidev's "after everything"; what is further away is a slip."""


@dataclass(frozen=True, slots=True)
class At:
    """One place: `clicks` after the last one, or exactly click `clicks`."""

    clicks: int
    relative: bool


@dataclass(frozen=True, slots=True)
class AtRange:
    """From `start` up to, not including, `end`; a relative end counts from the start."""

    start: At
    end: At


NEXT = At(1, relative=True)
"""What a click element asks for when it says nothing."""
WITH_PREVIOUS = At(0, relative=True)
"""What `v-after` asks for."""


def read_at(value: Value, span: Span | None, report: Report) -> At | AtRange | None:
    """Return what a value asks for; None for an element that takes no part in the clicks."""
    if isinstance(value, list):
        start, end = (read_place(part, span, report) for part in (*value, None, None)[:2])
        return None if start is None or end is None else AtRange(start, end)
    return read_place(value, span, report)


def read_place(value: Value, span: Span | None, report: Report) -> At | None:
    """Return the one place a value asks for; None when it is disabled or no place at all."""
    if value is None or value is True or value == "true":
        return NEXT
    if value is False or value == "false":
        return None
    relative = isinstance(value, str) and value[:1] in {"+", "-"}
    number = _number(value)
    if number is None:
        report.warn("invalid-at", f'"{value}" is no click', span, _way_out(value))
        return None
    if number <= 0 and not relative:
        report.warn(
            "invalid-at", f'click "{value}" is before the first one; taken as 1', span, "write 1 or more"
        )
        return At(1, relative=False)
    return At(number, relative)


def _way_out(value: Value) -> str:
    if isinstance(value, list) or str(value).startswith("["):
        return 'one click is meant here: give the element inside v-click="[2, 4]"'
    if isinstance(value, str) and value[:1] == value[-1:] == "'":
        return f"take the quotes inside away: {value[1:-1]}"
    return 'write a number, "+1" or, for v-click on an element, a range such as [2, 4]'


def _number(value: Value) -> int | None:
    """Return a value as JavaScript's `+value` reads it; None where that is not a finite number."""
    if isinstance(value, str):
        text = value.strip()
        if not text:
            return 0
        try:
            value = float(text)
        except ValueError:
            return None
    if isinstance(value, (int, float)) and abs(value) <= _MOST:  # not infinite, not no number
        return math.ceil(value)  # clicks are whole: an element at 1.5 is first seen at 2
    return None
