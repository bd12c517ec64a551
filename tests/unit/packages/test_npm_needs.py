"""What a theme in deckc's cache depends on: fetched by npm when something of it is imported."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from deckc.cli import main
from deckc.packages import npm_needs
from deckc.packages.npm_exports import exported_file
from deckc.packages.npm_needs import need_of, needs_place
from deckc.packages.problem import PackageError

DESCRIBED = {"version": "1.2.0", "dependencies": {"ui": "^3.0.0", "sly": "file:../secret"}}
Asked = list[tuple[str, ...]]


@pytest.fixture
def theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DECKC_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "cache" / "packages" / "node_modules" / "slidev-theme-paper"
    (folder / "styles").mkdir(parents=True)
    (folder / "package.json").write_text(json.dumps(DESCRIBED))
    return folder


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Return what npm was asked for; what it installs is a package of one sheet."""
    found: Asked = []

    def install(folder: Path, specs: Sequence[str]) -> None:
        found.append(tuple(specs))
        package = folder / "node_modules" / specs[0].partition("@")[0]
        package.mkdir(parents=True)
        exports = {"./styles": {"import": "./dist/all.css"}}
        (package / "package.json").write_text(json.dumps({"exports": exports}))
        (package / "dist").mkdir()
        (package / "dist" / "all.css").write_text(".ui { top: 3px }")
        (folder / "package-lock.json").write_text("{}")

    monkeypatch.setattr(npm_needs, "install_in", install)
    return found


def test_a_dependency_is_fetched_once_in_the_versions_that_are_allowed(theme: Path, asked: Asked) -> None:
    place = needs_place(theme / "layouts" / "cover.vue")
    assert place == theme.parent.parent / "needs" / "slidev-theme-paper@1.2.0" / "node_modules"
    assert need_of(theme / "styles" / "index.ts", "ui") == place / "ui"
    assert need_of(theme / "layouts" / "cover.vue", "ui") == place / "ui"
    assert asked == [("ui@^3.0.0",)]
    assert (place.parent / "package-lock.json").is_file()


def test_what_slidev_brings_is_there_for_every_theme(theme: Path, asked: Asked) -> None:
    need_of(theme / "components" / "Line.vue", "yaml")
    assert asked == [("yaml@^2.8.3",)]


@pytest.mark.parametrize("name", ["other", "sly"])
def test_nothing_else_is_fetched(theme: Path, asked: Asked, name: str) -> None:
    assert need_of(theme / "styles" / "index.ts", name) is None
    assert asked == []


def test_a_file_of_the_deck_needs_nothing_by_itself(theme: Path, tmp_path: Path, asked: Asked) -> None:
    assert needs_place(tmp_path / "components" / "A.vue") is None
    assert need_of(tmp_path / "components" / "A.vue", "ui") is None
    assert asked == []
    assert theme.is_dir()


def test_npm_is_asked_once_for_what_it_cannot_bring(theme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []

    def fail(_folder: Path, specs: Sequence[str]) -> None:
        calls.append(specs)
        raise PackageError("npm says: no")

    monkeypatch.setattr(npm_needs, "install_in", fail)
    for _ in range(2):
        with pytest.raises(PackageError, match="npm says: no"):
            need_of(theme / "a.vue", "ui")
    assert len(calls) == 1


def test_the_sheets_of_a_theme_and_of_what_it_depends_on(
    theme: Path, asked: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DECKC_OFFLINE", "1")
    (theme / "styles" / "index.ts").write_text("import 'ui/styles'\nimport './layout.scss'\n")
    (theme / "styles" / "layout.scss").write_text("$deep: 7px;\n.paper { h1 { top: $deep } }\n")
    deck = tmp_path / "deck"
    deck.mkdir()
    (deck / "slides.md").write_text("---\ntheme: paper\n---\n\n# Hi")
    assert main(["build", str(deck / "slides.md"), "-o", str(deck / "out"), "--strict"]) == 0
    sheet = next((deck / "out" / "assets").glob("style-*.css")).read_text()
    assert ".ui { top: 3px }" in sheet
    assert ".paper h1" in sheet
    assert "top: 7px" in sheet
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("exports", "address", "file"),
    [
        ({"./styles": "./dist/style.css"}, "styles", "dist/style.css"),
        ({"./styles": {"default": "./d.css"}}, "styles", "d.css"),
        ({"./styles": "./../../d.css"}, "styles", "styles"),
        ({".": {"style": "./main.css"}}, "", "main.css"),
        (None, "dist/a.css", "dist/a.css"),
    ],
)
def test_a_package_says_which_file_is_meant(exports: object, address: str, file: str, tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text(json.dumps({"exports": exports}))
    assert exported_file(tmp_path, address) == tmp_path / file
