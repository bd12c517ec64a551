"""Give every token of a magic move's steps a number, the same one where it stays (spec 5.7 rule 2).

    let a = 1          let:1  a:2  =:3  1:4
    let b = 1          let:1  b:5  =:3  1:4        `b` is new; all else moves to its new place

Equal lines are matched first, then tokens between them, then words that went further. A sign such as `(` stays only
with a word of its line: it would otherwise fly about.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from deckc.dataclass import dataclass

_PIECES = re.compile(r"\S+(?:\s+\S+)*|\s+")
_WORD = re.compile(r"\w")
_FAR_WORD = re.compile(r"[\w-]{3,}")
_MAX_WEIGHED = 40_000
"""Pairs of texts among which the best alignment is looked for; above it a quick one does."""
_MAX_COMPARED = 1_000_000
"""Pairs of texts above which only those at both ends stay."""


@dataclass(frozen=True, slots=True)
class Token:
    """A run of characters of one kind, on one line."""

    letter: str
    """Class of its colour; empty for none."""
    text: str
    line: int
    """0-based."""

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to see of it."""
        return not self.text.strip()

    @property
    def is_element(self) -> bool:
        """Whether it needs an element: blanks stand as text, but a tab is as wide as in a box of its own."""
        return not self.is_blank or "\t" in self.text


_Line = list[tuple[int, Token]]
"""Tokens of a line, each with its position in the step."""


def split_tokens(coloured: Iterable[tuple[str, str]]) -> tuple[Token, ...]:
    """Return the tokens of coloured code, blanks at their ends apart."""
    tokens: list[Token] = []
    line = 0
    for letter, text in coloured:
        for at, part in enumerate(text.split("\n")):
            line += at > 0
            tokens += [
                Token("" if piece.isspace() else letter, piece, line) for piece in _PIECES.findall(part)
            ]
    return tuple(tokens)


def number_tokens(steps: Sequence[Sequence[Token]]) -> list[list[int]]:
    """Return the number of each token of each step, from 1; 0 for one that is no element."""
    numbered: list[list[int]] = []
    last = 0
    for at, step in enumerate(steps):
        numbers = [0] * len(step)
        if at:
            for before, after in _match(steps[at - 1], step):
                numbers[after] = numbered[at - 1][before]
        for index, number in enumerate(numbers):
            if not number and step[index].is_element:
                last += 1
                numbers[index] = last
        numbered.append(numbers)
    return numbered


def _match(before: Sequence[Token], after: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the positions of tokens that stay."""
    left, right = set(range(len(before))), set(range(len(after)))
    for pair in _near_pairs(before, after):
        left.discard(pair[0])
        right.discard(pair[1])
        yield pair
    places: defaultdict[str, deque[int]] = defaultdict(deque)
    for index in sorted(right):
        places[after[index].text].append(index)
    for index in sorted(left):
        text = before[index].text
        if places.get(text) and _FAR_WORD.fullmatch(text):
            yield index, places[text].popleft()


def _near_pairs(before: Sequence[Token], after: Sequence[Token]) -> Iterator[tuple[int, int]]:
    lines, new_lines = _lines_of(before), _lines_of(after)
    texts, new_texts = (["".join(t.text for _, t in line) for line in side] for side in (lines, new_lines))
    start = new_start = 0
    for at, new_at in (*align(texts, new_texts), (len(lines), len(new_lines))):
        yield from _token_pairs(_joined(lines[start:at]), _joined(new_lines[new_start:new_at]))
        if at < len(lines):
            # one text may fall into other tokens where what stands above it changed
            yield from _token_pairs(lines[at], new_lines[new_at])
        start, new_start = at + 1, new_at + 1


def _lines_of(tokens: Sequence[Token]) -> list[_Line]:
    return [list(line) for _, line in groupby(enumerate(tokens), key=lambda pair: pair[1].line)]


def _joined(lines: Sequence[_Line]) -> _Line:
    return [pair for line in lines for pair in line]


def _token_pairs(left: _Line, right: _Line) -> Iterator[tuple[int, int]]:
    left = [pair for pair in left if not pair[1].is_blank]
    right = [pair for pair in right if not pair[1].is_blank]
    pairs = [
        (left[at], right[new_at])
        for at, new_at in align([token.text for _, token in left], [token.text for _, token in right])
    ]
    lines = {(token.line, new.line) for (_, token), (_, new) in pairs if _WORD.search(token.text)}
    for (index, token), (new_index, new) in pairs:
        if (token.line, new.line) in lines:
            yield index, new_index


def align(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Return the positions of texts that both sides have in the same order: as many characters as can be."""
    start, end, new_end = 0, len(left), len(right)
    while start < min(end, new_end) and left[start] == right[start]:
        start += 1
    while start < min(end, new_end) and left[end - 1] == right[new_end - 1]:
        end, new_end = end - 1, new_end - 1
    inner = _align_inner(left[start:end], right[start:new_end])
    return [
        *((at, at) for at in range(start)),
        *((start + at, start + new_at) for at, new_at in inner),
        *zip(range(end, len(left)), range(new_end, len(right)), strict=True),
    ]


def _align_inner(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    if len(left) * len(right) > _MAX_WEIGHED:
        if len(left) * len(right) > _MAX_COMPARED:
            return []
        from difflib import SequenceMatcher

        blocks = SequenceMatcher(a=left, b=right, autojunk=False).get_matching_blocks()
        return [(block.a + offset, block.b + offset) for block in blocks for offset in range(block.size)]
    # best[i][j]: characters kept of left[i:] and right[j:]
    best = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in range(len(left) - 1, -1, -1):
        row, below, text = best[i], best[i + 1], left[i]
        weight = len(text)
        for j in range(len(right) - 1, -1, -1):
            kept = max(below[j], row[j + 1])
            row[j] = max(kept, weight + below[j + 1]) if text == right[j] else kept
    pairs = []
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i] == right[j] and best[i][j] == len(left[i]) + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs
