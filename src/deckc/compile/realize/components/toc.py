"""`<Toc columns="2" maxDepth="1"/>` -> nested lists of links to the titled slides (spec 10 and 10.1).

<div class="slidev-toc" style="column-count:2"><ol class="slidev-toc-list slidev-toc-list-level-1" start="1">
  <li class="slidev-toc-item"><a href="#/1"><div><p>Title</p></div></a></li> ...

On a slide it is settled which item is the active one. In a global layer that follows the page on screen: the
items carry bound classes, or, where the mode leaves items out, there is one list for each page.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from deckc.compile.realize.attributes import laid_over
from deckc.compile.realize.components.expand import Expander
from deckc.compile.realize.components.link import link_attributes
from deckc.compile.realize.components.title import title_nodes
from deckc.compile.realize.declared import read_builtin
from deckc.compile.realize.links import Route
from deckc.compile.realize.props import Props
from deckc.dataclass import dataclass
from deckc.model.deck import TocEntry
from deckc.model.nodes import Attribute, Element, Node
from deckc.model.source import Value, text_of_value


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
    """Return the table of contents as this slide shows it; in a global layer, as the one on screen would."""
    props = read_builtin("Toc", element, expander.names, expander.report)
    span = element.span
    own = (
        Attribute("class", "slidev-toc", span),
        Attribute("style", f"column-count:{props.text('columns', '1')}", span),
    )
    if not expander.is_layer:
        content = _list_seen_from(expander.number, props, element, expander)
    elif props.text("mode", "all") == "all" and props.number("minDepth", 1) <= 1:
        content = _list_seen_from(0, props, element, expander)
    else:
        content = _list_for_each_page(props, element, expander)
    return (Element("div", laid_over(own, props.rest), content, span),)


def _list_seen_from(number: int, props: Props, element: Element, expander: Expander) -> tuple[Node, ...]:
    items = _seen_from(expander.deck.toc, number, below_active=False)
    items = _cut(items, 1, props.number("minDepth", 1), props.number("maxDepth", math.inf))
    match props.text("mode"):
        case "onlyCurrentTree":
            items = _current_tree(items)
        case "onlySiblings":
            items = _siblings(items)
        case _:
            pass
    return _list(items, 1, props, element, expander)


def _list_for_each_page(props: Props, element: Element, expander: Expander) -> tuple[Node, ...]:
    branches: list[Node] = []
    for slide in expander.deck.slides:
        shown = _list_seen_from(slide.number, props, element, expander)
        test = Attribute("v-else-if" if branches else "v-if", f"$page === {slide.number}", element.span)
        branches.append(Element("template", (test,), shown, element.span))
    return tuple(branches)


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
    styles = _styles(props.values.get("listStyle"))
    if len(styles) >= level and styles[level - 1]:
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
    attributes = [Attribute("class", " ".join(classes), span)]
    if expander.is_layer:
        attributes.append(Attribute(":class", _classes_by_page(item.entry), span))
    return Element("li", tuple(attributes), (link, *below), span)


def _classes_by_page(entry: TocEntry) -> str:
    """Return the classes of an item as an expression of the page on screen."""
    active = f"'slidev-toc-item-active': $page === {entry.number}"
    below = list(_numbers(entry.children))
    if not below:
        return f"{{ {active} }}"
    return f"{{ {active}, 'slidev-toc-item-parent-active': {below}.includes($page) }}"


def _numbers(entries: tuple[TocEntry, ...]) -> Iterator[int]:
    for entry in entries:
        yield entry.number
        yield from _numbers(entry.children)


def _styles(value: Value) -> list[str]:
    """Return the list style of each level; a lone text is that of the first."""
    if isinstance(value, list):
        return [text_of_value(each) for each in value]
    return [text_of_value(value)] if value else []


def _texts(value: Value) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [text_of_value(each) for each in values if each not in (None, "")]
