"""Turn `v-motion` and its variants into one attribute that the runtime animates (spec 10.3).

    <div v-motion :initial="{x: -80}" :enter="{x: 0}" :click-1="{y: 30}" :click-3-5="{y: 60}">
    <div data-dc-motion='{"initial":{"x":-80},"enter":{"x":0},"clicks":[[1,null,{"y":30}],[3,5,{"y":60}]]}'>

Variants that depend on the page make a bound attribute of the same shape. They add no clicks.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace

from deckc.compile.realize.constants import fold
from deckc.diagnostics import Report
from deckc.model.nodes import Attribute, Element
from deckc.model.source import Value
from deckc.pattern import pattern

STATES = ("initial", "enter", "leave")
_CLICK = pattern(r"click-(\d+)(?:-(\d+))?\Z")
_NAME = "data-dc-motion"
_BOUND = ("v-bind:", ":")


def place_motion(element: Element, scope: Mapping[str, object], report: Report) -> Element:
    """Return an element whose `v-motion` is settled; the element as it is where it has none."""
    directive = next((a for a in element.attributes if a.name.partition(":")[0] == "v-motion"), None)
    if directive is None:
        return element
    variants = dict(_variants(element))
    taken = {attribute.name for attribute in variants.values()} | {directive.name}
    kept = tuple(a for a in element.attributes if a.name not in taken)
    made = _settled(variants, directive, scope, report)
    return replace(element, attributes=kept if made is None else (*kept, made))


def _variants(element: Element) -> Iterator[tuple[str, Attribute]]:
    """Yield name and attribute of each variant."""
    for attribute in element.attributes:
        prefix = next((p for p in _BOUND if attribute.name.startswith(p)), None)
        name = "" if prefix is None else attribute.name.removeprefix(prefix)
        if name in STATES or name == "variants" or _CLICK.match(name):
            yield name, attribute


def _settled(
    variants: Mapping[str, Attribute], directive: Attribute, scope: Mapping[str, object], report: Report
) -> Attribute | None:
    values: dict[str, Value] = {}
    is_constant = True
    for name, attribute in variants.items():
        span = attribute.value_span or attribute.span
        folded = fold(attribute.value, span, scope, report)
        if folded is not None:
            values[name] = folded.value
        elif _is_live(attribute, report):
            is_constant = False
        else:
            message = f'"{attribute.value}" is not known, so the element stands still'
            report.warn("unknown-motion", message, span, "write the variant out, as {x: 0, opacity: 1}")
            return None
    if is_constant:
        text = json.dumps(_shape(values), separators=(",", ":"), ensure_ascii=False)
        return Attribute(_NAME, text, directive.span)
    return Attribute(f":{_NAME}", f"JSON.stringify({_expression(variants)})", directive.span)


def _is_live(attribute: Attribute, report: Report) -> bool:
    """Whether an expression can be worked out in the page: it uses only what a slide knows."""
    from deckc.expression import parse_expression

    expression = parse_expression(attribute.value or "", attribute.value_span or attribute.span, report)
    return expression is not None and all(name.startswith("$") for name in expression.free_names)


def _shape(values: Mapping[str, Value]) -> dict[str, Value]:
    shape: dict[str, Value] = {name: values[name] for name in STATES if values.get(name)}
    spread = values.get("variants")
    for name in STATES if isinstance(spread, dict) else ():
        more = spread.get(f"slidev-{name}") if isinstance(spread, dict) else None
        own = shape.get(name)
        if isinstance(more, dict):
            shape[name] = {**(own if isinstance(own, dict) else {}), **more}
    clicks: list[Value] = [[*_range(name), values[name]] for name in _in_order(values)]
    if clicks:
        shape["clicks"] = clicks
    return shape


def _expression(variants: Mapping[str, Attribute]) -> str:
    members = [f"{name}: ({variants[name].value})" for name in STATES if name in variants]
    clicks = [f"[{json.dumps(_range(name))[1:-1]}, ({variants[name].value})]" for name in _in_order(variants)]
    return "{" + ", ".join([*members, f"clicks: [{', '.join(clicks)}]"]) + "}"


def _in_order(names: Mapping[str, object]) -> list[str]:
    return sorted((name for name in names if _CLICK.match(name)), key=lambda name: _range(name)[0] or 0)


def _range(name: str) -> list[int | None]:
    found = _CLICK.match(name)
    assert found is not None  # noqa: S101 - only such names come here
    return [int(found[1]), None if found[2] is None else int(found[2])]
