"""`deckc check` tells of slides that overflow and of slips, with their places, and writes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from deckc import cli

DECK = """\
# Fits

<p class="text-redd-500">red</p>

---

# Does not fit

<div style="height:450px"></div>

<p v-click>Far down</p>

Further down
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DECKC_CACHE", str(tmp_path / ".cache"))
    monkeypatch.setenv("DECKC_OFFLINE", "1")
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    (work / "talk.md").write_text(DECK)
    return work


def main(arguments: Sequence[str]) -> int:
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(cli.main, arguments).result()


def test_slide_that_overflows_is_told_with_its_place(
    folder: Path, browser_program: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "talk.md", "--browser", str(browser_program)]) == 0
    out, err = capsys.readouterr()

    assert "talk.md:7:1: warning[slide-overflow]: slide 2 overflows: 2 lines of text" in err
    assert '"Far down"' in err
    assert "slide 1 overflows" not in err
    assert out.startswith("checked talk.md  2 slides: 2 warnings")
    assert [path.name for path in folder.iterdir()] == ["talk.md"]


def test_slip_of_a_utility_is_told_with_its_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert folder.is_dir()
    assert main(["check", "talk.md", "--no-overflow"]) == 0
    err = capsys.readouterr().err

    assert 'talk.md:3:11: warning[unknown-utility]: "text-redd-500" is no utility' in err
    assert 'did you mean "text-red-500"?' in err


def test_class_of_a_style_sheet_is_no_slip(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (folder / "talk.md").open("a") as deck:
        deck.write("\n<style>\n.text-redd-500 { color: red }\n</style>\n")

    main(["check", "talk.md", "--no-overflow"])

    assert "unknown-utility" not in capsys.readouterr().err


def test_warnings_fail_a_strict_check(folder: Path) -> None:
    assert folder.is_dir()
    assert main(["check", "talk.md", "--no-overflow", "--strict"]) == 1


def test_check_goes_on_without_a_browser(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "talk.md", "--browser", str(folder / "none")]) == 0

    assert "note[overflow-unchecked]" in capsys.readouterr().err
