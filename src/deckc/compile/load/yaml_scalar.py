r"""Read YAML scalars as YAML 1.2's core schema does.

yes -> "yes"     010 -> 10      16:9 -> "16:9"          "a\tb" -> a, tab, b
True -> True     0o17 -> 15     2024-01-01 -> text      'it''s' -> it's
"""

from __future__ import annotations

import re

from deckc.model.source import Value
from deckc.pattern import pattern

_WORDS: dict[str, Value] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_INTEGER = pattern(r"[-+]?[0-9]+")
_BASED = pattern(r"0(?:o[0-7]+|x[0-9a-fA-F]+)")
_FLOAT = pattern(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_SPECIAL = pattern(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_NUMBER_STARTS = frozenset("+-.0123456789")
_MAX_DIGITS = 300
"""Longer numbers stay text: Python refuses to read integers of thousands of digits."""
_MAX_EXACT = 2**53
"""JavaScript has one kind of number: `1e3` is the integer 1000 as far as integers are exact."""

_ESCAPES = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "\t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    " ": " ",
    '"': '"',
    "/": "/",
    "\\": "\\",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}
_ESCAPE = pattern(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)
_LINE_END = pattern(r"[ \t]*\n[ \t\n]*")
_MAX_CODE_POINT = 0x10FFFF


def plain_value(text: str) -> Value:
    """Return the value of a scalar without quotes."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMBER_STARTS or len(text) > _MAX_DIGITS:
        return text
    return _number(text)


def _number(text: str) -> Value:
    """Return the number that a text writes; the text itself where it is none."""
    if _INTEGER.fullmatch(text):
        return int(text)
    if _BASED.fullmatch(text):
        return int(text, 0)
    if _FLOAT.fullmatch(text):
        number = float(text)
        return int(number) if number.is_integer() and abs(number) < _MAX_EXACT else number
    return float(text.replace(".", "", 1)) if _SPECIAL.fullmatch(text) else text


def fold_lines(text: str) -> str:
    """Return the text of a scalar over several lines: one line end is a space, n + 1 are n line ends."""
    if "\n" not in text:
        return text
    return _LINE_END.sub(lambda match: "\n" * (match[0].count("\n") - 1) or " ", text)


def unescape(text: str) -> str:
    """Return the text of a double-quoted scalar; an escape that YAML does not know stays as written."""
    if "\\" not in text:
        return fold_lines(text)
    parts: list[str] = []
    done = 0
    # "\" at the end of a line joins the lines; it must be seen before line ends are folded.
    text = re.sub(r"((?:\\\\)*)\\\n[ \t]*", r"\1", text)
    for match in _ESCAPE.finditer(text):
        parts += (fold_lines(text[done : match.start()]), _character(match))
        done = match.end()
    parts.append(fold_lines(text[done:]))
    return "".join(parts)


def has_unknown_escape(text: str) -> bool:
    """Return whether a double-quoted scalar holds an escape that YAML does not know."""
    return any(match[4] not in (None, "\n") and match[4] not in _ESCAPES for match in _ESCAPE.finditer(text))


def _character(match: re.Match[str]) -> str:
    digits = match[1] or match[2] or match[3]
    if digits:
        code = int(digits, 16)
        return chr(code) if code <= _MAX_CODE_POINT and not 0xD800 <= code <= 0xDFFF else "\ufffd"
    return _ESCAPES.get(match[4], match[0])
