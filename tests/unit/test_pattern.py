"""Patterns that wait for their first use."""

from __future__ import annotations

import re

import pytest

from deckc.pattern import pattern


def test_a_pattern_does_what_a_compiled_one_does() -> None:
    text = "one two one"
    compiled = re.compile(r"(ONE)", re.IGNORECASE)
    late = pattern(r"(ONE)", re.IGNORECASE)
    assert [m.span() for m in late.finditer(text)] == [m.span() for m in compiled.finditer(text)]
    assert late.sub("x", text) == compiled.sub("x", text) == "x two x"
    assert late.split(text) == compiled.split(text)
    assert late.fullmatch("one") is not None
    assert late.match(text, 1) is None


def test_bytes_have_patterns_too() -> None:
    assert pattern(rb"\d+").findall(b"1 and 22") == [b"1", b"22"]


def test_a_mistake_is_told_at_the_first_use() -> None:
    wrong = pattern("(")
    assert wrong.pattern == "("
    with pytest.raises(re.error):
        wrong.search("(")


def test_what_is_not_a_method_is_not_there() -> None:
    with pytest.raises(AttributeError):
        pattern("a").nothing  # type: ignore[attr-defined]  # noqa: B018 - reading it is the test
