"""KaTeX for tests: from the cache, else fetched once; without both, what needs it is skipped."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckc.packages.cache import cache_folder
from deckc.packages.katex import PACKAGE, Katex, find_katex
from deckc.packages.npm_store import NpmStore
from deckc.packages.problem import PackageError


@pytest.fixture(scope="session")
def katex() -> Katex:
    try:
        return find_katex(NpmStore(cache_folder()))
    except (PackageError, OSError) as error:
        pytest.skip(f"KaTeX is not to be had: {error}")


@pytest.fixture
def deck_folder(katex: Katex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a deck beside which KaTeX is installed; the cache is empty and the network forbidden."""
    deck = tmp_path / "deck"
    installed = deck / "node_modules" / PACKAGE.name
    installed.parent.mkdir(parents=True)
    installed.symlink_to(katex.folder, target_is_directory=True)
    monkeypatch.setenv("DECKC_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("DECKC_OFFLINE", "1")
    return deck
