"""Drawings that were kept beside the deck stand on their slides."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckc.compile.page_drawings import read_strokes, with_drawings
from deckc.diagnostics import Report
from deckc.model.config import Features
from deckc.model.files import MemoryFiles
from runtime.sample import deck, slide

ENTRY = Path("/deck/talk.md")
HEAD = '<svg width="980" height="552" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
STROKE = '<path d="M0 0L9 9" stroke="#ff595e"></path>'


def drawn(files: dict[str, str], *, persist: object) -> tuple[list[str], Report]:
    report = Report()
    rendered = deck(slide(1, "one"), slide(2, "two"), features=Features(drawings={"persist": persist}))  # type: ignore[dict-item]
    done = with_drawings(rendered, ENTRY, MemoryFiles(files), report)
    return [each.html for each in done.slides], report


@pytest.mark.parametrize(("persist", "folder"), [(True, ".slidev/drawings/talk"), ("sketches", "sketches")])
def test_a_kept_drawing_ends_its_slide(persist: object, folder: str) -> None:
    pages, report = drawn({f"/deck/{folder}/2.svg": f"{HEAD}\n{STROKE}\n</svg>"}, persist=persist)

    assert pages == [
        "one",
        f'two<svg class="deckc-drawing" viewBox="0 0 980 552" aria-hidden="true">{STROKE}</svg>',
    ]
    assert report.diagnostics == []


def test_drawings_that_are_not_kept_are_not_looked_for() -> None:
    pages, _ = drawn({"/deck/.slidev/drawings/talk/1.svg": f"{HEAD}{STROKE}</svg>"}, persist=False)

    assert pages == ["one", "two"]


def test_a_file_that_is_none_is_told_of() -> None:
    pages, report = drawn({"/deck/.slidev/drawings/talk/1.svg": "<svg><path"}, persist=True)

    assert pages == ["one", "two"]
    assert [each.code for each in report.diagnostics] == ["drawing-not-read"]


def test_only_strokes_are_taken() -> None:
    bad = (
        '<script>x</script><path onclick="x" d="M0 0" fill="url(//x)"/><g><image href="x"/><line x1="1"/></g>'
    )

    assert read_strokes(f"{HEAD}{bad}</svg>".encode()) == '<path d="M0 0"></path><g><line x1="1"></line></g>'


def test_entities_are_refused() -> None:
    assert read_strokes(b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>') is None
