"""Read which lines of a code block each of its stages shows (spec 5.6).

shown_lines("2,4-5", total=6, first=1)   ->  {2, 4, 5}
shown_lines("all", total=3, first=10)    ->  {10, 11, 12}
"""

from __future__ import annotations

import re

_NUMBER = re.compile(r"\s*\d+\s*")


def shown_lines(stage: str, total: int, first: int) -> frozenset[int]:
    """Return which of a block's lines are not dimmed; they are counted from `first`, which may be enormous."""
    last = total + first - 1
    everything = range(first, last + 1)
    if stage in {"", "all", "*"}:
        return frozenset(everything)
    lines: set[int] = set()
    for part in stage.replace(";", ",").split(","):
        start, dash, end = part.partition("-")
        if not _NUMBER.fullmatch(start):
            continue
        begin = min(int(start.strip()[:9]), last + 1)
        if not dash:
            lines.add(begin)
        else:
            stop = int(end.strip()[:9]) if _NUMBER.fullmatch(end) else last
            lines.update(range(max(begin, first), min(stop, last) + 1))
    return frozenset(lines.intersection(everything))
