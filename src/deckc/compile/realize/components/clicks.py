"""`<v-clicks>`, `<v-click>` and `<v-after>` -> directives on what they hold (spec 6.4 and 6.5)."""

from __future__ import annotations

import re
from dataclasses import replace

from deckc.compile.realize.attributes import laid_over
from deckc.compile.realize.clicks.at import read_place
from deckc.compile.realize.clicks.steps import Steps, with_directive, wrap_text
from deckc.compile.realize.components.expand import Expander
from deckc.compile.realize.declared import TAKEN
from deckc.compile.realize.props import Props, read_props
from deckc.compile.realize.slots import split_slots
from deckc.model.nodes import Element, Node

_WORDS = re.compile(r"[\s,]+")
_ALL_AT_ONCE = 999999.0
"""Slidev's CLICKS_MAX: more items than any slide has."""


def build_clicks(element: Element, expander: Expander) -> tuple[Node, ...]:
    """Return the content of a `<v-clicks>`, one step after another."""
    props = read_props(element, TAKEN["VClicks"], expander.names, expander.report)
    steps = _steps(element, props, props.number("every", 1), expander)
    nodes = split_slots(element.children).get("default", ())
    if steps is None or not nodes:
        return expander.expand(nodes)
    made = steps.over(nodes)
    if len(made) == 1 and isinstance(
        made[0], Element
    ):  # a lone list or table is the root: attributes fall to it
        made = (replace(made[0], attributes=laid_over(made[0].attributes, props.rest)),)
    return expander.expand(made)


def build_click(element: Element, expander: Expander) -> tuple[Node, ...]:
    """Return the content of a `<v-click>`, all of it in one step; bare text gets a `<span>`."""
    props = read_props(element, TAKEN["VClicks"], expander.names, expander.report)
    steps = _steps(element, props, _ALL_AT_ONCE, expander)
    nodes = wrap_text(split_slots(element.children).get("default", ()))
    return expander.expand(nodes if steps is None or not nodes else steps.each(nodes))


def build_after(element: Element, expander: Expander) -> tuple[Node, ...]:
    """Return the content of a `<v-after>`, each part with the step before it."""
    nodes = split_slots(element.children).get("default", ())
    return expander.expand(tuple(with_directive(node, "v-after", None) for node in nodes))


def _steps(element: Element, props: Props, every: float, expander: Expander) -> Steps | None:
    """Return what numbers the steps; None when `at` says that there are none."""
    for name, attribute in props.bound.items():
        message = f'"{name}" is not known before the page runs; taken as not given'
        expander.report.warn("dynamic-at", message, attribute.span, "write a number or a text")
    at = read_place(props.values.get("at"), element.span, expander.report)
    if at is None:
        return None
    return Steps(
        at=at,
        every=max(every, 1) if every == every else 1,  # noqa: PLR0124 - NaN counts one by one
        depth=props.number("depth", 1),
        modifiers="".join(f".{name}" for name in _modifiers(props)),
        span=element.span,
    )


def _modifiers(props: Props) -> list[str]:
    animation = props.values.get("animation")
    words = animation if isinstance(animation, list) else _WORDS.split(str(animation or ""))
    names = [str(word) for word in words if word]
    return [*(name for name in ("hide", "fade") if props.flag(name)), *names]
