"""Vue's own components: `<component :is>` is what it names, `<Transition>` shows what it holds."""

from __future__ import annotations

from dataclasses import replace

from deckc.compile.realize.components.expand import Expander
from deckc.compile.realize.props import read_props
from deckc.compile.realize.slots import split_slots
from deckc.model.nodes import Element, Node

_IS = frozenset(["is"])


def build_content(element: Element, expander: Expander) -> tuple[Node, ...]:
    """Return the content; a `tag` is kept around it."""
    content = expander.expand(split_slots(element.children).get("default", ()))
    tag = element.get("tag")
    return (replace(element.without("tag", "name"), tag=tag, children=content),) if tag else content


def build_dynamic(element: Element, expander: Expander) -> tuple[Node, ...]:
    """Return the component or element that `is` names."""
    props = read_props(element, _IS, expander.names, expander.report)
    name = props.text("is")
    if not name or name.lower() == "component":
        message = "what this component is, is not known before the page runs; only its content is shown"
        expander.report.warn("dynamic-component", message, element.span, "write the component's own tag")
        return expander.expand(split_slots(element.children).get("default", ()))
    return expander.expand((replace(element, tag=name, attributes=props.rest),))
