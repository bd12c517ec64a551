"""Brackets cannot hold up the build."""

from __future__ import annotations

import time

import pytest

from deckc.compile.parse.dialect import slide_dialect


@pytest.mark.parametrize("opener", ["[", "![", "^["])
def test_many_brackets_that_nothing_closes_are_soon_read(opener: str) -> None:
    text = opener * 20_000
    start = time.process_time()

    tokens = slide_dialect().markdown.parse(text, {})

    assert tokens[1].content == text
    assert time.process_time() - start < 10  # a search from each to the end takes far longer


def test_links_behind_brackets_that_nothing_closes_are_links() -> None:
    tokens = slide_dialect().markdown.parse("[ ![ ^[ [a [b](c) [^1] ^[note]\n\n[^1]: x", {})
    kinds = [token.type for token in tokens[1].children or ()]

    assert "link_open" in kinds
    assert kinds.count("footnote_ref") == 2
