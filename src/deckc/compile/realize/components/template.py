"""Components of a deck, addon or theme: a Jinja template in `components/`, with props and slots.

components/Badge.html      {# props: kind = "info" #}<span class="badge {{ kind }}"><slot/></span>
<Badge kind="new">Beta</Badge>  ->  <span class="badge new">Beta</span>

components/Steps.html      <ol><slot name="step" label="one" :n="1"/></ol>
<Steps><template #step="{ label, n }">{{ n }} {{ label }}</template></Steps>  ->  <ol>1 one</ol>
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from deckc.compile.realize.components.expand import Expander
from deckc.compile.realize.layouts import report_unknown_slots, with_fallthrough
from deckc.compile.realize.props import read_props
from deckc.compile.realize.slot_props import slot_binder
from deckc.compile.realize.slots import SlotFiller, slot_patterns, split_slots
from deckc.model.nodes import Attribute, Element, Node
from deckc.model.source import Value
from deckc.template.names import hyphenate


def build_template(element: Element, path: Path, expander: Expander) -> tuple[Node, ...]:
    """Return what a component's template shows."""
    deck = expander.deck
    template = deck.templates.read(path)
    props = read_props(element, frozenset(template.props), expander.names, expander.report)
    for name, attribute in props.bound.items():
        message = f'"{name}" is not known before the page runs, so "{element.tag}" cannot be given it'
        expander.report.warn("dynamic-prop", message, attribute.span, "write a constant")
    values = {**template.props, **cast_like(props.values, template.props)}
    children, kept = _with_own_slot(element, props.rest)
    slots = split_slots(children)
    written = deck.templates.run(path, values, frozenset(slots), expander.frontmatter)
    expander.texts[written.markup] = None
    filler = SlotFiller(
        slots, patterns=slot_patterns(children), bind=slot_binder(expander.names, deck.report)
    )
    nodes = filler.fill(expander.fold(with_fallthrough(written.nodes, kept)))
    report_unknown_slots(children, filler.places, f'component "{element.tag}"', deck)
    return expander.expand(nodes)


def cast_like(values: Mapping[str, Value], defaults: Mapping[str, Value]) -> dict[str, Value]:
    """Return a component's props as what their defaults are: `<Box wide size="3"/>` is true and 3."""
    return {name: _cast(value, name, defaults.get(name)) for name, value in values.items()}


def _cast(value: Value, name: str, default: Value) -> Value:
    if not isinstance(value, str):
        return value
    if isinstance(default, bool):
        return {"": True, name: True, hyphenate(name): True, "true": True, "false": False}.get(value, value)
    if isinstance(default, (int, float)):
        try:
            number = float(value)
        except ValueError:
            return value
        return int(number) if number.is_integer() else number
    return value


def _with_own_slot(element: Element, rest: tuple[Attribute, ...]) -> tuple[tuple[Node, ...], list[Attribute]]:
    """Return a component's content and what falls through; `v-slot` on its own tag names the default slot."""
    kept = [a for a in rest if a.name not in {"v-if", "v-else-if", "v-else", "v-for"}]
    own = next((a for a in kept if a.name[:1] == "#" or a.name.startswith("v-slot")), None)
    if own is None:
        return element.children, kept
    kept.remove(own)
    return (Element("template", (own,), element.children, element.span),), kept
