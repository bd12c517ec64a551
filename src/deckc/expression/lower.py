"""Turn tree-sitter's concrete tree of JavaScript into the terms a deck may use (tree.py).

tree-sitter reads more than JavaScript allows (JSX, `await` anywhere, any target of `=`), so everything
is named that is taken, and the rest is an `UnreadableError` with its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckc.expression import tree as t
from deckc.expression.literals import read_big_integer, read_number, read_string
from deckc.expression.lower_patterns import (
    bound_names,
    has_chain,
    is_name,
    lower_local,
    lower_parameters,
    lower_place,
    lower_target,
)
from deckc.expression.refusal import refuse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tree_sitter import Node

MAX_DEPTH = 120


class Lowering:
    """One text being lowered."""

    def __init__(self, source: bytes, first_byte: int) -> None:
        self.source = source
        self._first_byte = first_byte
        self._is_ascii = source.isascii()
        self._depth = 0
        self.in_async = False
        self.in_loop = False

    def text(self, node: Node) -> str:
        """Return the characters of a node."""
        return self.source[node.start_byte : node.end_byte].decode("utf-8", "replace")

    def offset(self, node: Node) -> int:
        """Return where a node starts in the author's text, in characters."""
        if self._is_ascii:
            return node.start_byte - self._first_byte
        return len(self.source[self._first_byte : node.start_byte].decode("utf-8", "replace"))

    def field(self, node: Node, name: str) -> Node:
        """Return a node's child in a field."""
        child = node.child_by_field_name(name)
        if child is None:
            raise refuse(node, f"{name.replace('_', ' ')} is missing")
        return child

    def parts(self, node: Node) -> list[Node]:
        """Return the named children but comments."""
        return [child for child in node.named_children if child.type != "comment"]

    def term(self, node: Node) -> t.Term:
        """Return the term of an expression node."""
        lower = _TERMS.get(node.type)
        if lower is None:
            raise refuse(node)
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise refuse(node, "this expression is nested too deeply")
        result = lower(self, node)
        self._depth -= 1
        return result

    def arguments(self, node: Node) -> tuple[t.Term | t.Spread, ...]:
        """Return the arguments of a call."""
        return tuple(
            t.Spread(self.term(self.parts(child)[0])) if child.type == "spread_element" else self.term(child)
            for child in self.parts(node)
        )

    def with_holes(self, node: Node) -> list[Node | None]:
        """Return an array's items; a comma with nothing before it leaves a hole."""
        items: list[Node | None] = []
        is_filled = False
        for child in node.children:
            if child.type == ",":
                if not is_filled:
                    items.append(None)
                is_filled = False
            elif child.is_named and child.type != "comment":
                items.append(child)
                is_filled = True
        return items

    def key(self, node: Node) -> str | t.Term:
        """Return a property's key: its text, or the term of a computed one."""
        match node.type:
            case "computed_property_name":
                return self.term(self.parts(node)[0])
            case "string" | "number":
                literal = self.term(node)
                if isinstance(literal, t.Literal) and isinstance(literal.value, str):
                    return literal.value
                return literal
            case "property_identifier":
                return self.text(node)
            case _:
                raise refuse(node)

    def function(self, node: Node) -> t.Function:
        """Return an arrow function, a function expression or a method."""
        from deckc.expression.lower_statements import lower_block

        words = {child.type for child in node.children if not child.is_named}
        if words & {"get", "set", "*", "static"} and node.type == "method_definition":
            raise refuse(node, "getters, setters and generators cannot be used in a slide")
        outer = self.in_async, self.in_loop
        self.in_async, self.in_loop = False, False
        parameters = lower_parameters(self, node)
        self.in_async = "async" in words
        body_node = self.field(node, "body")
        body: t.Term | t.Block
        if body_node.type == "statement_block":
            taken = frozenset(name.name for pattern in parameters for name in bound_names(pattern))
            body = lower_block(self, body_node, taken)
        else:
            body = self.term(body_node)
        is_async, (self.in_async, self.in_loop) = self.in_async, outer
        name = node.child_by_field_name("name") if node.type == "function_expression" else None
        return t.Function(
            parameters,
            body,
            is_arrow=node.type == "arrow_function",
            is_async=is_async,
            name=None if name is None else lower_local(self, name).name,
        )


def _is_optional(node: Node) -> bool:
    return node.child_by_field_name("optional_chain") is not None


def _name(lowering: Lowering, node: Node) -> t.Term:
    name = lowering.text(node)
    if not is_name(name):
        advice = "write double quotes: the typographer turns ' into ’" if "’" in name or "‘" in name else None
        raise refuse(node, f'"{name}" is not JavaScript', advice)
    return t.Name(name, lowering.offset(node))


def _number(lowering: Lowering, node: Node) -> t.Term:
    text = lowering.text(node)
    try:
        return t.BigInteger(read_big_integer(text)) if text.endswith("n") else t.Literal(read_number(text))
    except ValueError:
        raise refuse(node, f'"{text}" is not a number') from None


def _string(lowering: Lowering, node: Node) -> t.Term:
    try:
        return t.Literal(read_string(lowering.text(node)[1:-1]))
    except ValueError as error:
        raise refuse(node, f'"{error}" is not an escape that JavaScript knows') from None


def _template(lowering: Lowering, node: Node) -> t.Term:
    texts, parts, from_byte = [], [], node.start_byte + 1
    for child in node.named_children:
        if child.type == "template_substitution":
            texts.append(lowering.source[from_byte : child.start_byte])
            parts.append(lowering.term(_only(lowering, child)))
            from_byte = child.end_byte
    texts.append(lowering.source[from_byte : node.end_byte - 1])
    try:
        cooked = tuple(read_string(text.decode("utf-8", "replace").replace("\r\n", "\n")) for text in texts)
    except ValueError as error:
        raise refuse(node, f'"{error}" is not an escape that JavaScript knows') from None
    return t.Template(cooked, tuple(parts))


def _only(lowering: Lowering, node: Node) -> Node:
    parts = lowering.parts(node)
    if len(parts) != 1:
        raise refuse(node, "one expression is needed here")
    return parts[0]


def _regex(lowering: Lowering, node: Node) -> t.Term:
    flags = node.child_by_field_name("flags")
    return t.Regex(
        lowering.text(lowering.field(node, "pattern")), "" if flags is None else lowering.text(flags)
    )


def _array(lowering: Lowering, node: Node) -> t.Term:
    items: list[t.Term | t.Spread | None] = []
    for child in lowering.with_holes(node):
        if child is None:
            items.append(None)
        elif child.type == "spread_element":
            items.append(t.Spread(lowering.term(_only(lowering, child))))
        else:
            items.append(lowering.term(child))
    return t.ArrayTerm(tuple(items))


def _object(lowering: Lowering, node: Node) -> t.Term:
    members: list[t.Property | t.Spread] = []
    for child in lowering.parts(node):
        match child.type:
            case "pair":
                key = lowering.key(lowering.field(child, "key"))
                members.append(t.Property(key, lowering.term(lowering.field(child, "value"))))
            case "shorthand_property_identifier":
                members.append(t.Property(lowering.text(child), _name(lowering, child)))
            case "spread_element":
                members.append(t.Spread(lowering.term(_only(lowering, child))))
            case "method_definition":
                key = lowering.key(lowering.field(child, "name"))
                members.append(t.Property(key, lowering.function(child)))
            case _:
                raise refuse(child)
    return t.ObjectTerm(tuple(members))


def _member(lowering: Lowering, node: Node) -> t.Term:
    name = lowering.field(node, "property")
    if name.type != "property_identifier" or not is_name(lowering.text(name)):
        raise refuse(name)
    return t.Member(lowering.term(lowering.field(node, "object")), lowering.text(name), _is_optional(node))


def _index(lowering: Lowering, node: Node) -> t.Term:
    target = lowering.term(lowering.field(node, "object"))
    return t.Index(target, lowering.term(lowering.field(node, "index")), _is_optional(node))


def _call(lowering: Lowering, node: Node) -> t.Term:
    arguments = lowering.field(node, "arguments")
    if arguments.type != "arguments":
        raise refuse(node, "a tagged template cannot be used in a slide")
    callee = lowering.term(lowering.field(node, "function"))
    return t.Call(callee, lowering.arguments(arguments), _is_optional(node))


def _new(lowering: Lowering, node: Node) -> t.Term:
    arguments = node.child_by_field_name("arguments")
    callee = lowering.term(lowering.field(node, "constructor"))
    if has_chain(callee):
        raise refuse(node, "an optional chain cannot follow new")
    return t.New(callee, () if arguments is None else lowering.arguments(arguments))


def _group(lowering: Lowering, node: Node) -> t.Term:
    inner = lowering.term(_only(lowering, node))
    return t.Group(inner) if has_chain(inner) else inner


def _unary(lowering: Lowering, node: Node) -> t.Term:
    operator = lowering.field(node, "operator").type
    operand = lowering.term(lowering.field(node, "argument"))
    if operator == "delete" and not isinstance(operand, t.Member | t.Index):
        raise refuse(node, "only a member can be deleted")
    return t.Unary(operator, operand)


def _update(lowering: Lowering, node: Node) -> t.Term:
    operator = lowering.field(node, "operator")
    argument = lowering.field(node, "argument")
    return t.Update(operator.type, lower_place(lowering, argument), operator.start_byte < argument.start_byte)


def _binary(lowering: Lowering, node: Node) -> t.Term:
    left = lowering.field(node, "left")
    if left.type == "private_property_identifier":
        raise refuse(left)
    right = lowering.term(lowering.field(node, "right"))
    return t.Binary(lowering.field(node, "operator").type, lowering.term(left), right)


def _ternary(lowering: Lowering, node: Node) -> t.Term:
    test, then, otherwise = (
        lowering.term(lowering.field(node, name)) for name in ("condition", "consequence", "alternative")
    )
    return t.Conditional(test, then, otherwise)


def _assign(lowering: Lowering, node: Node) -> t.Term:
    left = lowering.field(node, "left")
    target = lower_target(lowering, left)
    return t.Assign("=", target, lowering.term(lowering.field(node, "right")))


def _augment(lowering: Lowering, node: Node) -> t.Term:
    target = lower_place(lowering, lowering.field(node, "left"))
    operator = lowering.field(node, "operator").type
    return t.Assign(operator, target, lowering.term(lowering.field(node, "right")))


def _sequence(lowering: Lowering, node: Node) -> t.Term:
    return t.Sequence(tuple(lowering.term(child) for child in lowering.parts(node)))


def _await(lowering: Lowering, node: Node) -> t.Term:
    if not lowering.in_async:
        raise refuse(node, '"await" stands only in an async function')
    return t.Await(lowering.term(_only(lowering, node)))


_TERMS: Mapping[str, Callable[[Lowering, Node], t.Term]] = {
    "identifier": _name,
    "undefined": _name,
    "number": _number,
    "string": _string,
    "template_string": _template,
    "regex": _regex,
    "true": lambda _lowering, _node: t.Literal(value=True),
    "false": lambda _lowering, _node: t.Literal(value=False),
    "null": lambda _lowering, _node: t.Literal(None),
    "this": lambda _lowering, _node: t.This(),
    "array": _array,
    "object": _object,
    "member_expression": _member,
    "subscript_expression": _index,
    "call_expression": _call,
    "new_expression": _new,
    "parenthesized_expression": _group,
    "unary_expression": _unary,
    "update_expression": _update,
    "binary_expression": _binary,
    "ternary_expression": _ternary,
    "assignment_expression": _assign,
    "augmented_assignment_expression": _augment,
    "sequence_expression": _sequence,
    "await_expression": _await,
    "arrow_function": lambda lowering, node: lowering.function(node),
    "function_expression": lambda lowering, node: lowering.function(node),
}
