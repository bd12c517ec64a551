"""Components of a deck, addon or theme: a Jinja template in `components/`, with props and slots.

components/Badge.html      {# props: kind = "info" #}<span class="badge {{ kind }}"><slot/></span>
<Badge kind="new">Beta</Badge>  ->  <span class="badge new">Beta</span>
"""

from __future__ import annotations

from pathlib import Path

from deckc.compile.realize.components.expand import Expander
from deckc.compile.realize.layouts import report_unknown_slots, with_fallthrough
from deckc.compile.realize.props import read_props
from deckc.compile.realize.slots import SlotFiller, split_slots
from deckc.model.nodes import Attribute, Element, Node, Text
from deckc.model.source import Value


def build_template(element: Element, path: Path, expander: Expander) -> tuple[Node, ...]:
    """Return what a component's template shows."""
    deck = expander.deck
    template = deck.templates.read(path)
    props = read_props(element, frozenset(template.props), expander.names, expander.report)
    for name, attribute in props.bound.items():
        message = f'"{name}" is not known before the page runs, so "{element.tag}" cannot be given it'
        expander.report.warn("dynamic-prop", message, attribute.span, "write a constant")
    values: dict[str, Value] = {**template.props, **props.values}
    slots = split_slots(element.children)
    written = deck.templates.run(path, values, frozenset(slots), expander.frontmatter)
    expander.texts[template.text] = None
    kept = [a for a in props.rest if a.name not in {"v-if", "v-else-if", "v-else", "v-for"}]
    filler = SlotFiller(slots)
    nodes = filler.fill(expander.fold(with_fallthrough(written, kept)))
    report_unknown_slots(element.children, filler.places, f'component "{element.tag}"', deck)
    return expander.expand(nodes)


def build_vue_box(element: Element, path: Path, expander: Expander) -> tuple[Node, ...]:
    """Return a labelled box for a component that is written in Vue, with what it holds."""
    shown = expander.deck.files.show(path)
    message = f'the component "{shown}" is written in Vue, which is not run; a box stands for it'
    expander.report.note("vue-not-supported", message, element.span)
    span = element.span
    style = "border:1px dashed currentColor;border-radius:4px;padding:4px 8px;opacity:0.6"
    label = Element("small", (), (Text(f"<{element.tag}>", span),), span)
    content = tuple(n for nodes in split_slots(element.children).values() for n in expander.expand(nodes))
    kept = tuple(a for a in element.attributes if a.name.startswith(("v-click", "v-after", "data-v-")))
    return (Element("div", (Attribute("style", style, span), *kept), (label, *content), span),)
