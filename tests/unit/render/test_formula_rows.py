"""Rows are found where Slidev looks for them: in each column of each table of KaTeX's HTML."""

from __future__ import annotations

from deckc.compile.render.formula_rows import find_rows


def cell(text: str) -> str:
    return f'<span style="top:-3em;"><span class="pstrut"></span><span class="mord">{text}</span></span>'


def column(*cells: str, kind: str = "col-align-c") -> str:
    tail = '<span class="vlist-s">\u200b</span>'
    rest = '<span class="vlist-r"><span class="vlist"><span></span></span></span>'
    rows = f'<span class="vlist-r"><span class="vlist">{"".join(map(cell, cells))}</span>{tail}</span>'
    return f'<span class="{kind}"><span class="vlist-t vlist-t2">{rows}{rest}</span></span>'


def table(*columns: str) -> str:
    gap = '<span class="arraycolsep" style="width:0.5em;"></span>'
    return f'<span class="mord"><span class="mtable">{gap.join(columns)}</span></span>'


def found(html: str) -> list[tuple[str, int]]:
    """Return what follows each row's class value, up to the next tag, and the row's number."""
    return [(html[end:].partition(">")[2].partition("<")[0], number) for end, number in find_rows(html)]


def test_rows_are_counted_in_each_column() -> None:
    html = table(column("a", "c"), column("b", "d", kind="col-align-l"))

    assert found(html) == [("a", 1), ("c", 2), ("b", 1), ("d", 2)]


def test_table_inside_a_row_counts_its_own() -> None:
    html = table(column("a", table(column("x", "y"))))

    assert found(html) == [("a", 1), ("", 2), ("x", 1), ("y", 2)]


def test_class_value_ends_where_the_quote_stands() -> None:
    html = table(column("a"))
    end, _ = find_rows(html)[0]

    assert html[:end].endswith('class="mord')
    assert html[end] == '"'


def test_no_rows_without_a_table_or_in_a_fraction() -> None:
    fraction = column("a", kind="mfrac")

    assert find_rows(f'<span class="mord">{fraction}</span>') == []
    assert find_rows(table(column("a", kind="vertical-separator"))) == []


def test_svg_that_closes_itself_does_not_confuse_the_count() -> None:
    html = table(column("<svg><path d='M0 0'/></svg>a", "b"))

    assert [number for _, number in find_rows(html)] == [1, 2]
