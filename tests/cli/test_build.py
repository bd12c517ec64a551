"""`deckc build` from the author's side: what is written, said and returned."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import deckc.cli.build
import deckc.cli.compilation

DECK = "# One\n\n<p v-click>a</p>\n\n---\n\n# Two\n"
WITH_WARNING = "# One\n\n![](/missing.png)\n"
WITH_ERROR = "---\nlayout: nosuchlayout\n---\n\n# One\n"

Run = Callable[..., Any]


def test_deck_becomes_a_folder(folder: Path, run: Run) -> None:
    (folder / "slides.md").write_text(DECK)
    ran = run("build", "slides.md")

    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("built dist  2 slides, 1 click, ")
    assert "One" in (folder / "dist" / "index.html").read_text("utf-8")


def test_deck_becomes_one_file(folder: Path, run: Run) -> None:
    (folder / "talk.md").write_text(DECK)

    assert run("build", "talk", "--single-file").status == 0
    assert sorted(path.name for path in folder.iterdir()) == ["talk.html", "talk.md"]


def test_one_file_has_the_name_that_is_asked_for(folder: Path, run: Run) -> None:
    (folder / "slides.md").write_text(DECK)

    assert run("build", "--single-file", "-o", "out/b.html").status == 0
    assert [path.name for path in (folder / "out").iterdir()] == ["b.html"]


def test_picture_is_in_the_folder_and_inside_the_file(folder: Path, run: Run) -> None:
    (folder / "slides.md").write_text("# One\n\n![](./dot.svg)\n")
    (folder / "dot.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')

    assert run("build", "slides.md", "-o", "a").status == 0
    assert run("build", "slides.md", "-o", "b.html", "--single-file").status == 0
    (picture,) = (folder / "a" / "assets").glob("dot-*.svg")
    assert f'src="./assets/{picture.name}"' in (folder / "a" / "index.html").read_text("utf-8")
    assert "data:image/svg+xml;base64," in (folder / "b.html").read_text("utf-8")


def test_several_decks_have_a_folder_each(folder: Path, run: Run) -> None:
    (folder / "a.md").write_text(DECK)
    (folder / "b.md").write_text(DECK)

    assert run("build", "a.md", "b.md").status == 0
    assert (folder / "dist" / "a" / "index.html").is_file()
    assert (folder / "dist" / "b" / "index.html").is_file()


def test_decks_of_one_name_are_named_after_their_folders() -> None:
    entries = [Path("/talks/x/slides.md"), Path("/talks/y/slides.md"), Path("/talks/z.md")]
    targets = deckc.cli.build.find_targets(entries, None, single_file=False)

    assert list(targets.values()) == [Path("dist/x"), Path("dist/y"), Path("dist/z")]


def test_base_stands_before_addresses(folder: Path, run: Run) -> None:
    (folder / "slides.md").write_text(DECK)

    assert run("build", "--base", "/talks/deck").status == 0
    assert 'href="/talks/deck/assets/' in (folder / "dist" / "index.html").read_text("utf-8")


def test_base_that_is_no_path_is_wrong_usage(folder: Path, run: Run) -> None:
    (folder / "slides.md").write_text(DECK)

    assert run("build", "--base", "talks").status == 2


def test_warning_leaves_the_status_0(folder: Path, run: Run) -> None:
    (folder / "slides.md").write_text(WITH_WARNING)
    ran = run("build")

    assert ran.status == 0
    assert "slides.md:3:" in ran.err
    assert "1 warning" in ran.err


def test_strict_takes_warnings_for_errors(folder: Path, run: Run) -> None:
    (folder / "slides.md").write_text(WITH_WARNING)
    ran = run("build", "--strict")

    assert ran.status == 1
    assert "1 error" in ran.err
    assert (folder / "dist" / "index.html").is_file()


def test_deck_with_errors_is_written_with_status_1(folder: Path, run: Run) -> None:
    (folder / "slides.md").write_text(WITH_ERROR)
    ran = run("build")

    assert ran.status == 1
    assert "error[" in ran.err
    assert (folder / "dist" / "index.html").is_file()


def test_missing_deck_leaves_the_old_build(folder: Path, run: Run) -> None:
    (folder / "slides.md").write_text(DECK)
    run("build")
    old = (folder / "dist" / "index.html").read_bytes()
    (folder / "slides.md").unlink()
    ran = run("build", "slides.md")

    assert ran.status == 1
    assert "slides.md" in ran.err
    assert "Traceback" not in ran.err
    assert (folder / "dist" / "index.html").read_bytes() == old


def test_folder_of_others_is_refused(folder: Path, run: Run) -> None:
    (folder / "slides.md").write_text(DECK)
    (folder / "dist").mkdir()
    (folder / "dist" / "thesis.txt").write_text("mine")
    ran = run("build")

    assert ran.status == 1
    assert "--force" in ran.err
    assert run("build", "--force").status == 0
    assert (folder / "dist" / "thesis.txt").read_text() == "mine"


def test_disk_that_refuses_is_told(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "slides.md").write_text(DECK)

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(deckc.cli.build, "write_site", fail)
    ran = run("build")

    assert (ran.status, ran.err) == (1, "deckc: cannot write dist: No space left on device\n")


def test_own_mistake_is_told_without_traceback(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "slides.md").write_text(DECK)

    def fail(*_: object, **__: object) -> None:
        raise KeyError("oops")

    monkeypatch.setattr(deckc.cli.compilation, "compile_deck", fail)
    quiet = run("build")
    monkeypatch.setenv("DECKC_DEBUG", "1")
    loud = run("build")

    assert quiet.status == loud.status == 1
    assert "internal error: KeyError" in quiet.err
    assert "Traceback" not in quiet.err
    assert "Traceback" in loud.err


def test_ctrl_c_is_quiet(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "slides.md").write_text(DECK)

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(deckc.cli.compilation, "compile_deck", interrupt)

    assert run("build") == type(run("--version"))(130, "", "")


def test_reader_that_leaves_is_no_error(folder: Path) -> None:
    (folder / "slides.md").write_text(DECK)
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-c", "import sys; from deckc.cli import main; sys.exit(main())", "build"]
    ran = subprocess.run(command, cwd=folder, stdout=writer, stderr=subprocess.PIPE, check=False, timeout=60)
    os.close(writer)

    assert ran.stderr == b""
    assert (folder / "dist" / "index.html").is_file()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_output_on_a_full_disk_is_told_without_traceback(folder: Path) -> None:
    (folder / "slides.md").write_text(DECK)
    command = [sys.executable, "-c", "import sys; from deckc.cli import main; sys.exit(main())", "build"]
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            command, cwd=folder, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60
        )

    assert (ran.returncode, ran.stderr) == (1, b"deckc: the system refuses: No space left on device\n")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX closes the streams")
def test_closed_streams_are_no_error(folder: Path) -> None:
    (folder / "slides.md").write_text(DECK + "\n![](missing.png)\n")
    code = "import sys; from deckc.cli import main; sys.exit(main())"
    shell = ["sh", "-c", f"'{sys.executable}' -c '{code}' build >&- 2>&-"]

    assert subprocess.run(shell, cwd=folder, check=False, timeout=60).returncode == 0
    assert (folder / "dist" / "index.html").is_file()
