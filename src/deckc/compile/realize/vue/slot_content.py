"""Make what a tag hands to the slots of an island part of the component, where the island's props change it.

<Quiz v-slot="{ picked }">You took {{ picked }}</Quiz>   ->   <template><Quiz v-bind="$attrs">
    <template #default="{ picked }">You took {{ picked }}</template></Quiz></template>

Content without slot props stays the slide's; so does content that needs the names of a loop around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from deckc.compile.realize.slots import Slots
from deckc.compile.realize.vue.as_template import TemplateWriter
from deckc.dataclass import dataclass
from deckc.diagnostics import Report, Span
from deckc.model.nodes import Attribute, Element, Interpolation, Node, directive_of, walk
from deckc.pattern import pattern

_IDENTIFIER = pattern(r"[\w-]+")
_SCRIPT = '<script setup lang="ts">defineOptions({ inheritAttrs: false })</script>'


@dataclass(frozen=True, slots=True)
class WholeTag:
    """A tag as a component."""

    source: str
    slots: Slots
    """What is still to be filled in."""


def whole_tag(tag: str, slots: Slots, patterns: Mapping[str, Attribute]) -> WholeTag | None:
    """Return a tag with the content of its slots as a component; None where it may as well, or has to, be the slide's."""
    read: dict[str, _Names] = {name: _names_in(slots.get(name, ()), mark) for name, mark in patterns.items()}
    moving = {name: patterns[name] for name, names in read.items() if names.used & names.of_slot}
    if not moving or not all(_IDENTIFIER.fullmatch(name) and read[name].is_complete for name in moving):
        return None
    writer = TemplateWriter()
    written: list[str] = []
    for name, content in slots.items():
        mark = moving.get(name)
        if mark is None:
            written.append(f'<template #{name}><slot name="{name}"/></template>')
        else:
            given = Attribute(f"#{name}", mark.value, mark.span)
            written.append(writer.write((Element("template", (given,), content, mark.span),)))
    source = f'{_SCRIPT}\n<template><{tag} v-bind="$attrs">{"".join(written)}</{tag}></template>\n'
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


def _names_in(content: tuple[Node, ...], mark: Attribute) -> _Names:
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
    of_slot = _pattern_names(mark.value or "", mark.span, report)
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
