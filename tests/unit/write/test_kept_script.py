from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from deckc.compile.write import kept_script as module
from deckc.compile.write.kept_script import kept_script


@pytest.fixture
def linked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The scripts that were linked, of a folder with one file."""
    (tmp_path / "runtime").mkdir()
    (tmp_path / "runtime" / "a.js").write_text("a", encoding="utf-8")
    monkeypatch.setenv("DECKC_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(module, "_FOLDERS", (tmp_path / "runtime",))
    return []


@pytest.fixture
def build(linked: list[str]) -> Callable[[str], str]:
    def link() -> str:
        linked.append("again")
        return f"script {len(linked)}"

    def in_a_new_process(name: str) -> str:
        module._stamps.cache_clear()
        return kept_script(name, link)

    return in_a_new_process


def test_a_script_is_linked_once(build: Callable[[str], str], linked: list[str]) -> None:
    assert [build("start.js"), build("start.js")] == ["script 1", "script 1"]
    assert len(linked) == 1


def test_scripts_of_other_names_are_others(build: Callable[[str], str]) -> None:
    assert [build("start.js"), build("room.js")] == ["script 1", "script 2"]


@pytest.mark.parametrize("change", ["content", "time", "file"])
def test_a_script_is_linked_again_when_a_file_changed(
    build: Callable[[str], str], tmp_path: Path, change: str
) -> None:
    before = build("start.js")
    file = tmp_path / "runtime" / "a.js"
    if change == "content":
        file.write_text("ab", encoding="utf-8")
    elif change == "time":
        os.utime(file, ns=(1, 1))
    else:
        file.with_name("b.js").write_text("b", encoding="utf-8")

    assert build("start.js") != before


def test_a_cache_that_cannot_be_written_is_done_without(
    build: Callable[[str], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("DECKC_CACHE", str(tmp_path / "file"))

    assert [build("start.js"), build("start.js")] == ["script 1", "script 2"]
