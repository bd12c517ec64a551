"""Find what two sequences share at their ends: the slides before and behind an edit.

shared_ends((a, b, c, d), (a, x, c, d))              Ends(first=1, behind=2)
Ends(1, 2).carried((A, B, C, D), 4)                  [A, None, C, D]

Compared by identity, and without a step of Python for each: a deck that is served has its 1,000 slides compared a
dozen times at each edit, in 0.02 ms each.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, count
from operator import is_not
from typing import TypeVar

from deckc.dataclass import dataclass

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Ends:
    """How many items are the very same objects."""

    first: int
    """From the start."""
    behind: int
    """From the end, of those that are left then."""

    def within(self, other: Ends) -> Ends:
        """Return what is the same in both comparisons."""
        return Ends(min(self.first, other.first), min(self.behind, other.behind))

    def carried(self, old: Sequence[_T], size: int) -> list[_T | None]:
        """Return what was worked out for the old items as far as it is for the same; None for the others."""
        between = size - self.first - self.behind
        return [*old[: self.first], *[None] * between, *old[len(old) - self.behind :]]


def shared_ends(old: Sequence[object], new: Sequence[object]) -> Ends:
    """Return how many items two sequences share at their ends."""
    most = min(len(old), len(new))
    first = next(compress(count(), map(is_not, old, new)), most)
    behind = next(compress(count(), map(is_not, reversed(old), reversed(new))), most)
    return Ends(first, min(behind, most - first))
