"""`deckc theme` lists, copies and starts themes, and writes over nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckc.model.files import THEMES_FOLDER

from .conftest import Run


def test_every_built_in_theme_is_listed_with_its_schemes(run: Run) -> None:
    out = run("theme", "list").out

    assert [line.split()[0] for line in out.splitlines()] == sorted(p.name for p in THEMES_FOLDER.iterdir())
    assert "light and dark" in out


def test_an_ejected_theme_is_a_copy_whose_example_uses_it(run: Run, folder: Path) -> None:
    ran = run("theme", "eject", "@slidev/theme-seriph")

    assert (ran.status, ran.err) == (0, "")
    assert "`theme: ./theme`" in ran.out
    assert (folder / "theme/styles/index.css").read_bytes() == (
        THEMES_FOLDER / "seriph/styles/index.css"
    ).read_bytes()
    assert "theme: ./\n" in (folder / "theme/example.md").read_text()
    assert run("build", "theme/example.md", "--strict").err == ""


@pytest.mark.parametrize("taken", ["file", "folder", "link"])
def test_what_stands_in_the_way_stays(run: Run, folder: Path, taken: str) -> None:
    place = folder / "theme"
    match taken:
        case "file":
            place.write_text("mine")
        case "folder":
            place.mkdir()
            (place / "theme.toml").write_text("mine")
        case _:
            place.symlink_to(folder / "elsewhere")
    ran = run("theme", "eject", "seriph")

    assert ran.status == 1
    assert "theme is there already" in ran.err
    assert sorted(path.name for path in folder.rglob("*")) == (
        ["theme", "theme.toml"] if taken == "folder" else ["theme"]
    )


def test_an_empty_folder_is_filled(run: Run, folder: Path) -> None:
    (folder / "mine").mkdir()

    assert run("theme", "eject", "default", "-o", "mine").status == 0
    assert (folder / "mine/theme.toml").is_file()


def test_an_unknown_theme_is_guessed(run: Run, folder: Path) -> None:
    ran = run("theme", "eject", "serihp")

    assert ran.status == 2
    assert 'there is no theme "serihp"; did you mean "seriph"?' in ran.err
    assert list(folder.iterdir()) == []


def test_a_new_theme_has_its_name_and_builds_without_a_word(run: Run, folder: Path) -> None:
    assert run("theme", "new", "paper-2").status == 0
    assert 'name = "paper-2"' in (folder / "paper-2/theme.toml").read_text()

    (folder / "slides.md").write_text("---\ntheme: ./paper-2\n---\n\n# Mine\n")
    assert run("build", "--strict").err == ""
    assert "--my-paper" in next((folder / "dist/assets").glob("*.css")).read_text()
    assert run("build", "paper-2/example.md", "--strict", "-o", "out").err == ""


@pytest.mark.parametrize("name", ["Paper", "../x", "a b", "-a", "a-", ""])
def test_a_new_theme_needs_a_name_that_is_one(run: Run, folder: Path, name: str) -> None:
    assert run("theme", "new", "--", name).status == 2
    assert list(folder.iterdir()) == []
