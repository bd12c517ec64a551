"""Move items on the canvas."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from deckc.export.scene.values import (
    Box,
    Cell,
    Item,
    Line,
    Marker,
    Paragraph,
    Picture,
    Rect,
    Table,
    Text,
    Turn,
)


def moved(item: Item, dx: float, dy: float) -> Item:
    """Return the item, as much to the right and down."""
    match item:
        case Box() | Picture():
            return replace(item, rect=_rect(item.rect, dx, dy), turns=_turns(item.turns, dx, dy))
        case Text():
            paragraphs = tuple(_paragraph(paragraph, dx, dy) for paragraph in item.paragraphs)
            return replace(
                item, rect=_rect(item.rect, dx, dy), turns=_turns(item.turns, dx, dy), paragraphs=paragraphs
            )
        case Table():
            cells = tuple(tuple(cell and _cell(cell, dx, dy) for cell in row) for row in item.cells)
            return replace(item, rect=_rect(item.rect, dx, dy), cells=cells)
        case _:
            assert_never(item)


def _rect(rect: Rect, dx: float, dy: float) -> Rect:
    return Rect(round(rect.x + dx, 3), round(rect.y + dy, 3), round(rect.width, 3), round(rect.height, 3))


def _turns(turns: tuple[Turn, ...], dx: float, dy: float) -> tuple[Turn, ...]:
    return tuple(Turn(turn.degrees, turn.x + dx, turn.y + dy) for turn in turns)


def _paragraph(paragraph: Paragraph, dx: float, dy: float) -> Paragraph:
    lines = tuple(_line(line, dx, dy) for line in paragraph.lines)
    marker = paragraph.marker
    if marker:
        marker = Marker(marker.text, marker.number, marker.look, round(marker.x + dx, 3))
    return Paragraph(lines, paragraph.align, marker, paragraph.level, paragraph.shown)


def _line(line: Line, dx: float, dy: float) -> Line:
    return Line(line.runs, _rect(line.rect, dx, dy), line.is_forced, round(line.next_word_px, 3))


def _cell(cell: Cell, dx: float, dy: float) -> Cell:
    paragraphs = tuple(_paragraph(paragraph, dx, dy) for paragraph in cell.paragraphs)
    return replace(cell, rect=_rect(cell.rect, dx, dy), paragraphs=paragraphs)
