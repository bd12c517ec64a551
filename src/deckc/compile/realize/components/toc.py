"""`<Toc columns="2" maxDepth="1"/>` -> nested lists of links to the titled slides (spec 10 and 10.1).

<div class="slidev-toc" style="column-count:2"><ol class="slidev-toc-list slidev-toc-list-level-1" start="1">
  <li class="slidev-toc-item"><a href="#/1"><div><p>Title</p></div></a></li> ...
"""

from __future__ import annotations

import math
from dataclasses import replace

from deckc.compile.realize.attributes import laid_over
from deckc.compile.realize.components.expand import Expander
from deckc.compile.realize.components.link import link_attributes
from deckc.compile.realize.components.title import title_nodes
from deckc.compile.realize.links import Route
from deckc.compile.realize.props import Props, read_props
from deckc.dataclass import dataclass
from deckc.model.deck import TocEntry
from deckc.model.nodes import Attribute, Element, Node
from deckc.model.source import Value, text_of_value

_DECLARED = frozenset(["columns", "listClass", "start", "listStyle", "maxDepth", "minDepth", "mode"])


@dataclass(frozen=True, slots=True)
class _Item:
    """An entry seen from the slide on which the contents stand."""

    entry: TocEntry
    is_active: bool
    is_above_active: bool
    is_below_active: bool
    children: tuple[_Item, ...]

    @property
    def is_on_path(self) -> bool:
        return self.is_active or self.is_above_active or self.is_below_active


def build_toc_component(element: Element, expander: Expander) -> tuple[Node, ...]:
    """Return the table of contents as this slide shows it."""
    props = read_props(element, _DECLARED, expander.names, expander.report)
    items = _seen_from(expander.deck.toc, expander.slide.number, below_active=False)
    items = _cut(items, 1, props.number("minDepth", 1), props.number("maxDepth", math.inf))
    match props.text("mode"):
        case "onlyCurrentTree":
            items = _current_tree(items)
        case "onlySiblings":
            items = _siblings(items)
        case _:
            pass
    own = (
        Attribute("class", "slidev-toc", element.span),
        Attribute("style", f"column-count:{props.text('columns', '1')}", element.span),
    )
    return (
        Element("div", laid_over(own, props.rest), _list(items, 1, props, element, expander), element.span),
    )


def _seen_from(entries: tuple[TocEntry, ...], number: int, *, below_active: bool) -> tuple[_Item, ...]:
    """Return the entries with their place relative to the slide; hidden ones count, but are left out."""
    items: list[_Item] = []
    for entry in entries:
        active = entry.number == number
        children = _seen_from(entry.children, number, below_active=active or below_active)
        above = _holds(entry.children, number)
        if not entry.hide_in_toc:
            items.append(_Item(entry, active, above, below_active, children))
    return tuple(items)


def _holds(entries: tuple[TocEntry, ...], number: int) -> bool:
    return any(entry.number == number or _holds(entry.children, number) for entry in entries)


def _cut(items: tuple[_Item, ...], level: int, least: float, most: float) -> tuple[_Item, ...]:
    """Return the levels asked for; above the first of them only the branch of this slide is followed."""
    if level > most:
        return ()
    if level < least:
        branch = next((item for item in items if item.is_active or item.is_above_active), None)
        return () if branch is None else _cut(branch.children, level + 1, least, most)
    return tuple(replace(item, children=_cut(item.children, level + 1, least, most)) for item in items)


def _current_tree(items: tuple[_Item, ...]) -> tuple[_Item, ...]:
    return tuple(replace(item, children=_current_tree(item.children)) for item in items if item.is_on_path)


def _siblings(items: tuple[_Item, ...]) -> tuple[_Item, ...]:
    if not any(item.is_on_path for item in items):
        return ()
    return tuple(replace(item, children=_siblings(item.children)) for item in items)


def _list(
    items: tuple[_Item, ...], level: int, props: Props, element: Element, expander: Expander
) -> tuple[Node, ...]:
    if not items:
        return ()
    span = element.span
    classes = [*_texts(props.values.get("listClass")), "slidev-toc-list", f"slidev-toc-list-level-{level}"]
    attributes = [Attribute("class", " ".join(classes), span)]
    if level == 1:
        attributes.append(Attribute("start", props.text("start", "1"), span))
    styles = _texts(props.values.get("listStyle"))
    if len(styles) >= level:
        attributes.append(Attribute("style", f"list-style:{styles[level - 1]}", span))
    rows = tuple(_row(item, level, props, element, expander) for item in items)
    return (Element("ol", tuple(attributes), rows, span),)


def _row(item: _Item, level: int, props: Props, element: Element, expander: Expander) -> Element:
    span = element.span
    classes = ["slidev-toc-item"]
    classes += ["slidev-toc-item-active"] if item.is_active else []
    classes += ["slidev-toc-item-parent-active"] if item.is_above_active else []
    number = item.entry.number
    title = Element("div", (), title_nodes(number, expander), span)
    route = Route(item.entry.path, number, is_known=True)
    link = Element("a", link_attributes(route, element, expander), (title,), span)
    below = _list(item.children, level + 1, props, element, expander)
    return Element("li", (Attribute("class", " ".join(classes), span),), (link, *below), span)


def _texts(value: Value) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [text_of_value(each) for each in values if each not in (None, "")]
