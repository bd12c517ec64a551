"""Have all formulas of a deck set in one go, before its slides are written.

$x^2$ on three slides      one formula, sent to the typesetter once
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from deckc.diagnostics import Report, Span
from deckc.model.deck import Deck
from deckc.model.nodes import Element, Formula, Node
from deckc.model.services import MathTypesetter, TypesetFormula

Typeset = Mapping[tuple[str, bool], TypesetFormula]
"""What became of a formula, by its source and whether it is displayed."""


def typeset_formulas(
    deck: Deck, math: MathTypesetter | None, macros: Mapping[str, str], report: Report
) -> Typeset:
    """Return every formula of a deck as HTML; those that are none are reported."""
    trees = (*(slide.nodes for slide in deck.slides), *deck.layers.values())
    formulas = [formula for nodes in trees for formula in _formulas_in(nodes)]
    formulas += [formula for slide in deck.slides for formula in slide.note_formulas]
    if not formulas or math is None:
        return {}
    typeset = math.typeset([(formula.source, formula.is_displayed) for formula in formulas], macros)
    problem = math.problem()
    if problem is not None:
        message = "formulas are shown as plain MathML, since KaTeX is not to be had"
        report.warn("missing-katex", message, formulas[0].span, problem)
    for formula in formulas:
        result = typeset[formula.source, formula.is_displayed]
        if result.problem:
            span = _place(formula, result)
            report.warn("math-syntax", result.problem, span, "the formula's source is shown instead")
    return typeset


def _formulas_in(nodes: tuple[Node, ...]) -> Iterator[Formula]:
    for node in nodes:
        if isinstance(node, Element):
            if node.children:
                yield from _formulas_in(node.children)
        elif isinstance(node, Formula):
            yield node


def _place(formula: Formula, result: TypesetFormula) -> Span:
    """Return the place of a mistake: KaTeX says where it stands in the formula."""
    before = formula.source[: result.offset]
    line = before.count("\n")
    if line >= len(formula.lines):  # at the very end
        span = formula.lines[-1]
        return replace(span, column=span.column + span.length - 1, length=1)
    span = formula.lines[line]
    column = min(len(before) - (before.rfind("\n") + 1), span.length - 1)
    return replace(span, column=span.column + column, length=min(result.length, span.length - column))
