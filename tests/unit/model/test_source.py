"""Values, source texts and frontmatter."""

from pathlib import Path

import pytest

from deckc.diagnostics import Span
from deckc.model.source import Frontmatter, SourceText, Value, is_truthy, text_of_title, text_of_value


@pytest.mark.parametrize("value", [True, 1, -1, 0.5, "no", "0", [], {}, float("inf")])
def test_javascript_takes_this_for_true(value: Value) -> None:
    assert is_truthy(value)


@pytest.mark.parametrize("value", [False, 0, 0.0, "", None, float("nan")])
def test_javascript_takes_this_for_false(value: Value) -> None:
    assert not is_truthy(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (1, "1"),
        (1.0, "1"),
        (1.5, "1.5"),
        (float("-inf"), "-Infinity"),
        (float("nan"), "NaN"),
        ([1, None, "a"], "1,,a"),
        ({"a": 1}, "[object Object]"),
    ],
)
def test_values_are_shown_as_javascript_shows_them(value: Value, text: str) -> None:
    assert text_of_value(value) == text


def test_a_mapping_as_title_is_the_words_it_was_written_with() -> None:
    assert text_of_title({"Deck": {"part 2": "on"}, "layout": "x"}) == "Deck: part 2: on"


def test_a_span_is_cut_at_the_end_of_its_line() -> None:
    text = SourceText(Path("/deck/a.md"), "a.md", "ab\n中文x\n")

    assert text.span(4, 99) == Span("a.md", 2, 2, 2)
    assert text.span(99) == Span("a.md", 3, 1, 1)
    assert text.span(0) == Span("a.md", 1, 1, 1)


def test_entries_are_laid_over_others_with_their_places() -> None:
    here, there = Span("a", 1, 1), Span("b", 2, 2)
    outer = Frontmatter({"x": 1}, {"x": here})
    inner = Frontmatter({"x": 2, "y": 3}, {"x": there, "y": there})

    both = outer.over(inner)

    assert dict(both) == {"x": 1, "y": 3}
    assert (both.span("x"), both.span("y")) == (here, there)
    assert dict(both.without("x")) == {"y": 3}
