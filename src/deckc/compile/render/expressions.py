"""What an expression comes to on one slide: its value if that never changes, else the value to paint first.

{{ $page + 1 }}     Outcome(value=4, is_settled=True)
{{ $clicks }}       Outcome(value=0, is_settled=False, expression)   painted, and bound
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from deckc.compile.render.scope import Scope
from deckc.dataclass import dataclass
from deckc.diagnostics import Report, Span
from deckc.expression import (
    UNDEFINED,
    Expression,
    NotConstantError,
    emit,
    evaluate,
    parse_expression,
    report_unknown_names,
)
from deckc.expression.emit import quote
from deckc.model.source import Value

_MAY_THROW = re.compile(r"\(|\$\.[\w$]+(?:\?\.)?[.\[]|\.\.\.")


@dataclass(frozen=True, slots=True)
class Outcome:
    """An expression on one slide."""

    expression: Expression
    value: Value
    """None where it has none while compiling."""
    is_settled: bool
    """Whether the value stays as long as the deck is shown."""
    has_value: bool

    @property
    def function(self) -> str:
        """Return the expression as a function of the scope, and its place where it may throw."""
        code = emit(self.expression)
        return f"$ => {code}{place_cell(code, self.expression.span)}"


@dataclass(frozen=True, slots=True)
class Evaluator:
    """Works out the expressions of one slide, or of one turn of a loop in it."""

    scope: Scope
    report: Report
    loop_values: Mapping[str, object]
    """Names of the loops around, with the values of this turn."""
    loop_names: frozenset[str] = frozenset()
    """Names of the loops around whose turns are made in the browser."""

    def read(self, text: str, span: Span) -> Outcome | None:
        """Return what an expression comes to; None where it cannot be read, which is reported."""
        expression = parse_expression(text, span, self.report)
        if expression is None:
            return None
        return self.work_out(expression)

    def work_out(self, expression: Expression) -> Outcome:
        """Return what a parsed expression comes to."""
        self.check_names(expression)
        missing = expression.free_names - self.known_names()
        unknown = dict.fromkeys(missing, UNDEFINED)
        for names, is_settled in ((self.scope.settled, True), (self.scope.first, False)):
            try:
                value = evaluate(expression, {**names, **unknown, **self.loop_values})
            except NotConstantError:
                continue
            return Outcome(expression, value, is_settled, has_value=True)
        return Outcome(expression, None, is_settled=False, has_value=False)

    def check_names(self, expression: Expression, *more: str) -> None:
        """Warn of names that the slide does not know; `more` are known in this one."""
        report_unknown_names(expression, self.known_names().union(more), self.report)

    def known_names(self) -> frozenset[str]:
        """Return every name that stands for something."""
        return self.loop_names.union(self.scope.first, self.loop_values)

    def first_values(self) -> dict[str, object]:
        """Return names and values when the slide is entered."""
        return {**self.scope.first, **self.loop_values}


def place_cell(code: str, span: Span) -> str:
    """Return the cell that names an expression's place in the source, where it may throw; else nothing."""
    return f",{quote(str(span))}" if _MAY_THROW.search(code) else ""


__all__ = ["Evaluator", "Outcome", "place_cell", "quote"]
