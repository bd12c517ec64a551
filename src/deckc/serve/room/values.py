"""Say what the entries of the shared state may hold: what the windows read they take for granted.

fits("slide", 3)      True
fits("slide", "3")    False
fits("mine", [1])     True: of other names nothing is known
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping

_DRAWING = re.compile(r"drawings/[1-9]\d{0,4}")
_MOST_SLIDES = 99_999
_MOST_CLICKS = 1_000_000
_FAR = 10_000.0
"""Canvases, and how much a region of one is made larger."""
_LATEST_MS = 2.0**53
_STATES = ("stopped", "running", "paused")
_BLANKS = ("", "black", "white")


def fits(key: str, value: object) -> bool:
    """Return whether an entry of this name may have this value."""
    name = key.partition("/")[0]
    if name != key or name == "drawings":
        return _DRAWING.fullmatch(key) is not None and (value is None or isinstance(value, str))
    is_fitting = _KNOWN.get(name)
    return is_fitting is None or is_fitting(value)


def _is_whole(value: object, low: int, high: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _is_number(value: object, low: float, high: float) -> bool:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    return math.isfinite(value) and low <= value <= high


def _holds(value: object, **fields: Callable[[object], bool]) -> bool:
    return (
        isinstance(value, dict)
        and value.keys() == fields.keys()
        and all(is_fitting(value[name]) for name, is_fitting in fields.items())
    )


def _is_place(value: object) -> bool:
    return _is_number(value, -_FAR, _FAR)


def _is_moment(value: object) -> bool:
    return _is_number(value, -_LATEST_MS, _LATEST_MS)


_KNOWN: Mapping[str, Callable[[object], bool]] = {
    "slide": lambda value: _is_whole(value, 1, _MOST_SLIDES),
    "clicks": lambda value: _is_whole(value, 0, _MOST_CLICKS),
    "pointer": lambda value: value is None or _holds(value, x=_is_place, y=_is_place),
    "timer": lambda value: _holds(
        value, state=lambda state: state in _STATES, sinceMs=_is_moment, elapsedMs=_is_moment
    ),
    "blank": lambda value: value in _BLANKS,
    "zoom": lambda value: (
        value is None
        or _holds(value, x=_is_place, y=_is_place, scale=lambda scale: _is_number(scale, 1, _FAR))
    ),
    "by": lambda _: False,  # read only: who wrote the place
}
