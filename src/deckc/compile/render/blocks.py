"""Write `v-if` and `v-for` that depend on the running page: branches as templates, the first state between.

<b v-if="$clicks > 1">x</b>

<template data-dc-block="0.0"><b>x</b></template><!--dc:0--><!--/dc-->
[0,"if",[[$ => $.$clicks > 1,[]]]]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckc.compile.render.expressions import Outcome, place_cell, quote
from deckc.expression import NotConstantError, emit, iterations, parse_loop
from deckc.expression.values import is_truthy
from deckc.model.nodes import Attribute, Comment, Element, Node, Text

if TYPE_CHECKING:
    from deckc.compile.render.nodes import Renderer

_CONDITIONS = ("v-if", "v-else-if", "v-else")
_MOST_PAINTED = 50_000
"""Pieces of a slide's HTML, behind which loops in loops are painted no further."""


def chain_length(nodes: tuple[Node, ...], start: int) -> int:
    """Return how many nodes from `start` a chain of `v-if` to `v-else` takes, what stands between too."""
    end = start + 1
    at = end
    while at < len(nodes):
        node = nodes[at]
        at += 1
        if isinstance(node, Comment) or (isinstance(node, Text) and not node.value.strip()):
            continue
        if not isinstance(node, Element) or node.attribute("v-else-if", "v-else") is None:
            break
        end = at
        if node.attribute("v-else") is not None:
            break
    return end - start


def write_chain(
    nodes: tuple[Node, ...], renderer: Renderer, out: list[str], parent: str, around: int
) -> None:
    """Write the branches of a chain: the one that is taken, or all as a block."""
    branches = _open_branches([node for node in nodes if isinstance(node, Element)], renderer)
    if not branches:
        return
    if branches[0][0] is None:
        _write_branch(branches[0][1], renderer, out, parent, around)
        return
    first = next((element for test, element in branches if test is None or is_truthy(test.value)), None)
    if renderer.is_painting:
        if first is not None:
            _write_branch(first, renderer, out, parent, around)
        return
    key = renderer.take_key()
    cells, cell = [], ""
    for index, (test, element) in enumerate(branches):
        bindings = _write_template(element, renderer, out, f"{key}.{index}", parent, around)
        code = "null" if test is None else f"$ => {emit(test.expression)}"
        cells.append(f"[{code},{bindings}]")
        if test is not None:
            cell = cell or place_cell(code, test.expression.span)
    out.append(f"<!--dc:{key}-->")
    if first is not None and not renderer.is_template:
        _write_branch(first, renderer.for_painting({}), out, parent, around)
    out.append("<!--/dc-->")
    renderer.bind(key, f'"if",[{",".join(cells)}]{cell}')


def _open_branches(elements: list[Element], renderer: Renderer) -> list[tuple[Outcome | None, Element]]:
    """Return the branches that may be taken, up to one that surely is; an unreadable test is never true."""
    branches: list[tuple[Outcome | None, Element]] = []
    for element in elements:
        attribute = element.attribute(*_CONDITIONS)
        bare = element.without(*_CONDITIONS)
        if attribute is None or attribute.name == "v-else":
            branches.append((None, bare))
            break
        outcome = _read_test(attribute, renderer)
        if outcome is None or (outcome.is_settled and not is_truthy(outcome.value)):
            continue
        if outcome.is_settled:
            branches.append((None, bare))
            break
        branches.append((outcome, bare))
    return branches


def _read_test(attribute: Attribute, renderer: Renderer) -> Outcome | None:
    return renderer.evaluator.read(attribute.value or "", attribute.value_span or attribute.span)


def write_loop(element: Element, renderer: Renderer, out: list[str], parent: str, around: int) -> None:
    """Write a `v-for` that the page repeats."""
    attribute = element.attribute("v-for")
    if attribute is None:
        return
    loop = parse_loop(attribute.value or "", attribute.value_span or attribute.span, renderer.report)
    if loop is None:
        return
    renderer.evaluator.check_names(loop.source)
    bare = element.without("v-for")
    turns: list[dict[str, object]] = []
    if not renderer.is_template:
        try:
            turns = iterations(loop, renderer.evaluator.first_values())
        except NotConstantError:
            turns = []
    if renderer.is_painting:
        _paint(bare, turns, renderer, out, parent, around)
        return
    key = renderer.take_key()
    bindings = _write_template(bare, renderer, out, f"{key}.0", parent, around, loop.names)
    out.append(f"<!--dc:{key}-->")
    _paint(bare, turns, renderer, out, parent, around)
    out.append("<!--/dc-->")
    names = ",".join([loop.item.code, *("null" if n is None else quote(n) for n in (loop.key, loop.index))])
    code = emit(loop.source)
    cell = place_cell(code, loop.source.span)
    renderer.bind(key, f'"for",$ => {code},[{names}],{bindings}{cell}')


def _paint(
    element: Element,
    turns: list[dict[str, object]],
    renderer: Renderer,
    out: list[str],
    parent: str,
    around: int,
) -> None:
    """Write the turns of a loop for the first state, up to a length beyond which the page has to do it."""
    for turn in turns:
        if len(out) > _MOST_PAINTED:
            break
        _write_branch(element, renderer.for_painting(turn), out, parent, around)


def _write_template(
    element: Element,
    renderer: Renderer,
    out: list[str],
    name: str,
    parent: str,
    around: int,
    loop_names: tuple[str, ...] = (),
) -> str:
    """Write a branch as a template and return its bindings."""
    inner = renderer.for_template(loop_names)
    out.append(f'<template data-dc-block="{name}">')
    _write_branch(element, inner, out, parent, around)
    out.append("</template>")
    return inner.bindings


def _write_branch(element: Element, renderer: Renderer, out: list[str], parent: str, around: int) -> None:
    """Write a branch: the element, or what a `<template>` stands around."""
    if element.attribute("v-for") is not None:
        write_loop(element, renderer, out, parent, around)
    elif element.tag == "template":
        renderer.write(element.children, out, parent, around)
    else:
        renderer.write_element(element, out, parent, around)
