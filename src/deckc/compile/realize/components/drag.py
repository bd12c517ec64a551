"""`<v-drag pos="100,50,200,_,10">` -> a box at a fixed place of the canvas (spec 10.4)."""

from __future__ import annotations

from deckc.compile.realize.attributes import laid_over
from deckc.compile.realize.components.expand import Expander
from deckc.compile.realize.declared import read_builtin
from deckc.compile.realize.drag import read_position
from deckc.compile.realize.slots import split_slots
from deckc.model.nodes import Attribute, Element, Node


def build_drag(element: Element, expander: Expander) -> tuple[Node, ...]:
    """Return the content in a box that is placed by px of the canvas."""
    props = read_builtin("VDrag", element, expander.names, expander.report)
    position = read_position(props.values.get("pos"), expander.frontmatter, element.span, expander.report)
    expander.texts['class="p-1"'] = None
    span = element.span
    own = (
        Attribute("class", "p-1", span),
        Attribute("data-drag-id", position.name or expander.next_id(), span),
        Attribute("style", position.style, span),
    )
    content = expander.expand(split_slots(element.children).get("default", ()))
    return (Element("div", laid_over(own, props.rest), content, span),)
