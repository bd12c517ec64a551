"""JavaScript's values in Python, and how they turn into each other.

    undefined  UNDEFINED        null    None         true   True
    number     int or float     string  str          array  list
    object     dict             function             Callable of this module's kinds

A value whose parts are not all known while compiling (`$nav`) is a `PartialObject`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Final, Protocol

from deckc.dataclass import dataclass
from deckc.expression.numbers import Number, as_number, number_text, text_number

MAX_TEXT_LENGTH = 200_000
MAX_ITEMS = 20_000
_MAX_DEPTH = 60


class NotConstantError(Exception):
    """An expression has no value while compiling: it needs the browser, throws, or is too much work."""


class Undefined:
    """`undefined`."""

    def __repr__(self) -> str:
        return "undefined"


UNDEFINED: Final = Undefined()


class Holes(list[object]):
    """`Array(n)`: it has a length and no items, which `map` and its like would skip."""


@dataclass(frozen=True, slots=True)
class PartialObject:
    """An object of which only these members are known while compiling; asking for another is not constant."""

    members: Mapping[str, object]


class Callable_(Protocol):  # noqa: N801 - the builtin's name is taken
    """A function of the language."""

    def call(self, arguments: list[object]) -> object:
        """Return what calling it gives."""
        ...


def is_function(value: object) -> bool:
    """Return whether a value can be called."""
    return hasattr(value, "call")


def type_name(value: object) -> str:
    """Return what `typeof` says."""
    match value:
        case Undefined():
            return "undefined"
        case bool():
            return "boolean"
        case int() | float():
            return "number"
        case str():
            return "string"
        case _:
            return "function" if is_function(value) else "object"


def is_truthy(value: object) -> bool:
    """Return whether a value counts as true."""
    match value:
        case None | Undefined():
            return False
        case bool() | str():
            return bool(value)
        case int() | float():
            return not (value == 0 or value != value)  # noqa: PLR0124 - NaN
        case _:
            return True


def is_nullish(value: object) -> bool:
    """Return whether a value is null or undefined."""
    return value is None or value is UNDEFINED


def to_text(value: object, depth: int = 0) -> str:
    """Return what `String(value)` gives."""
    match value:
        case str():
            return value
        case None:
            return "null"
        case Undefined():
            return "undefined"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return number_text(value)
        case list():
            if depth > _MAX_DEPTH:
                raise NotConstantError("a list holds itself")
            return limited(",".join("" if is_nullish(item) else to_text(item, depth + 1) for item in value))
        case dict():
            if "toString" in value or "valueOf" in value:
                raise NotConstantError("an object makes its own text")
            return "[object Object]"
        case _:
            raise NotConstantError("its text is known in the browser only")


def to_number(value: object) -> Number:
    """Return what `Number(value)` gives."""
    match value:
        case bool():
            return int(value)
        case int() | float():
            return as_number(value)
        case None:
            return 0
        case Undefined():
            return math.nan
        case str():
            return text_number(value)
        case _:
            return text_number(to_text(value))


def to_whole(value: object, absent: int = 0) -> int:
    """Return an argument as a whole number, as positions and counts are read; infinities stay very large."""
    if value is UNDEFINED:
        return absent
    number = to_number(value)
    if number != number:  # noqa: PLR0124 - NaN
        return 0
    if math.isinf(number):
        return 2**53 if number > 0 else -(2**53)
    return int(number)


def to_primitive(value: object) -> object:
    """Return a value as `+` sees it."""
    return to_text(value) if isinstance(value, list | dict) else value


def are_same(left: object, right: object) -> bool:
    """Return `left === right`."""
    kinds = type_name(left), type_name(right)
    if kinds[0] != kinds[1]:
        return False
    if kinds[0] in {"object", "function"}:
        return left is right
    return left == right


def are_loosely_same(left: object, right: object) -> bool:
    """Return `left == right`."""
    if is_nullish(left) or is_nullish(right):
        return is_nullish(left) and is_nullish(right)
    if type_name(left) == type_name(right):
        return are_same(left, right)
    left, right = to_primitive(left), to_primitive(right)
    if type_name(left) == type_name(right):
        return are_same(left, right)
    return to_number(left) == to_number(right)


def ordered_keys(value: Mapping[str, object]) -> list[str]:
    """Return an object's keys as JavaScript lists them: array indices first, in order."""
    if not any(_is_array_index(key) for key in value):
        return list(value)
    indices = sorted((key for key in value if _is_array_index(key)), key=int)
    return [*indices, *(key for key in value if not _is_array_index(key))]


def _is_array_index(key: str) -> bool:
    return key.isascii() and key.isdigit() and (key == "0" or key[0] != "0") and int(key[:11]) < 2**32 - 1


def to_key(value: object) -> str:
    """Return a value as a property's key."""
    return value if isinstance(value, str) else to_text(value)


def limited(text: str) -> str:
    """Return the text, unless it is larger than anything a slide can want."""
    if len(text) > MAX_TEXT_LENGTH:
        raise NotConstantError("the text is too long")
    return text


def limited_list(items: list[object]) -> list[object]:
    """Return the list, unless it is larger than anything a slide can want."""
    if len(items) > MAX_ITEMS:
        raise NotConstantError("the list is too long")
    return items


def to_json(value: object, indent: str = "") -> str | None:
    """Return what `JSON.stringify(value, null, indent)` gives; None where that is undefined."""
    return _json(value, indent, "\n", 0)


def _json(value: object, indent: str, line_end: str, depth: int) -> str | None:
    if depth > _MAX_DEPTH:
        raise NotConstantError("a value holds itself")
    match value:
        case None | bool():
            return json.dumps(value)
        case int() | float():
            return number_text(value) if math.isfinite(value) else "null"
        case str():
            return json.dumps(value, ensure_ascii=False)
        case list():
            items = [_json(item, indent, line_end + indent, depth + 1) or "null" for item in value]
            return _bracketed("[", items, "]", indent, line_end)
        case dict():
            if "toJSON" in value:
                raise NotConstantError("an object makes its own JSON")
            colon = ": " if indent else ":"
            members = [
                f"{json.dumps(key, ensure_ascii=False)}{colon}{text}"
                for key in ordered_keys(value)
                if (text := _json(value[key], indent, line_end + indent, depth + 1)) is not None
            ]
            return _bracketed("{", members, "}", indent, line_end)
        case Undefined():
            return None
        case _:
            if is_function(value):
                return None
            raise NotConstantError("its members are known in the browser only")


def _bracketed(opening: str, items: list[str], closing: str, indent: str, line_end: str) -> str:
    if not items:
        return opening + closing
    if not indent:
        return limited(opening + ",".join(items) + closing)
    inner = line_end + indent
    return limited(opening + inner + ("," + inner).join(items) + line_end + closing)
