"""Read expressions in tests, where a mistake in one is a mistake in the test."""

from deckc.diagnostics import Report, Span
from deckc.expression import Expression, Loop, parse_expression, parse_loop, parse_statements

PLACE = Span("slides.md", 3, 10)


def read(text: str) -> Expression:
    """Return an expression that can be read."""
    expression = parse_expression(text, PLACE, Report())
    assert expression is not None, text
    return expression


def read_handler(text: str) -> Expression:
    """Return a handler that can be read."""
    handler = parse_statements(text, PLACE, Report())
    assert handler is not None, text
    return handler


def read_loop(text: str) -> Loop:
    """Return a loop that can be read."""
    loop = parse_loop(text, PLACE, Report())
    assert loop is not None, text
    return loop


def complaints(text: str, parse=parse_expression) -> list[str]:
    """Return what is reported of a text, as line:column, length, message."""
    report = Report()
    assert parse(text, PLACE, report) is None
    return [f"{d.span.line}:{d.span.column}+{d.span.length} {d.message}" for d in report.diagnostics]
