"""The operators of two operands, as JavaScript works them out.

BINARY["+"](1, "2")  ->  "12"        BINARY["%"](-5, 3)  ->  -2
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from deckc.expression.methods import find_member
from deckc.expression.numbers import Number, as_number, to_int32, to_uint32
from deckc.expression.values import (
    UNDEFINED,
    Holes,
    NotConstantError,
    are_loosely_same,
    are_same,
    limited,
    to_key,
    to_number,
    to_primitive,
    to_text,
)


def _add(left: object, right: object) -> object:
    left, right = to_primitive(left), to_primitive(right)
    if isinstance(left, str) or isinstance(right, str):
        return limited(to_text(left) + to_text(right))
    return as_number(to_number(left) + to_number(right))


def _divide(left: Number, right: Number) -> Number:
    if right == 0:
        if left == 0 or left != left:  # noqa: PLR0124 - NaN
            return math.nan
        return math.copysign(math.inf, left) * math.copysign(1, right)
    return left / right


def _remainder(left: Number, right: Number) -> Number:
    if right == 0 or math.isinf(left) or left != left or right != right:  # noqa: PLR0124 - NaN
        return math.nan
    return math.copysign(math.fmod(left, right), left)


def _power(base: Number, exponent: Number) -> Number:
    if exponent != exponent or (abs(base) == 1 and math.isinf(exponent)):  # noqa: PLR0124 - NaN
        return math.nan
    try:
        return math.pow(base, exponent)
    except OverflowError:
        return -math.inf if base < 0 and exponent % 2 == 1 else math.inf
    except ValueError:
        if base == 0:
            is_negative = math.copysign(1, base) < 0 and exponent % 2 == 1
            return -math.inf if is_negative else math.inf
        return math.nan


def _arithmetic(operate: Callable[[Number, Number], Number]) -> Callable[[object, object], object]:
    return lambda left, right: as_number(operate(to_number(left), to_number(right)))


def _bits(operate: Callable[[int, int], int]) -> Callable[[object, object], object]:
    return lambda left, right: to_int32(operate(to_int32(to_number(left)), to_int32(to_number(right))))


def _shift_unsigned(left: object, right: object) -> object:
    return to_uint32(to_number(left)) >> (to_uint32(to_number(right)) % 32)


def _comparison(
    texts: Callable[[str, str], bool], numbers: Callable[[Number, Number], bool]
) -> Callable[[object, object], object]:
    def compare(left: object, right: object) -> object:
        left, right = to_primitive(left), to_primitive(right)
        if isinstance(left, str) and isinstance(right, str):
            return texts(left, right)
        return numbers(to_number(left), to_number(right))

    return compare


def _contains(key: object, holder: object) -> object:
    match holder:
        case dict():
            name = to_key(key)
            return name in holder or find_member(holder, name) is not UNDEFINED
        case list() if not isinstance(holder, Holes):
            position = to_number(key)
            return isinstance(position, int) and 0 <= position < len(holder)
        case _:
            raise NotConstantError("its members are known in the browser only")


BINARY: Mapping[str, Callable[[object, object], object]] = {
    "+": _add,
    "-": _arithmetic(lambda a, b: a - b),
    "*": _arithmetic(lambda a, b: a * b),
    "/": _arithmetic(_divide),
    "%": _arithmetic(_remainder),
    "**": _arithmetic(_power),
    "===": are_same,
    "!==": lambda a, b: not are_same(a, b),
    "==": are_loosely_same,
    "!=": lambda a, b: not are_loosely_same(a, b),
    "<": _comparison(lambda a, b: a < b, lambda a, b: a < b),
    ">": _comparison(lambda a, b: a > b, lambda a, b: a > b),
    "<=": _comparison(lambda a, b: a <= b, lambda a, b: a <= b),
    ">=": _comparison(lambda a, b: a >= b, lambda a, b: a >= b),
    "&": _bits(lambda a, b: a & b),
    "|": _bits(lambda a, b: a | b),
    "^": _bits(lambda a, b: a ^ b),
    "<<": _bits(lambda a, b: a << (b % 32)),
    ">>": _bits(lambda a, b: a >> (b % 32)),
    ">>>": _shift_unsigned,
    "in": _contains,
}
