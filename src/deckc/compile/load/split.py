r"""Cut a file's text into slides, losing nothing.

    # A           RawSlide(lead="", raw="# A\n")
    (blank)
    ---           RawSlide(lead="\n---\n", raw="\n# B")
    (blank)
    # B

Where the line behind the separator is not blank, it opens a frontmatter block, and `raw` starts with it.

The rules are Slidev 52.19's, line by line (spec 2.1); `join_slides` puts the text together again.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, count
from operator import add

from deckc.compile.load.text import JS_SPACE
from deckc.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class RawSlide:
    """One slide's text, frontmatter and note included."""

    lead: str
    """What stands between the slide before and this one: line ends and the separator."""
    raw: str
    offset: int
    """Of `raw` in the text."""
    start_line: int
    """1-based."""
    end_line: int
    """1-based, inclusive."""


@dataclass(frozen=True, slots=True)
class Split:
    """A file's text in pieces."""

    slides: tuple[RawSlide, ...]
    tail: str
    """What follows the last slide: a separator that ends the file without a line end."""
    open_comment: int | None
    """Offset of a `<!--` that is never closed, so that no separator behind it counts."""


def split_slides(text: str) -> Split:
    r"""Return the slides of a text whose line ends are `\n`."""
    lines = text.split("\n")
    starts = _line_starts(lines)
    cuts, open_comment = _find_cuts(lines, starts)
    slides: list[RawSlide] = []
    done = 0
    for first, end in cuts:
        offset, stop = starts[first], starts[end] - 1
        slides.append(RawSlide(text[done:offset], text[offset:stop], offset, first + 1, end))
        done = stop
    return Split(tuple(slides), text[done:], open_comment)


def join_slides(split: Split) -> str:
    """Return the text that was split."""
    return "".join(slide.lead + slide.raw for slide in split.slides) + split.tail


def _line_starts(lines: list[str]) -> list[int]:
    """Return the offset of every line, and of the line that would follow the last."""
    return list(map(add, accumulate(map(len, lines), initial=0), count()))


def _find_cuts(lines: list[str], starts: list[int]) -> tuple[list[tuple[int, int]], int | None]:
    """Return the slides as half-open ranges of lines, and where an unclosed comment opens."""
    # Lines without these signs change nothing: nine of ten, and a deck that is served is cut at each edit.
    marked = [at for at, line in enumerate(lines) if "--" in line or "```" in line]
    closers = _fence_closers(lines, marked)
    total = len(lines)
    cuts: list[tuple[int, int]] = []
    start = done = 0
    comment: int | None = None
    for at in marked:
        if at < done:
            continue
        line = lines[at]
        if comment is not None:
            comment = _comment_after(line, starts[at], comment)
        elif line.startswith("---"):
            # A slide of no lines is not cut off, and then its separator stays in the next slide (measured).
            if start != at:
                cuts.append((start, at))
                start = at + 1
            if opens_frontmatter(line) and at + 1 < total and lines[at + 1].strip(JS_SPACE):
                start = at
                done = _frontmatter_end(lines, at + 1) + 1
        elif at in closers:
            done = closers[at] + 1
        elif "<!--" in line and not line.lstrip(JS_SPACE).startswith("```"):
            comment = _comment_after(line, starts[at], None)
    if start < total:
        cuts.append((start, total))
    return cuts, comment


def opens_frontmatter(line: str) -> bool:
    """Return whether a separator opens a block: four dashes never do."""
    return line[3:4] != "-"


def _frontmatter_end(lines: list[str], at: int) -> int:
    """Return the line that closes the block, or the number of lines."""
    while at < len(lines) and not (lines[at].startswith("---") and lines[at].rstrip(JS_SPACE) == "---"):
        at += 1
    return at


def _comment_after(line: str, line_start: int, comment: int | None) -> int | None:
    """Return where the comment that is open at the end of the line was opened; None where none is."""
    at = 0
    if comment is not None:
        at = line.find("-->")
        if at < 0:
            return comment
        at += 3
    while (at := line.find("<!--", at)) >= 0:
        end = line.find("-->", at + 4)
        if end < 0:
            return line_start + at
        at = end + 3
    return None


def _fence_closers(lines: list[str], marked: Sequence[int]) -> dict[int, int]:
    """Return for every line that opens a fence, were it read as an opener, the line that closes it.

    A closer starts with the opener's own indent and at least as many backticks. For each indent this is the
    next greater-or-equal element, found for all lines in one pass from the end: a deck of fences that never
    close costs no more than any other.
    """
    closers: dict[int, int] = {}
    waiting: dict[str, list[tuple[int, int]]] = {}
    for at in reversed(marked):
        line = lines[at]
        if "```" not in line:
            continue
        bare = line.lstrip(JS_SPACE)
        if not bare.startswith("```"):
            continue
        indent = line[: len(line) - len(bare)]
        ticks = len(bare) - len(bare.lstrip("`"))
        stack = waiting.setdefault(indent, [])
        while stack and stack[-1][0] < ticks:
            stack.pop()
        if stack:
            closers[at] = stack[-1][1]
        stack.append((ticks, at))
    return closers
