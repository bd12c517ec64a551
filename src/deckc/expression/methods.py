"""What can be asked of a text, list, number or object: `.length`, `.map`, `.toFixed` ...

Each method is a Python function of the value and its arguments. What is missing here (regular
expressions, locales, whatever changes a list in place) is left to the browser.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from deckc.dataclass import dataclass
from deckc.expression.globals import Builtin
from deckc.expression.methods_list import LIST_METHODS
from deckc.expression.methods_text import TEXT_METHODS, unit_length
from deckc.expression.numbers import fixed_text, number_text, radix_text
from deckc.expression.values import UNDEFINED, NotConstantError, to_key, to_text, to_whole
from deckc.expression.words import INHERITED

Method = Callable[..., object]


@dataclass(frozen=True, slots=True)
class BoundMethod:
    """A method and the value it was read from."""

    holder: object
    method: Method

    def call(self, arguments: list[object]) -> object:
        """Return what the method gives; arguments it does not read are dropped."""
        return self.method(self.holder, *arguments)


def find_member(holder: object, name: str) -> object:
    """Return a member that every value of the holder's kind has; UNDEFINED where there is none."""
    match holder:
        case str():
            if name == "length":
                return unit_length(holder)
            return _method(holder, name, TEXT_METHODS)
        case list():
            if name == "length":
                return len(holder)
            return _method(holder, name, LIST_METHODS)
        case bool():
            return _method(holder, name, {"toString": lambda value, *_: to_text(value)})
        case int() | float():
            return _method(holder, name, _NUMBER_METHODS)
        case dict():
            return _method(holder, name, {"hasOwnProperty": _has_own})
        case Builtin(members=members):
            if name in members:
                return members[name]
            raise NotConstantError(f'"{name}" is known in the browser only')
        case _:
            raise NotConstantError("its members are known in the browser only")


def _method(holder: object, name: str, methods: Mapping[str, Method]) -> object:
    if name in methods:
        return BoundMethod(holder, methods[name])
    if isinstance(holder, dict) and name not in INHERITED:
        return UNDEFINED
    raise NotConstantError(f'"{name}" is known in the browser only')


def _has_own(holder: dict[str, object], key: object = UNDEFINED, *_: object) -> object:
    return to_key(key) in holder


def _to_fixed(value: float, digits: object = 0, *_: object) -> object:
    count = to_whole(digits)
    if not 0 <= count <= 100:
        raise NotConstantError("toFixed takes 0 to 100 digits")
    return fixed_text(value, count)


def _number_to_string(value: float, radix: object = 10, *_: object) -> object:
    base = to_whole(radix, 10)
    if base == 10:
        return number_text(value)
    if not 2 <= base <= 36 or not isinstance(value, int):
        raise NotConstantError("fractions in another base are written in the browser")
    return radix_text(value, base)


_NUMBER_METHODS: Mapping[str, Method] = {
    "toFixed": _to_fixed,
    "toString": _number_to_string,
    "valueOf": lambda value, *_: value,
}
