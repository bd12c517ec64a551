"""A text of openers that nothing closes is searched in linear time."""

from __future__ import annotations

import time

import pytest

from deckc.compile.style import extract_candidates

LENGTH = 60_000


@pytest.mark.parametrize(
    "opener", ["<", "<!--", "<a {", "<a b={", "-[", "-[&", "[a:", "['", "<a b='", '<a b="<a ']
)
def test_openers_cannot_hold_up_the_build(opener: str) -> None:
    text = opener * (LENGTH // len(opener))
    start = time.process_time()
    extract_candidates(text, is_mdc=True)

    assert time.process_time() - start < 3


def test_long_values_are_still_found() -> None:
    address = "data:image/svg+xml;base64," + "A" * 3000

    assert f"bg-[url({address})]" in extract_candidates(f'<i class="bg-[url({address})]">')
