"""Packages are asked for in the versions that a deck's package.json allows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from deckc.packages import npm_folders
from deckc.packages.npm_folders import LOCK, NpmFolders
from deckc.packages.npm_ranges import allowed_in, spec_for


def describe(folder: Path, **kinds: object) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "package.json").write_text(json.dumps(kinds))


def test_the_nearest_package_json_that_names_a_package_counts(tmp_path: Path) -> None:
    describe(tmp_path, dependencies={"chart.js": "^3.0.0", "d3": "7"})
    describe(tmp_path / "talk", devDependencies={"chart.js": "^4.4.0"})

    assert spec_for("chart.js", tmp_path / "talk") == "chart.js@^4.4.0"
    assert spec_for("d3", tmp_path / "talk") == "d3@7"
    assert spec_for("lodash", tmp_path / "talk") == "lodash"


def test_a_version_that_is_asked_for_goes_before(tmp_path: Path) -> None:
    describe(tmp_path, dependencies={"@vueuse/core": "^13.0.0"})

    assert spec_for("@vueuse/core@14.1.0", tmp_path) == "@vueuse/core@14.1.0"
    assert spec_for("@vueuse/core", tmp_path) == "@vueuse/core@^13.0.0"


@pytest.mark.parametrize(
    "allowed", "workspace:*|catalog:|file:../x|git+ssh://a/b|a; rm -rf|..|.|.x|1.tgz|x.TAR".split("|")
)
def test_what_is_no_range_of_versions_says_nothing(tmp_path: Path, allowed: str) -> None:
    describe(tmp_path, dependencies={"x": allowed})

    assert spec_for("x", tmp_path) == "x"


def test_a_package_json_that_is_no_file_names_nothing(tmp_path: Path) -> None:
    (tmp_path / "package.json").symlink_to("/dev/zero")

    assert allowed_in(tmp_path) == {}


@pytest.mark.parametrize("text", ["", "[]", "{", '{"dependencies": []}'])
def test_a_broken_package_json_names_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "package.json").write_text(text)

    assert allowed_in(tmp_path) == {}


def test_a_component_s_katex_is_of_the_series_of_the_page_s_sheet(tmp_path: Path) -> None:
    assert spec_for("katex", tmp_path) == "katex@0.16"


def test_a_deck_s_packages_are_installed_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DECKC_CACHE", str(tmp_path / "cache"))
    asked: list[Sequence[str]] = []

    def install(folder: Path, specs: Sequence[str]) -> None:
        asked.append(specs)
        (folder / "package-lock.json").write_text("{}")
        (folder / "node_modules").mkdir()

    monkeypatch.setattr(npm_folders, "install_in", install)
    describe(tmp_path / "deck", dependencies={"nanoid": "^5.0.0"})
    NpmFolders(tmp_path / "deck").add(("nanoid", "d3"))

    assert asked == [["nanoid@^5.0.0", "d3"]]
    assert (tmp_path / "deck" / LOCK).is_file()
