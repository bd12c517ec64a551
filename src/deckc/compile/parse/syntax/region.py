"""Cut a region out of a file (spec 5.5 rule 3).

    // #region add            find_region(lines, "add")  ->  ["return a + b"]
      return a + b
    // #endregion

Lines that mark the region itself inside it are left out, and so is the indentation that all lines share.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckc.dataclass import dataclass
from deckc.pattern import pattern


@dataclass(frozen=True, slots=True)
class _Marker:
    """How one family of languages marks regions; group 1 is the name."""

    start: re.Pattern[str]
    end: re.Pattern[str]


def _marker(opener: str, word: str, closer: str = r"\s*$") -> _Marker:
    """Return a marker; in `word` a `@` stands for what comes before "region" at the end of one."""
    name = r"\b\s*(.*?)" + closer
    return _Marker(
        pattern(rf"\s*{opener}{word.replace('@', '')}{name}"),
        pattern(rf"\s*{opener}{word.replace('@', 'end')}{name}"),
    )


_MARKERS = (
    _marker(r"//\s*", "#?@region"),
    _marker(r"<!--\s*", "#?@region", r"\s*-->"),
    _marker(r"/\*\s*", "#@region", r"\s*\*/"),
    _Marker(pattern(r"\s*#[rR]egion\b\s*(.*?)\s*$"), pattern(r"\s*#[eE]nd ?[rR]egion\b\s*(.*?)\s*$")),
    _marker(r"#\s*", "#?@region"),
    _marker(r"(?:--|::|@?REM)\s*", "#@region"),
    _marker(r"#pragma\s+", "@region"),
    _marker(r"\(\*\s*", "#@region", r"\s*\*\)"),
)


def find_region(lines: Sequence[str], name: str) -> list[str] | None:
    """Return the lines of the first region of a name; None where there is none, or where it has no end."""
    found = _start_of(lines, name)
    if found is None:
        return None
    first, marker = found
    depth = 1
    for at in range(first, len(lines)):
        line = lines[at]
        if _names(marker.start, line, name):
            depth += 1
        elif _names(marker.end, line, name, ""):
            depth -= 1
            if depth == 0:
                inside = lines[first:at]
                return _dedented([each for each in inside if not _is_mark(marker, each)])
    return None


def region_names(lines: Sequence[str]) -> list[str]:
    """Return the names of the regions that start in a file."""
    names = (match[1] for line in lines for marker in _MARKERS if (match := marker.start.match(line)))
    return list(dict.fromkeys(name for name in names if name))


def _start_of(lines: Sequence[str], name: str) -> tuple[int, _Marker] | None:
    """Return the line behind the region's start and the kind of marks there."""
    for at, line in enumerate(lines):
        if name in line:
            for marker in _MARKERS:
                if _names(marker.start, line, name):
                    return at + 1, marker
    return None


def _names(pattern: re.Pattern[str], line: str, *names: str) -> bool:
    found = pattern.match(line)
    return found is not None and found[1] in names


def _is_mark(marker: _Marker, line: str) -> bool:
    return marker.start.match(line) is not None or marker.end.match(line) is not None


def _dedented(lines: list[str]) -> list[str]:
    """Return lines without the blanks that all of them begin with; blank lines do not count."""
    indents = [len(line) - len(line.lstrip(" \t")) for line in lines if line.strip(" \t")]
    shared = min(indents, default=0)
    return [line[shared:] for line in lines]
