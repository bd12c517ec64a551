"""Write a table as PowerPoint's table."""

from __future__ import annotations

from dataclasses import replace

from deckc.export.pptx.markup import emu, fill_of, line_of, place_of
from deckc.export.pptx.measure import Setting, pitch_of
from deckc.export.pptx.palette import Palette
from deckc.export.pptx.shapes import named
from deckc.export.pptx.text import TextWriter
from deckc.export.scene.values import Cell, Rect, Side, Table

_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"
_EMPTY = '<a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr sz="100"/></a:p></a:txBody>'
_SIDES = (("a:lnL", 3), ("a:lnR", 1), ("a:lnT", 0), ("a:lnB", 2))
"""In the order that the format wants, with the place of the side in a border."""


def table_shape(table: Table, name: str, number: int, writer: TextWriter, palette: Palette) -> str:
    """Return the table's frame."""
    columns = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in table.columns_px)
    rows = "".join(
        f'<a:tr h="{emu(height)}">{"".join(_cells(table, at, writer, palette))}</a:tr>'
        for at, height in enumerate(table.rows_px)
    )
    header = ' firstRow="1"' if table.has_header else ""
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{named(number, name)}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f'{place_of(table.rect, name="p:xfrm")}<a:graphic><a:graphicData uri="{_URI}"><a:tbl><a:tblPr{header}/>'
        f"<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _cells(table: Table, row: int, writer: TextWriter, palette: Palette) -> list[str]:
    return [
        _cell(cell, writer, palette)
        if cell
        else f"<a:tc{_covered(table, row, column)}>{_EMPTY}<a:tcPr/></a:tc>"
        for column, cell in enumerate(table.cells[row])
    ]


def _covered(table: Table, row: int, column: int) -> str:
    """Return how a cell over which another spans is marked."""
    marks = ""
    for at in range(row + 1):
        for beside in range(column + 1):
            cell = table.cells[at][beside]
            if cell and at + cell.rows > row and beside + cell.columns > column:
                marks += ' hMerge="1"' if beside < column else ""
                marks += ' vMerge="1"' if at < row else ""
                return marks
    return marks


def _cell(cell: Cell, writer: TextWriter, palette: Palette) -> str:
    spans = f' gridSpan="{cell.columns}"' if cell.columns > 1 else ""
    spans += f' rowSpan="{cell.rows}"' if cell.rows > 1 else ""
    borders = "".join(
        line_of(_opaque(cell.border[side], palette), palette.colored, name) for name, side in _SIDES
    )
    look = borders + fill_of(cell.fill, palette.colored)
    if not cell.paragraphs:
        return f'<a:tc{spans}>{_EMPTY}<a:tcPr marL="0" marR="0" marT="0" marB="0">{look}</a:tcPr></a:tc>'
    inked = [line.rect for paragraph in cell.paragraphs for line in paragraph.lines]
    first = cell.paragraphs[0]
    top = first.lines[0].rect.bottom - pitch_of(first.lines) - cell.rect.y
    left = min(rect.x for rect in inked) - cell.rect.x
    right = cell.rect.right - max(rect.right for rect in inked)
    if first.align == "left":
        right = min(right, left)
    elif first.align == "right":
        left = min(right, left)
    else:
        left = right = min(left, right)
    # a little less on the side that is free, so that letters set wider elsewhere do not wrap
    margins = (
        left if first.align == "left" else left - 4,
        max(0, top),
        right - 4 if first.align != "right" else right,
    )
    setting = Setting(
        Rect(cell.rect.x + left, cell.rect.y, cell.rect.width, cell.rect.height),
        wraps=True,
        broken=_broken(cell),
    )
    marks = (
        f'marL="{emu(max(0, margins[0]))}" marR="{emu(max(0, margins[2]))}" marT="{emu(margins[1])}" marB="0"'
    )
    text = writer.paragraphs(cell.paragraphs, setting)
    return (
        f"<a:tc{spans}><a:txBody><a:bodyPr/><a:lstStyle/>{text}</a:txBody>"
        f'<a:tcPr {marks} anchor="t">{look}</a:tcPr></a:tc>'
    )


def _opaque(side: Side | None, palette: Palette) -> Side | None:
    """Return a border in the colour that it shows on the deck's ground: tables know no clear lines."""
    if side is None or side.color.alpha == 1:
        return side
    alpha, below = side.color.alpha, palette.ground
    color, solid = side.color, (side.color.red, side.color.green, side.color.blue)
    red, green, blue = (
        round(over * alpha + under * (1 - alpha)) for over, under in zip(solid, below, strict=True)
    )
    return replace(side, color=replace(color, red=red, green=green, blue=blue, alpha=1.0))


def _broken(cell: Cell) -> tuple[bool, ...]:
    return tuple(len(paragraph.lines) > 1 for paragraph in cell.paragraphs)
