"""Settle `v-if` and `v-for` where they do not depend on the running page.

    <li v-for="n in 2">{{ n }} of {{ total }}</li>
    <li>{{ 1 }} of {{ total }}</li><li>{{ 2 }} of {{ total }}</li>

Clicks can only be counted where it is known what stands on the slide, so this comes first. What a loop
names is put into the copies: an expression that is then constant becomes a literal, any other is handed its
values, `(n => (total + n))(1)`. What depends on the page stays, and is rendered as a block.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from deckc.compile.realize.constants import fold
from deckc.dataclass import dataclass
from deckc.diagnostics import Report, Span
from deckc.model.nodes import Attribute, Comment, Element, Interpolation, Node, Text, directive_of
from deckc.model.source import Value, is_truthy

if TYPE_CHECKING:
    from deckc.expression import Expression, Loop

_CONDITIONS = ("v-if", "v-else-if", "v-else")
_MOST_COPIES = 1000
"""A loop with more turns is left to the page, as are loops once a slide has as many copies in all."""


@dataclass(slots=True)
class Folder:
    """Folds one slide."""

    scope: Mapping[str, object]
    """What is known of the slide."""
    report: Report
    copies: int = 0
    """Made so far."""

    def fold(self, nodes: tuple[Node, ...], local: Mapping[str, Value]) -> tuple[Node, ...]:
        """Return the nodes with settled branches and loops; `local` are the names of loops around them."""
        out: list[Node] = []
        changed = bool(local)
        index = 0
        while index < len(nodes):
            node = nodes[index]
            index += 1
            if isinstance(node, Element):
                made: tuple[Node, ...]
                if node.attribute("v-if") is not None:
                    chain, index = _chain(nodes, index - 1)
                    made = self._chain_of(chain, local)
                else:
                    made = self._loop(node, local)
                changed = changed or made != (node,)
                out.extend(made)
            elif local and isinstance(node, Interpolation):
                out.append(replace(node, expression=self._with_values(node.expression, node.span, local)))
            else:
                out.append(node)
        return tuple(out) if changed else nodes

    def _chain_of(
        self, chain: list[tuple[Attribute, Element]], local: Mapping[str, Value]
    ) -> tuple[Node, ...]:
        out: list[Node] = []
        for branch in self._branches(chain, local):
            made = self._loop(branch, local)
            out.extend(part for node in made for part in _unwrapped(node))
        return tuple(out)

    def _branches(
        self, chain: list[tuple[Attribute, Element]], local: Mapping[str, Value]
    ) -> Iterator[Element]:
        """Yield what is left of a `v-if` chain once every constant test is taken out."""
        is_first = True
        for attribute, element in chain:
            bare = element.without(*_CONDITIONS)
            is_last = attribute.name == "v-else"
            if not is_last:
                if not (attribute.value or "").strip():
                    self.report.error("expression-syntax", "a condition is missing", attribute.span)
                    continue
                tested = fold(attribute.value, attribute.span, {**self.scope, **local}, self.report)
                if tested is not None and not is_truthy(tested.value):
                    continue
                is_last = tested is not None
            if is_last and is_first:
                yield bare
                return
            name = "v-else" if is_last else "v-if" if is_first else "v-else-if"
            kept = replace(attribute, name=name, value=None if is_last else attribute.value)
            yield replace(bare, attributes=(kept, *bare.attributes))
            if is_last:
                return
            is_first = False

    def _loop(self, element: Element, local: Mapping[str, Value]) -> tuple[Node, ...]:
        """Return an element's copies, one for each turn of its `v-for`."""
        attribute = element.attribute("v-for")
        if attribute is None:
            return (self._element(element, local),)
        from deckc.expression import parse_loop

        loop = parse_loop(attribute.value or "", attribute.value_span or attribute.span, self.report)
        turns = None if loop is None else self._turns(element, loop, local)
        if loop is None or turns is None:
            hidden = set() if loop is None else set(loop.names)
            return (self._element(element, {n: value for n, value in local.items() if n not in hidden}),)
        self.copies += len(turns)
        bare = element.without("v-for", "key", ":key", "v-bind:key")
        out: list[Node] = []
        for turn in turns:
            names = (loop.item.text, loop.key, loop.index)
            bound = {name: value for name, value in zip(names, turn, strict=False) if name is not None}
            out.extend(_unwrapped(self._element(bare, {**local, **bound})))
        return tuple(out)

    def _turns(
        self, element: Element, loop: Loop, local: Mapping[str, Value]
    ) -> list[tuple[Value, ...]] | None:
        """Return what the loop's names stand for, turn by turn; None where only the page knows."""
        if not loop.item.is_name or element.attribute(*_CONDITIONS) is not None:
            return None
        source = fold(loop.source.text, loop.source.span, {**self.scope, **local}, self.report)
        turns = None if source is None else turns_of(source.value)
        return None if turns is None or self.copies + len(turns) > _MOST_COPIES else turns

    def _element(self, element: Element, local: Mapping[str, Value]) -> Element:
        if element.attribute("v-pre") is not None:
            return element
        children = self.fold(element.children, local)
        attributes = (
            tuple(self._attribute(a, local) for a in element.attributes) if local else element.attributes
        )
        if children is element.children and attributes == element.attributes:
            return element
        return replace(element, children=children, attributes=attributes)

    def _attribute(self, attribute: Attribute, local: Mapping[str, Value]) -> Attribute:
        directive = directive_of(attribute)
        if directive is None or not attribute.value or directive.name in {"slot", "else", "pre"}:
            return attribute
        span = attribute.value_span or attribute.span
        if directive.name == "for":
            return attribute
        if directive.name == "on":
            return replace(attribute, value=self._handler_with_values(attribute.value, span, local))
        return replace(attribute, value=self._with_values(attribute.value, span, local))

    def _with_values(self, text: str, span: Span, local: Mapping[str, Value]) -> str:
        """Return an expression that no longer needs the loop's names."""
        from deckc.expression import parse_expression

        expression = parse_expression(text, span, self.report)
        if expression is None or not (used := _used(expression, local)):
            return text
        folded = fold(text, span, {**self.scope, **local}, self.report)
        if folded is not None:
            return _literal(folded.value)
        return f"(({', '.join(used)}) => ({text}))({_arguments(used, local)})"

    def _handler_with_values(self, text: str, span: Span, local: Mapping[str, Value]) -> str:
        from deckc.expression import parse_statements

        expression = parse_statements(text, span, self.report)
        if expression is None or not (used := _used(expression, local)):
            return text
        return f"(({', '.join(used)}) => {{ {text} }})({_arguments(used, local)})"


def turns_of(source: Value) -> list[tuple[Value, ...]] | None:
    """Return item, key and index of each turn as Vue counts them; None where there are too many."""
    turns: list[tuple[Value, ...]]
    match source:
        case list() | str():
            turns = [(item, index) for index, item in enumerate(source)]
        case dict():
            turns = [(value, key, index) for index, (key, value) in enumerate(source.items())]
        case bool() | None:
            turns = []
        case _ if 0 <= source <= _MOST_COPIES:
            turns = [(index + 1, index) for index in range(int(source))]
        case _:
            return None
    return turns if len(turns) <= _MOST_COPIES else None


def _chain(nodes: tuple[Node, ...], start: int) -> tuple[list[tuple[Attribute, Element]], int]:
    """Return the `v-if` at `start` with the branches that follow it, and the index behind them."""
    chain: list[tuple[Attribute, Element]] = []
    index = end = start
    while index < len(nodes):
        node = nodes[index]
        index += 1
        if isinstance(node, Element):
            attribute = node.attribute(*_CONDITIONS)
            if attribute is None or (attribute.name == "v-if") == bool(chain):
                break
            chain.append((attribute, node))
            end = index
            if attribute.name == "v-else":
                break
        elif not isinstance(node, Comment) and not (isinstance(node, Text) and not node.value.strip()):
            break
    return chain, end


def _unwrapped(node: Node) -> tuple[Node, ...]:
    """Return what a `<template>` holds once nothing is left to decide about it."""
    if isinstance(node, Element) and node.tag == "template" and not node.attributes:
        return node.children
    return (node,)


def _used(expression: Expression, local: Mapping[str, Value]) -> list[str]:
    return sorted(name for name in local if name in expression.free_names)


def _arguments(names: list[str], local: Mapping[str, Value]) -> str:
    return ", ".join(_literal(local[name]) for name in names)


def _literal(value: Value) -> str:
    """Return a value as JavaScript writes it."""
    text = json.dumps(value, ensure_ascii=False)
    return f"({text})" if isinstance(value, dict) else text
