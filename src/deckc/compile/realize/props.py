"""Take a component's attributes apart: what it declares, and what falls through to its root.

<Toc columns="2" :max-depth="1" class="x"/>   declared columns, maxDepth
Props({"columns": "2", "maxDepth": 1}, bound={}, rest=(class="x",))
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from deckc.compile.realize.attributes import attribute_of
from deckc.compile.realize.constants import fold
from deckc.dataclass import dataclass
from deckc.diagnostics import Report
from deckc.model.nodes import Attribute, Element
from deckc.model.source import Value, is_truthy, text_of_value
from deckc.template.names import camelize


@dataclass(frozen=True, slots=True)
class Props:
    """A component's input."""

    values: Mapping[str, Value]
    """By camelCase name: what is known while compiling. An attribute without a value is ""."""
    bound: Mapping[str, Attribute]
    """By camelCase name: what only the running page knows."""
    rest: tuple[Attribute, ...]
    """Everything that is not declared."""

    def text(self, name: str, default: str = "") -> str:
        """Return a prop as text."""
        value = self.values.get(name)
        return default if value is None else text_of_value(value)

    def flag(self, name: str) -> bool:
        """Return a prop as Vue reads a boolean one: there without a value means true."""
        value = self.values.get(name)
        return value in ("", name) or is_truthy(value)

    def number(self, name: str, default: float) -> float:
        """Return a prop as a number; the default where it is none."""
        value = self.values.get(name)
        try:
            return default if value is None or value == "" else float(text_of_value(value))
        except ValueError:
            return default

    def finite_number(self, name: str, default: float) -> float:
        """Return a prop as a number that can be a place or a size; the default where it is none, or has no end."""
        number = self.number(name, default)
        return number if math.isfinite(number) else default


def read_props(
    element: Element, declared: frozenset[str], scope: Mapping[str, object], report: Report
) -> Props:
    """Return an element's attributes, taken apart by the names that its component declares."""
    values: dict[str, Value] = {}
    bound: dict[str, Attribute] = {}
    rest: list[Attribute] = []
    for attribute in element.attributes:
        name = attribute.name
        target = _bound_name(name)
        if name == "v-bind":
            _spread(attribute, declared, values, rest, scope, report)
        elif target is None:
            prop = camelize(name)
            if prop in declared:
                values[prop] = attribute.value or ""
            else:
                rest.append(attribute)
        elif camelize(target) not in declared:
            rest.append(attribute)
        elif (folded := fold(attribute.value or camelize(target), attribute.span, scope, report)) is None:
            bound[camelize(target)] = attribute
        else:
            values[camelize(target)] = folded.value
    return Props(values, bound, tuple(rest))


def _bound_name(name: str) -> str | None:
    """Return what a `:x` or `v-bind:x` sets, modifiers left out; None for any other attribute."""
    if name.startswith("v-bind:"):
        name = name[6:]
    return name[1:].partition(".")[0] if name.startswith(":") and len(name) > 1 else None


def _spread(
    attribute: Attribute,
    declared: frozenset[str],
    values: dict[str, Value],
    rest: list[Attribute],
    scope: Mapping[str, object],
    report: Report,
) -> None:
    """Take a `v-bind="{...}"` apart, where it is known."""
    folded = fold(attribute.value, attribute.span, scope, report)
    if folded is None or not isinstance(folded.value, dict):
        rest.append(attribute)
        return
    for name, value in folded.value.items():
        if camelize(name) in declared:
            values[camelize(name)] = value
        elif (plain := attribute_of(name, value, attribute.span)) is not None:
            rest.append(plain)
