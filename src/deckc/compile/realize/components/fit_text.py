"""`<AutoFitText>` -> text as large as its box is wide (spec section 10); the runtime measures it.

<AutoFitText :max="80" modelValue="Hi"/>
<div class="slidev-auto-fit-text" data-dc-fit="30 80"><div class="slidev-auto-fit-text-inner">Hi</div></div>
"""

from __future__ import annotations

from deckc.compile.realize.attributes import laid_over
from deckc.compile.realize.components.expand import Expander
from deckc.compile.realize.declared import read_builtin
from deckc.compile.realize.props import Props
from deckc.compile.realize.slots import split_slots
from deckc.model.nodes import Attribute, Element, Interpolation, Node, Text


def build_fit_text(element: Element, expander: Expander) -> tuple[Node, ...]:
    """Return the text in a box that is measured."""
    model = element.attribute("v-model")
    props = read_builtin("AutoFitText", element.without("v-model"), expander.names, expander.report)
    span = element.span
    content = expander.expand(split_slots(element.children).get("default", ()))
    if not content:
        content = (_value(model, props, element),)
    smallest, largest = props.finite_number("min", 30), props.finite_number("max", 100)
    lines = " lines" if props.flag("multiLine") else ""
    own = (
        Attribute("class", "slidev-auto-fit-text", span),
        Attribute("data-dc-fit", f"{smallest:g} {largest:g}{lines}", span),
        Attribute("style", f"font-size:{largest:g}px", span),
    )
    inner = Element("div", (Attribute("class", "slidev-auto-fit-text-inner", span),), content, span)
    return (Element("div", laid_over(own, props.rest), (inner,), span),)


def _value(model: Attribute | None, props: Props, element: Element) -> Node:
    source = model or props.bound.get("modelValue")
    if source is not None and source.value:
        return Interpolation(source.value, source.value_span or source.span)
    return Text(props.text("modelValue"), element.span)
