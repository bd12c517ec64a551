"""Write out the variant groups in a deck's attributes, so that elements carry the classes their styles are for.

    <p class="hover:(p-4 m-2)">     <p class="hover:p-4 hover:m-2">

Text and code keep theirs: unlike Slidev, which rewrites the whole file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from deckc.compile.style import expand_group
from deckc.model.deck import Deck, Slide
from deckc.model.nodes import Attribute, Element, Node

_CLASS_NAMES = frozenset(("class", ":class", "v-bind:class"))
_OTHER_SYNTAX = frozenset(
    ("style", "href", "src", "srcset", "alt", "title", "d", "transform", "content", "id")
)
"""Attributes whose values may look like a group and are none."""


def expand_deck_groups(deck: Deck) -> Deck:
    """Return the deck with the groups in its slides' and layers' attributes written out."""
    slides = tuple(_expand_slide(slide) for slide in deck.slides)
    layers = {name: _expand_nodes(nodes) for name, nodes in deck.layers.items()}
    return replace(deck, slides=slides, layers=layers)


def _expand_slide(slide: Slide) -> Slide:
    if not any(":(" in markup or "-(" in markup for markup in slide.markups):
        return slide
    nodes = _expand_nodes(slide.nodes)
    # A group in the frontmatter's `class` is a group in no tag, where the search for utilities would see it.
    return replace(slide, nodes=nodes, markups=(*slide.markups, *_class_names(nodes)))


def _class_names(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Element):
            yield from (one.value for one in node.attributes if one.name == "class" and one.value)
            yield from _class_names(node.children)


def _expand_nodes(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    return tuple(_expand_element(node) if isinstance(node, Element) else node for node in nodes)


def _expand_element(element: Element) -> Element:
    attributes = tuple(_expand_attribute(attribute) for attribute in element.attributes)
    return replace(element, attributes=attributes, children=_expand_nodes(element.children))


def _expand_attribute(attribute: Attribute) -> Attribute:
    value = attribute.value
    if value is None or not (":(" in value or "-(" in value):
        return attribute
    if attribute.name not in _CLASS_NAMES and (attribute.is_dynamic or attribute.name in _OTHER_SYNTAX):
        return attribute
    return replace(attribute, value=expand_group(value))
