"""A folder to work in, without network, and `deckc` run in it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from deckc.cli import main


@dataclass(frozen=True)
class Ran:
    """What a run of deckc came to."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DECKC_CACHE", str(tmp_path / ".cache"))
    monkeypatch.setenv("DECKC_OFFLINE", "1")
    monkeypatch.delenv("DECKC_DEBUG", raising=False)
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    return work


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    assert folder.is_dir()

    def run_deckc(*arguments: str) -> Ran:
        # a browser test before may have left its event loop running in this thread
        with ThreadPoolExecutor(1) as thread:
            status = thread.submit(main, arguments).result()
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return run_deckc
