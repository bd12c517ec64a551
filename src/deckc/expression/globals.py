"""The global names that an expression may use while compiling: Math, JSON, Object ...

What depends on time, chance or place (Date, Math.random, Intl, console) is left to the browser.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from urllib.parse import quote, unquote

from deckc.dataclass import dataclass
from deckc.expression.numbers import Number, as_number, leading_float, leading_integer, to_int32, to_uint32
from deckc.expression.values import (
    MAX_ITEMS,
    UNDEFINED,
    Callable_,
    Holes,
    NotConstantError,
    PartialObject,
    is_function,
    is_nullish,
    is_truthy,
    limited_list,
    ordered_keys,
    to_json,
    to_key,
    to_number,
    to_text,
    to_whole,
)


@dataclass(frozen=True, slots=True)
class Builtin:
    """A function of the language's own, with members where it has any (`Array.from`)."""

    function: Callable[..., object]
    members: Mapping[str, object]

    def call(self, arguments: list[object]) -> object:
        """Return what calling it gives; arguments it does not read are dropped."""
        return self.function(*arguments)


def _array(*items: object) -> list[object]:
    if len(items) == 1 and isinstance(items[0], int | float) and not isinstance(items[0], bool):
        length = items[0]
        if not isinstance(length, int) or not 0 <= length <= MAX_ITEMS:
            raise NotConstantError("a list cannot have this length")
        return Holes([UNDEFINED] * length)
    return list(items)


def _array_from(source: object = UNDEFINED, function: object = UNDEFINED, *_: object) -> object:
    items: list[object]
    match source:
        case list() | str():
            items = list(source)
        case dict():
            length = to_whole(source.get("length", UNDEFINED))
            if length > MAX_ITEMS:
                raise NotConstantError("the list is too long")
            items = [source.get(str(at), UNDEFINED) for at in range(length)]
        case bool() | int() | float():
            items = []
        case _:
            raise NotConstantError("a list is made of this in the browser")
    if function is UNDEFINED:
        return items
    called = _function(function)
    return [called.call([item, at]) for at, item in enumerate(items)]


def _function(value: object) -> Callable_:
    if not is_function(value):
        raise NotConstantError("a function is needed")
    function: Callable_ = value  # type: ignore[assignment]
    return function


def _members(value: object) -> dict[str, object]:
    match value:
        case dict():
            return {key: value[key] for key in ordered_keys(value)}
        case list() if not isinstance(value, Holes):
            return {str(at): item for at, item in enumerate(value)}
        case str():
            return {str(at): item for at, item in enumerate(value)}
        case bool() | int() | float():
            return {}
        case _:
            raise NotConstantError("its members are known in the browser only")


def _from_entries(entries: object = UNDEFINED, *_: object) -> object:
    if not isinstance(entries, list):
        raise NotConstantError("entries are a list of pairs")
    result: dict[str, object] = {}
    for entry in entries:
        if not isinstance(entry, list):
            raise NotConstantError("an entry is a pair")
        key, value = [*entry, UNDEFINED, UNDEFINED][:2]
        result[to_key(key)] = value
    return result


def _assign(target: object = UNDEFINED, *sources: object) -> object:
    if not isinstance(target, dict):
        raise NotConstantError("only an object takes members")
    result = dict(target)
    for source in sources:
        if not is_nullish(source):
            result.update(_members(source))
    return result


def _stringify(
    value: object = UNDEFINED, replacer: object = None, space: object = UNDEFINED, *_: object
) -> object:
    if not is_nullish(replacer):
        raise NotConstantError("a replacer runs in the browser")
    indent = ""
    if isinstance(space, str):
        indent = space[:10]
    elif isinstance(space, int | float) and not isinstance(space, bool):
        indent = " " * max(0, min(10, to_whole(space)))
    text = to_json(value, indent)
    return UNDEFINED if text is None else text


def _parse_json(text: object = UNDEFINED, *_: object) -> object:
    try:
        return json.loads(to_text(text), parse_constant=_no_constant, parse_int=_number, parse_float=_number)
    except ValueError as error:
        raise NotConstantError("this is not JSON") from error


def _no_constant(text: str) -> object:
    raise ValueError(text)


def _number(text: str) -> Number:
    return as_number(float(text))


def _maths(function: Callable[[float], float]) -> Builtin:
    def call(value: object = UNDEFINED, *_: object) -> object:
        number = to_number(value)
        try:
            return as_number(function(number))
        except ValueError:
            return math.nan
        except OverflowError:
            return math.inf

    return Builtin(call, {})


def _round(number: float) -> float:
    return math.floor(number + 0.5) if math.isfinite(number) and abs(number) < 2**52 else number


def _finite_only(function: Callable[[float], float]) -> Callable[[float], float]:
    return lambda number: function(number) if math.isfinite(number) else number


def _log(function: Callable[[float], float]) -> Callable[[float], float]:
    return lambda number: -math.inf if number == 0 else function(number)


def _extreme(choose: Callable[[list[Number]], Number], nothing: float) -> Builtin:
    def call(*values: object) -> object:
        numbers = [to_number(value) for value in values]
        if any(number != number for number in numbers):  # noqa: PLR0124 - NaN
            return math.nan
        return choose(numbers) if numbers else nothing

    return Builtin(call, {})


def _power(base: object = UNDEFINED, exponent: object = UNDEFINED, *_: object) -> object:
    left, right = to_number(base), to_number(exponent)
    if right != right or left == 0 or math.isinf(right):  # noqa: PLR0124 - NaN
        raise NotConstantError("this power is worked out in the browser")
    try:
        return as_number(math.pow(left, right))
    except (OverflowError, ValueError):
        raise NotConstantError("this power is worked out in the browser") from None


def _sign(number: float) -> float:
    return number if number == 0 or number != number else math.copysign(1, number)  # noqa: PLR0124 - NaN


_MATH: Mapping[str, object] = {
    "PI": math.pi,
    "E": math.e,
    "LN2": math.log(2),
    "LN10": math.log(10),
    "SQRT2": math.sqrt(2),
    "SQRT1_2": math.sqrt(0.5),
    "abs": _maths(abs),
    "acos": _maths(math.acos),
    "asin": _maths(math.asin),
    "atan": _maths(math.atan),
    "atan2": Builtin(
        lambda y=UNDEFINED, x=UNDEFINED, *_: as_number(math.atan2(to_number(y), to_number(x))), {}
    ),
    "ceil": _maths(_finite_only(math.ceil)),
    "cos": _maths(math.cos),
    "exp": _maths(math.exp),
    "floor": _maths(_finite_only(math.floor)),
    "log": _maths(_log(math.log)),
    "log10": _maths(_log(math.log10)),
    "log2": _maths(_log(math.log2)),
    "max": _extreme(max, -math.inf),
    "min": _extreme(min, math.inf),
    "pow": Builtin(_power, {}),
    "round": _maths(_round),
    "sign": _maths(_sign),
    "sin": _maths(math.sin),
    "sqrt": _maths(math.sqrt),
    "tan": _maths(math.tan),
    "trunc": _maths(_finite_only(math.trunc)),
}


def _is_whole(value: object = UNDEFINED, *_: object) -> object:
    return _is_number(value) and math.isfinite(to_number(value)) and float(to_number(value)).is_integer()


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _encode(safe: str) -> Builtin:
    def call(value: object = UNDEFINED, *_: object) -> object:
        try:
            return quote(to_text(value), safe=safe)
        except UnicodeEncodeError as error:
            raise NotConstantError("half a character cannot be encoded") from error

    return Builtin(call, {})


def _decode(value: object = UNDEFINED, *_: object) -> object:
    try:
        return unquote(to_text(value), errors="strict")
    except UnicodeDecodeError as error:
        raise NotConstantError("this does not decode") from error


_PARSE_FLOAT = Builtin(lambda value=UNDEFINED, *_: leading_float(to_text(value)), {})
_PARSE_INT = Builtin(
    lambda value=UNDEFINED, radix=UNDEFINED, *_: leading_integer(to_text(value), to_int32(to_number(radix))),
    {},
)
_NUMBER: Mapping[str, object] = {
    "EPSILON": 2**-52,
    "MAX_SAFE_INTEGER": 2**53 - 1,
    "MIN_SAFE_INTEGER": 1 - 2**53,
    "NaN": math.nan,
    "POSITIVE_INFINITY": math.inf,
    "NEGATIVE_INFINITY": -math.inf,
    "isFinite": Builtin(
        lambda value=UNDEFINED, *_: _is_number(value) and math.isfinite(to_number(value)), {}
    ),
    "isInteger": Builtin(_is_whole, {}),
    "isNaN": Builtin(lambda value=UNDEFINED, *_: value != value, {}),  # noqa: PLR0124 - NaN
    "isSafeInteger": Builtin(lambda value=UNDEFINED, *_: isinstance(value, int) and _is_whole(value), {}),
    "parseFloat": _PARSE_FLOAT,
    "parseInt": _PARSE_INT,
}
_OBJECT: Mapping[str, object] = {
    "assign": Builtin(_assign, {}),
    "entries": Builtin(
        lambda value=UNDEFINED, *_: [[key, item] for key, item in _members(value).items()], {}
    ),
    "freeze": Builtin(lambda value=UNDEFINED, *_: value, {}),
    "fromEntries": Builtin(_from_entries, {}),
    "keys": Builtin(lambda value=UNDEFINED, *_: list(_members(value)), {}),
    "values": Builtin(lambda value=UNDEFINED, *_: list(_members(value).values()), {}),
}
_ARRAY: Mapping[str, object] = {
    "from": Builtin(_array_from, {}),
    "isArray": Builtin(lambda value=UNDEFINED, *_: isinstance(value, list), {}),
    "of": Builtin(lambda *items: list(items), {}),
}


def _from_char_code(*codes: object) -> object:
    units = [to_uint32(to_number(code)) % 2**16 for code in codes]
    if any(0xD800 <= unit <= 0xDFFF for unit in units):
        raise NotConstantError("half a character is made in the browser")
    return "".join(map(chr, units))


GLOBAL_VALUES: Mapping[str, object] = {
    "undefined": UNDEFINED,
    "NaN": math.nan,
    "Infinity": math.inf,
    "Math": PartialObject(_MATH),
    "JSON": PartialObject({"stringify": Builtin(_stringify, {}), "parse": Builtin(_parse_json, {})}),
    "Number": Builtin(lambda *values: to_number(values[0]) if values else 0, _NUMBER),
    "String": Builtin(
        lambda *values: to_text(values[0]) if values else "", {"fromCharCode": Builtin(_from_char_code, {})}
    ),
    "Boolean": Builtin(lambda value=UNDEFINED, *_: is_truthy(value), {}),
    "Array": Builtin(lambda *items: limited_list(_array(*items)), _ARRAY),
    "Object": Builtin(lambda value=UNDEFINED, *_: {} if is_nullish(value) else value, _OBJECT),
    "parseFloat": _PARSE_FLOAT,
    "parseInt": _PARSE_INT,
    "isNaN": Builtin(lambda value=UNDEFINED, *_: (n := to_number(value)) != n, {}),
    "isFinite": Builtin(lambda value=UNDEFINED, *_: math.isfinite(to_number(value)), {}),
    "encodeURIComponent": _encode("-_.!~*'()"),
    "encodeURI": _encode("-_.!~*'();/?:@&=+$,#"),
    "decodeURIComponent": Builtin(_decode, {}),
}
