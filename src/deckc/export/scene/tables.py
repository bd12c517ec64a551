"""Turn a laid-out table into tables of cells: one for each run of rows that are shown together.

<table><thead>..<tbody><tr v-click>..     Table(the header), Table(the row)
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import groupby

from deckc.dataclass import dataclass
from deckc.export.scene.boxes import border_of, fills_of
from deckc.export.scene.snapshot import Laid
from deckc.export.scene.surroundings import Surroundings, enter, is_click_element
from deckc.export.scene.values import Cell, Color, Paragraph, Rect, Table

_NEAR_PX = 1.5

CellTexts = Callable[[Laid, Surroundings], tuple[Paragraph, ...]]


@dataclass(frozen=True, slots=True)
class _Row:
    laid: Laid
    around: Surroundings
    cells: tuple[Laid, ...]


def is_table(laid: Laid, around: Surroundings) -> bool:
    """Whether it can be a table of cells: upright, and nothing smaller than a row is shown by a click."""
    if laid["display"] != "table" or around.turns or laid.name != "table":
        return False
    inner = [one for one in laid.walk() if one is not laid]
    smaller = any(is_click_element(one) and one["display"] != "table-row" for one in inner if not one.is_text)
    nested = any(one["display"] == "table" for one in inner if not one.is_text)
    return not smaller and not nested and any(one["display"] == "table-cell" for one in inner)


def tables_of(
    laid: Laid, around: Surroundings, texts: CellTexts, grounded: Collection[int]
) -> Iterator[Table]:
    """Yield the tables of a table. `around` holds inside of it.

    `grounded` are the cells with grounds of their own inside, known once their texts were asked for: those lie below
    the table, which therefore leaves their cells clear.
    """
    rows = list(_rows(laid, around))
    edges = _edges([cell.rect.x for row in rows for cell in row.cells])
    right = max(cell.rect.right for row in rows for cell in row.cells)
    columns = [after - before for before, after in zip(edges, [*edges[1:], right], strict=True)]
    for _, group in groupby(rows, key=lambda row: (row.around.click_root, row.around.shown)):
        yield _table(list(group), edges, columns, texts, grounded)


def _rows(laid: Laid, around: Surroundings) -> Iterator[_Row]:
    for child in laid.children:
        if child.is_text:
            continue
        inside = enter(around, child)
        if child["display"] == "table-row":
            cells = tuple(
                cell for cell in child.children if not cell.is_text and cell["display"] == "table-cell"
            )
            if cells:
                yield _Row(child, inside, cells)
        else:
            yield from _rows(child, inside)


def _edges(places: Sequence[float]) -> list[float]:
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place > edges[-1] + _NEAR_PX:
            edges.append(place)
    return edges


def _table(
    rows: Sequence[_Row],
    edges: Sequence[float],
    columns: Sequence[float],
    texts: CellTexts,
    grounded: Collection[int],
) -> Table:
    tops = [row.laid.rect.y for row in rows]
    bottom = rows[-1].laid.rect.bottom
    heights = [after - before for before, after in zip(tops, [*tops[1:], bottom], strict=True)]
    grid: list[list[Cell | None]] = [[None] * len(edges) for _ in rows]
    for at, row in enumerate(rows):
        for cell in row.cells:
            column = _nearest(edges, cell.rect.x)
            spans = sum(1 for edge in edges if cell.rect.x - _NEAR_PX <= edge < cell.rect.right - _NEAR_PX)
            down = sum(1 for top in tops[at:] if top < cell.rect.bottom - _NEAR_PX)
            grid[at][column] = _cell(cell, row, texts, grounded, (max(1, spans), max(1, down)))
    first = rows[0].laid
    rect = Rect(edges[0], first.rect.y, sum(columns), bottom - first.rect.y)
    has_header = all(cell.name == "th" for cell in rows[0].cells)
    shown = rows[0].around.shown
    return Table(rect, tuple(columns), tuple(heights), tuple(map(tuple, grid)), has_header, shown)


def _nearest(edges: Sequence[float], place: float) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - place))


def _cell(laid: Laid, row: _Row, texts: CellTexts, grounded: Collection[int], spans: tuple[int, int]) -> Cell:
    inside = enter(row.around, laid)
    grounds = [fill for fill in fills_of(laid, inside.opacity) if isinstance(fill, Color)]
    grounds = grounds or [fill for fill in fills_of(row.laid, row.around.opacity) if isinstance(fill, Color)]
    own, rows_border = border_of(laid, inside), border_of(row.laid, row.around)
    top, right, bottom, left = own
    paragraphs = texts(laid, inside)
    return Cell(
        paragraphs=paragraphs,
        rect=laid.rect,
        fill=grounds[-1] if grounds and laid.index not in grounded else None,
        border=(top or rows_border[0], right, bottom or rows_border[2], left),
        columns=spans[0],
        rows=spans[1],
    )
