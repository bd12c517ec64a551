"""Place a slide's clickable elements on its click timeline (spec 6.1 and 6.3).

Elements are placed in the order in which Slidev mounts them. A relative `at` counts from where the
previous relative elements left off; an absolute `at` is exact and moves nothing.

    <p v-click>           +1  -> shown from click 1
    <p v-click="3">        3  -> shown from click 3
    <p v-click>           +1  -> shown from click 2
    <p v-after>           +0  -> shown from click 2
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import assert_never

from deckc.compile.realize.clicks.at import At, AtRange
from deckc.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class ClickRange:
    """The clicks at which an element is active: from `start` up to, not including, `end`."""

    start: int
    end: int | None = None
    """None: for ever."""

    def __str__(self) -> str:
        """Return the range as the page writes it, "2" or "2-4" (docs/dom-contract.md)."""
        return str(self.start) if self.end is None else f"{self.start}-{self.end}"


@dataclass(slots=True)
class Timeline:
    """The clicks of one slide so far."""

    offset: int = 0
    """Clicks that the relative elements placed so far have used up."""
    total: int = 0
    """The last click that any element asked for."""
    places: int = 0
    """How many places were given out."""

    @contextmanager
    def replacing(self, before: tuple[int, int]) -> Iterator[None]:
        """Let what is placed be all that an element takes which has had places since `before`, an offset and a total.

        Slidev keeps one place for each element: a later one counts from where an earlier left off, and replaces it.
        """
        offset, total, places = self.offset, self.total, self.places
        self.total = before[1]
        yield
        if self.places == places:
            self.total = total
        else:
            self.offset += before[0] - offset

    def place(self, at: At | AtRange, size: int = 1) -> ClickRange:
        """Return the clicks of the next element to be mounted; `size` is how many it takes."""
        self.places += 1
        match at:
            case At(clicks=clicks, relative=relative):
                start = self.offset + clicks if relative else clicks
                self._take(last=start + size - 1, moved=clicks + size - 1 if relative else 0)
                return ClickRange(start)
            case AtRange(start=first, end=last):
                start = self.offset + first.clicks if first.relative else first.clicks
                end = start + last.clicks if last.relative else last.clicks
                self._take(last=end, moved=sum(part.clicks for part in (first, last) if part.relative))
                return ClickRange(start, end)
            case _:
                assert_never(at)

    def skip(self, size: int) -> None:
        """Leave `size` clicks empty (`<VClickGap>`); a negative number takes clicks back."""
        self._take(last=self.offset + size - 1, moved=size)

    def _take(self, *, last: int, moved: int) -> None:
        self.total = max(self.total, last)
        self.offset += moved


def register_steps(timeline: Timeline, at: At | None, stages: int) -> int | None:
    """Place an element that goes through `stages` states, the first of them shown before any click.

    Return the click that shows the second state; None when it never changes. A single stage costs
    nothing relative, but an absolute `at` still counts (spec 6.4, last paragraph).
    """
    if at is None or stages < 1:
        return None
    return timeline.place(at, stages - 1).start
