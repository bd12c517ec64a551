"""Whole npm packages: beside the deck, or in deckc's cache."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckc.cli import main
from deckc.packages.npm_folders import LOCK, NpmFolders
from deckc.packages.problem import PackageError


@pytest.fixture
def deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DECKC_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("DECKC_OFFLINE", "1")
    folder = tmp_path / "work" / "deck"
    folder.mkdir(parents=True)
    return folder


def install(folder: Path, name: str, described: str = "{}") -> Path:
    package = folder / "node_modules" / name
    package.mkdir(parents=True)
    (package / "package.json").write_text(described)
    return package


def test_the_nearest_package_is_found(deck: Path) -> None:
    far = install(deck.parent, "slidev-theme-a")
    folders = NpmFolders(deck)
    assert folders.find(("@slidev/theme-a", "slidev-theme-a")) == far
    near = install(deck, "slidev-theme-a")
    assert folders.find(("slidev-theme-a",)) == near


def test_without_a_network_the_reason_comes_back(deck: Path) -> None:
    found = NpmFolders(deck).find(("slidev-theme-a",))
    assert isinstance(found, str)
    assert "DECKC_OFFLINE" in found


def test_adding_without_a_network_fails_and_leaves_no_lock(
    deck: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(PackageError):
        NpmFolders(deck).add(("nanoid",))
    assert main(["packages", "add", "nanoid", "--deck", str(deck)]) == 1
    assert "nanoid" in capsys.readouterr().err
    assert not (deck / LOCK).exists()


def test_a_theme_that_is_a_package_is_used_as_it_is(deck: Path) -> None:
    theme = install(
        deck, "slidev-theme-paper", '{"slidev": {"colorSchema": "light", "defaults": {"transition": "fade"}}}'
    )
    (theme / "layouts").mkdir()
    (theme / "layouts" / "cover.html").write_text('<div class="slidev-layout paper"><slot/></div>')
    (theme / "styles").mkdir()
    (theme / "styles" / "index.css").write_text("@import 'gone-package/base.css'; .paper { top: 7px }")
    (deck / "slides.md").write_text("---\ntheme: paper\n---\n\n# Hi")
    assert main(["build", str(deck / "slides.md"), "-o", str(deck / "out"), "--strict"]) == 0
    page = (deck / "out" / "index.html").read_text()
    assert 'class="slidev-layout paper"' in page
    assert 'data-dc-schema="light"' in page
    assert "top: 7px" in next((deck / "out" / "assets").glob("style-*.css")).read_text()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "slidev-theme-pengiun",
            'did you mean "slidev-theme-penguin", which is there? Else write its whole name',
        ),
        ("slidev-theme-heron", "DECKC_OFFLINE is set and it was never fetched"),
        ("slidev-addon-penguim", "DECKC_OFFLINE is set and it was never fetched"),
    ],
)
def test_a_slip_in_the_name_of_a_package_that_is_there_is_told_before_npm_is_asked(
    deck: Path, name: str, told: str
) -> None:
    install(deck, "slidev-theme-penguin")
    short = name.rpartition("-")[2]

    assert NpmFolders(deck).find((name, short)) == told


def test_a_whole_name_is_asked_for_even_where_another_is_near(deck: Path) -> None:
    install(deck, "slidev-theme-penguin")

    assert "DECKC_OFFLINE" in str(NpmFolders(deck).find(("slidev-theme-pengiun",)))


@pytest.mark.parametrize(
    ("described", "is_meant"),
    [
        ("{}", False),
        ("[", False),
        ('{"keywords": ["serif", "slidev-theme"]}', True),
        ('{"slidev": {}}', True),
    ],
)
def test_a_package_of_the_bare_name_is_meant_where_it_plugs_in(
    deck: Path, described: str, is_meant: bool
) -> None:
    package = install(deck, "chart", described)

    assert (
        NpmFolders(deck).find(("@slidev/theme-chart", "slidev-theme-chart", "chart")) == package
    ) is is_meant
    assert NpmFolders(deck).find(("chart",)) == package


@pytest.mark.parametrize(
    "lock", ["{bad", "[]", "5", '{"packages": 5}', '{"packages": {"": {"dependencies": [1]}}}']
)
def test_a_lock_file_that_is_none_is_told(lock: str, tmp_path: Path) -> None:
    (tmp_path / "deckc-packages.lock").write_text(lock)
    folders = NpmFolders(tmp_path)
    folders.places()
    assert "is not one that npm wrote" in folders.lock_problem
    with pytest.raises(PackageError, match="is not one that npm wrote"):
        folders.add(["left-pad"])
