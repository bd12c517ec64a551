"""Set tokens as lines, as the browser broke them, and say how they would break elsewhere.

Piece("a b "), Piece("c"), Break(), Piece("d")     Line("a b c", is_forced), Line("d")
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from deckc.export.scene.tokens import Break, Gap, Piece, Token
from deckc.export.scene.values import Line, Rect, Run

_LEAST_GAP_PX = 0.75
_FIRST_WORD = re.compile(r"\s*(?:[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]|[^\s\u2e80-\u9fff]+)")

Row = list[Piece | Gap]


def rows_of(tokens: Sequence[Token]) -> list[tuple[Row, bool]]:
    """Return the tokens of each line, and whether the author ended it."""
    rows: list[tuple[Row, bool]] = []
    row: Row = []
    for token in tokens:
        if isinstance(token, Break):
            rows.append((row, True))
            row = []
        elif row and _is_below(token.rect, row):
            rows.append((row, False))
            row = [token]
        else:
            row.append(token)
    if row:
        rows.append((row, True))
    return rows


def _is_below(rect: Rect, row: Row) -> bool:
    """Whether a rectangle starts a new line: it stands lower, and further back."""
    bottom = max(token.rect.bottom for token in row)
    middle = rect.y + rect.height / 2
    last = row[-1].rect
    return middle > bottom or (rect.x < last.right - 1 and rect.y > last.y + last.height / 2)


def line_of(row: Row, following: Row | None, *, is_forced: bool) -> Line | None:
    """Return a line; None where there are no words on it."""
    pieces = [token for token in row if isinstance(token, Piece)]
    if not any(piece.fragment.text.strip() for piece in pieces):
        return None
    runs: list[Run] = []
    for token, after in pairwise([*row, None]):
        if not isinstance(token, Piece):
            continue
        gap = _gap_behind(token, row) if after is not None else 0.0
        run = Run(token.fragment.text, token.look, token.link, gap)
        runs[-1:] = _joined(runs[-1], run) if runs else [run]
    if following and not is_forced and runs and _has_space_between(pieces[-1], following):
        last = runs[-1]
        runs[-1] = Run(f"{last.text} ", last.look, last.link, last.gap_px)
    tallest = max(pieces, key=lambda piece: (piece.look.shift == "", piece.rect.height))
    left, right = pieces[0].rect.x, pieces[-1].rect.right
    rect = Rect(left, tallest.rect.y, right - left, tallest.rect.height)
    return Line(tuple(runs), rect, is_forced, 0.0 if is_forced else _first_word_px(following))


def _gap_behind(piece: Piece, row: Row) -> float:
    """Return the room between a piece and the next one on its line."""
    rest = row[row.index(piece) + 1 :]
    following = next((token for token in rest if isinstance(token, Piece)), None)
    gap = following.rect.x - piece.rect.right if following else 0.0
    return round(gap, 2) if abs(gap) > _LEAST_GAP_PX else 0.0


def _joined(first: Run, second: Run) -> list[Run]:
    if first.look == second.look and first.link == second.link and not first.gap_px:
        return [Run(first.text + second.text, first.look, first.link, second.gap_px)]
    return [first, second]


def _has_space_between(last: Piece, following: Row) -> bool:
    first = next((token for token in following if isinstance(token, Piece)), None)
    return last.fragment.has_space_after or (first is not None and first.fragment.has_space_before)


def _first_word_px(following: Row | None) -> float:
    """Return how wide the first word of the next line is; a guess by its share of the letters."""
    if not following:
        return 0.0
    first = following[0]
    if isinstance(first, Gap):
        return first.rect.width
    text = first.fragment.text
    word = _FIRST_WORD.match(text)
    return first.rect.width * (word.end() if word else len(text)) / max(1, len(text))
