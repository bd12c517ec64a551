"""Notes as HTML."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckc.compile.parse.features import Features
from deckc.compile.parse.notes import render_note
from deckc.diagnostics import Report
from deckc.model.source import Frontmatter, SlideSource, SourceText


def note_html(note: str | None, **readings: str) -> str:
    file = SourceText(Path("/a.md"), "a.md", "")
    slide = SlideSource(file, 1, 1, "", Frontmatter(), "", 0, note, 0, None, None)
    words = {word.replace("_", " "): reading for word, reading in readings.items()}
    return render_note(slide, words, Features(), Report())[0]


def mark(clicks: int) -> str:
    return f'<span class="slidev-note-click-mark" data-clicks="{clicks}"></span>'


def test_a_note_is_markdown() -> None:
    assert note_html("*a*\n\n- b") == "<p><em>a</em></p>\n<ul>\n<li>b</li>\n</ul>\n"


def test_no_note_is_no_html() -> None:
    assert note_html(None) == ""


def test_the_typographer_leaves_notes_alone() -> None:
    assert note_html("it's a... https://a.b") == "<p>it's a... https://a.b</p>\n"


def test_click_markers_count_up() -> None:
    assert note_html("a [click] b [CLICK:2] c [click]") == f"<p>a {mark(1)} b {mark(3)} c {mark(4)}</p>\n"


@pytest.mark.parametrize("text", ["[clicks]", "[click:x]", "(click)", "[click: 2]"])
def test_other_brackets_are_no_click_marker(text: str) -> None:
    assert note_html(text) == f"<p>{text}</p>\n"


def test_html_is_kept_and_scripts_are_not() -> None:
    html = note_html('<b class="c">a</b> <script>b()</script>d\n\n<SCRIPT\nsrc="e">\n</SCRIPT>\n\n<script>f')

    assert html == '<p><b class="c">a</b> d</p>\n\n'


def test_a_link_to_a_slide_stays_in_the_deck() -> None:
    assert note_html("[a](3)") == '<p><a href="#/3" data-dc-link="3">a</a></p>\n'
    assert note_html("[a](/intro)") == '<p><a href="#/intro" data-dc-link="intro">a</a></p>\n'


def test_any_other_link_opens_a_new_tab() -> None:
    assert note_html("[a](https://b.c)") == '<p><a href="https://b.c" target="_blank">a</a></p>\n'
    assert note_html("[a](./b.pdf)") == '<p><a href="./b.pdf" target="_blank">a</a></p>\n'


def test_readings_stand_over_whole_words() -> None:
    assert note_html("cat cats", cat="kat") == "<p><ruby>cat<rt>kat</rt></ruby> cats</p>\n"


def test_the_longest_word_gets_its_reading() -> None:
    assert note_html("日本 日", 日本="にほん", 日="ひ") == (
        "<p><ruby>日本<rt>にほん</rt></ruby> <ruby>日<rt>ひ</rt></ruby></p>\n"
    )


def test_a_word_with_marks_is_no_pattern() -> None:
    assert note_html("axb a.b", **{"a.b": "c"}) == "<p>axb <ruby>a.b<rt>c</rt></ruby></p>\n"


def test_formulas_leave_places_and_are_handed_on() -> None:
    file = SourceText(Path("/a.md"), "a.md", "# A\n\n<!-- see $x$ for $5 -->\n")
    note = "see $x$ for $5"
    slide = SlideSource(file, 1, 3, "", Frontmatter(), "# A", 0, note, file.text.index(note), None, None)
    html, formulas = render_note(slide, {}, Features(), Report())

    assert html == '<p>see <deckc-formula data-index="0"></deckc-formula> for $5</p>\n'
    assert [(formula.source, str(formula.span)) for formula in formulas] == [("x", "a.md:3:11")]


def test_dollars_are_text_in_a_deck_without_formulas() -> None:
    slide = SlideSource(
        SourceText(Path("/a.md"), "a.md", ""), 1, 1, "", Frontmatter(), "", 0, "a $x$", 0, None, None
    )

    assert render_note(slide, {}, Features(has_math=False), Report()) == ("<p>a $x$</p>\n", ())
