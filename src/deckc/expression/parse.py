"""Read the JavaScript of a deck's attributes and `{{ }}` with tree-sitter.

    parse_expression("$clicks < 3 ? 'a' : b", span, report)   ->  Expression, free names $clicks and b
    parse_loop("(x, i) of xs", span, report)                  ->  Loop, names x and i, source xs

What cannot be read is a diagnostic `expression-syntax` at the very place, and None.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from deckc.dataclass import dataclass
from deckc.diagnostics import Report, Span
from deckc.expression import tree as t
from deckc.expression.emit import Printer
from deckc.expression.expression import BindingPattern, Expression, Loop, bound_names, place_in
from deckc.expression.grammar import javascript_parser
from deckc.expression.lower import Lowering
from deckc.expression.lower_patterns import lower_parameters
from deckc.expression.mistakes import find_mistake
from deckc.expression.refusal import UnreadableError
from deckc.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tree_sitter import Node

_LOOP = pattern(r"\s*(?P<names>\S[\s\S]*?)\s+(?:in|of)\s+(?P<source>\S[\s\S]*)")
_LOOP_NAMES = pattern(r",([^,\}\]]*)(?:,([^,\}\]]*))?$")
_IDENTIFIER = pattern(r"[^\W\d][\w$]*|\$[\w$]*")


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a text says, wherever it stands."""

    term: t.Term | t.Block
    code: str
    names: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Problem:
    """Why a text cannot be read, and where in it."""

    message: str
    offset: int
    length: int
    advice: str | None = None


def parse_expression(text: str, span: Span, report: Report) -> Expression | None:
    """Return the expression; report `expression-syntax` and return None where it cannot be read."""
    return _expression(text, span, report, _read_expression(text))


def parse_statements(text: str, span: Span, report: Report) -> Expression | None:
    """Return what an event does: statements, or a function or member path that is called with `$event`."""
    return _expression(text, span, report, _read_handler(text))


def parse_loop(text: str, span: Span, report: Report) -> Loop | None:
    """Return the value of `v-for`; report and return None where it is not `item in source`."""
    match = _LOOP.fullmatch(text)
    if match is None:
        report.error(
            "expression-syntax", "a loop is written as item in list", span, 'write v-for="item in list"'
        )
        return None
    source = parse_expression(match["source"], place_in(text, span, match.start("source")), report)
    names = match["names"]
    if names[0] == "(" and names[-1] == ")":
        names = names[1:-1].strip()
    others = _LOOP_NAMES.search(names)
    if others is not None:
        names = names[: others.start()].strip()
    item = parse_pattern(names, place_in(text, span, max(0, text.find(names))), report)
    if source is None or item is None:
        return None
    key, index = ((others[n] or "").strip() or None if others else None for n in (1, 2))
    for name in (key, index):
        if name is not None and not _IDENTIFIER.fullmatch(name):
            report.error("expression-syntax", f'"{name}" cannot name a variable', span)
            return None
    return Loop(item, key, index, source)


def parse_pattern(text: str, span: Span, report: Report) -> BindingPattern | None:
    """Return what a loop item or slot props are bound to."""
    reading = _read_pattern(text)
    if isinstance(reading, _Problem):
        _report(reading, text, span, report)
        return None
    return BindingPattern(text, reading, tuple(name.name for name in bound_names(reading)))


def _expression(text: str, span: Span, report: Report, reading: _Reading | _Problem) -> Expression | None:
    if isinstance(reading, _Problem):
        _report(reading, text, span, report)
        return None
    return Expression(text, span, reading.term, reading.code, reading.names)


def _report(problem: _Problem, text: str, span: Span, report: Report) -> None:
    place = place_in(text, span, problem.offset, problem.length)
    report.error("expression-syntax", problem.message, place, problem.advice)


@lru_cache(maxsize=4096)
def _read_expression(text: str) -> _Reading | _Problem:
    source = f"({text}\n)".encode("utf-8", "replace")
    root = javascript_parser().parse(source).root_node
    inner = None if root.has_error else _sole_group(root, len(source))
    if inner is None:
        return _syntax_problem(text, source, root)
    lowering = Lowering(source, 1)
    try:
        term = lowering.term(inner)
        printer = Printer()
        code = printer.body(term)
    except UnreadableError as error:
        return _problem_of(error, source, 1)
    return _Reading(term, code, printer.names)


@lru_cache(maxsize=4096)
def _read_handler(text: str) -> _Reading | _Problem:
    from deckc.expression.lower_statements import lower_statements

    value = _read_expression(text)
    if isinstance(value, _Reading) and not isinstance(value.term, t.Block) and _is_callable(value.term):
        call = t.Call(value.term, (t.Name("$event"),), not isinstance(value.term, t.Function))
        block = t.Block((t.TermStatement(call),))
    else:
        source = text.encode("utf-8", "replace") + b"\n"
        root = javascript_parser().parse(source).root_node
        if root.has_error:
            return _syntax_problem(text, source, root, 0)
        lowering = Lowering(source, 0)
        try:
            block = lower_statements(lowering, lowering.parts(root), frozenset(["$event"]))
        except UnreadableError as error:
            return _problem_of(error, source, 0)
    printer = Printer(("$event",))
    code = printer.statements(block).strip()
    return _Reading(block, code, printer.names)


@lru_cache(maxsize=1024)
def _read_pattern(text: str) -> t.Pattern | _Problem:
    source = f"(({text}\n) => 0)".encode("utf-8", "replace")
    root = javascript_parser().parse(source).root_node
    inner = None if root.has_error else _sole_group(root, len(source))
    if inner is None or inner.type != "arrow_function":
        return _Problem(f'"{text}" cannot name a variable', 0, len(text))
    try:
        parameters = lower_parameters(Lowering(source, 2), inner)
    except UnreadableError as error:
        return _problem_of(error, source, 2)
    if len(parameters) != 1:
        return _Problem("one name is needed here", 0, len(text))
    return parameters[0]


def _sole_group(root: Node, length: int) -> Node | None:
    """Return what stands in the parentheses put around a text, if they still pair and hold one thing."""
    statements = root.named_children
    if len(statements) != 1 or statements[0].type != "expression_statement":
        return None
    group = statements[0].named_children[0]
    if group.type != "parenthesized_expression" or group.end_byte != length:
        return None
    parts = [child for child in group.named_children if child.type != "comment"]
    return parts[0] if len(parts) == 1 else None


def _is_callable(term: t.Term) -> bool:
    """Whether a handler is a function or a path to one, rather than something to do."""
    if isinstance(term, t.Function):
        return True
    while isinstance(term, t.Member | t.Index):
        if isinstance(term, t.Index) and not isinstance(term.index, t.Literal | t.Name):
            return False
        term = term.target
    return isinstance(term, t.Name)


def _syntax_problem(text: str, source: bytes, root: Node, first_byte: int = 1) -> _Problem:
    if not text.strip():
        return _Problem("an expression is missing", 0, 1)
    mistake = find_mistake(text)
    if mistake is not None:
        return _Problem(*mistake)
    node = _first_error(root)
    if node is None:
        return _Problem("this is not one expression", 0, len(text))
    offset = len(source[first_byte : max(first_byte, node.start_byte)].decode("utf-8", "replace"))
    found = source[node.start_byte : node.end_byte].decode("utf-8", "replace").strip()
    if node.is_missing or offset >= len(text.rstrip()) or not found:
        return _Problem("the expression ends too early", min(offset, max(0, len(text.rstrip()) - 1)), 1)
    word = found.split(maxsplit=1)[0]
    return _Problem(f'unexpected "{word}"', offset, len(word))


def _first_error(node: Node) -> Node | None:
    """Return the first node that stands for an error; the innermost one where they nest."""
    while True:
        child = next((c for c in node.children if c.is_missing or c.has_error or c.type == "ERROR"), None)
        if child is None:
            break
        node = child
        if child.is_missing:
            break
    if node.type != "ERROR" and not node.is_missing:
        return None
    return node


def _problem_of(error: UnreadableError, source: bytes, first_byte: int) -> _Problem:
    offset = len(source[first_byte : error.start].decode("utf-8", "replace"))
    length = len(source[error.start : error.end].decode("utf-8", "replace"))
    return _Problem(error.message, offset, max(1, length), error.advice)


def is_script(text: str) -> bool:
    """Whether a text is a JavaScript program; what it would do is not looked at."""
    return not javascript_parser().parse(text.encode("utf-8", "replace")).root_node.has_error
