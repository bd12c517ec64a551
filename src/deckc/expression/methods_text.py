"""The methods of a text.

Positions count UTF-16 units, so a text with characters beyond one unit is left to the browser.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from deckc.expression.numbers import to_uint32
from deckc.expression.values import (
    MAX_TEXT_LENGTH,
    UNDEFINED,
    Callable_,
    NotConstantError,
    is_function,
    limited,
    limited_list,
    to_number,
    to_text,
    to_whole,
)
from deckc.expression.words import BLANKS


def unit_length(text: str) -> int:
    """Return a text's length in UTF-16 units."""
    return len(text) + (0 if text.isascii() else sum(c > "\uffff" for c in text))


def _plain(value: object) -> str:
    """Return an argument's or holder's text, where a character is one unit."""
    if not (value is None or isinstance(value, str | int | float | list) or value is UNDEFINED):
        raise NotConstantError("a pattern is matched in the browser")
    text = to_text(value)
    if not text.isascii() and max(text) > "\uffff":
        raise NotConstantError("positions in this text are counted in the browser")
    return text


def _clamp(position: int, length: int) -> int:
    return min(max(position, 0), length)


def from_end(position: int, length: int) -> int:
    """Return a position that may count from the end, as `slice` reads it."""
    return max(length + position, 0) if position < 0 else min(position, length)


def _at(text: str, position: object = UNDEFINED, *_: object) -> object:
    index = to_whole(position)
    index = index + len(_plain(text)) if index < 0 else index
    return text[index] if 0 <= index < len(text) else UNDEFINED


def _char_at(text: str, position: object = UNDEFINED, *_: object) -> object:
    index = to_whole(position)
    return text[index] if 0 <= index < len(_plain(text)) else ""


def _char_code_at(text: str, position: object = UNDEFINED, *_: object) -> object:
    index = to_whole(position)
    return ord(text[index]) if 0 <= index < len(_plain(text)) else float("nan")


def _slice(text: str, start: object = UNDEFINED, end: object = UNDEFINED, *_: object) -> object:
    length = len(_plain(text))
    return text[from_end(to_whole(start), length) : from_end(to_whole(end, length), length)]


def _substring(text: str, start: object = UNDEFINED, end: object = UNDEFINED, *_: object) -> object:
    length = len(_plain(text))
    first, last = sorted((_clamp(to_whole(start), length), _clamp(to_whole(end, length), length)))
    return text[first:last]


def _substr(text: str, start: object = UNDEFINED, count: object = UNDEFINED, *_: object) -> object:
    length = len(_plain(text))
    first = from_end(to_whole(start), length)
    return text[first : first + _clamp(to_whole(count, length), length)]


def _index_of(text: str, wanted: object = UNDEFINED, start: object = UNDEFINED, *_: object) -> object:
    return _plain(text).find(_plain(wanted), _clamp(to_whole(start), len(text)))


def _last_index_of(text: str, wanted: object = UNDEFINED, *others: object) -> object:
    if others:
        raise NotConstantError("this is searched in the browser")
    return _plain(text).rfind(_plain(wanted))


def _includes(text: str, wanted: object = UNDEFINED, start: object = UNDEFINED, *_: object) -> object:
    return _plain(text).find(_plain(wanted), _clamp(to_whole(start), len(text))) >= 0


def _starts_with(text: str, wanted: object = UNDEFINED, start: object = UNDEFINED, *_: object) -> object:
    return _plain(text).startswith(_plain(wanted), _clamp(to_whole(start), len(text)))


def _ends_with(text: str, wanted: object = UNDEFINED, end: object = UNDEFINED, *_: object) -> object:
    return _plain(text)[: _clamp(to_whole(end, len(text)), len(text))].endswith(_plain(wanted))


def _split(text: str, separator: object = UNDEFINED, limit: object = UNDEFINED, *_: object) -> object:
    pieces: list[object]
    if separator is UNDEFINED:
        pieces = [text]
    else:
        cut = _plain(separator)
        pieces = list(_plain(text).split(cut)) if cut else list(_plain(text))
    count = len(pieces) if limit is UNDEFINED else to_uint32(to_number(limit))
    return limited_list(pieces)[:count]


def _repeat(text: str, count: object = UNDEFINED, *_: object) -> object:
    times = to_whole(count)
    if times < 0 or times * len(text) > MAX_TEXT_LENGTH:
        raise NotConstantError("the text is too long")
    return text * times


def _pad(text: str, width: object, filler: object) -> str:
    missing = to_whole(width) - len(_plain(text))
    fill = " " if filler is UNDEFINED else _plain(filler)
    if missing <= 0 or not fill:
        return ""
    if missing > MAX_TEXT_LENGTH:
        raise NotConstantError("the text is too long")
    return (fill * (missing // len(fill) + 1))[:missing]


def _replacement(found: str, at: int, whole: str, replacement: object) -> str:
    if is_function(replacement):
        function: Callable_ = replacement  # type: ignore[assignment]
        return to_text(function.call([found, at, whole]))
    text = to_text(replacement)
    if "$" not in text:
        return text
    parts = text.split("$$")
    if any(f"${c}" in part for part in parts for c in "`'"):
        raise NotConstantError("this pattern is filled in the browser")
    return "$".join(part.replace("$&", found) for part in parts)


def _replace(text: str, wanted: object = UNDEFINED, replacement: object = UNDEFINED, *_: object) -> object:
    found = _plain(wanted)
    at = _plain(text).find(found)
    if at < 0:
        return text
    return limited(text[:at] + _replacement(found, at, text, replacement) + text[at + len(found) :])


def _replace_all(
    text: str, wanted: object = UNDEFINED, replacement: object = UNDEFINED, *_: object
) -> object:
    found = _plain(wanted)
    if not found:
        raise NotConstantError("this is replaced in the browser")
    parts, end = [], 0
    at = _plain(text).find(found)
    while at >= 0:
        parts.append(text[end:at] + _replacement(found, at, text, replacement))
        end = at + len(found)
        at = text.find(found, end)
    return limited("".join(parts) + text[end:])


TEXT_METHODS: Mapping[str, Callable[..., object]] = {
    "at": _at,
    "charAt": _char_at,
    "charCodeAt": _char_code_at,
    "codePointAt": lambda text, position=UNDEFINED, *_: (
        UNDEFINED if (code := _char_code_at(text, position)) != code else code
    ),
    "concat": lambda text, *others: limited(text + "".join(to_text(other) for other in others)),
    "endsWith": _ends_with,
    "includes": _includes,
    "indexOf": _index_of,
    "lastIndexOf": _last_index_of,
    "padEnd": lambda text, width=0, filler=UNDEFINED, *_: text + _pad(text, width, filler),
    "padStart": lambda text, width=0, filler=UNDEFINED, *_: _pad(text, width, filler) + text,
    "repeat": _repeat,
    "replace": _replace,
    "replaceAll": _replace_all,
    "slice": _slice,
    "split": _split,
    "startsWith": _starts_with,
    "substr": _substr,
    "substring": _substring,
    "toLowerCase": lambda text, *_: text.lower(),
    "toString": lambda text, *_: text,
    "toUpperCase": lambda text, *_: limited(text.upper()),
    "trim": lambda text, *_: text.strip(BLANKS),
    "trimEnd": lambda text, *_: text.rstrip(BLANKS),
    "trimStart": lambda text, *_: text.lstrip(BLANKS),
    "valueOf": lambda text, *_: text,
}
