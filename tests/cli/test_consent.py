"""The one question before npm packages are installed that components import."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from deckc.packages.cache import cache_folder
from spec_runner.run import vue_runner

pty = pytest.importorskip("pty")

NPM = """#!{python}
import json, pathlib, sys
names = [each for each in sys.argv[2:] if not each.startswith("-")]
with open({log!r}, "a") as log:
    log.write(" ".join([sys.argv[1], *names]) + "\\n")
for name in names:
    package = pathlib.Path("node_modules", name)
    package.mkdir(parents=True)
    (package / "package.json").write_text(json.dumps({{"name": name, "version": "1.0.0", "main": "index.js"}}))
    for file in ("index.js", "deep.js"):
        (package / file).write_text(f"module.exports = '{{name}} is here'")
pathlib.Path("package-lock.json").write_text(json.dumps({{"names": names}}))
"""
FILES = {
    "slides.md": "<A/>\n\n---\n\n<B/>",
    "components/A.vue": "<script setup>\nimport one from 'one-of-ours'\nimport two from '@ours/two/deep'\n</script>\n<template><b>{{ one }} {{ two }}</b></template>",
    "components/B.vue": "<script setup>\nimport one from 'one-of-ours'\n</script>\n<template><i>{{ one }}</i></template>",
}
PATIENCE_S = 60


@pytest.fixture
def deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    vue_runner()
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "npm").symlink_to(cache_folder() / "npm")
    (tmp_path / "bin").mkdir()
    npm = tmp_path / "bin" / "npm"
    npm.write_text(NPM.format(python=sys.executable, log=str(tmp_path / "npm.log")))
    npm.chmod(0o755)
    monkeypatch.setenv("DECKC_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.delenv("DECKC_OFFLINE", raising=False)
    folder = tmp_path / "deck"
    (folder / "components").mkdir(parents=True)
    for name, text in FILES.items():
        (folder / name).write_text(text)
    return folder


def build(deck: Path, answer: str | None, *options: str) -> str:
    """Build with a terminal, type an answer when asked, and return what the terminal showed."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "deckc", "build", str(deck / "slides.md"), "-o", str(deck / "out")]
    process = subprocess.Popen([*command, *options], stdin=theirs, stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    shown = b""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        if select.select([ours], [], [], 0.1)[0]:
            try:
                more = os.read(ours, 4096)
            except OSError:  # its other end is closed
                break
            if not more:
                break
            shown += more
        elif process.poll() is not None:
            break
        if shown.rstrip().endswith(b"[y/N]") and answer is not None:
            os.write(ours, f"{answer}\n".encode())
            answer = None
    process.wait(PATIENCE_S)
    os.close(ours)
    return shown.decode("utf-8", "replace")


def asked_of_npm(deck: Path) -> list[str]:
    log = deck.parent / "npm.log"
    return log.read_text().splitlines() if log.exists() else []


def page_of(deck: Path) -> str:
    return (deck / "out" / "index.html").read_text()


def test_one_question_for_all_of_them(deck: Path) -> None:
    shown = build(deck, "y")
    assert shown.count("[y/N]") == 1
    assert "npm packages that are not installed: @ours/two, one-of-ours." in shown
    assert asked_of_npm(deck) == ["install @ours/two one-of-ours"]
    assert (deck / "deckc-packages.lock").is_file()
    assert "<i>one-of-ours is here</i>" in page_of(deck)


@pytest.mark.parametrize("answer", ["", "n", "what?"])
def test_anything_but_a_yes_installs_nothing(deck: Path, answer: str) -> None:
    shown = build(deck, answer)
    assert shown.count("[y/N]") == 1
    assert 'run "deckc packages add one-of-ours"' in shown
    assert asked_of_npm(deck) == []
    assert not (deck / "deckc-packages.lock").exists()


def test_what_a_package_does_not_hold_is_not_installed_again(deck: Path) -> None:
    path = deck / "components" / "A.vue"
    path.write_text(path.read_text().replace("two/deep", "two/nowhere"))
    assert "which is not installed" in build(deck, None, "--yes")
    assert asked_of_npm(deck) == ["install @ours/two one-of-ours"]


def test_with_yes_nobody_is_asked(deck: Path) -> None:
    assert "[y/N]" not in build(deck, None, "--yes")
    assert asked_of_npm(deck) == ["install @ours/two one-of-ours"]


def test_under_ci_nobody_is_asked(deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    assert "[y/N]" not in build(deck, None)
    assert asked_of_npm(deck) == []


def test_without_a_terminal_nobody_is_asked(deck: Path) -> None:
    command = [sys.executable, "-m", "deckc", "build", str(deck / "slides.md"), "-o", str(deck / "out")]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    assert "[y/N]" not in done.stderr + done.stdout
    assert asked_of_npm(deck) == []
