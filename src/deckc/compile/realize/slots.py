"""Sort what stands in a component's or layout's tag into its slots, and fill the places for them (spec 5.4).

A<template #right>B</template>     ->  {"default": (A,), "right": (B,)}
<div><slot/></div>  with {"default": (A,)}  ->  <div>A</div>
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field

from deckc.dataclass import dataclass
from deckc.model.nodes import Attribute, Comment, Element, Node, Text, directive_of

Slots = Mapping[str, tuple[Node, ...]]
Bind = Callable[[tuple[Node, ...], Attribute, Element], tuple[Node, ...]]
"""Gives content the props that its place hands out: content, what the author names them, the `<slot>`."""


def slot_of(node: Node) -> Attribute | None:
    """Return the attribute of a `<template>` that names a slot: `#right`, `v-slot:right`."""
    if not isinstance(node, Element) or node.tag != "template":
        return None
    return next((a for a in node.attributes if a.name[:1] == "#" or a.name.startswith("v-slot")), None)


def slot_name(attribute: Attribute) -> str:
    """Return the slot that such an attribute names."""
    directive = directive_of(attribute)
    return (directive.argument if directive is not None else None) or "default"


def split_slots(nodes: tuple[Node, ...]) -> dict[str, tuple[Node, ...]]:
    """Return slot name -> content; loose content, if it is more than blanks and comments, is the default."""
    slots: dict[str, tuple[Node, ...]] = {}
    loose: list[Node] = []
    for node in nodes:
        attribute = slot_of(node)
        if attribute is None:
            loose.append(node)
        elif isinstance(node, Element):
            name = slot_name(attribute)
            slots[name] = slots.get(name, ()) + node.children
    if has_content(tuple(loose)):
        slots["default"] = tuple(loose) + slots.get("default", ())
    return slots


def slot_patterns(nodes: tuple[Node, ...]) -> dict[str, Attribute]:
    """Return, for each slot whose content takes props, the attribute that names them: `#row="{ item }"`."""
    marks = (slot_of(node) for node in nodes)
    return {slot_name(mark): mark for mark in marks if mark is not None and mark.value}


def has_content(nodes: tuple[Node, ...]) -> bool:
    """Whether there is more than blanks and comments."""
    return any(
        not (isinstance(node, Comment) or (isinstance(node, Text) and not node.value.strip()))
        for node in nodes
    )


@dataclass(slots=True)
class SlotFiller:
    """Puts contents where a template has `<slot>`, and remembers which names it has."""

    contents: Slots
    places: set[str] = field(default_factory=set)
    patterns: Mapping[str, Attribute] = field(default_factory=dict)
    bind: Bind | None = None

    def fill(self, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        """Return a template's nodes with its slots filled; a slot without content shows what stands in it."""
        out: list[Node] = []
        for node in nodes:
            if not isinstance(node, Element):
                out.append(node)
            elif node.tag == "slot":
                name = node.get("name") or "default"
                self.places.add(name)
                content = self.contents.get(name, ())
                if name in self.patterns and self.bind is not None:
                    content = self.bind(content, self.patterns[name], node)
                out.extend(content if has_content(content) else self.fill(node.children))
            elif node.children:
                out.append(node.with_children(self.fill(node.children)))
            else:
                out.append(node)
        return tuple(out)
