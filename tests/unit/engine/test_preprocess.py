"""Styles of components in other languages than CSS."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckc.engine import preprocess
from deckc.engine.preprocess import plain_css
from deckc.model.files import DiskFiles


def test_scss_has_variables_and_imports(tmp_path: Path) -> None:
    (tmp_path / "_tones.scss").write_text("$tone: teal;")
    css, problem = plain_css('@import "tones"; .a { b { color: $tone } }', "scss", tmp_path, DiskFiles())
    assert [css.split(), problem] == [".a b { color: teal; }".split(), ""]


def test_sass_is_indented(tmp_path: Path) -> None:
    css, _ = plain_css("$c: red\n.a\n  color: $c\n", "sass", tmp_path, DiskFiles())
    assert css.split() == ".a { color: red; }".split()


def test_less_has_variables(tmp_path: Path) -> None:
    css, _ = plain_css("@c: red; .a { .b { color: @c } }", "less", tmp_path, DiskFiles())
    assert css.split() == ".a .b { color: red; }".split()


@pytest.mark.parametrize(
    ("css", "language"), [("a { color: $gone }", "scss"), ("@import '../../../x'", "scss"), ("a", "stylus")]
)
def test_what_cannot_be_read_says_so(css: str, language: str, tmp_path: Path) -> None:
    made, problem = plain_css(css, language, tmp_path, DiskFiles())
    assert made == ""
    assert problem


def test_plain_css_is_left_alone(tmp_path: Path) -> None:
    assert plain_css("a { b { top: 0 } }", "postcss", tmp_path, DiskFiles()) == ("a { b { top: 0 } }", "")


ENDLESS = [
    ("@while true { a { b: c } }", "scss"),
    ("@mixin a { @while 1 == 1 { b { c: d } } } @include a;", "scss"),
    (".loop(@n) when (@n > 0) { .a@{n} { .b { c: d } } .loop(@n + 1); } .loop(1);", "less"),
]


@pytest.mark.parametrize(("css", "language"), ENDLESS)
def test_a_sheet_without_end_is_ended(
    css: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preprocess, "_LIMIT_S", 1.5)

    made, problem = plain_css(css, language, tmp_path, DiskFiles())

    assert made == ""
    assert problem.startswith("the style cannot be read")


def test_a_loop_may_stand_in_an_imported_sheet(tmp_path: Path) -> None:
    (tmp_path / "_steps.scss").write_text(
        "@mixin steps { @for $n from 1 through 2 { .s#{$n} { order: $n } } }"
    )

    css, problem = plain_css('@import "steps"; @include steps;', "scss", tmp_path, DiskFiles())
    nested, _ = plain_css('@import "steps"; b { c: d }', "scss", tmp_path, DiskFiles())

    assert [css.split(), problem] == [".s1 { order: 1; } .s2 { order: 2; }".split(), ""]
    assert nested.split() == "b { c: d; }".split()


def test_a_sheet_with_mixins_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DECKC_CACHE", str(tmp_path / "cache"))
    sheet = "@mixin round { border-radius: 1px } a { @include round }"
    first = plain_css(sheet, "scss", tmp_path, DiskFiles())
    monkeypatch.setattr(preprocess, "_ask_process", None)

    assert plain_css(sheet, "scss", tmp_path, DiskFiles()) == first
    assert first[1] == ""


def test_a_module_in_the_deck_s_folder_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("sass", "json", "deckc"):
        (tmp_path / f"{name}.py").write_text("open('ran', 'w')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    css, _ = plain_css("@mixin m { a: b } c { @include m }", "scss", tmp_path, DiskFiles())

    assert css.split() == "c { a: b; }".split()
    assert not (tmp_path / "ran").exists()
