"""Make what a tag hands to a component's slots one component with it, where the two have to do with each other.

<Quiz v-slot="{ picked }">You took {{ picked }}</Quiz>   ->   <template><Quiz v-bind="$attrs">
    <template #default="{ picked }">You took {{ picked }}</template></Quiz></template>

That is content which reads props that change in the page, components in it that may inject what this one provides, and
content that this one looks into. Any other stays the slide's; so does what needs the names of a loop around it. A layout
is such a component as well, of its slide.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from deckc.compile.realize.components.native_tags import NATIVE_TAGS
from deckc.compile.realize.slots import Slots
from deckc.compile.realize.vue.as_template import TemplateWriter
from deckc.dataclass import dataclass
from deckc.diagnostics import Report, Span
from deckc.model.nodes import Attribute, Element, Interpolation, Node, directive_of, walk
from deckc.model.theme import VUE_ENDINGS, Theme
from deckc.model.vue import DrawnComponent
from deckc.pattern import pattern
from deckc.template.names import pascal

_IDENTIFIER = pattern(r"[\w-]+")
_LAYOUT = "DeckcLayout"


@dataclass(frozen=True, slots=True)
class WholeTag:
    """A tag as a component."""

    source: str
    slots: Slots
    """What is still to be filled in."""


def find_taken(
    drawn: DrawnComponent, slots: Slots, patterns: Mapping[str, Attribute], theme: Theme
) -> frozenset[str]:
    """Return the slots whose content a component takes part in: it hands them what changes, values, or looks into them."""
    if not drawn.reaches:
        return frozenset(patterns)
    has_components = any(_is_component(node, theme) for content in slots.values() for node in walk(content))
    elements = max((sum(isinstance(node, Element) for node in each) for each in slots.values()), default=0)
    if has_components or ("slots" in drawn.reaches and elements > 1):
        return frozenset(slots)
    return frozenset(patterns) if drawn.is_live else frozenset()


def _is_component(node: Node, theme: Theme) -> bool:
    if not isinstance(node, Element) or node.tag in NATIVE_TAGS:
        return False
    path = theme.component(pascal(node.tag))[1]
    return path is not None and path.suffix in VUE_ENDINGS


def whole_tag(
    tag: str, slots: Slots, patterns: Mapping[str, Attribute], taken: frozenset[str], file: str = ""
) -> WholeTag | None:
    """Return a tag with the content of some slots as a component; None where it may as well, or has to, be the slide's.

    Content with a pattern is taken where it uses it. The `file` is that of a layout, from the slide's folder.
    """
    read = {name: _names_in(slots.get(name, ()), patterns.get(name)) for name in taken}
    moving = {name for name, names in read.items() if name not in patterns or names.used & names.of_slot}
    if not moving or not all(_IDENTIFIER.fullmatch(name) and read[name].is_complete for name in moving):
        return None
    writer = TemplateWriter()
    written: list[str] = []
    for name, content in slots.items():
        mark = patterns.get(name)
        if name not in moving:
            written.append(f'<template #{name}><slot name="{name}"/></template>')
            continue
        span = mark.span if mark is not None else content[0].span
        given = Attribute(f"#{name}", None if mark is None else mark.value, span)
        written.append(writer.write((Element("template", (given,), content, span),)))
    imported = f"import {_LAYOUT} from {json.dumps('./' + file)}; " if file else ""
    used = _LAYOUT if file else tag
    source = (
        f'<script setup lang="ts">{imported}defineOptions({{ inheritAttrs: false }})</script>\n'
        f'<template><{used} v-bind="$attrs">{"".join(written)}</{used}></template>\n'
    )
    kept = {name: content for name, content in slots.items() if name not in moving}
    return WholeTag(source, {**kept, **writer.parts})


@dataclass(frozen=True, slots=True)
class _Names:
    """The names that stand in a slot's content."""

    of_slot: frozenset[str]
    given: frozenset[str]
    used: frozenset[str]

    @property
    def is_complete(self) -> bool:
        """Return whether nothing is named but what the slot, the content itself and every slide give."""
        return all(name.startswith("$") for name in self.used - self.given - self.of_slot)


def _names_in(content: tuple[Node, ...], mark: Attribute | None) -> _Names:
    report = Report()  # what is wrong is told where the content is drawn
    given: set[str] = set()
    used: set[str] = set()
    for node in walk(content):
        if isinstance(node, Interpolation):
            used.update(_names(node.expression, node.span, report))
        elif isinstance(node, Element):
            for attribute in node.attributes:
                given.update(_given(attribute, report))
                used.update(_used(attribute, report))
    of_slot = () if mark is None else _pattern_names(mark.value or "", mark.span, report)
    return _Names(frozenset(of_slot), frozenset(given), frozenset(used))


def _given(attribute: Attribute, report: Report) -> Iterator[str]:
    """Yield the names that an attribute gives to what stands inside its element."""
    from deckc.expression import parse_loop

    directive = directive_of(attribute)
    if directive is None or not attribute.value:
        return
    if directive.name == "slot":
        yield from _pattern_names(attribute.value, attribute.span, report)
    elif directive.name == "for" and (loop := parse_loop(attribute.value, attribute.span, report)):
        yield from loop.names


def _used(attribute: Attribute, report: Report) -> Iterator[str]:
    from deckc.expression import parse_loop, parse_statements

    directive = directive_of(attribute)
    if directive is None or not attribute.value or directive.name in {"slot", "pre", "else"}:
        return
    if directive.name == "for":
        loop = parse_loop(attribute.value, attribute.span, report)
        yield from loop.source.free_names if loop else ()
    elif directive.name == "on":
        handler = parse_statements(attribute.value, attribute.span, report)
        yield from handler.free_names if handler else ()
    else:
        yield from _names(attribute.value, attribute.span, report)


def _names(text: str, span: Span, report: Report) -> frozenset[str]:
    from deckc.expression import parse_expression

    expression = parse_expression(text, span, report)
    return frozenset() if expression is None else expression.free_names


def _pattern_names(text: str, span: Span, report: Report) -> tuple[str, ...]:
    from deckc.expression import parse_pattern

    parsed = parse_pattern(text.strip(), span, report)
    return () if parsed is None else parsed.names
