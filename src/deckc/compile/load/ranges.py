"""Read which slides an import takes: `src: ./pages.md#2,5-7`.

all, *, nothing   every slide          5-     from 5 to the end
none              no slide             5-2    no slide (a problem)
"""

from __future__ import annotations

import re

from deckc.dataclass import dataclass

_PART = re.compile(r"\s*(-?\d{1,9})\s*(?:(-)\s*(\d{1,9})?\s*)?")


@dataclass(frozen=True, slots=True)
class SlideRange:
    """The slides that a range names."""

    numbers: tuple[int, ...]
    """1-based, ascending."""
    problem: str | None = None
    """What is wrong with the range."""
    is_impossible: bool = False
    """Whether it asks for slide 0, at which Slidev fails."""


def read_range(text: str, count: int) -> SlideRange:
    """Return which of `count` slides a range names (spec 2.5 rule 2)."""
    if text in {"", "all", "*"}:
        return SlideRange(tuple(range(1, count + 1)))
    if text == "none":
        return SlideRange(())
    numbers: set[int] = set()
    problem: str | None = None
    lowest = 1
    for part in re.split("[,;]", text):
        match = _PART.fullmatch(part)
        if match is None:
            problem = f'"{part}" names no slides'
            continue
        first = int(match[1])
        last = first if match[2] is None else int(match[3]) if match[3] else count
        if first < 1:
            problem = f'"{part}" asks for slide {first}, slides count from 1'
        elif first > count:
            problem = f'"{part}" asks for slide {first}, the file has {count}'
        elif last < first:
            problem = f'"{part}" runs backwards'
        lowest = min(lowest, first)
        numbers.update(range(max(1, first), min(last, count) + 1))
    return SlideRange(tuple(sorted(numbers)), problem, lowest < 1)
