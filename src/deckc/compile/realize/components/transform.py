"""`<Transform :scale="0.5">` -> `<div style="transform:scale(0.5);...">` (spec section 10)."""

from __future__ import annotations

from deckc.compile.realize.attributes import laid_over
from deckc.compile.realize.components.expand import Expander
from deckc.compile.realize.props import read_props
from deckc.compile.realize.slots import split_slots
from deckc.model.nodes import Attribute, Element, Node
from deckc.model.source import is_truthy

_DECLARED = frozenset(["scale", "origin"])


def build_transform(element: Element, expander: Expander) -> tuple[Node, ...]:
    """Return the content in a scaled box."""
    props = read_props(element, _DECLARED, expander.names, expander.report)
    origin = props.text("origin") or "top left"
    own: list[Attribute] = []
    bound = props.bound.get("scale")
    if bound is not None:
        own.append(Attribute(":style", f"{{ transform: `scale(${{({bound.value}) || 1}})` }}", bound.span))
        style = f"transform-origin:{origin}"
    else:
        scale = props.values.get("scale")
        number = props.text("scale") if is_truthy(scale) else "1"
        style = f"transform:scale({number});" if scale is not None else ""
        style += f"transform-origin:{origin}"
    own.insert(0, Attribute("style", style, element.span))
    content = expander.expand(split_slots(element.children).get("default", ()))
    return (Element("div", laid_over(tuple(own), props.rest), content, element.span),)
