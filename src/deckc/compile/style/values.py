"""Turn the part of a utility that names a value into a CSS value, or into nothing.

Each reader takes the text and returns None where it is not its kind; `first_of` tries several in order.

    rem("4")                 1rem
    fraction("1/3")          33.3333333333%
    bracket("[calc(1px+2em)]")   calc(1px + 2em)
    cssvar("$main")          var(--main)
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from functools import lru_cache

from deckc.compile.style.escape import escape_identifier
from deckc.compile.style.patterns import LazyPattern

Reader = Callable[[str], "str | None"]

GLOBAL_KEYWORDS = frozenset(("inherit", "initial", "revert", "revert-layer", "unset"))

_UNITS = frozenset(
    (
        *"px pt pc % in cm mm rpx em ex lh cap ch ic rem rex rlh rcap rch ric".split(),
        *(
            f"{size}{axis}"
            for size in ("v", "sv", "lv", "dv", "cq")
            for axis in ("w", "h", "i", "b", "min", "max")
        ),
    )
)
_LEADING_FLOAT = LazyPattern(r"\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)")
_NUMBER_SIGNS = frozenset("-.0123456789")
_TIME = LazyPattern(r"(-?[0-9.]+)(s|ms)?", re.ASCII | re.IGNORECASE)
_ANGLE = LazyPattern(r"(-?[0-9.]+)(deg|rad|grad|turn)?", re.ASCII | re.IGNORECASE)
_CSS_VARIABLE = LazyPattern(r"\$[^\s'\"`;{}]")
_MATH_FUNCTION = LazyPattern(r"(calc|clamp|min|max)\s*\((.+)\)(.*)")

_BARE_UNITS = {"px": "1px"} | {
    f"{size}{axis}": f"100{size}{axis}" for size in ("v", "sv", "lv", "dv") for axis in ("w", "h")
}

_POSITION_WORDS = frozenset(("top", "left", "right", "bottom", "center"))

_TRANSITIONABLE = frozenset(
    (
        "color border-color background-color outline-color text-decoration-color flex-grow flex flex-shrink grid "
        "grid-template-columns grid-template-rows caret-color font gap opacity visibility z-index font-weight zoom "
        "text-shadow transform box-shadow border background-position left right top bottom object-position "
        "max-height min-height max-width min-width height width border-width margin padding outline-width "
        "outline-offset font-size line-height text-indent vertical-align border-spacing letter-spacing word-spacing "
        "stroke filter backdrop-filter fill mask mask-size mask-border clip-path clip border-radius"
    ).split()
)


@lru_cache(maxsize=8192)
def first_of(text: str, *readers: Reader) -> str | None:
    """Return what the first reader makes of `text` that knows it.

    Remembered, because the values of different utilities are much the same.
    """
    for reader in readers:
        value = reader(text)
        if value is not None:
            return value
    return None


def format_number(number: float) -> str:
    """Return the number as JavaScript writes it, rounded to ten decimals."""
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    if number.is_integer() and abs(number) < 1e15:
        return str(int(number))
    text = repr(number)
    if "e" not in text and len(text) - text.index(".") <= 11:
        return text
    rounded = float(f"{number:.10f}")
    if rounded.is_integer() and abs(rounded) < 1e21:
        return str(int(rounded))
    text = repr(rounded)
    if "e" not in text:
        return text
    if 1e-6 <= abs(rounded) < 1:
        return f"{rounded:.10f}".rstrip("0")
    return re.sub(r"e([+-])0*", r"e\1", text)


def leading_float(text: str) -> float | None:
    """Return the number that `text` starts with, as JavaScript's parseFloat finds it."""
    match = _LEADING_FLOAT.match(text)
    return float(match[1]) if match else None


def _number_and_unit(text: str) -> tuple[float, str] | None:
    """Read "-1.5rem": digits, at most one dot that digits follow, and a known unit or none."""
    if text[:1] not in _NUMBER_SIGNS:
        return None
    end = 1
    size = len(text)
    while end < size and text[end] in _NUMBER_SIGNS:
        end += 1
    digits, unit = text[:end], text[end:]
    if unit and unit.lower() not in _UNITS:
        return None
    value = _plain_number(digits)
    return None if value is None else (value, unit)


def _plain_number(text: str) -> float | None:
    """Read "-1.5" or ".5"; neither "1." nor "1e3" nor "+1" is a number here."""
    if not text or text[-1] not in "0123456789" or not _NUMBER_SIGNS.issuperset(text):
        return None
    try:
        return float(text)
    except ValueError:
        return None


def number_with_unit(text: str) -> str | None:
    """Read "10px"; a bare number is none."""
    pair = _number_and_unit(text)
    return f"{format_number(pair[0])}{pair[1]}" if pair and pair[1] else None


def auto(text: str) -> str | None:
    """Read "auto" and "a"."""
    return "auto" if text in {"auto", "a"} else None


def rem(text: str) -> str | None:
    """Read a length; a bare number counts quarters of a rem."""
    if text in _BARE_UNITS:
        return _BARE_UNITS[text]
    pair = _number_and_unit(text)
    if pair is None:
        return None
    number, unit = pair
    if number == 0:
        return "0"
    return f"{format_number(number)}{unit}" if unit else f"{format_number(number / 4)}rem"


def px(text: str) -> str | None:
    """Read a length; a bare number counts pixels."""
    if text in _BARE_UNITS:
        return _BARE_UNITS[text]
    pair = _number_and_unit(text)
    return f"{format_number(pair[0])}{pair[1] or 'px'}" if pair else None


def number(text: str) -> str | None:
    """Read a bare number."""
    value = _plain_number(text)
    return None if value is None else format_number(value)


def percent(text: str) -> str | None:
    """Read a percentage, with or without its sign, as a fraction of one."""
    value = _plain_number(text.removesuffix("%"))
    return None if value is None else format_number(value / 100)


def fraction(text: str) -> str | None:
    """Read "1/2" and "full" as a percentage."""
    if text == "full":
        return "100%"
    if "/" not in text:
        return None
    parts = text.split("/")
    above, below = leading_float(parts[0]), leading_float(parts[1])
    if above is None or below is None or (above == 0 and below == 0):
        return None
    if above == 0:
        return "0"
    if below == 0:
        return "Infinity%" if above > 0 else "-Infinity%"
    return f"{format_number(above / below * 100)}%"


def time(text: str) -> str | None:
    """Read a duration; a bare number counts milliseconds."""
    match = _TIME.fullmatch(text)
    value = leading_float(match[1]) if match else None
    if match is None or value is None:
        return None
    unit = match[2]
    if value == 0 and not unit:
        return "0s"
    return f"{format_number(value)}{unit or 'ms'}"


def angle(text: str) -> str | None:
    """Read an angle; a bare number counts degrees."""
    match = _ANGLE.fullmatch(text)
    value = leading_float(match[1]) if match else None
    if match is None or value is None:
        return None
    if value == 0:
        return "0deg"
    return f"{format_number(value)}{match[2] or 'deg'}"


def keyword(text: str) -> str | None:
    """Read a CSS-wide keyword."""
    return text if text in GLOBAL_KEYWORDS else None


def properties(text: str) -> str | None:
    """Read a comma-separated list of properties that can change over time."""
    return text if all(part in _TRANSITIONABLE for part in text.split(",")) else None


def position(text: str) -> str | None:
    """Read one word of a position."""
    return text if text in _POSITION_WORDS else None


def cssvar(text: str) -> str | None:
    """Read "$name" and "$name,fallback" as a custom property."""
    if text[:1] != "$" or not _CSS_VARIABLE.match(text):
        return None
    parts = text[1:].split(",")
    fallback = f", {parts[1]}" if len(parts) > 1 and parts[1] else ""
    return f"var(--{escape_identifier(parts[0])}{fallback})"


def is_math(text: str | None) -> bool:
    """Tell whether a CSS value is calc(), clamp(), min() or max()."""
    return text is not None and _MATH_FUNCTION.match(text) is not None


def is_size(text: str) -> bool:
    """Tell whether a text, in brackets or not, is a length."""
    if text[:1] == "[" and text[-1:] == "]":
        text = text[1:-1]
    # No digits at all and a bare unit are sizes too, as UnoCSS reads them.
    return is_math(text) or text in {"", "-"} or text.lower() in _UNITS or _number_and_unit(text) is not None
