"""The methods of a list.

They never change it: `sort` and `reverse` give a new one, `push` is left to the browser.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cmp_to_key, wraps

from deckc.expression.methods_text import from_end
from deckc.expression.values import (
    UNDEFINED,
    Callable_,
    Holes,
    NotConstantError,
    are_same,
    is_function,
    is_nullish,
    is_truthy,
    limited,
    limited_list,
    to_number,
    to_text,
    to_whole,
)

_List = list[object]


def _calling(visit: Callable[[_List, Callable[[int], object]], object]) -> Callable[..., object]:
    """Return a method that hands items one by one to the deck's function."""

    @wraps(visit)
    def method(items: _List, function: object = UNDEFINED, *_: object) -> object:
        if isinstance(items, Holes):
            raise NotConstantError("holes are skipped in the browser")
        called = _function(function)
        return visit(items, lambda at: called.call([items[at], at, items]))

    return method


def _function(value: object) -> Callable_:
    if not is_function(value):
        raise NotConstantError("a function is needed")
    function: Callable_ = value  # type: ignore[assignment]
    return function


@_calling
def _map(items: _List, at: Callable[[int], object]) -> object:
    return [at(n) for n in range(len(items))]


@_calling
def _filter(items: _List, at: Callable[[int], object]) -> object:
    return [item for n, item in enumerate(items) if is_truthy(at(n))]


@_calling
def _find(items: _List, at: Callable[[int], object]) -> object:
    return next((item for n, item in enumerate(items) if is_truthy(at(n))), UNDEFINED)


@_calling
def _find_index(items: _List, at: Callable[[int], object]) -> object:
    return next((n for n in range(len(items)) if is_truthy(at(n))), -1)


@_calling
def _find_last(items: _List, at: Callable[[int], object]) -> object:
    return next((items[n] for n in reversed(range(len(items))) if is_truthy(at(n))), UNDEFINED)


@_calling
def _find_last_index(items: _List, at: Callable[[int], object]) -> object:
    return next((n for n in reversed(range(len(items))) if is_truthy(at(n))), -1)


@_calling
def _some(items: _List, at: Callable[[int], object]) -> object:
    return any(is_truthy(at(n)) for n in range(len(items)))


@_calling
def _every(items: _List, at: Callable[[int], object]) -> object:
    return all(is_truthy(at(n)) for n in range(len(items)))


@_calling
def _flat_map(items: _List, at: Callable[[int], object]) -> object:
    return _flattened([at(n) for n in range(len(items))], 1)


def _reduce(items: _List, function: object = UNDEFINED, *start: object) -> object:
    return _folded(items, list(range(len(items))), function, start)


def _reduce_right(items: _List, function: object = UNDEFINED, *start: object) -> object:
    return _folded(items, list(reversed(range(len(items)))), function, start)


def _folded(items: _List, positions: list[int], function: object, start: tuple[object, ...]) -> object:
    called = _function(function)
    if start:
        result = start[0]
    elif positions and not isinstance(items, Holes):
        result = items[positions.pop(0)]
    else:
        raise NotConstantError("an empty list has nothing to start from")
    for at in positions:
        result = called.call([result, items[at], at, items])
    return result


def _flattened(items: _List, depth: int) -> _List:
    flat: _List = []
    for item in items:
        if isinstance(item, list) and depth > 0:
            flat.extend(_flattened(item, depth - 1))
        else:
            flat.append(item)
    return limited_list(flat)


def _join(items: _List, separator: object = UNDEFINED, *_: object) -> object:
    glue = "," if separator is UNDEFINED else to_text(separator)
    return limited(glue.join("" if is_nullish(item) else to_text(item) for item in items))


def _includes(items: _List, wanted: object = UNDEFINED, start: object = UNDEFINED, *_: object) -> object:
    rest = items[from_end(to_whole(start), len(items)) :]
    is_nan = wanted != wanted  # noqa: PLR0124 - NaN is found by includes, not by indexOf
    return any(are_same(item, wanted) or (is_nan and item != item) for item in rest)  # noqa: PLR0124


def _index_of(items: _List, wanted: object = UNDEFINED, start: object = UNDEFINED, *_: object) -> object:
    first = from_end(to_whole(start), len(items))
    return next((n for n in range(first, len(items)) if are_same(items[n], wanted)), -1)


def _last_index_of(items: _List, wanted: object = UNDEFINED, *others: object) -> object:
    if others:
        raise NotConstantError("this is searched in the browser")
    return next((n for n in reversed(range(len(items))) if are_same(items[n], wanted)), -1)


def _at(items: _List, position: object = UNDEFINED, *_: object) -> object:
    index = to_whole(position)
    index = index + len(items) if index < 0 else index
    return items[index] if 0 <= index < len(items) else UNDEFINED


def _slice(items: _List, start: object = UNDEFINED, end: object = UNDEFINED, *_: object) -> object:
    length = len(items)
    return items[from_end(to_whole(start), length) : from_end(to_whole(end, length), length)]


def _concat(items: _List, *others: object) -> object:
    result = list(items)
    for other in others:
        if isinstance(other, list):
            result.extend(other)
        else:
            result.append(other)
    return limited_list(result)


def _fill(
    items: _List, value: object = UNDEFINED, start: object = UNDEFINED, end: object = UNDEFINED, *_: object
) -> object:
    length = len(items)
    first, last = from_end(to_whole(start), length), from_end(to_whole(end, length), length)
    if isinstance(items, Holes) and (first, last) != (0, length):
        raise NotConstantError("holes are filled in the browser")
    return [value if first <= at < last else item for at, item in enumerate(items)]


def _sort(items: _List, function: object = UNDEFINED, *_: object) -> object:
    present = [item for item in items if item is not UNDEFINED]
    absent: _List = [UNDEFINED] * (len(items) - len(present))
    if function is UNDEFINED:
        texts = [to_text(item) for item in present]
        if any(not text.isascii() and max(text) > "\ud7ff" for text in texts):
            raise NotConstantError("these texts are sorted in the browser")
        order = sorted(range(len(present)), key=texts.__getitem__)
        return [*(present[at] for at in order), *absent]
    called = _function(function)

    def compare(left: object, right: object) -> int:
        difference = to_number(called.call([left, right]))
        return (difference > 0) - (difference < 0)

    return [*sorted(present, key=cmp_to_key(compare)), *absent]


def _with(items: _List, position: object = UNDEFINED, value: object = UNDEFINED, *_: object) -> object:
    index = to_whole(position)
    index = index + len(items) if index < 0 else index
    if not 0 <= index < len(items):
        raise NotConstantError("there is no such position")
    return [value if at == index else item for at, item in enumerate(items)]


LIST_METHODS: Mapping[str, Callable[..., object]] = {
    "at": _at,
    "concat": _concat,
    "entries": lambda items, *_: [[at, item] for at, item in enumerate(items)],
    "every": _every,
    "fill": _fill,
    "filter": _filter,
    "find": _find,
    "findIndex": _find_index,
    "findLast": _find_last,
    "findLastIndex": _find_last_index,
    "flat": lambda items, depth=1, *_: _flattened(items, min(to_whole(depth, 1), 50)),
    "flatMap": _flat_map,
    "includes": _includes,
    "indexOf": _index_of,
    "join": _join,
    "keys": lambda items, *_: list(range(len(items))),
    "lastIndexOf": _last_index_of,
    "map": _map,
    "reduce": _reduce,
    "reduceRight": _reduce_right,
    "reverse": lambda items, *_: items[::-1],
    "slice": _slice,
    "some": _some,
    "sort": _sort,
    "toReversed": lambda items, *_: items[::-1],
    "toSorted": _sort,
    "toString": lambda items, *_: to_text(items),
    "values": lambda items, *_: list(items),
    "with": _with,
}
