"""`<Transform :scale="0.5">` -> `<div style="transform:scale(0.5);...">` (spec section 10)."""

from __future__ import annotations

from deckc.compile.realize.attributes import laid_over
from deckc.compile.realize.components.expand import Expander
from deckc.compile.realize.declared import read_builtin
from deckc.compile.realize.props import Props
from deckc.compile.realize.slots import split_slots
from deckc.model.nodes import Attribute, Element, Node
from deckc.model.source import is_truthy


def build_transform(element: Element, expander: Expander) -> tuple[Node, ...]:
    """Return the content in a scaled box."""
    props = read_builtin("Transform", element, expander.names, expander.report)
    own = [Attribute("style", _style(props), element.span)]
    moving = {
        "scale": "transform: `scale(${{({}) || 1}})`",
        "origin": "'transform-origin': ({}) || 'top left'",
    }
    live = [text.format(bound.value) for name, text in moving.items() if (bound := props.bound.get(name))]
    if live:
        own.append(Attribute(":style", f"{{ {', '.join(live)} }}", element.span))
    content = expander.expand(split_slots(element.children).get("default", ()))
    return (Element("div", laid_over(tuple(own), props.rest), content, element.span),)


def _style(props: Props) -> str:
    """Return the declarations that are known."""
    scale = props.values.get("scale")
    number = props.text("scale") if is_truthy(scale) else "1"
    scaled = f"transform:scale({number});" if scale is not None else ""
    return f"{scaled}transform-origin:{props.text('origin') or 'top left'}"
