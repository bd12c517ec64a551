"""Give every click element of a slide its clicks (spec 6.1, 6.4 and 6.8).

    <p v-click>Hi</p>
    <p class="slidev-vclick-target" data-slidev-clicks-start="1" data-dc-click="1">Hi</p>

One walk in the order in which Vue mounts: children before their parent, siblings as they stand, the
directives of a component before the component itself. What the walk needs stands in the nodes, so slots
must be filled and components expanded before.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from typing import TYPE_CHECKING, TypeVar

from deckc.compile.realize.clicks.at import NEXT, WITH_PREVIOUS, At, AtRange, read_at, read_place
from deckc.compile.realize.clicks.magic_move import count_states
from deckc.compile.realize.clicks.mark import read_mark
from deckc.compile.realize.clicks.scheme import SchemeClicks
from deckc.compile.realize.clicks.timeline import ClickRange, Timeline, register_steps
from deckc.compile.realize.constants import fold
from deckc.dataclass import dataclass
from deckc.diagnostics import Report, Span
from deckc.model.magic_move import is_magic_move
from deckc.model.nodes import Attribute, CodeBlock, Comment, Element, Formula, Node, directive_of
from deckc.model.source import Value
from deckc.pattern import pattern

if TYPE_CHECKING:
    from deckc.compile.realize.clicks.gates import Gates
    from deckc.compile.realize.clicks.part import OpenPart

Stepped = TypeVar("Stepped", CodeBlock, Formula)

CLICK_DIRECTIVES = frozenset({"v-click", "v-after", "v-click-hide", "v-mark"})
CONDITIONS = ("v-if", "v-else-if", "v-else")
SWITCH_TAGS = frozenset({"VSwitch", "v-switch"})
GAP_TAGS = frozenset({"VClickGap", "v-click-gap"})
_PLACED = pattern(r"\bat\b")
"""Of a block's options only this one counts here; others may be anything that the page works out."""


@dataclass(frozen=True, slots=True)
class Placer:
    """Walks over one slide."""

    timeline: Timeline
    presets: tuple[str, ...]
    """Click animations of an element that names none (spec 6.8)."""
    scope: Mapping[str, object]
    """What is known while compiling: `$frontmatter`, `$page`."""
    report: Report
    texts: dict[str, None] = field(default_factory=dict)
    """Classes that directives bring along: utilities are searched in them."""
    gates: list[Gates] | None = None
    """What comes and goes with the clicks, once something does; None where all of it counts at once."""

    def place(self, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        """Return the nodes with their clicks settled."""
        out: list[Node] = []
        scheme = SchemeClicks(self.timeline)
        parts: list[OpenPart] = []
        chain: list[Attribute] = []
        for node in nodes:
            scheme.go_on_to(node)
            match node:
                case Element():
                    placed = self._branch(node, chain) or self.place_element(node)
                    if placed is not None:
                        out.append(placed)
                case CodeBlock(ranges=ranges, attributes=attributes, words=words) if (
                    ranges or attributes or words
                ):
                    out.append(self._place_code(node))
                case Formula(ranges=ranges, attributes=attributes) if ranges or attributes:
                    out.append(self._place_stages(node, len(ranges)))
                case Comment(value=value) if value.startswith("dc-part"):
                    from deckc.compile.realize.clicks.part import mark_part

                    mark_part(node, out, parts, self.timeline.offset)
                case _:
                    out.append(node)
        scheme.enter(None)
        return tuple(out)

    def _branch(self, element: Element, chain: list[Attribute]) -> Element | None:
        """Return a branch that clicks decide on; `chain` holds the conditions of the siblings before it."""
        if self.gates is None or element.attribute(*CONDITIONS) is None:
            return None
        from deckc.compile.realize.clicks.gates import Gates, gate_of

        gate = gate_of(element, chain)
        if gate is None:
            return None
        if not self.gates:
            self.gates.append(Gates())
        return self.gates[0].meet(element, gate, self)

    def place_element(self, element: Element) -> Element | None:
        """Return an element with its clicks settled; None for `<VClickGap>`, which shows nothing."""
        if element.tag in GAP_TAGS:
            self.timeline.skip(self._gap_size(element))
            return None
        if element.tag in SWITCH_TAGS:
            from deckc.compile.realize.clicks.switch import place_switch

            return place_switch(element, self)
        if element.attribute("v-pre") is not None:
            return element
        if element.attribute("data-dc-kept") is not None:
            from deckc.compile.realize.clicks.late import place_late

            return element.with_children(place_late(element.children, self))
        children = self.place(element.children)
        if children != element.children:
            element = element.with_children(children)
        return self.place_directives(element)

    def place_directives(self, element: Element) -> Element:
        """Return an element with its click directives settled."""
        if not any(attribute.name.startswith("v-") for attribute in element.attributes):
            return element
        from deckc.compile.realize.drag import place_drag
        from deckc.compile.realize.motion import place_motion

        element = place_motion(place_drag(element, self.scope, self.report), self.scope, self.report)
        return replace(element, attributes=self._settle(element.attributes))

    def constant(self, text: str | None, span: Span) -> Value:
        """Return the value of an `at`; one that only the running page knows is reported."""
        folded = fold(text, span, self.scope, self.report)
        if folded is not None:
            return folded.value
        message = f'the click "{text}" is not known before the page runs; taken as the next one'
        self.report.warn("dynamic-at", message, span, "write a number, a text or a range")
        return None

    def _settle(self, attributes: tuple[Attribute, ...]) -> tuple[Attribute, ...]:
        settled: list[Attribute] = []
        added: list[Attribute] = []
        before = self.timeline.offset, self.timeline.total
        for attribute in attributes:
            if attribute.name.partition(".")[0] not in CLICK_DIRECTIVES:
                settled.append(attribute)
            elif not added:
                added = self._directive(attribute)
            else:
                with self.timeline.replacing(before):
                    added = earliest((*added, *self._directive(attribute)))
        return with_added(tuple(settled), added)

    def _directive(self, attribute: Attribute) -> list[Attribute]:
        directive = directive_of(attribute)
        assert directive is not None  # noqa: S101 - the name starts with v-
        span = attribute.span
        if directive.name == "mark":
            return self._mark(attribute, directive.modifiers)
        at = self._at(directive.name, attribute)
        if at is None:
            return []
        clicks = self.timeline.place(at)
        hides = directive.name == "click-hide" or "hide" in directive.modifiers
        presets = tuple(name for name in directive.modifiers if name != "hide") or self.presets
        classes = " ".join(["slidev-vclick-target", *(f"slidev-vclick-anim-{name}" for name in presets)])
        added = [Attribute("class", classes, span), Attribute("data-dc-click", written(clicks), span)]
        if hides:
            added.append(Attribute("data-dc-hide", None, span))
        if directive.name == "click":
            added.append(Attribute("data-slidev-clicks-start", str(clicks.start), span))
            if clicks.end is not None:
                added.append(Attribute("data-slidev-clicks-end", str(clicks.end), span))
        return added

    def _at(self, directive: str, attribute: Attribute) -> At | AtRange | None:
        if directive == "after":
            return WITH_PREVIOUS
        if not attribute.value:
            return NEXT
        span = attribute.value_span or attribute.span
        return read_at(self.constant(attribute.value, span), span, self.report)

    def _mark(self, attribute: Attribute, modifiers: tuple[str, ...]) -> list[Attribute]:
        """Place a `v-mark`, and say beside it how it is drawn (spec 10.2)."""
        span = attribute.value_span or attribute.span
        mark = read_mark(modifiers, self.constant(attribute.value, span), span, self.report)
        at = read_at(mark.at, span, self.report) if mark.takes_clicks else None
        clicks = None if at is None else self.timeline.place(at)
        shown = "0" if clicks is None or mark.is_always_drawn else written(clicks)
        added = [Attribute("data-dc-mark", shown, attribute.span)]
        if mark.look:
            look = json.dumps(mark.look, separators=(",", ":"), ensure_ascii=False)
            added.append(Attribute("data-dc-mark-look", look, attribute.span))
        if classes := mark.look.get("class"):
            self.texts[f'class="{classes}"'] = None
        return added

    def _gap_size(self, element: Element) -> int:
        value: Value = element.get("size")
        if (bound := element.attribute(":size", "v-bind:size")) is not None:
            value = self.constant(bound.value, bound.span)
        try:
            return int(float(str(1 if value is None else value)))
        except (ValueError, OverflowError):
            self.report.warn(
                "invalid-at", f'"{value}" is no number of clicks', element.span, "write a number"
            )
            return 1

    def _place_code(self, block: CodeBlock) -> CodeBlock:
        """Place a code block."""
        if not is_magic_move(block):
            return self._place_stages(block, len(block.ranges))
        block = replace(block, attributes=self._settle(block.attributes))
        stages = count_states(block, self.report)
        return replace(block, first_click=self._register(block, stages)) if stages else block

    def _place_stages(self, block: Stepped, stages: int) -> Stepped:
        """Place a block: first the directives on it, then its own stages (spec 6.1, rule 6)."""
        attributes = self._settle(block.attributes)
        if not stages:
            return replace(block, attributes=attributes)
        # a block with stages clears the hidden class of its own root: it is always seen (spec 15, trap 34)
        shown = tuple(a for a in attributes if a.name not in {"data-dc-click", "data-dc-hide"})
        return replace(block, attributes=shown, first_click=self._register(block, stages))

    def _register(self, block: Stepped, stages: int) -> int | None:
        value = self.constant(block.options, block.span) if _PLACED.search(block.options or "") else None
        at = read_place(value.get("at") if isinstance(value, dict) else None, block.span, self.report)
        return register_steps(self.timeline, at, stages)


def written(clicks: ClickRange) -> str:
    """Return a range as an attribute's value: there is no click before 0."""
    end = None if clicks.end is None else max(clicks.end, 0)
    return str(ClickRange(max(clicks.start, 0), end))


def earliest(added: Iterable[Attribute]) -> list[Attribute]:
    """Return what directives of one element add: where each only shows it, the first to do so counts."""
    given = list(added)
    shown = {attribute.value or "" for attribute in given if attribute.name == "data-dc-click"}
    if any(attribute.name == "data-dc-hide" for attribute in given) or not all(map(str.isdigit, shown)):
        return given
    start = min(shown, key=int, default="")
    return [replace(each, value=start) if each.name == "data-dc-click" else each for each in given]


def with_added(attributes: tuple[Attribute, ...], added: list[Attribute]) -> tuple[Attribute, ...]:
    """Return the attributes with others laid over them, classes joined."""
    by_name = {attribute.name: attribute for attribute in attributes}
    for attribute in added:
        before = by_name.get(attribute.name)
        if attribute.name == "class" and before is not None and before.value:
            words = dict.fromkeys([*before.value.split(), *(attribute.value or "").split()])
            by_name["class"] = replace(before, value=" ".join(words))
        else:
            by_name[attribute.name] = attribute
    return tuple(by_name.values())
