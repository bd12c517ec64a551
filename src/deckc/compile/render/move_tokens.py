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
from difflib import SequenceMatcher
from itertools import groupby

from deckc.dataclass import dataclass

_PIECES = re.compile(r"\S+(?:\s+\S+)*|\s+")
_WORD = re.compile(r"\w")
_FAR_WORD = re.compile(r"[\w-]{3,}")
_MAX_COMPARED = 1_000_000
"""Pairs of tokens that may be compared between two steps; beyond it only equal lines stay."""


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
    """Return the number of each token of each step, from 1."""
    numbered: list[list[int]] = []
    last = 0
    for at, step in enumerate(steps):
        numbers = [0] * len(step)
        if at:
            for before, after in _match(steps[at - 1], step):
                numbers[after] = numbered[at - 1][before]
        for index, number in enumerate(numbers):
            if not number:
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
    texts, new_texts = (
        ["".join(token.text for _, token in line) for line in side] for side in (lines, new_lines)
    )
    if len(lines) * len(new_lines) > _MAX_COMPARED:
        return
    for kind, start, end, new_start, new_end in SequenceMatcher(
        None, texts, new_texts, autojunk=False
    ).get_opcodes():
        left = [pair for line in lines[start:end] for pair in line]
        right = [pair for line in new_lines[new_start:new_end] for pair in line]
        if kind == "equal":
            # one text may fall into other tokens where what stands above it changed
            yield from _token_pairs(left, right) if len(left) != len(right) else _zip_pairs(left, right)
        elif kind == "replace":
            yield from _token_pairs(left, right)


def _lines_of(tokens: Sequence[Token]) -> list[list[tuple[int, Token]]]:
    return [list(line) for _, line in groupby(enumerate(tokens), key=lambda pair: pair[1].line)]


def _zip_pairs(
    left: Sequence[tuple[int, Token]], right: Sequence[tuple[int, Token]]
) -> Iterator[tuple[int, int]]:
    for (index, token), (new_index, new_token) in zip(left, right, strict=True):
        if token.text == new_token.text:
            yield index, new_index


def _token_pairs(
    left: Sequence[tuple[int, Token]], right: Sequence[tuple[int, Token]]
) -> Iterator[tuple[int, int]]:
    left = [pair for pair in left if not pair[1].is_blank]
    right = [pair for pair in right if not pair[1].is_blank]
    if len(left) * len(right) > _MAX_COMPARED:
        return
    matcher = SequenceMatcher(None, [t.text for _, t in left], [t.text for _, t in right], autojunk=False)
    pairs = [
        (left[a + offset], right[b + offset])
        for a, b, size in matcher.get_matching_blocks()
        for offset in range(size)
    ]
    lines = {(token.line, new.line) for (_, token), (_, new) in pairs if _WORD.search(token.text)}
    for (index, token), (new_index, new) in pairs:
        if (token.line, new.line) in lines:
            yield index, new_index
