"""Say why a piece of JavaScript cannot be used in a deck."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tree_sitter import Node


class UnreadableError(Exception):
    """A piece of text that is not an expression a deck can use. Offsets are in bytes."""

    def __init__(self, message: str, start: int, end: int, advice: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.start = start
        self.end = end
        self.advice = advice


def refuse(node: Node, message: str | None = None, advice: str | None = None) -> UnreadableError:
    """Return the error for a node that cannot be used."""
    what = message or f"{_KIND_NAMES.get(node.type, node.type.replace('_', ' '))} cannot be used in a slide"
    return UnreadableError(what, node.start_byte, node.end_byte, advice)


_KIND_NAMES = {
    "jsx_element": "JSX",
    "jsx_self_closing_element": "JSX",
    "yield_expression": '"yield"',
    "class": "a class",
    "class_declaration": "a class",
    "function_declaration": "a function declaration",
    "generator_function": "a generator",
    "variable_declaration": '"var"',
    "labeled_statement": "a label",
    "switch_statement": '"switch"',
    "with_statement": '"with"',
    "debugger_statement": '"debugger"',
    "import_statement": '"import"',
    "export_statement": '"export"',
    "import": '"import()"',
    "super": '"super"',
}
