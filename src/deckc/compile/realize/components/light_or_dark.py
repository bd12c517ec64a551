"""`<LightOrDark>` -> both of its slots, of which CSS shows the one of the colour scheme (spec section 10).

A deck of one colour scheme has only that one's slot.
"""

from __future__ import annotations

from dataclasses import replace

from deckc.compile.realize.clicks.steps import wrap_text
from deckc.compile.realize.components.expand import Expander
from deckc.compile.realize.slots import split_slots
from deckc.model.nodes import Attribute, Element, Node


def build_light_or_dark(element: Element, expander: Expander) -> tuple[Node, ...]:
    """Return a box with what stands for the light scheme and what stands for the dark one."""
    slots = split_slots(element.children)
    content: list[Node] = []
    settled = expander.deck.config.color_schema
    for schema in ("light", "dark") if settled == "auto" else (settled,):
        mark = Attribute("data-dc-schema", schema, element.span)
        for node in expander.expand(wrap_text(slots.get(schema, ()))):
            if isinstance(node, Element):
                content.append(replace(node, attributes=(*node.attributes, mark)))
            else:
                content.append(Element("div", (mark,), (node,), element.span))
    return (replace(element, tag="div", children=tuple(content)),)
