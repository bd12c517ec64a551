"""Variant groups are found in time, whatever stands before a bracket."""

from __future__ import annotations

import pytest

from deckc.compile.style.groups import expand_group


@pytest.mark.parametrize("text", ["[a]" * 60 + " (", "a:(" + "[a]" * 60, "a" * 200_000 + " ("])
def test_text_that_only_begins_like_a_group_is_left_alone(text: str) -> None:
    assert expand_group(text) == text


def test_brackets_may_stand_anywhere_in_a_prefix() -> None:
    assert expand_group("[&_p]:dark:[&>a]:(m-1 p-2)") == "[&_p]:dark:[&>a]:m-1 [&_p]:dark:[&>a]:p-2"
