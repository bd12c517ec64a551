"""Guess what a misspelt name was meant to be.

    closest("two-col", ["two-cols", "cover"])       "two-cols"
    did_you_mean("two-col", ["two-cols", "cover"])  'did you mean "two-cols"?'

Nothing near enough gives None: a wrong guess is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(name: str, known: Iterable[str]) -> str | None:
    """Return the help for a diagnostic; None where no known name is near."""
    near = closest(name, known)
    return None if near is None else f'did you mean "{near}"?'


def closest(name: str, known: Iterable[str], most: int = 64) -> str | None:
    """Return the known name that is nearest; None where none is near enough to be meant.

    Near enough is one slip for every three characters, and not more than `most`. A slip is a character too many, too
    few, wrong, or swapped with its neighbour; upper and lower case, `-` and `_` make no difference.
    """
    wanted = _plain(name)
    limit = min(max(1, len(wanted) // 3), most)
    best: tuple[int, str] | None = None
    for candidate in known:
        plain = _plain(candidate)
        if candidate == name or abs(len(plain) - len(wanted)) > limit:
            continue
        slips = count_slips(wanted, plain)
        if slips <= limit and slips < len(plain) and (best is None or (slips, candidate) < best):
            best = (slips, candidate)
    return None if best is None else best[1]


def count_slips(left: str, right: str) -> int:
    """Return how many slips turn one text into the other (optimal string alignment)."""
    before: list[int] = []
    previous = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        current = [i]
        for j, b in enumerate(right, 1):
            cost = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            current.append(cost)
        before, previous = previous, current
    return previous[-1]


def _plain(name: str) -> str:
    return name[:64].lower().replace("-", "").replace("_", "")
