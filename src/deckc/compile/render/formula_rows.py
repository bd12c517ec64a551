r"""Find the rows of a formula in KaTeX's HTML.

a &= b \\ c &= d      two columns, right and left of the sign, of two rows each: [a 1, c 2, = b 1, = d 2]

As Slidev looks for them: the `.mord` of every row of every `.mtable > [class*=col-align]`.
"""

from __future__ import annotations

import re

_TAG = re.compile(r'<(/?)([a-zA-Z]+)(?: data-v-\w+)?(?: class="([^"]*)")?[^>]*?(/?)>')


def find_rows(html: str) -> list[tuple[int, int]]:
    """Return where the class value of each row's element ends, and the row's number in its column, from 1."""
    rows: list[tuple[int, int]] = []
    around: list[tuple[str, int]] = []
    counts: dict[int, int] = {}
    for tag in _TAG.finditer(html):
        if tag[1]:
            around.pop()
            continue
        classes = tag[3] or ""
        column = _column_of(classes, around)
        if column is not None:
            counts[column] = counts.get(column, 0) + 1
            rows.append((tag.end(3), counts[column]))
        if not tag[4]:
            around.append((classes, tag.start()))
    return rows


def _column_of(classes: str, around: list[tuple[str, int]]) -> int | None:
    """Return where the column starts whose row an element with these classes is; None for any other element."""
    if "mord" not in classes.split() or len(around) < 6:
        return None
    table, column, outer, inner, cells, _ = around[-6:]
    is_row = (
        "mtable" in table[0].split()
        and "col-align" in column[0]
        and "vlist-t" in outer[0].split()
        and "vlist-r" in inner[0].split()
        and "vlist" in cells[0].split()
    )
    return column[1] if is_row else None
