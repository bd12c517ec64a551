"""A deck in a folder of its own, and the command run in a thread where no other Playwright is at work."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdf
import pytest
from PIL import Image

from deckc import cli
from deckc.export import launch

if TYPE_CHECKING:
    from deckc.export.direct.process import Process

Export = Callable[..., int]

DECK = """\
---
title: A **talk** on Paper
author: Ada Lovelace
info: |
  ## About
  How slides become *paper*.
keywords: [slides, paper]
lang: en-GB
---

# First words

See [the third](3), [outside](https://example.com/a?b=1#c), [a file](./notes.txt).

<p v-click>Shown at one</p>

<p v-click.hide>Gone at two</p>

<!--
Good morning, **everyone**. 日本語

[click] Now the second.
-->

---

## Second words

<img src="./plot.png" alt="a plot" width="245">

---
layout: center
---

# Third words

<!-- Only short. -->

---
hideInToc: true
---

# Fourth words
"""

LAYER = '<footer class="absolute bottom-2 right-2">page <b v-text="$nav.currentPage"></b> of <b v-text="$nav.total"></b></footer>'


@pytest.fixture
def folder(tmp_path: Path, browser_program: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DECKC_CACHE", str(tmp_path / ".cache"))
    monkeypatch.setenv("DECKC_OFFLINE", "1")
    monkeypatch.setenv("DECKC_BROWSER", str(browser_program))
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    (work / "talk.md").write_text(DECK, encoding="utf-8")
    (work / "notes.txt").write_text("a file")
    (work / "global-bottom.html").write_text(LAYER)
    picture = Image.new("RGB", (1600, 800), "white")
    picture.paste("red", (0, 0, 800, 800))
    picture.save(work / "plot.png")
    return work


@pytest.fixture
def export(folder: Path) -> Export:
    """Run `deckc export talk.md` with more arguments, and return the exit status."""
    assert folder.is_dir()

    def run(*arguments: str, entries: tuple[str, ...] = ("talk.md",)) -> int:
        return main(["export", *entries, *arguments])

    return run


@pytest.fixture(params=["direct", "playwright"])
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Print with a browser that deckc starts itself, and with one that Playwright starts."""
    name = str(request.param)
    if name == "direct" and os.name != "posix":
        pytest.skip("here Playwright starts all browsers")

    real = launch.begin_directly

    def begin(*given: Any, **named: Any) -> Process | None:
        process = real(*given, **named) if name == "direct" else None
        assert process or name == "playwright"
        return process

    monkeypatch.setattr(launch, "begin_directly", begin)
    return name


def main(arguments: list[str]) -> int:
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(cli.main, arguments).result()


def read_pdf(path: Path) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(path.read_bytes()))


def texts_of(path: Path) -> list[str]:
    return [page.extract_text() for page in read_pdf(path).pages]
