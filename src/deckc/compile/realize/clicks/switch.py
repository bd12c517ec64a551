"""Turn `<v-switch>` into one box for each of its slots (spec 6.6).

    <v-switch><template #1>A</template><template #2>B</template></v-switch>

    <div><div class="slidev-vclick-target" data-dc-switch="1-2">A</div>
         <div class="slidev-vclick-target" data-dc-switch="2-3">B</div></div>

A slot's numbers are local: 1 is the first click that the switch takes. A transition, and `unmount`, are the runtime's:
`<div data-dc-turn="slide-left slide-right unmount">`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from deckc.compile.realize.clicks.at import read_place
from deckc.compile.realize.declared import read_builtin
from deckc.compile.realize.props import Props
from deckc.compile.realize.slots import split_slots
from deckc.compile.realize.transitions import transition_of
from deckc.dataclass import dataclass
from deckc.model.nodes import Attribute, Element, Node

if TYPE_CHECKING:
    from deckc.compile.realize.clicks.place import Placer

_NUMBERS = re.compile(r"(\d+)(?:-(\d+))?\Z")


@dataclass(frozen=True, slots=True)
class Case:
    """One slot of a switch: shown from local click `start` up to, not including, `end`."""

    start: int
    end: int
    nodes: tuple[Node, ...]


def place_switch(element: Element, placer: Placer) -> Element:
    """Return a switch as plain elements: its content is mounted first, then it takes its clicks."""
    props = read_builtin("VSwitch", element, placer.scope, placer.report)
    cases = [replace(case, nodes=placer.place(case.nodes)) for case in cases_of(element, placer)]
    own = (*_turn(props, element, placer), *props.rest)
    root = placer.place_directives(Element(props.text("tag") or "div", own, (), element.span))
    at = read_place(props.values.get("at"), element.span, placer.report)
    size = max((case.end for case in cases), default=1) - 1
    start = None if at is None or not cases else placer.timeline.place(at, size).start
    tag = props.text("childTag") or "div"
    return root.with_children(tuple(_box(case, start, tag, element) for case in cases))


def _turn(props: Props, element: Element, placer: Placer) -> tuple[Attribute, ...]:
    """Return what the runtime does at a change of slot; nothing where it only shows and hides."""
    transition = transition_of(props.values.get("transition"), element.span, placer.report)
    words = [transition.forward or "-", transition.backward or "-"]
    words += ["unmount"] if props.flag("unmount") else []
    return () if words == ["-", "-"] else (Attribute("data-dc-turn", " ".join(words), element.span),)


def cases_of(element: Element, placer: Placer) -> list[Case]:
    """Return the slots in order; one without an end lasts until the next starts, the last one 1 click.

    Of slots that start together, those without an end come last, as in JavaScript, where their names are numbers.
    """
    found = list(_numbered(element, placer))
    named = sorted((slot for slot in found if slot[1] is None), key=lambda slot: slot[0])
    last_first = sorted([*named, *(slot for slot in found if slot[1] is not None)], key=lambda slot: -slot[0])
    cases: list[Case] = []
    following: int | None = None
    for start, end, nodes in last_first:
        lasting = start + 1 if following is None else following
        cases.insert(0, Case(start, lasting if end is None else end, nodes))
        following = start
    return cases


def _numbered(element: Element, placer: Placer) -> Iterator[tuple[int, int | None, tuple[Node, ...]]]:
    for name, nodes in split_slots(element.children).items():
        numbers = _NUMBERS.match(name)
        if numbers is not None:
            yield int(numbers[1]), None if numbers[2] is None else int(numbers[2]), nodes
        elif name != "default" or nodes:
            message = f'"{name}" is no click of a "v-switch"; its content is not shown'
            placer.report.warn("invalid-switch-slot", message, element.span, "name its slots #1, #2 or #3-5")


def _box(case: Case, start: int | None, tag: str, switch: Element) -> Element:
    span = switch.span
    # a switch that takes no part in the clicks (`at="false"`) stands past its end: nothing is shown
    shown = "0-0" if start is None else f"{max(0, start - 1 + case.start)}-{max(0, start - 1 + case.end)}"
    attributes = (
        Attribute("class", "slidev-vclick-target", span),
        Attribute("data-slidev-clicks-start", str(case.start), span),
        Attribute("data-slidev-clicks-end", str(case.end), span),
        Attribute("data-dc-switch", shown, span),
    )
    return Element(tag, attributes, case.nodes, span)
