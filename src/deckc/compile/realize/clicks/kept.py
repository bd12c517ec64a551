"""Take the clicks out of what an island shows only later: nothing of it counts when the slide is entered.

<div hidden data-dc-kept><p v-click>Hi</p></div>    ->    <div hidden data-dc-kept><p>Hi</p></div>
"""

from __future__ import annotations

from dataclasses import replace

from deckc.model.nodes import CodeBlock, Element, Formula, Node

_CLICKS = ("v-click", "v-after", "v-mark")


def without_clicks(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return the nodes as they look after all of their clicks."""
    return tuple(_without(node) for node in nodes)


def _without(node: Node) -> Node:
    match node:
        case Element(attributes=attributes, children=children):
            kept = tuple(a for a in attributes if not a.name.startswith(_CLICKS))
            return replace(node, attributes=kept, children=without_clicks(children))
        case CodeBlock(attributes=attributes) | Formula(attributes=attributes):
            return replace(
                node, attributes=tuple(a for a in attributes if not a.name.startswith(_CLICKS)), ranges=()
            )
        case _:
            return node
