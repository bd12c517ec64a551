"""Choose how wide a text box is and where its lines have to be broken by hand.

A box as wide as the paragraph's measure lets it stay editable: it wraps by itself where the browser wrapped. Other
programs set letters a little wider or narrower, so each line needs some room, and its next word must not fit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckc.dataclass import dataclass
from deckc.export.scene.values import Line, Paragraph, Rect, Text

_PLAY = 0.006
"""Share by which the same letters may be set wider or narrower elsewhere."""
_LEAST_PLAY_PX = 1.5
_SCRIPTS_MEET = re.compile(
    r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef](?=[\s!-~])|[!-~\s](?=[\u2e80-\u9fff\uac00-\ud7af\uf900-\uffef])"
)
_SCRIPT_SPACE = 0.3
"""Share of the size that LibreOffice leaves where Latin letters stand beside Chinese or Japanese ones."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set."""

    rect: Rect
    wraps: bool
    broken: tuple[bool, ...]
    """For each paragraph, whether its lines end by hand."""
    keeps_empty_lines: bool = False
    """Whether room for a line is a line: in code."""


def setting_of(text: Text) -> Setting:
    """Return box and breaks of a text."""
    bounds = _bounds(text)
    if not text.wraps:
        is_code = text.role == "code"
        return Setting(bounds, wraps=False, broken=(True,) * len(text.paragraphs), keeps_empty_lines=is_code)
    left = min(bounds.x, text.rect.x)
    least = max(_least(line, left, paragraph) for paragraph in text.paragraphs for line in paragraph.lines)
    align = text.paragraphs[0].align
    has_wrapped = any(len(paragraph.lines) > 1 for paragraph in text.paragraphs)
    if not has_wrapped and align == "left" and least > text.rect.right - left:
        return Setting(bounds, wraps=False, broken=(True,) * len(text.paragraphs))
    if align == "left":
        most = min((_most(paragraph, left) for paragraph in text.paragraphs), default=0.0)
        width = max(text.rect.right - left, least)
        if least < most < width:
            width = (least + most) / 2
        rect = Rect(left, text.rect.y, width, text.rect.height)
    else:
        rect = _widened(text.rect, least, align)
    broken = tuple(_needs_breaks(paragraph, rect) for paragraph in text.paragraphs)
    return Setting(rect, wraps=True, broken=broken)


def _bounds(text: Text) -> Rect:
    lines = [line.rect for paragraph in text.paragraphs for line in paragraph.lines]
    markers = [paragraph.marker.x for paragraph in text.paragraphs if paragraph.marker]
    x = min([*(rect.x for rect in lines), *markers])
    y = min(rect.y for rect in lines)
    right, bottom = max(rect.right for rect in lines), max(rect.bottom for rect in lines)
    return Rect(x, y, right - x, bottom - y)


def _play(width: float) -> float:
    return max(_LEAST_PLAY_PX, width * _PLAY)


def _least(line: Line, left: float, paragraph: Paragraph) -> float:
    """Return how wide the box has to be for a line not to wrap."""
    letters = "".join(run.text for run in line.runs)
    meetings = sum(1 for _ in _SCRIPTS_MEET.finditer(letters))
    room = meetings * _SCRIPT_SPACE * max(run.look.size_px for run in line.runs)
    width = line.rect.width + _play(line.rect.width) + room
    return width + line.rect.x - left if paragraph.align == "left" else width


def _most(paragraph: Paragraph, left: float) -> float:
    """Return how wide the box may be for the lines to end where they end."""
    ends = [
        line.rect.right - left + line.next_word_px * 0.9 - _play(line.rect.width)
        for line in paragraph.lines
        if not line.is_forced and line.next_word_px
    ]
    return min(ends, default=float("inf"))


def _widened(rect: Rect, least: float, align: str) -> Rect:
    width = max(rect.width, least)
    spare = width - rect.width
    x = rect.x - (spare if align == "right" else spare / 2)
    return Rect(x, rect.y, width, rect.height)


def _needs_breaks(paragraph: Paragraph, rect: Rect) -> bool:
    lines = paragraph.lines
    if len(lines) < 2:
        return False
    offset = rect.x if paragraph.align == "left" else None
    return any(not line.is_forced and _fits_next(line, rect, offset) for line in lines[:-1])


def _fits_next(line: Line, rect: Rect, offset: float | None) -> bool:
    used = line.rect.right - offset if offset is not None else line.rect.width
    return used + line.next_word_px * 0.9 - _play(line.rect.width) < rect.width


def pitch_of(lines: Sequence[Line]) -> float:
    """Return the distance from line to line; of a single one, its height."""
    if len(lines) < 2:
        return lines[0].rect.height
    return (lines[-1].rect.bottom - lines[0].rect.bottom) / (len(lines) - 1)
