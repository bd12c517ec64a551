"""Styles of components in other languages than CSS."""

from __future__ import annotations

from pathlib import Path

import pytest

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
