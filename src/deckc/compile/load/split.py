r"""Cut a file's text into slides, losing nothing.

    # A           lead "", raw "# A\n"
    (blank)
    ---           lead "\n---\n", raw "\n# B"
    (blank)
    # B

Where the line behind the separator is not blank, it opens a frontmatter block, and `raw` starts with it.

The rules are Slidev 52.19's, line by line (spec 2.1); `join_slides` puts the text together again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate, count
from operator import add

from deckc.compile.load.text import JS_SPACE
from deckc.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class RawSlide:
    """One slide's text, frontmatter and note included."""

    raw: str
    offset: int
    """Of `raw` in the text."""
    start_line: int
    """1-based."""
    end_line: int
    """1-based, inclusive."""


@dataclass(frozen=True, slots=True)
class Split:
    """A file's text in pieces, of one slide at least; joined in order they are the text."""

    leads: tuple[str, ...]
    """What stands before each slide: line ends and the separator."""
    raws: tuple[str, ...]
    tail: str
    """What follows the last slide: a separator that ends the file without a line end."""
    open_comment: int | None
    """Offset of a `<!--` that is never closed, so that no separator behind it counts."""
    open_fences: tuple[int, ...]
    """Slides (from 0) with a line that would open a fence, were there one to close it behind."""
    is_open: bool
    """Whether the text ends in a frontmatter that is not closed, or with what may open one."""

    @property
    def is_closed(self) -> bool:
        """Return whether a separator in the line behind the text would be one, whatever comes after it."""
        return not self.is_open and self.open_comment is None and not self.open_fences

    @property
    def slides(self) -> tuple[RawSlide, ...]:
        """Return each slide with its place."""
        slides = []
        offset, line = 0, 1
        for lead, raw in zip(self.leads, self.raws, strict=True):
            offset, line = offset + len(lead), line + lead.count("\n")
            last = line + raw.count("\n")
            slides.append(RawSlide(raw, offset, line, last))
            offset, line = offset + len(raw), last
        return tuple(slides)

    def slide(self, index: int, text: str) -> RawSlide:
        """Return one slide (from 0) of the text with its place."""
        raw = self.raws[index]
        offset = sum(map(len, self.leads[: index + 1])) + sum(map(len, self.raws[:index]))
        line = text.count("\n", 0, offset) + 1
        return RawSlide(raw, offset, line, line + raw.count("\n"))

    @property
    def ends(self) -> list[int]:
        """Return the offset behind each slide."""
        return list(accumulate(map(add, map(len, self.leads), map(len, self.raws))))


def split_slides(text: str) -> Split:
    r"""Return the slides of a text whose line ends are `\n`."""
    lines = text.split("\n")
    starts = _line_starts(lines)
    cuts = _find_cuts(lines, starts)
    leads, raws = [], []
    done = 0
    for first, end in cuts.ranges:
        offset, stop = starts[first], starts[end] - 1
        leads.append(text[done:offset])
        raws.append(text[offset:stop])
        done = stop
    is_open = cuts.is_open or lines[-1].startswith("---")
    return Split(tuple(leads), tuple(raws), text[done:], cuts.open_comment, cuts.open_fences, is_open)


def join_slides(split: Split) -> str:
    """Return the text that was split."""
    return "".join(map(add, split.leads, split.raws)) + split.tail


def _line_starts(lines: list[str]) -> list[int]:
    """Return the offset of every line, and of the line that would follow the last."""
    return list(map(add, accumulate(map(len, lines), initial=0), count()))


@dataclass(frozen=True, slots=True)
class _Cuts:
    """Where a text is cut; see `Split`."""

    ranges: Sequence[tuple[int, int]]
    """Slides as half-open ranges of lines."""
    open_comment: int | None
    open_fences: tuple[int, ...]
    is_open: bool
    """Whether a frontmatter has no end; it then ends behind the last line."""


def _find_cuts(lines: list[str], starts: list[int]) -> _Cuts:
    marked = _marked_lines(lines)
    closers = _fence_closers(lines, marked)
    total = len(lines)
    cuts: list[tuple[int, int]] = []
    fences: list[tuple[int, int]] = []
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
            if end := _frontmatter_end(lines, at):
                start, done = at, end + 1
        elif line.lstrip(JS_SPACE).startswith("```"):
            fences.append((len(cuts), at))
            done = closers.get(at, at) + 1
        elif "<!--" in line:
            comment = _comment_after(line, starts[at], None)
    if start < total:
        cuts.append((start, total))
    return _Cuts(cuts, comment, _open_slides(fences, closers), done > total)


def _open_slides(fences: Sequence[tuple[int, int]], closers: Mapping[int, int]) -> tuple[int, ...]:
    """Return the slides, each once, of fences (slide and line) that nothing closes."""
    return tuple(dict.fromkeys(slide for slide, at in fences if at not in closers))


def _marked_lines(lines: list[str]) -> list[int]:
    """Return which lines may change something: one of ten."""
    return [at for at, line in enumerate(lines) if "--" in line or "```" in line]


def opens_frontmatter(line: str) -> bool:
    """Return whether a separator opens a block: four dashes never do."""
    return line[3:4] != "-"


def _frontmatter_end(lines: list[str], separator: int) -> int | None:
    """Return the line that closes the block behind a separator, or the number of lines; None where there is none."""
    at = separator + 1
    if not opens_frontmatter(lines[separator]) or at == len(lines) or not lines[at].strip(JS_SPACE):
        return None
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
