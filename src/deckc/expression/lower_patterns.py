"""Turn what names are bound to, and what is assigned to, into tree.py's patterns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckc.expression import tree as t
from deckc.expression.refusal import refuse
from deckc.expression.words import RESERVED

if TYPE_CHECKING:
    from collections.abc import Callable

    from tree_sitter import Node

    from deckc.expression.lower import Lowering


def lower_local(lowering: Lowering, node: Node) -> t.Name:
    """Return a name that is being bound."""
    name = lowering.text(node)
    if name in RESERVED or not is_name(name):
        raise refuse(node, f'"{name}" cannot name a variable')
    return t.Name(name, lowering.offset(node))


def lower_binding(lowering: Lowering, node: Node) -> t.Pattern:
    """Return a pattern that binds names: a parameter or a declaration."""
    return _pattern(lowering, node, _bound_target)


def lower_target(lowering: Lowering, node: Node) -> t.Pattern:
    """Return a pattern that assigns: names, members and patterns of them."""
    return _pattern(lowering, node, _assigned_target)


def _bound_target(lowering: Lowering, node: Node) -> t.Pattern:
    return lower_local(lowering, node)


def _assigned_target(lowering: Lowering, node: Node) -> t.Pattern:
    return lower_place(lowering, node)


def lower_place(lowering: Lowering, node: Node) -> t.Name | t.Member | t.Index:
    """Return what one value can be stored in: a name or a member."""
    if node.type == "parenthesized_expression":
        return lower_place(lowering, lowering.parts(node)[0])
    if node.type in {"identifier", "undefined", "shorthand_property_identifier_pattern"}:
        name = lowering.text(node)
        if name in {"undefined", "eval", "arguments", "NaN", "Infinity"} or not is_name(name):
            raise refuse(node, f'"{name}" cannot be assigned to')
        return t.Name(name, lowering.offset(node))
    if node.type in {"member_expression", "subscript_expression"}:
        term = lowering.term(node)
        if isinstance(term, t.Member | t.Index) and not has_chain(term):
            return term
    raise refuse(node, "this cannot be assigned to")


def _pattern(lowering: Lowering, node: Node, leaf: Callable[[Lowering, Node], t.Pattern]) -> t.Pattern:
    match node.type:
        case "array_pattern":
            return _array_pattern(lowering, node, leaf)
        case "object_pattern":
            return _object_pattern(lowering, node, leaf)
        case "assignment_pattern" | "object_assignment_pattern":
            target = _pattern(lowering, lowering.field(node, "left"), leaf)
            return t.Default(target, lowering.term(lowering.field(node, "right")))
        case "rest_pattern":
            return t.Rest(_pattern(lowering, lowering.parts(node)[0], leaf))
        case _:
            return leaf(lowering, node)


def _array_pattern(
    lowering: Lowering, node: Node, leaf: Callable[[Lowering, Node], t.Pattern]
) -> t.ArrayPattern:
    items = tuple(
        None if child is None else _pattern(lowering, child, leaf) for child in lowering.with_holes(node)
    )
    if any(isinstance(item, t.Rest) for item in items[:-1]):
        raise refuse(node, "a rest element must be the last one")
    return t.ArrayPattern(items)


def _object_pattern(
    lowering: Lowering, node: Node, leaf: Callable[[Lowering, Node], t.Pattern]
) -> t.ObjectPattern:
    members: list[t.PatternProperty] = []
    rest: t.Pattern | None = None
    for child in lowering.parts(node):
        if rest is not None:
            raise refuse(child, "a rest element must be the last one")
        match child.type:
            case "rest_pattern":
                rest = leaf(lowering, lowering.parts(child)[0])
            case "pair_pattern":
                value = _pattern(lowering, lowering.field(child, "value"), leaf)
                members.append(t.PatternProperty(lowering.key(lowering.field(child, "key")), value))
            case "object_assignment_pattern":
                key = lowering.text(lowering.field(child, "left"))
                members.append(t.PatternProperty(key, _pattern(lowering, child, leaf)))
            case "shorthand_property_identifier_pattern":
                members.append(t.PatternProperty(lowering.text(child), leaf(lowering, child)))
            case _:
                raise refuse(child)
    return t.ObjectPattern(tuple(members), rest)


def lower_parameters(lowering: Lowering, node: Node) -> tuple[t.Pattern, ...]:
    """Return the parameters of a function."""
    single = node.child_by_field_name("parameter")
    if single is not None:
        return (lower_local(lowering, single),)
    patterns = tuple(
        lower_binding(lowering, child) for child in lowering.parts(lowering.field(node, "parameters"))
    )
    names = [name.name for pattern in patterns for name in bound_names(pattern)]
    if len(set(names)) < len(names):
        raise refuse(node, "two parameters have the same name")
    if any(isinstance(pattern, t.Rest) for pattern in patterns[:-1]):
        raise refuse(node, "a rest parameter must be the last one")
    return patterns


def bound_names(pattern: t.Pattern | None) -> tuple[t.Name, ...]:
    """Return the names that a pattern of bindings binds, in order."""
    match pattern:
        case t.Name():
            return (pattern,)
        case t.ArrayPattern(items=items):
            return tuple(name for item in items for name in bound_names(item))
        case t.ObjectPattern(members=members, rest=rest):
            named = tuple(name for member in members for name in bound_names(member.target))
            return (*named, *bound_names(rest))
        case t.Default(target=target) | t.Rest(target=target):
            return bound_names(target)
        case _:
            return ()


def is_name(name: str) -> bool:
    """Return whether a text can be an identifier."""
    return name.replace("$", "_").isidentifier()


def has_chain(term: t.Term) -> bool:
    """Return whether an optional link stands anywhere in a chain of members and calls."""
    while isinstance(term, t.Member | t.Index | t.Call):
        if term.is_optional:
            return True
        term = term.callee if isinstance(term, t.Call) else term.target
    return False
