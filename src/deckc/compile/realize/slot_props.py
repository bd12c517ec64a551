"""Hand the props of a `<slot>` to the content that fills it (scoped slots).

    <slot name="row" label="A" :n="2"/>      with   <template #row="{ label, n = 1 }">{{ n }}{{ label }}</template>
    {{ 2 }}{{ "A" }}

Names are put into the content as the names of a loop are; what only the page knows cannot be handed on.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from deckc.compile.realize.conditions import Folder
from deckc.compile.realize.constants import fold
from deckc.compile.realize.slots import Bind
from deckc.diagnostics import Report
from deckc.model.nodes import Attribute, Element, Node
from deckc.model.source import Value
from deckc.template.names import camelize


def slot_binder(scope: Mapping[str, object], report: Report) -> Bind:
    """Return what puts a slot's props into content."""

    def bind(content: tuple[Node, ...], pattern: Attribute, place: Element) -> tuple[Node, ...]:
        given = _given(place, scope, report)
        names = _names(pattern, given, report)
        return Folder(scope, report).fold(content, names) if names else content

    return bind


def given_names(
    content: tuple[Node, ...],
    pattern: Attribute,
    given: Mapping[str, Value],
    scope: Mapping[str, object],
    report: Report,
) -> tuple[Node, ...]:
    """Return a slot's content with the names that its pattern gives to these props."""
    names = _names(pattern, dict(given), report)
    return Folder(scope, report).fold(content, names) if names else content


def _given(place: Element, scope: Mapping[str, object], report: Report) -> dict[str, Value]:
    """Return the props that a `<slot>` hands out; `name` only says which slot it is."""
    given: dict[str, Value] = {}
    for attribute in place.attributes:
        name = attribute.name.removeprefix("v-bind")
        if not name.startswith(":"):
            if not attribute.is_dynamic and name != "name":
                given[camelize(name)] = attribute.value or ""
            continue
        folded = fold(attribute.value, attribute.span, scope, report)
        if folded is None:
            message = f'the slot prop "{name[1:]}" is not known before the page runs'
            report.warn("dynamic-prop", message, attribute.span, "write a constant")
        given[camelize(name[1:])] = None if folded is None else folded.value
    return given


def _names(pattern: Attribute, given: dict[str, Value], report: Report) -> dict[str, Value]:
    """Return the names that a pattern such as `{ item, label = "x" }` gives to props, with their values."""
    from deckc.expression.parse import parse_pattern

    span = pattern.value_span or pattern.span
    text = (pattern.value or "").strip()
    parsed = parse_pattern(text, span, report) if text else None
    if parsed is None:
        return {}
    if parsed.is_name:
        return {text: given}
    argument = json.dumps(given, ensure_ascii=False)
    values: dict[str, Value] = {}
    for name in parsed.names:
        folded = fold(f"(({text}) => {name})({argument})", span, {}, report)
        values[name] = None if folded is None else folded.value
    return values
