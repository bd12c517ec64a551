"""Read the measures of a deck: aspect ratio, canvas height, duration.

"4:3" -> 1.333...      980 px wide at 16/9 -> 552 px high      "1h10m30s" -> 4230 s
"""

from __future__ import annotations

import math
import re

from deckc.model.source import Value
from deckc.pattern import pattern

_RATIO_MARK = pattern(r"[:/x|]")
_LEADING_NUMBER = pattern(r"\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
_AMOUNT = pattern(r"([\d.]+)([a-z]+)", re.IGNORECASE)
_SECONDS = {
    **dict.fromkeys(["s", "sec", "secs"], 1.0),
    **dict.fromkeys(["m", "min", "mins"], 60.0),
    **dict.fromkeys(["h", "hr", "hrs", "hour", "hours"], 3600.0),
    **dict.fromkeys(["day", "days"], 86400.0),
    **dict.fromkeys(["week", "weeks"], 604800.0),
    **dict.fromkeys(["month", "months"], 2629746.0),
    **dict.fromkeys(["year", "years"], 31556952.0),
}
_MIN_RATIO, _MAX_RATIO = 0.05, 20.0
_LONGEST_DURATION = 100
MIN_WIDTH_PX, MAX_WIDTH_PX = 50, 20_000


def read_ratio(value: Value) -> float | None:
    """Return width / height of a number, `w/h`, `w:h`, `wxh` or `w|h`; None where it is none of these."""
    ratio = _plain_number(value)
    if ratio is None and isinstance(value, str):
        parts = [_leading_number(part) for part in _RATIO_MARK.split(value)[:2]]
        if len(parts) == 2 and parts[0] is not None and parts[1]:
            ratio = parts[0] / parts[1]
    return ratio if ratio is not None and _MIN_RATIO <= ratio <= _MAX_RATIO else None


def canvas_height(width_px: float, ratio: float) -> int:
    """Return the canvas height in px: Slidev rounds up."""
    return math.ceil(width_px / ratio)


def read_duration(value: Value) -> float | None:
    """Return the seconds of a number, `10m`, `1h10m30s`, `mm:ss` or `h:m:s`; None for others."""
    seconds = _plain_number(value)
    if seconds is None and isinstance(value, str):
        text = value.strip().removeprefix("+")
        seconds = _clock(text) if ":" in text else _amounts(text)
    return seconds if seconds is not None and 0 <= seconds < math.inf else None


def read_number(value: Value) -> float | None:
    """Return the number that a value is or writes."""
    return _plain_number(value)


def _plain_number(value: Value) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def _leading_number(text: str) -> float | None:
    match = _LEADING_NUMBER.match(text)
    return _plain_number(match[1]) if match else None


def _clock(text: str) -> float | None:
    parts = [_plain_number(part) if part.strip() else 0.0 for part in text.split(":")]
    if len(parts) > 3 or None in parts:
        return None
    seconds = 0.0
    for part in parts:
        seconds = seconds * 60 + (part or 0.0)
    return seconds


def _amounts(text: str) -> float | None:
    if not text or len(text) > _LONGEST_DURATION or _AMOUNT.sub("", text).strip():
        return None
    amounts = [(_plain_number(number), _SECONDS.get(unit.lower())) for number, unit in _AMOUNT.findall(text)]
    if any(number is None or unit is None for number, unit in amounts):
        return None
    return sum((number or 0.0) * (unit or 0.0) for number, unit in amounts)
