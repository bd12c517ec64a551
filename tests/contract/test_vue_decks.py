"""The decks in tests/vue_decks, which use components as real decks do, build without a word and with Slidev's clicks."""

from __future__ import annotations

from pathlib import Path

import pytest

from vue_decks.built import DECKS, build_deck

CLICKS = {
    "chart": [0, 0, 2, 3],
    "counter": [0, 2, 2, 3],
    "glow": [0, 4, 1, 3, 0],
    "playground": [0, 1, 2, 1, 0],
    "quiz": [0, 2, 0, 1, 0],
    "theme": [0, 3, 2, 4, 1],
    "three": [0, 3, 0, 1],
    "timeline": [0, 4, 5, 2, 2],
    "tsx": [0, 1, 1, 2],
    "vueuse": [0, 1, 3, 1, 0],
}
"""Of each slide, as Slidev counts them."""


@pytest.mark.parametrize("name", sorted(CLICKS))
def test_a_deck_builds_without_a_word_and_counts_as_slidev(name: str, tmp_path: Path) -> None:
    made = build_deck(name, tmp_path)

    assert [str(each.message) for each in made.report.diagnostics] == []
    assert [slide.clicks_total for slide in made.deck.slides] == CLICKS[name]


def test_every_deck_is_listed() -> None:
    assert sorted(path.parent.name for path in DECKS.glob("*/slides.md")) == sorted(CLICKS)


def test_the_theme_with_script_layouts_ships_no_vue(tmp_path: Path) -> None:
    made = build_deck("theme", tmp_path)

    assert b"deckcVue" not in b"".join(made.site.files.values())
