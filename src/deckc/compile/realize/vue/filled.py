"""Read what a component showed as nodes, and put the deck's own content in its places.

<b deckc-v-click="[2,...]">..</b>               a `v-click`
<deckc-slot data-n="default" data-p="{}">            the content of that slot
<deckc-c data-n="Toc" data-p='{"columns":2}'>        a component of deckc's own, still to be expanded
<!--[--> <!--]--> <!---->                            nothing
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, replace
from urllib.parse import quote

from deckc.dataclass import dataclass
from deckc.diagnostics import Report, Span
from deckc.model.nodes import Attribute, CodeBlock, Comment, Element, Formula, Node, Text
from deckc.model.source import Value

_DIRECTIVE = "deckc-v-"
FillSlot = Callable[[str, Mapping[str, Value]], tuple[Node, ...]]
"""The content of a slot, for the props that its place hands out."""


@dataclass(frozen=True, slots=True)
class Places:
    """Fills one component's places."""

    fill_slot: FillSlot
    span: Span
    is_live: bool
    """Whether places are marked: the page finds them by their marks."""
    filled: set[str] = field(default_factory=set)
    """The slots whose content was put in so far."""

    def fill(self, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        """Return what Vue wrote with every place filled."""
        out: list[Node] = []
        for node in nodes:
            match node:
                case Comment(value=value) if value in {"", "[", "]"}:
                    continue
                case Element(tag="deckc-slot"):
                    out.extend(self._slot(node))
                case Element(tag="deckc-c"):
                    out.extend(self._component(node))
                case Element(tag="deckc-s"):
                    slot = Attribute(f"#{node.get('data-n') or 'default'}", None, self.span)
                    out.append(Element("template", (slot,), self.fill(node.children), self.span))
                case Element(attributes=attributes, children=children):
                    kept = tuple(each for attribute in attributes for each in self._attributes(attribute))
                    out.append(Element(node.tag, kept, self.fill(children), node.span, is_plain=True))
                case _:
                    out.append(node)
        return tuple(_joined(out))

    def _slot(self, place: Element) -> tuple[Node, ...]:
        name = place.get("data-n") or "default"
        self.filled.add(name)
        given = _values(place)
        content = self.fill_slot(name, given)
        marks = [a for a in place.attributes if a.name.endswith("-s") and a.name.startswith("data-v-")]
        for mark in marks:
            content = _marked(content, mark)
        return self._part(f"slot:{name}", place, content)

    def left(self, names: Iterable[str]) -> tuple[Node, ...]:
        """Return, hidden, the slots that were not shown at first: an island may show them later."""
        given = Attribute("data-p", "{}", self.span)
        names = [name for name in names if name not in self.filled]
        places = [
            Element("deckc-slot", (Attribute("data-n", name, self.span), given), (), self.span)
            for name in names
        ]
        if not places:
            return ()
        marks = (Attribute("hidden", None, self.span), Attribute("data-dc-kept", None, self.span))
        return (Element("div", marks, self.fill(tuple(places)), self.span),)

    def _component(self, place: Element) -> tuple[Node, ...]:
        name = place.get("data-n") or ""
        attributes = [_given(key, value, self.span) for key, value in _values(place).items()]
        marks = [a for a in place.attributes if a.name.startswith((_DIRECTIVE, "data-v-"))]
        directives = [self._attributes(mark)[0] for mark in marks]  # its variants are among the props
        element = Element(
            name, (*filter(None, attributes), *directives), self.fill(place.children), self.span
        )
        return self._part(name, place, (element,))

    def _attributes(self, attribute: Attribute) -> tuple[Attribute, ...]:
        """Return an attribute, a directive as it was written, with the props that it reads."""
        if not attribute.name.startswith(_DIRECTIVE):
            return (attribute,)
        try:
            value, argument, modifiers, is_bare, props = json.loads(attribute.value or "[]")
            modifiers, props = list(modifiers), dict(props)
        except (ValueError, TypeError):  # HTML of a component's own that only looks like it
            return (attribute,)
        name = "v-" + attribute.name.removeprefix(_DIRECTIVE)
        name += f":{argument}" if argument else ""
        name += "".join(f".{modifier}" for modifier in modifiers)
        text = None if is_bare else json.dumps(value, ensure_ascii=False)
        directive = Attribute(name, text, attribute.span, attribute.span)
        given = [_given(key, each, self.span) for key, each in props.items()]
        if name == "v-drag" and self.is_live:
            given.append(
                Attribute("data-dc-drag", None, attribute.span)
            )  # the page takes its style from here
        return (directive, *filter(None, given))

    def _part(self, name: str, place: Element, content: tuple[Node, ...]) -> tuple[Node, ...]:
        if not self.is_live:
            return content
        key = quote(f"{name} {place.get('data-p') or '{}'}", safe="").replace("-", "%2D")
        start, end = Comment(f"dc-part:{key}", self.span), Comment("dc-part-end", self.span)
        return (start, *content, end)


def _values(place: Element) -> dict[str, Value]:
    try:
        values = json.loads(place.get("data-p") or "{}")
    except ValueError:
        return {}
    return values if isinstance(values, dict) else {}


def _given(name: str, value: Value, span: Span) -> Attribute | None:
    if value is None or name in {"key", "ref"}:
        return None
    if value is True or value == "":
        return Attribute(name, None, span)
    if isinstance(value, str):
        return Attribute(name, value, span)
    return Attribute(f":{name}", json.dumps(value, ensure_ascii=False), span, span)


def _marked(nodes: tuple[Node, ...], mark: Attribute) -> tuple[Node, ...]:
    out: list[Node] = []
    for node in nodes:
        match node:
            case Element(attributes=attributes, children=children):
                out.append(replace(node, attributes=(*attributes, mark), children=_marked(children, mark)))
            case CodeBlock(attributes=attributes) | Formula(attributes=attributes):
                out.append(replace(node, attributes=(*attributes, mark)))
            case _:
                out.append(node)
    return tuple(out)


def _joined(nodes: list[Node]) -> list[Node]:
    """Return the nodes with texts that now stand side by side made one."""
    out: list[Node] = []
    for node in nodes:
        if isinstance(node, Text) and out and isinstance(out[-1], Text):
            out[-1] = Text(out[-1].value + node.value, out[-1].span)
        else:
            out.append(node)
    return out


def read_markup(html: str, span: Span, report: Report) -> tuple[Node, ...]:
    """Return what Vue's server renderer wrote as nodes, every blank of it kept."""
    from deckc.template import parse_template

    found = Report()
    nodes = parse_template(html, lambda _offset, _length: span, found, interpolate=False, condense=False)
    for diagnostic in found.diagnostics:
        if diagnostic.code != "duplicate-attribute":  # Vue writes the mark of a scope twice on a nested root
            report.add(diagnostic)
    return nodes


__all__ = ["FillSlot", "Places", "read_markup"]
