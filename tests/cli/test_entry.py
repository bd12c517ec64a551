"""Which deck is meant when its name is short, or left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckc.cli.arguments import UsageError
from deckc.cli.entry import find_entry


def touch(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("# Deck")


def test_slides_md_is_taken_first(tmp_path: Path) -> None:
    touch(tmp_path, "slides.md", "decks/other.md")

    assert find_entry(None, tmp_path) == tmp_path / "slides.md"


def test_the_one_deck_in_decks_is_taken_next(tmp_path: Path) -> None:
    touch(tmp_path, "README.md", "decks/talk.md", "decks/README.md")

    assert find_entry(None, tmp_path) == tmp_path / "decks" / "talk.md"


def test_deck_in_a_folder_of_decks_counts(tmp_path: Path) -> None:
    touch(tmp_path, "decks/talk/slides.md")

    assert find_entry(None, tmp_path) == tmp_path / "decks" / "talk" / "slides.md"


def test_several_decks_are_listed(tmp_path: Path) -> None:
    touch(tmp_path, "decks/a.md", "decks/b.md")

    with pytest.raises(UsageError) as error:
        find_entry(None, tmp_path)
    assert (
        str(error.value) == "there is no slides.md here; which of these is meant?\n  decks/a.md\n  decks/b.md"
    )


def test_other_markdown_is_listed_where_there_are_no_decks(tmp_path: Path) -> None:
    touch(tmp_path, "README.md", "talk.md")

    with pytest.raises(UsageError, match=r"talk\.md$"):
        find_entry(None, tmp_path)


def test_empty_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="and no deck in decks/"):
        find_entry(None, tmp_path)


@pytest.mark.parametrize("named", ["talk", "talk.md", "./x/../talk"])
def test_ending_may_be_left_out(tmp_path: Path, named: str) -> None:
    touch(tmp_path, "talk.md")

    assert find_entry(named, tmp_path) == tmp_path / "talk.md"


def test_file_with_another_ending_is_taken_as_it_is(tmp_path: Path) -> None:
    touch(tmp_path, "talk.markdown")

    assert find_entry("talk.markdown", tmp_path) == tmp_path / "talk.markdown"


def test_dots_in_a_name_are_no_ending(tmp_path: Path) -> None:
    touch(tmp_path, "talk-v1.2.md")

    assert find_entry("talk-v1.2", tmp_path) == tmp_path / "talk-v1.2.md"


def test_folder_stands_for_its_slides(tmp_path: Path) -> None:
    touch(tmp_path, "talk/slides.md")

    assert find_entry("talk", tmp_path) == tmp_path / "talk" / "slides.md"
