"""JavaScript expressions of a deck: read, worked out while compiling where that is possible, printed."""

from deckc.expression.evaluate import bind, evaluate, evaluate_raw, iterations
from deckc.expression.expression import BindingPattern, Expression, Loop
from deckc.expression.names import report_unknown_names
from deckc.expression.parse import (
    is_script,
    parse_expression,
    parse_loop,
    parse_pattern,
    parse_statements,
)
from deckc.expression.values import UNDEFINED, NotConstantError, PartialObject

__all__ = [
    "UNDEFINED",
    "BindingPattern",
    "Expression",
    "Loop",
    "NotConstantError",
    "PartialObject",
    "bind",
    "emit",
    "evaluate",
    "evaluate_raw",
    "is_script",
    "iterations",
    "parse_expression",
    "parse_loop",
    "parse_pattern",
    "parse_statements",
    "report_unknown_names",
]


def emit(expression: Expression) -> str:
    """Return an expression as JavaScript in which free names are read from `$`; a handler as statements."""
    return expression.code
