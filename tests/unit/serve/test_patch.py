"""A page is told what has changed between two states of a deck, and no more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from deckc.compile.recompile import Recompiler
from deckc.compile.recompiled import Recompiled
from deckc.model.services import Services
from deckc.packages import IconSets, RemoteFiles
from deckc.serve.patch import Patch, Patcher

SLIDES = tuple(f"Words of slide {number}" for number in "abcdef")

Compile = Callable[..., Recompiled]
PatchOf = Callable[..., Patch]


@pytest.fixture
def patch_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PatchOf:
    """Return what leads from `SLIDES` to other slides."""
    monkeypatch.setenv("DECKC_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("DECKC_OFFLINE", "1")
    entry = tmp_path / "slides.md"
    recompiler = Recompiler(entry, Services(IconSets(tmp_path), RemoteFiles()))

    def state(slides: tuple[str, ...]) -> Recompiled:
        entry.write_text("\n\n---\n\n".join(slides), encoding="utf-8")
        return recompiler.compile([entry])

    def patch(*slides: str) -> Patch:
        found = Patcher().patch(state(SLIDES), state(slides))
        assert found is not None
        return found

    return patch


def test_edited_slide_stands_where_it_stood(patch_of: PatchOf) -> None:
    patch = patch_of(*SLIDES[:2], "Words of slide c, edited", *SLIDES[3:])

    assert patch.message()["slides"] == [[0, 2], 2, [3, 3]]
    assert ["edited" in slide.page for slide in patch.slides] == [True]
    assert not patch.moves


def test_new_slide_moves_those_behind_it(patch_of: PatchOf) -> None:
    patch = patch_of(*SLIDES[:2], "Something else", *SLIDES[2:])

    assert patch.message()["slides"] == [[0, 2], -1, [2, 4]]
    assert patch.moves


def test_moved_slide_is_the_same_slide(patch_of: PatchOf) -> None:
    patch = patch_of(SLIDES[0], *SLIDES[2:4], SLIDES[1], *SLIDES[4:])

    assert patch.message()["slides"] == [[0, 1], [2, 2], [1, 1], [4, 2]]


def test_slides_that_come_or_go_at_the_start_are_known_by_their_words(patch_of: PatchOf) -> None:
    assert patch_of(*SLIDES[1:4], SLIDES[0], *SLIDES[4:]).origins == (1, 2, 3, 0, 4, 5)


def test_slide_that_is_edited_and_moved_at_once_is_known_by_most_of_its_words(patch_of: PatchOf) -> None:
    patch = patch_of(SLIDES[0], *SLIDES[2:5], "Words of slide b, edited", SLIDES[5])

    assert patch.origins == (0, 2, 3, 4, 1, 5)
    assert ["edited" in slide.page for slide in patch.slides] == [True]


def test_other_words_are_another_slide(patch_of: PatchOf) -> None:
    assert patch_of(SLIDES[0], *SLIDES[2:5], "Something else", SLIDES[5]).origins == (0, 2, 3, 4, None, 5)


def test_two_edits_are_told_together(patch_of: PatchOf) -> None:
    patch = patch_of(SLIDES[0], "Words of slide b!", *SLIDES[2:4], "Words of slide e!", SLIDES[5])

    assert patch.message()["slides"] == [[0, 1], 1, [2, 2], 4, [5, 1]]


@pytest.mark.parametrize("left", [SLIDES[:-1], SLIDES[1:], SLIDES[:2] + SLIDES[3:]])
def test_slide_that_goes_is_told(patch_of: PatchOf, left: tuple[str, ...]) -> None:
    patch = patch_of(*left)

    assert patch.moves
    assert not patch.is_empty


def test_state_that_is_the_same_is_no_news(patch_of: PatchOf) -> None:
    assert patch_of(*SLIDES).is_empty
