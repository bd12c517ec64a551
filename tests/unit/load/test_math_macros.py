"""Macros for formulas are read from setup/katex.ts as they stand there; nothing runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckc.compile.load.math_macros import load_math_macros
from deckc.diagnostics import Report
from deckc.model.files import MemoryFiles
from deckc.model.theme import Root, Theme


def macros_of(text: str, report: Report) -> dict[str, str]:
    files = MemoryFiles({"/deck/setup/katex.ts": text})
    theme = Theme("none", (Root("deck", "", Path("/deck")),))
    return dict(load_math_macros(theme, files, report))


@pytest.mark.parametrize(
    "text",
    [
        r"export default defineKatexSetup(() => ({ macros: { '\\R': '\\mathbb{R}' } }))",
        r"export default defineKatexSetup(() => { return { strict: false, macros: { '\\R': `\\mathbb{R}` } } })",
        (
            r"const macros = { '\\R': '\\mathbb{R}' } as const"
            "\n"
            r"export default () => ({ macros })"
        ),
    ],
)
def test_macros_are_read(text: str) -> None:
    report = Report()

    assert macros_of(text, report) == {r"\R": r"\mathbb{R}"}
    assert report.diagnostics == []


def test_what_would_have_to_run_is_reported_at_its_place() -> None:
    report = Report()
    text = "export default defineKatexSetup(() => ({\n  macros: { '\\\\a': '1', '\\\\b': make() },\n  trust: true,\n}))"

    assert macros_of(text, report) == {r"\a": "1"}
    assert [(d.code, str(d.span).partition(":")[2], d.message) for d in report.diagnostics] == [
        ("math-setup", "2:32", r'the macro "\b" of the setup for formulas is not read'),
        ("math-setup", "3:10", '"trust" of the setup for formulas is not read'),
    ]


def test_deck_without_a_setup_has_no_macros() -> None:
    theme = Theme("none", (Root("deck", "", Path("/deck")),))

    assert load_math_macros(theme, MemoryFiles({}), Report()) == {}
