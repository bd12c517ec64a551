"""Work out an expression while compiling, as JavaScript would.

    evaluate(`items.map(x => x * 2).join()`, {"items": [1, 2]})  ->  "2,4"
    evaluate(`$clicks + 1`, {})                                  ->  NotConstantError

Whatever needs the browser, would throw there, or takes too many steps is a NotConstantError.
Nothing else is raised.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from deckc.dataclass import dataclass
from deckc.expression import tree as t
from deckc.expression.globals import GLOBAL_VALUES
from deckc.expression.methods import find_member
from deckc.expression.numbers import as_number, to_int32
from deckc.expression.operators import BINARY
from deckc.expression.values import (
    MAX_ITEMS,
    UNDEFINED,
    NotConstantError,
    PartialObject,
    is_function,
    is_nullish,
    is_truthy,
    limited,
    limited_list,
    ordered_keys,
    to_key,
    to_number,
    to_text,
    type_name,
)
from deckc.model.source import Value

if TYPE_CHECKING:
    from deckc.expression.expression import BindingPattern, Expression, Loop

_MAX_STEPS = 50_000
_SHORT_CIRCUIT = object()
"""What a chain gives once `?.` met nothing."""


def evaluate(expression: Expression, scope: Mapping[str, Value | object]) -> Value:
    """Return an expression's value in a scope; raise NotConstantError where it has none while compiling.

    `undefined` becomes None; inside an object it takes its key with it.
    """
    return settle(evaluate_raw(expression, scope))


def evaluate_raw(expression: Expression, scope: Mapping[str, Value | object]) -> object:
    """Return an expression's value, `undefined` and functions told apart (values.py)."""
    if isinstance(expression.term, t.Block):
        raise NotConstantError("statements are run in the browser")
    try:
        return _Interpreter().value(expression.term, _Scope(scope))
    except (RecursionError, OverflowError, ZeroDivisionError, ValueError, MemoryError) as error:
        raise NotConstantError(str(error)) from error


def bind(pattern: BindingPattern, value: object) -> dict[str, object]:
    """Return the names that a loop item or slot props give, with their values."""
    names: dict[str, object] = {}
    try:
        _Interpreter().bind(pattern.pattern, value, _Scope(names, names))
    except (RecursionError, OverflowError, ValueError) as error:
        raise NotConstantError(str(error)) from error
    return names


def iterations(loop: Loop, scope: Mapping[str, Value | object]) -> list[dict[str, object]]:
    """Return the names of each turn of a `v-for`, as Vue walks numbers, lists, texts and objects."""
    turns: list[dict[str, object]] = []
    for at, (value, *others) in enumerate(_turns(evaluate_raw(loop.source, scope))):
        names = bind(loop.item, value)
        keys = [*others, at] if others else [at]
        names.update({name: key for name, key in zip((loop.key, loop.index), keys, strict=False) if name})
        turns.append(names)
    return turns


def _turns(source: object) -> list[tuple[object, ...]]:
    match source:
        case None | bool():
            return []
        case int() | float():
            if source != source or source > MAX_ITEMS:  # noqa: PLR0124 - NaN
                raise NotConstantError("the loop is too long")
            return [(number,) for number in range(1, int(source) + 1)]
        case str() | list():
            return [(item,) for item in source]
        case dict():
            return [(source[key], key) for key in ordered_keys(source)]
        case PartialObject():
            raise NotConstantError("its members are known in the browser only")
        case _:
            return []


def settle(value: object, depth: int = 0) -> Value:
    """Return a value as the rest of the compiler knows values."""
    if depth > 60:
        raise NotConstantError("a value holds itself")
    match value:
        case None | bool() | int() | float() | str():
            return value
        case list():
            return [settle(item, depth + 1) for item in value]
        case dict():
            return {
                key: settle(value[key], depth + 1)
                for key in ordered_keys(value)
                if value[key] is not UNDEFINED
            }
        case _:
            if value is UNDEFINED:
                return None
            raise NotConstantError("a function is made in the browser")


@dataclass(slots=True)
class _Scope:
    """Names and values; what a function binds lies over what surrounds it."""

    outer: Mapping[str, object]
    own: dict[str, object] | None = None
    parent: _Scope | None = None

    def find(self, name: str) -> object:
        scope: _Scope | None = self
        while scope is not None:
            if scope.own is not None and name in scope.own:
                return scope.own[name]
            scope = scope.parent
        if name in self.outer:
            return self.outer[name]
        if name in GLOBAL_VALUES:
            return GLOBAL_VALUES[name]
        raise NotConstantError(f'"{name}" is known in the browser only')


@dataclass(frozen=True, slots=True)
class _Closure:
    """An arrow function and where it was written."""

    function: t.Function
    scope: _Scope
    interpreter: _Interpreter

    def call(self, arguments: list[object]) -> object:
        """Return what the function gives for these arguments."""
        return self.interpreter.apply(self, arguments)


class _Interpreter:
    """One evaluation; counts its steps."""

    def __init__(self) -> None:
        self._steps = 0

    def value(self, term: t.Term, scope: _Scope) -> object:
        """Return a term's value."""
        found = self._link(term, scope)
        return UNDEFINED if found is _SHORT_CIRCUIT else found

    def _link(self, term: t.Term, scope: _Scope) -> object:  # noqa: C901, PLR0911, PLR0912 - one line for each kind
        self._steps += 1
        if self._steps > _MAX_STEPS:
            raise NotConstantError("this takes too many steps")
        match term:
            case t.Literal(value=value):
                return value
            case t.Name(name=name):
                return scope.find(name)
            case t.Member(target=target, name=key, is_optional=is_optional):
                return self._member(self._link(target, scope), key, is_optional)
            case t.Index(target=target, index=index, is_optional=is_optional):
                holder = self._link(target, scope)
                if holder is _SHORT_CIRCUIT or (is_optional and is_nullish(holder)):
                    return _SHORT_CIRCUIT
                return _read(holder, self.value(index, scope))
            case t.Call():
                return self._call(term, scope)
            case t.Group(inner=inner):
                return self.value(inner, scope)
            case t.Conditional(test=test, then=then, otherwise=otherwise):
                return self.value(then if is_truthy(self.value(test, scope)) else otherwise, scope)
            case t.Binary(operator="&&" | "||" | "??"):
                return self._logical(term, scope)
            case t.Binary(operator=operator, left=left, right=right):
                operate = BINARY.get(operator)
                if operate is None:
                    raise NotConstantError(f'"{operator}" is worked out in the browser')
                return operate(self.value(left, scope), self.value(right, scope))
            case t.Unary():
                return self._unary(term, scope)
            case t.Template(texts=texts, parts=parts):
                filled = [to_text(self.value(part, scope)) for part in parts]
                return limited("".join(text + part for text, part in zip(texts, [*filled, ""], strict=True)))
            case t.ArrayTerm(items=items):
                return self._items([t.Name("undefined") if item is None else item for item in items], scope)
            case t.ObjectTerm():
                return self._object(term, scope)
            case t.Function(is_arrow=True, is_async=False):
                return _Closure(term, scope, self)
            case t.Sequence(items=parts):
                return [self.value(part, scope) for part in parts][-1]
            case t.New(callee=t.Name(name="Array"), arguments=arguments):
                return self._call(t.Call(t.Name("Array"), arguments), scope)
            case _:
                raise NotConstantError("this is worked out in the browser")

    def _member(self, holder: object, name: str, is_optional: bool) -> object:
        if holder is _SHORT_CIRCUIT or (is_optional and is_nullish(holder)):
            return _SHORT_CIRCUIT
        return _read(holder, name)

    def _call(self, term: t.Call, scope: _Scope) -> object:
        callee = self._link(term.callee, scope)
        if callee is _SHORT_CIRCUIT or (term.is_optional and is_nullish(callee)):
            return _SHORT_CIRCUIT
        if not is_function(callee):
            raise NotConstantError("this is not a function")
        arguments = self._items(term.arguments, scope)
        return cast("_Closure", callee).call(arguments)

    def _items(
        self, items: tuple[t.Term | t.Spread, ...] | list[t.Term | t.Spread], scope: _Scope
    ) -> list[object]:
        values: list[object] = []
        for item in items:
            if isinstance(item, t.Spread):
                source = self.value(item.value, scope)
                if not isinstance(source, list | str):
                    raise NotConstantError("this cannot be spread")
                values.extend(source)
                limited_list(values)
            else:
                values.append(self.value(item, scope))
        return values

    def _object(self, term: t.ObjectTerm, scope: _Scope) -> dict[str, object]:
        members: dict[str, object] = {}
        for member in term.members:
            if isinstance(member, t.Property):
                key = member.key if isinstance(member.key, str) else to_key(self.value(member.key, scope))
                if key == "__proto__":
                    raise NotConstantError("prototypes are set in the browser")
                members[key] = self.value(member.value, scope)
                continue
            source = self.value(member.value, scope)
            match source:
                case dict():
                    members.update(source)
                case list() | str():
                    members.update({str(at): item for at, item in enumerate(source)})
                case PartialObject():
                    raise NotConstantError("its members are known in the browser only")
                case _:
                    pass
        limited_list(list(members))
        return members

    def _logical(self, term: t.Binary, scope: _Scope) -> object:
        left = self.value(term.left, scope)
        match term.operator:
            case "&&":
                is_settled = not is_truthy(left)
            case "||":
                is_settled = is_truthy(left)
            case _:
                is_settled = not is_nullish(left)
        return left if is_settled else self.value(term.right, scope)

    def _unary(self, term: t.Unary, scope: _Scope) -> object:
        operand = self.value(term.operand, scope)
        match term.operator:
            case "!":
                return not is_truthy(operand)
            case "-":
                number = to_number(operand)
                return -0.0 if number == 0 and math.copysign(1, number) > 0 else as_number(-number)
            case "+":
                return to_number(operand)
            case "~":
                return ~to_int32(to_number(operand))
            case "typeof":
                return type_name(operand)
            case "void":
                return UNDEFINED
            case _:
                raise NotConstantError(f'"{term.operator}" is worked out in the browser')

    def apply(self, closure: _Closure, arguments: list[object]) -> object:
        """Return what an arrow function gives for these arguments."""
        body = _result(closure.function.body)
        scope = _Scope(closure.scope.outer, {}, closure.scope)
        for at, parameter in enumerate(closure.function.parameters):
            if isinstance(parameter, t.Rest):
                self.bind(parameter.target, arguments[at:], scope)
            else:
                self.bind(parameter, arguments[at] if at < len(arguments) else UNDEFINED, scope)
        return UNDEFINED if body is None else self.value(body, scope)

    def bind(self, pattern: t.Pattern, value: object, scope: _Scope) -> None:
        """Give the names of a pattern their parts of a value."""
        names = scope.own
        if names is None:
            raise NotConstantError("nothing is bound here")
        match pattern:
            case t.Name(name=name):
                names[name] = value
            case t.Default(target=target, value=default):
                self.bind(target, self.value(default, scope) if value is UNDEFINED else value, scope)
            case t.ArrayPattern(items=items):
                if not isinstance(value, list | str):
                    raise NotConstantError("this cannot be taken apart")
                self._bind_items(items, list(value), scope)
            case t.ObjectPattern():
                self._bind_members(pattern, value, scope)
            case _:
                raise NotConstantError("this is assigned in the browser")

    def _bind_items(self, items: tuple[t.Pattern | None, ...], values: list[object], scope: _Scope) -> None:
        for at, item in enumerate(items):
            if isinstance(item, t.Rest):
                self.bind(item.target, values[at:], scope)
            elif item is not None:
                self.bind(item, values[at] if at < len(values) else UNDEFINED, scope)

    def _bind_members(self, pattern: t.ObjectPattern, value: object, scope: _Scope) -> None:
        if is_nullish(value):
            raise NotConstantError("nothing can be taken apart")
        taken = []
        for member in pattern.members:
            key = member.key if isinstance(member.key, str) else to_key(self.value(member.key, scope))
            taken.append(key)
            self.bind(member.target, _read(value, key), scope)
        if pattern.rest is not None:
            if not isinstance(value, dict):
                raise NotConstantError("the rest of this is known in the browser only")
            self.bind(pattern.rest, {key: value[key] for key in value if key not in taken}, scope)


def _result(body: t.Term | t.Block) -> t.Term | None:
    """Return what a function's body comes to, where that is one term."""
    if not isinstance(body, t.Block):
        return body
    match body.statements:
        case ():
            return None
        case (t.Return(value=value),):
            return value
        case _:
            raise NotConstantError("statements are run in the browser")


def _read(holder: object, key: object) -> object:
    """Return a member of any value."""
    match holder:
        case dict():
            name = to_key(key)
            return holder[name] if name in holder else find_member(holder, name)
        case list() | str():
            position = key if isinstance(key, int) and not isinstance(key, bool) else None
            if position is None:
                name = to_key(key)
                if not (name.isascii() and name.isdigit() and len(name) < 16):
                    return find_member(holder, name)
                position = int(name)
            if isinstance(holder, str) and not holder.isascii() and max(holder) > "\uffff":
                raise NotConstantError("positions in this text are counted in the browser")
            return holder[position] if 0 <= position < len(holder) else UNDEFINED
        case PartialObject(members=members):
            name = to_key(key)
            if name in members:
                return members[name]
            raise NotConstantError(f'"{name}" is known in the browser only')
        case _:
            if is_nullish(holder):
                raise NotConstantError("nothing has no members")
            return find_member(holder, to_key(key))
