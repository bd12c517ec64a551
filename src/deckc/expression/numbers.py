"""JavaScript's numbers in Python: one kind of number, kept as `int` where it is whole and exact.

as_number(4.0)        -> 4
number_text(1e21)     -> "1e+21"
number_text(0.1+0.2)  -> "0.30000000000000004"
"""

from __future__ import annotations

import math
import re

from deckc.expression.words import BLANKS
from deckc.pattern import pattern

Number = int | float

_EXACT = 2**53
_FIXED_BELOW = 1e21
_NUMERIC = pattern(r"[+-]?(?:\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)")
_PREFIXED = pattern(r"0(?:[xX]([0-9a-fA-F]+)|[oO]([0-7]+)|[bB]([01]+))")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def as_number(value: Number) -> Number:
    """Return the double nearest to a number: an int where that is whole and exact, a float otherwise."""
    if isinstance(value, int):
        if -_EXACT <= value <= _EXACT:
            return value
        try:
            return float(value)
        except OverflowError:
            return math.inf if value > 0 else -math.inf
    if value.is_integer() and abs(value) <= _EXACT and (value != 0 or math.copysign(1, value) > 0):
        return int(value)
    return value


def number_text(value: Number) -> str:
    """Return what `String(value)` gives."""
    if isinstance(value, int):
        return str(value) if abs(value) <= _EXACT else number_text(float(value))
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    if value == 0:
        return "0"
    sign = "-" if value < 0 else ""
    digits, point = _shortest(abs(value))
    return sign + _placed(digits, point, abs(value))


def _shortest(value: float) -> tuple[str, int]:
    """Return the shortest digits of a positive double, and how many of them stand before its point."""
    mantissa, _, exponent = repr(value).partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = whole + fraction
    point = len(whole) + int(exponent or 0)
    stripped = digits.lstrip("0")
    point -= len(digits) - len(stripped)
    return stripped.rstrip("0") or "0", point


def _placed(digits: str, point: int, value: float) -> str:
    if value >= _FIXED_BELOW or point < -5:
        exponent = point - 1
        fraction = f".{digits[1:]}" if len(digits) > 1 else ""
        return f"{digits[0]}{fraction}e{'+' if exponent >= 0 else '-'}{abs(exponent)}"
    if point <= 0:
        return "0." + "0" * -point + digits
    if point >= len(digits):
        return digits + "0" * (point - len(digits))
    return f"{digits[:point]}.{digits[point:]}"


def text_number(text: str) -> Number:
    """Return what `Number(text)` gives."""
    text = text.strip(BLANKS)
    if not text:
        return 0
    if _NUMERIC.fullmatch(text) and text.isascii():
        return as_number(float(text))
    if prefixed := _PREFIXED.fullmatch(text):
        radix = {1: 16, 2: 8, 3: 2}[prefixed.lastindex or 1]
        return as_number(int(prefixed[prefixed.lastindex or 1], radix))
    return {"Infinity": math.inf, "+Infinity": math.inf, "-Infinity": -math.inf}.get(text, math.nan)


def leading_float(text: str) -> Number:
    """Return what `parseFloat(text)` gives."""
    text = text.strip(BLANKS)
    found = re.match(
        r"[+-]?(?:Infinity|[0-9]+\.?[0-9]*(?:[eE][+-]?[0-9]+)?|\.[0-9]+(?:[eE][+-]?[0-9]+)?)", text
    )
    return text_number(found[0]) if found else math.nan


def leading_integer(text: str, radix: int) -> Number:
    """Return what `parseInt(text, radix)` gives; radix 0 stands for none."""
    text = text.strip(BLANKS).lower()
    sign = -1 if text[:1] == "-" else 1
    text = text.lstrip("+-") if text[:1] in {"+", "-"} and text[1:2] not in {"+", "-"} else text
    if radix in {0, 16} and text.startswith("0x"):
        text, radix = text[2:], 16
    radix = radix or 10
    if not 2 <= radix <= 36:
        return math.nan
    allowed = _DIGITS[:radix]
    length = next((at for at, c in enumerate(text) if c not in allowed), len(text))
    return as_number(sign * int(text[:length][:400], radix)) if length else math.nan


def to_int32(value: Number) -> int:
    """Return the 32-bit integer of a number, as bit operators use it."""
    bits = to_uint32(value)
    return bits - 2**32 if bits >= 2**31 else bits


def to_uint32(value: Number) -> int:
    """Return the unsigned 32-bit integer of a number."""
    return 0 if not math.isfinite(value) else math.trunc(value) % 2**32


def fixed_text(value: Number, digits: int) -> str:
    """Return what `value.toFixed(digits)` gives."""
    if not math.isfinite(value) or abs(value) >= _FIXED_BELOW:
        return number_text(value)
    from decimal import ROUND_HALF_UP, Decimal  # 2 ms that hardly any deck needs

    rounded = Decimal(value).quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
    text = f"{rounded:f}"
    return text[1:] if text.startswith("-") and not value < 0 else text


def radix_text(value: int, radix: int) -> str:
    """Return a whole number in another base, as `value.toString(radix)` gives it."""
    digits = ""
    rest = abs(value)
    while rest:
        rest, digit = divmod(rest, radix)
        digits = _DIGITS[digit] + digits
    return ("-" if value < 0 else "") + (digits or "0")
