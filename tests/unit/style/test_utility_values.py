from __future__ import annotations

import pytest

from deckc.compile.style.arbitrary import bracket, typed_bracket
from deckc.compile.style.values import (
    angle,
    cssvar,
    format_number,
    fraction,
    is_size,
    number,
    number_with_unit,
    percent,
    px,
    rem,
    time,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4", "1rem"),
        ("0", "0"),
        ("-2", "-0.5rem"),
        (".5", "0.125rem"),
        ("10px", "10px"),
        ("1.50REM", "1.5REM"),
        ("px", "1px"),
        ("dvh", "100dvh"),
        ("", None),
        ("-", None),
        ("5.", None),
        ("1.2.3", None),
        ("1e3", None),
        ("3foo", None),
        ("--1", None),
    ],
)
def test_bare_numbers_count_quarters_of_a_rem(text: str, value: str | None) -> None:
    assert rem(text) == value


def test_bare_numbers_may_count_pixels_instead() -> None:
    assert px("3") == "3px"
    assert px("3em") == "3em"
    assert px("three") is None


def test_a_number_with_a_unit_needs_both() -> None:
    assert number_with_unit("3cqw") == "3cqw"
    assert number_with_unit("3") is None
    assert number_with_unit("cqw") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1/2", "50%"),
        ("1/3", "33.3333333333%"),
        ("0/3", "0"),
        ("full", "100%"),
        ("1/0", "Infinity%"),
        ("0/0", None),
        ("1", None),
        ("a/b", None),
        ("3/4/5", "75%"),
    ],
)
def test_fractions_are_percentages(text: str, value: str | None) -> None:
    assert fraction(text) == value


def test_percentages_are_fractions_of_one() -> None:
    assert percent("50") == "0.5"
    assert percent("12.5%") == "0.125"
    assert percent("%") is None
    assert percent("half") is None


def test_numbers_are_written_as_javascript_writes_them() -> None:
    assert format_number(0.1 + 0.2) == "0.3"
    assert format_number(1e21) == "1e+21"
    assert format_number(0.0000001) == "1e-7"
    assert format_number(0.00001) == "0.00001"
    assert format_number(-0.0) == "0"
    assert number("007") == "7"


def test_durations_and_angles_have_units_of_their_own() -> None:
    assert (time("200"), time("2s"), time("0"), time("s")) == ("200ms", "2s", "0s", None)
    assert (angle("45"), angle("0.25turn"), angle("0"), angle("x")) == ("45deg", "0.25turn", "0deg", None)


def test_a_dollar_is_a_custom_property_with_a_fallback() -> None:
    assert cssvar("$main") == "var(--main)"
    assert cssvar("$a.b,3px") == "var(--a\\.b, 3px)"
    assert cssvar("$") is None
    assert cssvar("main") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("[a_b]", "a b"),
        ("[a\\_b]", "a_b"),
        ("[--x]", "var(--x)"),
        ("[url(a_b.png)_c]", "url(a_b.png) c"),
        ("[calc(100%-2rem)]", "calc(100% - 2rem)"),
        ("[calc(1px+var(--a-b))]", "calc(1px + var(--a-b))"),
        ("[string:a_b]", "a b"),
        ('[quoted:a_"b]', '"a \\"b"'),
        ("[length:3px]", "3px"),
        ("[]", None),
        ("[a]b]", None),
        ("[a", None),
        ("a]", None),
        ('[=""]', None),
    ],
)
def test_brackets_hold_any_value(text: str, value: str | None) -> None:
    assert bracket(text) == value


def test_a_typed_bracket_drops_its_hint() -> None:
    assert typed_bracket("[color:red]") == "red"
    assert typed_bracket("[string:a_b]") == "a b"


def test_mathematics_and_lengths_are_sizes() -> None:
    assert is_size("[calc(1px+2px)]")
    assert is_size("3px")
    assert not is_size("[red]")
