"""Turn `<v-clicks>`, `<v-click>` and `<v-after>` into directives on what they hold (spec 6.5).

    <v-clicks><ul><li>A</li><li>B</li></ul></v-clicks>
    <ul><li v-click="'+1'">A</li><li v-click="'+1'">B</li><VClickGap size="0"/></ul>

Items are numbered from the outside in, but mounted from the inside out, so each carries the way from
the item numbered before it; the gap at the end brings the timeline back to the last number.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import field, replace

from deckc.compile.realize.clicks.at import At
from deckc.dataclass import dataclass
from deckc.diagnostics import Span
from deckc.model.nodes import Attribute, CodeBlock, Comment, Element, Formula, Interpolation, Node, Text

LIST_TAGS = frozenset({"ul", "ol"})


@dataclass(slots=True)
class Steps:
    """The running number of one `<v-clicks>` and what it was asked for."""

    at: At
    every: float
    depth: float
    modifiers: str
    """".hide.up", or nothing."""
    span: Span
    items: int = field(default=0)
    reached: int = field(default=0)
    """Where the item numbered last stands, counted from the block's own `at`."""

    def over(self, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        """Return the nodes as steps: of a lone list its items, of a lone table its rows, else each node."""
        lone = next(iter(nodes)) if len(nodes) == 1 else None
        if isinstance(lone, Element) and lone.tag in LIST_TAGS and _has_children(lone):
            return (lone.with_children((*self.items_of(lone.children), self._gap())),)
        if isinstance(lone, Element) and lone.tag == "table":
            return (lone.with_children(tuple(self._table_part(part) for part in lone.children)),)
        return self.each(nodes)

    def each(self, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        """Return the nodes, each of them a step."""
        return (*self.items_of(nodes), self._gap())

    def items_of(self, nodes: tuple[Node, ...], depth: int = 1) -> tuple[Node, ...]:
        """Return the nodes as steps; lists inside them too, down to the depth asked for."""
        out: list[Node] = []
        for run in runs_of(nodes):
            first = run[0]
            if isinstance(first, Comment):
                out.append(first)
                continue
            place = self._next_place()
            if isinstance(first, Element) and depth < self.depth and _has_children(first):
                first = first.with_children(tuple(self._sub_list(child, depth) for child in first.children))
            way = place - self.reached
            self.reached = place
            step = f"'{way:+d}'" if self.at.relative else str(place)
            # text takes its number, but cannot carry the directive: it is always seen (spec 15, trap 31)
            out.extend(with_directive(node, f"v-click{self.modifiers}", step) for node in (first, *run[1:]))
        return tuple(out)

    def _next_place(self) -> int:
        self.items += 1
        return self._place_of(self.items)

    def _place_of(self, item: int) -> int:
        return self.at.clicks + math.ceil(item / self.every) - 1

    def _sub_list(self, node: Node, depth: int) -> Node:
        if isinstance(node, Element) and node.tag in LIST_TAGS and _has_children(node):
            return node.with_children(self.items_of(node.children, depth + 1))
        return node

    def _table_part(self, part: Node) -> Node:
        if isinstance(part, Element) and part.tag == "tbody" and _has_children(part):
            return part.with_children((*self.items_of(part.children), self._gap()))
        return part

    def _gap(self) -> Element:
        size = str(self._place_of(self.items) - self.reached)
        return Element("VClickGap", (Attribute("size", size, self.span),), (), self.span)


def runs_of(nodes: tuple[Node, ...]) -> Iterator[list[Node]]:
    """Yield the nodes one by one, but neighbouring text and interpolations, which Vue makes one, together."""
    run: list[Node] = []
    for node in nodes:
        if isinstance(node, (Text, Interpolation)):
            run.append(node)
            continue
        if run:
            yield run
            run = []
        yield [node]
    if run:
        yield run


def with_directive(node: Node, name: str, value: str | None) -> Node:
    """Return an element, a code block or a formula with a click directive; other nodes as they are."""
    match node:
        case (
            Element(attributes=attributes, span=span)
            | CodeBlock(attributes=attributes, span=span)
            | Formula(attributes=attributes, span=span)
        ):
            return replace(node, attributes=(*attributes, Attribute(name, value, span)))
        case _:
            return node


def wrap_text(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return the nodes with each run of text in a `<span>`, as `<v-click>` shows it."""
    return tuple(
        Element("span", (), tuple(run), run[0].span) if isinstance(run[0], (Text, Interpolation)) else run[0]
        for run in runs_of(nodes)
    )


def _has_children(element: Element) -> bool:
    """Whether Vue holds the content as a list: text alone is not one."""
    return any(not isinstance(child, (Text, Interpolation)) for child in element.children)
