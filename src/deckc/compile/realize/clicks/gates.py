"""Count clicks in branches that the click itself decides on, in the order in which they come up.

    <p v-click>a</p> <p v-if="$clicks >= 1" v-click>b</p> <p v-click>c</p>

a at 1 and c at 2 when the slide is entered, so two clicks; at the first b is there, and takes the third. As in Slidev an
element counts when it is mounted, behind all that are mounted by then (measured). What comes back has its old place;
Slidev counts it anew, so that its clicks depend on the way that the speaker took.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from typing import TYPE_CHECKING

from deckc.compile.realize.clicks.place import CONDITIONS
from deckc.compile.realize.clicks.timeline import Timeline
from deckc.compile.realize.constants import fold
from deckc.dataclass import dataclass
from deckc.diagnostics import Report, Span
from deckc.model.nodes import Attribute, Element, Node
from deckc.model.source import is_truthy
from deckc.pattern import pattern

if TYPE_CHECKING:
    from deckc.compile.realize.clicks.place import Placer

_CLICKS = pattern(r"\$(?:slidev\.nav\.clicks|nav\.clicks|clicksContext\.current|clicks)(?![\w$])")
_MOST = 1000
"""Clicks that are gone through: no talk has as many on one slide."""


@dataclass(frozen=True, slots=True)
class Gate:
    """What decides on a branch: the tests before it fail, its own does not."""

    before: tuple[str, ...]
    own: str | None
    """None for `v-else`."""
    span: Span

    def is_open(self, clicks: int, scope: Mapping[str, object]) -> bool | None:
        """Return whether the branch is shown at a click; None where that hangs on something else as well."""
        found = [_is_true(test, self.span, clicks, scope) for test in (*self.before, self.own or "true")]
        if any(each is None for each in found):
            return None
        return bool(found[-1]) and not any(found[:-1])


@dataclass(slots=True)
class Branch:
    """A branch that the click decides on."""

    element: Element
    gate: Gate
    parent: Branch | None
    is_in: bool = False
    """Whether it is shown at the click that was reached."""
    placed: Element | None = None
    is_placed: bool = False
    delta: int = 0
    """Clicks that it uses up, without those of branches inside of it."""
    last: int = 0
    """The last click that it asks for, without those of branches inside of it."""


@dataclass(slots=True)
class Gates:
    """The branches of one slide."""

    clicks: int = 0
    """The click that was reached."""
    branches: list[Branch] = field(default_factory=list)
    around: Branch | None = None
    """The one that is being placed."""

    def meet(self, element: Element, gate: Gate, placer: Placer) -> Element | None:
        """Return a branch as it stands on the timeline, or as it is while its time has not come; None where it is none."""
        is_open = gate.is_open(self.clicks, placer.scope)
        if is_open is None:
            return None
        branch = Branch(element, gate, self.around)
        self.branches.append(branch)
        if not is_open:
            return element
        self.enter(branch, placer)
        return branch.placed or element

    def enter(self, branch: Branch, placer: Placer) -> None:
        """Place a branch that comes up, or give it its clicks again."""
        timeline = placer.timeline
        branch.is_in = True
        if branch.is_placed:
            timeline.offset += branch.delta
            return
        outer, self.around = self.around, branch
        before, total, known = timeline.offset, timeline.total, len(self.branches)
        timeline.total = 0
        branch.placed = placer.place_element(branch.element)
        inside = sum(each.delta for each in self.branches[known:] if each.is_in)
        branch.delta = timeline.offset - before - inside
        branch.last, timeline.total = timeline.total, total
        branch.is_placed, self.around = True, outer

    def turn(self, clicks: int, placer: Placer) -> None:
        """Go on to a click: what goes gives its clicks back before something else takes some."""
        self.clicks = clicks
        for branch in self.branches:
            if branch.is_in and not self._is_wanted(branch, placer):
                branch.is_in = False
                placer.timeline.offset -= branch.delta
        for branch in tuple(self.branches):
            if not branch.is_in and self._is_wanted(branch, placer):
                self.enter(branch, placer)

    def last(self, placer: Placer) -> int:
        """Return the last click of all that is shown now."""
        return max([placer.timeline.total, *(branch.last for branch in self.branches if branch.is_in)])

    def _is_wanted(self, branch: Branch, placer: Placer) -> bool:
        if branch.parent is not None and not branch.parent.is_in:
            return False
        return bool(branch.gate.is_open(self.clicks, placer.scope))


def gate_of(element: Element, chain: list[Attribute]) -> Gate | None:
    """Go on in a `v-if` chain to an element with a condition; return its gate where clicks may decide on it."""
    condition = element.attribute(*CONDITIONS)
    if condition is None:
        return None
    if condition.name == "v-if":
        chain.clear()
    before = tuple(attribute.value or "" for attribute in chain)
    own = None if condition.name == "v-else" else condition.value or ""
    chain.append(condition)
    if not all(_CLICKS.search(test) for test in (*before, *([] if own is None else [own]))):
        return None
    return Gate(before, own, condition.value_span or condition.span)


def go_through(
    nodes: tuple[Node, ...], gates: Gates, placer: Placer, fixed: int | None
) -> tuple[tuple[Node, ...], tuple[int, ...]]:
    """Return the nodes with all branches placed, and the last click as it is at each click.

    `fixed` is the last click where the author gave it.
    """
    totals: list[int] = []
    clicks = 0
    while True:
        gates.turn(clicks, placer)
        totals.append(max(gates.last(placer), clicks) if fixed is None else fixed)
        if clicks >= min(totals[-1], _MOST):
            break
        clicks += 1
    for branch in gates.branches:
        if not branch.is_placed:  # it is never shown: nobody waits for it
            gates.enter(branch, replace(placer, timeline=Timeline(), gates=None))
    return _with_placed(nodes, {id(branch.element): branch.placed for branch in gates.branches}), tuple(
        totals
    )


def _with_placed(nodes: tuple[Node, ...], placed: Mapping[int, Element | None]) -> tuple[Node, ...]:
    """Return the nodes with what came up later in its place."""
    out: list[Node] = []
    for node in nodes:
        made = placed.get(id(node), node)
        if isinstance(made, Element) and made.children:
            children = _with_placed(made.children, placed)
            made = made if children == made.children else made.with_children(children)
        if made is not None:
            out.append(made)
    return tuple(out)


def _is_true(test: str, span: Span, clicks: int, scope: Mapping[str, object]) -> bool | None:
    text = _CLICKS.sub("$clicks", test)
    found = fold(
        text, span, {**scope, "$clicks": clicks}, Report()
    )  # what is wrong is told where it is rendered
    return None if found is None else is_truthy(found.value)
