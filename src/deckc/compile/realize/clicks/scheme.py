"""Count the clicks of what one colour scheme shows beside those of the other, not after them; so of `<RenderWhen>`.

    <LightOrDark> light: two clicks, dark: one click </LightOrDark> <p v-click>      light 1 and 2, dark 1, then 3

Slidev draws the one that applies, and counts only that. Here both stand in the page: what follows waits for the longer,
but never for what the audience does not see.
"""

from __future__ import annotations

from typing import TypeGuard

from deckc.compile.realize.clicks.timeline import Timeline
from deckc.dataclass import dataclass
from deckc.model.nodes import Element, Node

_OF_SCHEME = "data-dc-schema"
_SHOWN, _ELSEWHERE = "shown", "elsewhere"
"""What the audience sees, and what is shown in its place to a speaker, in the overview, on paper: nobody waits for that."""


@dataclass(slots=True)
class SchemeClicks:
    """Where the clicks of siblings go on that are shown in place of each other."""

    timeline: Timeline
    _scheme: str | None = None
    _start: int = 0
    _reach: int = 0

    def go_on_to(self, node: Node) -> None:
        """Go on to a sibling."""
        scheme = node.get(_OF_SCHEME) if isinstance(node, Element) else None
        if _has(node, "v-if") and "$renderContext" in (node.get("v-if") or ""):
            self.enter(None)
            scheme = _SHOWN if "$renderContext === 'slide'" in (node.get("v-if") or "") else _ELSEWHERE
        elif self._scheme in {_SHOWN, _ELSEWHERE} and _has(node, "v-else"):
            scheme = _ELSEWHERE if self._scheme == _SHOWN else _SHOWN
        self.enter(scheme)

    def enter(self, scheme: str | None) -> None:
        """Go on to what `scheme` shows; None for what every one shows, and for the end."""
        if scheme == self._scheme:
            return
        if self._scheme is None:
            self._start = self._reach = self.timeline.offset
        if self._scheme != _ELSEWHERE:
            self._reach = max(self._reach, self.timeline.offset)
        self.timeline.offset = self._reach if scheme is None else self._start
        self._scheme = scheme


def _has(node: Node, name: str) -> TypeGuard[Element]:
    return isinstance(node, Element) and node.tag == "template" and node.attribute(name) is not None
