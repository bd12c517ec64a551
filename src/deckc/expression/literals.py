r"""Read the literals of JavaScript: numbers and strings as written -> their values.

0x1F -> 31      1_000.50 -> 1000.5      \u{1F600}\n -> a face and a line end
"""

from __future__ import annotations

import re

from deckc.expression.numbers import as_number
from deckc.pattern import pattern

_DECIMAL = pattern(r"(?:0|[1-9](?:_?\d)*)?(?:\.(?:\d(?:_?\d)*)?)?(?:[eE][+-]?\d(?:_?\d)*)?")
_DIGITS_BY_BASE = {
    "x": (16, pattern(r"[0-9a-fA-F](?:_?[0-9a-fA-F])*")),
    "o": (8, pattern(r"[0-7](?:_?[0-7])*")),
    "b": (2, pattern(r"[01](?:_?[01])*")),
}
_BIG_INTEGER = pattern(r"0|[1-9](?:_?\d)*")
_ESCAPE = pattern(
    r"\\(?:u\{(?P<point>[0-9a-fA-F]+)\}|u(?P<unit>[0-9a-fA-F]{4})|x(?P<byte>[0-9a-fA-F]{2})"
    r"|(?P<other>\r\n|[\s\S]))?"
)
_SINGLE_ESCAPES = {
    "n": "\n",
    "t": "\t",
    "r": "\r",
    "b": "\b",
    "f": "\f",
    "v": "\v",
    "0": "\0",
    "\n": "",
    "\r": "",
    "\r\n": "",
    "\u2028": "",
    "\u2029": "",
}
_LAST_CODE_POINT = 0x10FFFF


def read_number(text: str) -> int | float:
    """Return a numeric literal's value; raise ValueError where JavaScript would not take it."""
    base = _DIGITS_BY_BASE.get(text[1:2].lower()) if text[:1] == "0" else None
    if base is not None:
        radix, digits = base
        if not digits.fullmatch(text, 2):
            raise ValueError(text)
        return as_number(int(text[2:].replace("_", ""), radix))
    if not _DECIMAL.fullmatch(text) or not any(c.isdigit() for c in text):
        raise ValueError(text)
    plain = text.replace("_", "")
    return as_number(float(plain))


def read_big_integer(text: str) -> str:
    """Return the digits of `12n`; raise ValueError where it is not a decimal one."""
    if not _BIG_INTEGER.fullmatch(text[:-1]):
        raise ValueError(text)
    return text[:-1]


def read_string(raw: str) -> str:
    """Return what stands between quotes with its escapes read; raise ValueError at a broken one."""
    if "\\" not in raw:
        return raw
    return join_surrogates(_ESCAPE.sub(_unescape, raw))


def join_surrogates(text: str) -> str:
    """Return the text with pairs of UTF-16 surrogates joined to the characters they stand for."""
    if not any("\ud800" <= c <= "\udfff" for c in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def _unescape(match: re.Match[str]) -> str:
    hexadecimal = match["point"] or match["unit"] or match["byte"]
    if hexadecimal is not None:
        code_point = int(hexadecimal, 16)
        if code_point > _LAST_CODE_POINT:
            raise ValueError(match[0])
        return chr(code_point)
    other = match["other"]
    if other is None or other in "ux123456789":
        raise ValueError(match[0])
    return _SINGLE_ESCAPES.get(other, other)
