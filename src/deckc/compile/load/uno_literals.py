"""Read the literals of a TypeScript file: objects, lists, texts, numbers, patterns and small functions.

    { a: 'x', b: [1, /y/] }      Table({"a": Text("x"), "b": List(...)})

Nothing runs. What is no literal, nor a name of one, is `Unread`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from deckc.dataclass import dataclass

if TYPE_CHECKING:
    from tree_sitter import Node, Parser


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that would have to run."""

    node: Node


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression."""

    source: str


@dataclass(frozen=True, slots=True)
class Function:
    """A function whose body is one expression."""

    parameters: Node | None
    body: Node


Literal = str | int | float | bool | None | list["Entry"] | dict[str, "Entry"] | Pattern | Function | Unread


@dataclass(frozen=True, slots=True)
class Entry:
    """A literal and where it stands."""

    value: Literal
    node: Node


_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0", "\n": ""}
_WRAPPERS = frozenset(
    (
        "parenthesized_expression",
        "as_expression",
        "satisfies_expression",
        "non_null_expression",
        "type_assertion",
    )
)
_FUNCTIONS = frozenset(("arrow_function", "function_expression"))


@cache
def _parser() -> Parser:
    import tree_sitter
    import tree_sitter_typescript

    return tree_sitter.Parser(tree_sitter.Language(tree_sitter_typescript.language_typescript()))


def parse_module(text: str) -> Node:
    """Return the tree of a TypeScript module."""
    return _parser().parse(text.encode("utf-8")).root_node


def text_of(node: Node | None) -> str:
    """Return a node's source."""
    return node.text.decode("utf-8") if node is not None and node.text is not None else ""


def constants(module: Node) -> dict[str, Node]:
    """Return the values of the module's top-level names."""
    found: dict[str, Node] = {}
    for statement in module.named_children:
        exported = statement.child_by_field_name("declaration")
        for child in (exported or statement).named_children:
            name, value = child.child_by_field_name("name"), child.child_by_field_name("value")
            if child.type == "variable_declarator" and name is not None and value is not None:
                found[text_of(name)] = value
    return found


def read_literal(node: Node, names: dict[str, Node]) -> Entry:
    """Return the literal that a node is; a name is followed to its constant."""
    match node.type:
        case kind if kind in _WRAPPERS and node.named_children:
            inner = node.named_children[-1 if kind == "type_assertion" else 0]
            return read_literal(inner, names)
        case "array":
            return Entry(_read_list(node, names), node)
        case "object":
            return Entry(_read_object(node, names), node)
        case kind if kind in _FUNCTIONS:
            return _read_function(node)
        case "identifier" if text_of(node) in names:
            others = {name: value for name, value in names.items() if name != text_of(node)}
            return read_literal(names[text_of(node)], others)
        case "member_expression" | "subscript_expression":
            return _read_member(node, names)
        case "binary_expression" | "template_string" | "call_expression":
            read = _read_call if node.type == "call_expression" else _read_joined
            return Entry(read(node, names), node)
        case _:
            return Entry(_read_scalar(node), node)


def read_config(node: Node, names: dict[str, Node]) -> Entry:
    """Follow `defineConfig({...})` and `defineSetup(() => ({...}))`, a default export, to the object."""
    if node.type == "identifier" and text_of(node) in names:
        others = {name: value for name, value in names.items() if name != text_of(node)}
        return read_config(names[text_of(node)], others)
    arguments = node.child_by_field_name("arguments") if node.type == "call_expression" else None
    if arguments is not None and arguments.named_children:
        node = arguments.named_children[0]
    if node.type in _FUNCTIONS:
        block = node.child_by_field_name("body")
        names = {**names, **constants(block)} if block is not None else names
    entry = read_literal(node, names)
    return read_literal(entry.value.body, names) if isinstance(entry.value, Function) else entry


def default_export(module: Node) -> Node | None:
    """Return what a module exports by default; None where it exports nothing so."""
    exports = (child for child in module.named_children if child.type == "export_statement")
    return next((value for child in exports if (value := child.child_by_field_name("value"))), None)


def _read_scalar(node: Node) -> Literal:
    match node.type:
        case "string":
            return _read_text(node)
        case "number":
            return _read_number(text_of(node))
        case "true" | "false":
            return node.type == "true"
        case "null" | "undefined":
            return None
        case "regex":
            return Pattern(text_of(node.child_by_field_name("pattern")))
        case _:
            return Unread(node)


def _read_list(node: Node, names: dict[str, Node]) -> list[Entry]:
    items: list[Entry] = []
    for child in node.named_children:
        if child.type == "spread_element" and child.named_children:
            spread = read_literal(child.named_children[0], names).value
            items += spread if isinstance(spread, list) else [Entry(Unread(child), child)]
        elif child.type != "comment":
            items.append(read_literal(child, names))
    return items


def _read_member(node: Node, names: dict[str, Node]) -> Entry:
    """Follow `colors.brand` and `colors['brand']` into a table."""
    table = node.child_by_field_name("object")
    key = node.child_by_field_name("property") or node.child_by_field_name("index")
    value = read_literal(table, names).value if table is not None else None
    if key is None or not isinstance(value, dict):
        return Entry(Unread(node), node)
    return value.get(_read_key(key), Entry(Unread(node), node))


def _read_joined(node: Node, names: dict[str, Node]) -> Literal:
    """Read `'a' + b` and a template whose parts are known."""
    parts = []
    for child in node.named_children:
        if child.type in {"string_fragment", "escape_sequence"}:
            parts.append(_read_piece(child))
            continue
        value = read_literal(
            child.named_children[0] if child.type == "template_substitution" else child, names
        ).value
        if isinstance(value, bool) or not isinstance(value, (str, int, float)):
            return Unread(node)
        parts.append(str(value))
    is_sum = node.type == "template_string" or text_of(node.child_by_field_name("operator")) == "+"
    return "".join(parts) if is_sum else Unread(node)


def _read_call(node: Node, names: dict[str, Node]) -> Literal:
    """Read `'a b'.split(' ')` and `['a', 'b'].join(',')`."""
    called = node.child_by_field_name("function")
    given = node.child_by_field_name("arguments")
    if called is None or called.type != "member_expression" or given is None:
        return Unread(node)
    arguments = [read_literal(child, names).value for child in given.named_children]
    owner = called.child_by_field_name("object")
    value = read_literal(owner, names).value if owner is not None else None
    match text_of(called.child_by_field_name("property")), value, arguments:
        case "split", str(), [str() as separator] if separator:
            return [Entry(part, node) for part in value.split(separator)]
        case "split", str(), [Pattern(source="\\s+")]:
            return [Entry(part, node) for part in value.split()]
        case "join", list(), [str() as separator] if all(isinstance(part.value, str) for part in value):
            return separator.join(str(part.value) for part in value)
        case _:
            return Unread(node)


def _read_object(node: Node, names: dict[str, Node]) -> dict[str, Entry]:
    table: dict[str, Entry] = {}
    for child in node.named_children:
        match child.type:
            case "pair":
                key, value = child.child_by_field_name("key"), child.child_by_field_name("value")
                if key is not None and value is not None:
                    table[_read_key(key)] = read_literal(value, names)
            case "shorthand_property_identifier":
                known = names.get(text_of(child))
                table[text_of(child)] = read_literal(known, names) if known else Entry(Unread(child), child)
            case "spread_element" if child.named_children:
                spread = read_literal(child.named_children[0], names)
                table |= (
                    spread.value
                    if isinstance(spread.value, dict)
                    else {text_of(child): Entry(Unread(child), child)}
                )
            case "method_definition":
                table[text_of(child.child_by_field_name("name"))] = Entry(Unread(child), child)
            case _:
                pass
    return table


def _read_key(node: Node) -> str:
    return _read_text(node) if node.type == "string" else text_of(node)


def _read_text(node: Node) -> str:
    return "".join(_read_piece(child) for child in node.named_children)


def _read_piece(node: Node) -> str:
    text = text_of(node)
    return _ESCAPES.get(text[1:], text[1:]) if node.type == "escape_sequence" else text


def _read_number(text: str) -> int | float:
    try:
        return int(text, 0)
    except ValueError:
        try:
            return float(text.replace("_", ""))
        except ValueError:
            return 0


def _read_function(node: Node) -> Entry:
    body = node.child_by_field_name("body")
    if body is not None and body.type == "statement_block":
        *before, last = [child for child in body.named_children if child.type != "comment"] or [body]
        only = (
            all(child.type == "lexical_declaration" for child in before) and last.type == "return_statement"
        )
        body = last.named_children[0] if only and last.named_children else None
    if body is None:
        return Entry(Unread(node), node)
    parameters = node.child_by_field_name("parameters") or node.child_by_field_name("parameter")
    return Entry(Function(parameters, body), node)


def python_pattern(source: str) -> str | None:
    """Return a JavaScript pattern as one of Python's that fits whole names; None for what Python cannot read."""
    pattern = (
        source.replace("(?<", "(?P<").replace("(?P<=", "(?<=").replace("(?P<!", "(?<!").replace("\\/", "/")
    )
    if "|" in re.sub(r"\\.|\[[^\]]*\]|\([^()]*\)", "", pattern):
        pattern = f".*?(?:{pattern}).*"  # `^` and `$` may belong to one of the choices only
    else:
        pattern = pattern[1:] if pattern.startswith("^") else f".*?{pattern}"
        pattern = pattern[:-1] if pattern.endswith("$") and not pattern.endswith("\\$") else f"{pattern}.*"
    try:
        re.compile(pattern)
    except re.error:
        return None
    return pattern
