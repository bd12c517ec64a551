"""A text box is as wide as its measure, and lines end by hand only where they must."""

from __future__ import annotations

from deckc.export.pptx.measure import setting_of
from deckc.export.scene.values import Color, Line, Paragraph, Rect, Run, Text, TextLook

LOOK = TextLook("Arial", "Arial", 20, Color(0, 0, 0))


def line(
    width: float, y: float, *, next_word: float = 0.0, forced: bool = False, words: str = "words"
) -> Line:
    return Line((Run(words, LOOK),), Rect(0, y, width, 24), forced, next_word)


def text(*lines: Line, measure: float = 500, wraps: bool = True) -> Text:
    return Text(Rect(0, 0, measure, 24), (Paragraph(lines),), wraps=wraps)


def test_single_line_keeps_the_measure() -> None:
    setting = setting_of(text(line(100, 0, forced=True)))

    assert (setting.wraps, setting.rect.width) == (True, 500)


def test_single_line_that_fills_its_measure_does_not_wrap() -> None:
    setting = setting_of(text(line(499, 0, forced=True)))

    assert not setting.wraps


def test_space_that_some_programs_set_between_scripts_has_room() -> None:
    setting = setting_of(text(line(480, 0, forced=True, words="中文 and 中文 and 中文")))

    assert not setting.wraps


def test_lines_that_wrap_by_themselves_are_not_broken() -> None:
    setting = setting_of(text(line(450, 0, next_word=90), line(200, 30, forced=True)))

    assert setting.broken == (False,)
    assert 450 < setting.rect.width < 540


def test_lines_whose_next_word_would_nearly_fit_are_broken() -> None:
    setting = setting_of(text(line(490, 0, next_word=8), line(498, 30, forced=True)))

    assert setting.broken == (True,)


def test_code_is_as_wide_as_its_longest_line() -> None:
    setting = setting_of(text(line(700, 0, forced=True), measure=500, wraps=False))

    assert (setting.wraps, setting.rect.width) == (False, 700)
