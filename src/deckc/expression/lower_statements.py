"""Turn the statements of an `@event` handler or a function body into tree.py's statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckc.expression import tree as t
from deckc.expression.lower_patterns import bound_names, lower_binding, lower_target
from deckc.expression.refusal import refuse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tree_sitter import Node

    from deckc.expression.lower import Lowering

_DECLARATIONS = frozenset(["lexical_declaration"])


def lower_block(lowering: Lowering, node: Node, taken: frozenset[str] = frozenset()) -> t.Block:
    """Return a `{...}` block. `taken` are names its own declarations must not repeat."""
    return lower_statements(lowering, lowering.parts(node), taken)


def lower_statements(lowering: Lowering, nodes: Sequence[Node], taken: frozenset[str]) -> t.Block:
    """Return statements as a block, where no name is declared twice."""
    statements: list[t.Statement] = []
    names = set(taken)
    for node in nodes:
        if node.type == "empty_statement":
            continue
        statement = _statement(lowering, node)
        if isinstance(statement, t.Declaration):
            for name in (name for pattern, _ in statement.parts for name in bound_names(pattern)):
                if name.name in names:
                    raise refuse(node, f'"{name.name}" is declared twice')
                names.add(name.name)
        statements.append(statement)
    return t.Block(tuple(statements))


def _statement(lowering: Lowering, node: Node) -> t.Statement:
    lower = _STATEMENTS.get(node.type)
    if lower is None:
        raise refuse(node)
    return lower(lowering, node)


def _body(lowering: Lowering, node: Node) -> t.Statement:
    """Return the body of `if` or a loop, which may not be a declaration."""
    if node.type in _DECLARATIONS:
        raise refuse(node, "a declaration needs a block around it here")
    return t.Block(()) if node.type == "empty_statement" else _statement(lowering, node)


def _loop_body(lowering: Lowering, node: Node) -> t.Statement:
    outer, lowering.in_loop = lowering.in_loop, True
    body = _body(lowering, lowering.field(node, "body"))
    lowering.in_loop = outer
    return body


def _declaration(lowering: Lowering, node: Node) -> t.Declaration:
    keyword = lowering.field(node, "kind").type
    parts: list[tuple[t.Pattern, t.Term | None]] = []
    for child in lowering.parts(node):
        pattern = lower_binding(lowering, lowering.field(child, "name"))
        value = child.child_by_field_name("value")
        if value is None and (keyword == "const" or not isinstance(pattern, t.Name)):
            raise refuse(child, "this declaration needs a value")
        parts.append((pattern, None if value is None else lowering.term(value)))
    names = [name.name for pattern, _ in parts for name in bound_names(pattern)]
    if len(set(names)) < len(names):
        raise refuse(node, "a name is declared twice")
    return t.Declaration(keyword, tuple(parts))


def _if(lowering: Lowering, node: Node) -> t.Statement:
    otherwise = node.child_by_field_name("alternative")
    return t.If(
        lowering.term(lowering.field(node, "condition")),
        _body(lowering, lowering.field(node, "consequence")),
        None if otherwise is None else _body(lowering, lowering.parts(otherwise)[0]),
    )


def _for(lowering: Lowering, node: Node) -> t.Statement:
    start_node = lowering.field(node, "initializer")
    start: t.Declaration | t.Term | None = None
    if start_node.type == "lexical_declaration":
        start = _declaration(lowering, start_node)
    elif start_node.type == "variable_declaration":
        raise refuse(start_node, '"var" cannot be used in a slide', 'write "let"')
    elif start_node.type != "empty_statement":
        start = lowering.term(_inner(lowering, start_node))
    test = lowering.field(node, "condition")
    step = node.child_by_field_name("increment")
    return t.For(
        start,
        None if test.type == "empty_statement" else lowering.term(_inner(lowering, test)),
        None if step is None else lowering.term(step),
        _loop_body(lowering, node),
    )


def _inner(lowering: Lowering, node: Node) -> Node:
    return lowering.parts(node)[0] if node.type == "expression_statement" else node


def _for_each(lowering: Lowering, node: Node) -> t.Statement:
    if any(child.type == "await" for child in node.children):
        raise refuse(node, '"for await" cannot be used in a slide')
    kind = node.child_by_field_name("kind")
    keyword = None if kind is None else kind.type
    left = lowering.field(node, "left")
    if keyword not in {None, "let", "const"}:
        raise refuse(node, f'"{keyword}" cannot be used in a slide', 'write "const"')
    target = lower_target(lowering, left) if keyword is None else lower_binding(lowering, left)
    names = [name.name for name in bound_names(target)]
    if len(set(names)) < len(names) and keyword:
        raise refuse(left, "a name is declared twice")
    operator = lowering.field(node, "operator").type
    source = lowering.term(lowering.field(node, "right"))
    return t.ForEach(keyword, target, operator, source, _loop_body(lowering, node))


def _while(lowering: Lowering, node: Node) -> t.Statement:
    test = lowering.term(lowering.field(node, "condition"))
    return t.While(test, _loop_body(lowering, node), is_test_last=node.type == "do_statement")


def _return(lowering: Lowering, node: Node) -> t.Statement:
    parts = lowering.parts(node)
    return t.Return(lowering.term(parts[0]) if parts else None)


def _throw(lowering: Lowering, node: Node) -> t.Statement:
    return t.Throw(lowering.term(lowering.parts(node)[0]))


def _jump(lowering: Lowering, node: Node) -> t.Statement:
    keyword = node.children[0].type
    if not lowering.in_loop:
        raise refuse(node, f'"{keyword}" stands only in a loop')
    if lowering.parts(node):
        raise refuse(node, "labels cannot be used in a slide")
    return t.Jump(keyword)


def _try(lowering: Lowering, node: Node) -> t.Statement:
    handler = node.child_by_field_name("handler")
    last = node.child_by_field_name("finalizer")
    if handler is None and last is None:
        raise refuse(node, '"try" needs "catch" or "finally"')
    parameter: t.Pattern | None = None
    handler_block: t.Block | None = None
    if handler is not None:
        parameter_node = handler.child_by_field_name("parameter")
        parameter = None if parameter_node is None else lower_binding(lowering, parameter_node)
        taken = frozenset(name.name for name in bound_names(parameter))
        handler_block = lower_block(lowering, lowering.field(handler, "body"), taken)
    return t.Try(
        lower_block(lowering, lowering.field(node, "body")),
        parameter,
        handler_block,
        None if last is None else lower_block(lowering, lowering.field(last, "body")),
    )


_STATEMENTS: Mapping[str, Callable[[Lowering, Node], t.Statement]] = {
    "expression_statement": lambda lowering, node: t.TermStatement(lowering.term(lowering.parts(node)[0])),
    "lexical_declaration": _declaration,
    "statement_block": lower_block,
    "if_statement": _if,
    "for_statement": _for,
    "for_in_statement": _for_each,
    "while_statement": _while,
    "do_statement": _while,
    "return_statement": _return,
    "throw_statement": _throw,
    "break_statement": _jump,
    "continue_statement": _jump,
    "try_statement": _try,
}
