"""Guesses at misspelt names."""

import pytest

from deckc.diagnostics.suggest import closest, count_slips, did_you_mean

LAYOUTS = ["cover", "default", "two-cols", "two-cols-header", "image-left", "image-right", "end"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("two-col", "two-cols"),
        ("twocols", "two-cols"),
        ("two_cols", "two-cols"),
        ("Cover", "cover"),
        ("deafult", "default"),
        ("image-rigth", "image-right"),
        ("ned", "end"),
        ("dne", None),
        ("statement", None),
        ("x", None),
        ("", None),
        ("cover", None),
    ],
)
def test_the_nearest_known_name_is_guessed(name: str, meant: str | None) -> None:
    assert closest(name, LAYOUTS) == meant


def test_no_more_slips_than_asked_for() -> None:
    assert closest("imgae-rgiht", LAYOUTS, most=2) == "image-right"
    assert closest("imgae-rgiht", LAYOUTS, most=1) is None


def test_help_is_a_question() -> None:
    assert did_you_mean("covr", LAYOUTS) == 'did you mean "cover"?'
    assert did_you_mean("statement", LAYOUTS) is None


@pytest.mark.parametrize(
    ("left", "right", "slips"),
    [("", "", 0), ("ab", "ba", 1), ("abc", "ac", 1), ("a", "b", 1), ("", "xyz", 3)],
)
def test_slips_are_counted(left: str, right: str, slips: int) -> None:
    assert count_slips(left, right) == count_slips(right, left) == slips
