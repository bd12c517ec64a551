"""Count the clicks of what one colour scheme shows beside those of the other, not after them.

    <LightOrDark> light: two clicks, dark: one click </LightOrDark> <p v-click>      light 1 and 2, dark 1, then 3

Slidev draws the one that applies, and counts only that. Here both stand in the page: what follows waits for the longer.
"""

from __future__ import annotations

from deckc.compile.realize.clicks.timeline import Timeline
from deckc.dataclass import dataclass

OF_SCHEME = "data-dc-schema"


@dataclass(slots=True)
class SchemeClicks:
    """Where the clicks of siblings go on that belong to colour schemes."""

    timeline: Timeline
    _scheme: str | None = None
    _start: int = 0
    _reach: int = 0

    def enter(self, scheme: str | None) -> None:
        """Go on to a sibling of `scheme`; None for one that every scheme shows, and for the end."""
        if scheme == self._scheme:
            return
        if self._scheme is None:
            self._start = self._reach = self.timeline.offset
        self._reach = max(self._reach, self.timeline.offset)
        self.timeline.offset = self._reach if scheme is None else self._start
        self._scheme = scheme
