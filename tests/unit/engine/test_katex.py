"""Formulas are set by KaTeX, kept by their content, and by plain MathML where KaTeX is missing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deckc.engine import KatexTypesetter
from deckc.engine import katex as engine_katex
from deckc.engine.plain_math import write_mathml

HALF = (r"\frac12", False)


def forbid_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the engine was loaded")

    monkeypatch.setattr(engine_katex, "ScriptContext", refuse)


def test_formula_has_boxes_and_mathml(deck_folder: Path) -> None:
    html = KatexTypesetter(deck_folder).typeset([HALF], {})[HALF].html

    assert html.startswith('<span class="katex"><span class="katex-mathml"><math')
    assert '<span class="katex-html" aria-hidden="true">' in html
    assert '<annotation encoding="application/x-tex">\\frac12</annotation>' in html


def test_displayed_formula_is_set_on_its_own_line(deck_folder: Path) -> None:
    formula = (r"\frac12", True)

    assert (
        KatexTypesetter(deck_folder)
        .typeset([formula], {})[formula]
        .html.startswith('<span class="katex-display">')
    )


@pytest.mark.parametrize(
    ("source", "problem", "offset", "length"),
    [
        (r"a + \foo b", r"undefined control sequence: \foo", 4, 4),
        (r"😀 \foo", r"undefined control sequence: \foo", 2, 4),
        ("a\n\\bar", "unexpected end of input in a macro argument, expected '}'", 6, 1),
        ("}", "expected 'EOF', got '}'", 0, 1),
    ],
)
def test_mistake_has_a_place(source: str, problem: str, offset: int, length: int, deck_folder: Path) -> None:
    result = KatexTypesetter(deck_folder).typeset([(source, False)], {})[source, False]

    assert (result.html, result.problem, result.offset, result.length) == ("", problem, offset, length)


@pytest.mark.parametrize("source", [r"\ce{2H2 + O2 -> 2H2O}", r"\pu{1.2e3 kJ//mol}", "中文", r"\text{ü}"])
def test_chemistry_and_other_scripts_are_known(source: str, deck_folder: Path) -> None:
    assert KatexTypesetter(deck_folder).typeset([(source, False)], {})[source, False].problem == ""


def test_macros_are_replaced_and_part_of_what_is_kept(deck_folder: Path) -> None:
    formula = (r"\RR", False)
    typesetter = KatexTypesetter(deck_folder)

    assert "mathbb" in typesetter.typeset([formula], {r"\RR": r"\mathbb{R}"})[formula].html
    assert typesetter.typeset([formula], {})[formula].problem


def test_second_build_does_not_load_the_engine(deck_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = (r"\foo", True)
    first = KatexTypesetter(deck_folder).typeset([HALF, wrong], {})
    forbid_engine(monkeypatch)

    assert KatexTypesetter(deck_folder).typeset([wrong, HALF], {}) == first


def test_formula_is_set_again_in_the_same_process_without_the_cache(
    deck_folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    typesetter = KatexTypesetter(deck_folder)
    first = typesetter.typeset([HALF], {})
    forbid_engine(monkeypatch)
    monkeypatch.setenv("DECKC_CACHE", str(tmp_path / "other"))

    assert typesetter.typeset([HALF], {}) == first


def test_formula_that_never_ends_fails_alone(deck_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_katex, "_LIMITS", engine_katex.Limits(time_s=0.0001))

    assert KatexTypesetter(deck_folder).typeset([HALF], {})[HALF].html


def test_sheet_holds_the_licence_and_only_fonts_in_use(deck_folder: Path) -> None:
    typesetter = KatexTypesetter(deck_folder)
    plain = (r"x + 1", False)
    bold = (r"\mathbf{x} \in \mathbb{R}", False)
    html = typesetter.typeset([plain, bold], {})

    few = typesetter.sheet([html[plain].html])
    more = typesetter.sheet([html[plain].html, html[bold].html])

    assert "Permission is hereby granted" in few
    assert families(few) == {("Main", "normal", "400"), ("Math", "italic", "400")}
    assert families(more) - families(few) == {("AMS", "normal", "400"), ("Main", "normal", "700")}
    assert "url(fonts/" not in more
    assert len(more) < 60_000


def test_sheet_for_formulas_of_the_page_has_all_fonts(deck_folder: Path) -> None:
    whole = KatexTypesetter(deck_folder).sheet(None)

    assert len(families(whole)) == 20
    assert "url(fonts/" not in whole


def families(sheet: str) -> set[tuple[str, str, str]]:
    face = r'font-family:"?KaTeX_(\w+)"?;font-style:(\w+);font-weight:(\w+);src:url\(data:font/woff;'
    return set(re.findall(face, sheet))


def test_without_katex_formulas_are_mathml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DECKC_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("DECKC_OFFLINE", "1")
    typesetter = KatexTypesetter(tmp_path)

    assert typesetter.typeset([HALF], {})[HALF].html.startswith("<math ")
    assert 'run "npm install katex@0.16" beside the deck' in str(typesetter.problem())
    assert typesetter.sheet(["<math></math>"]) == ""


def test_mathml_holds_no_markup_of_the_author() -> None:
    html = write_mathml(r"a < b \text{<img src=x>}", is_displayed=True).html

    assert "<img" not in html
    assert "&lt;img" in html


def test_what_mathml_cannot_show_is_a_mistake() -> None:
    assert write_mathml(r"\left( a", is_displayed=False).problem
