"""Where Vue and esbuild come from."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckc.packages.npm_store import NpmStore
from deckc.packages.problem import PackageError
from deckc.packages.vue import find_vue


def test_without_a_network_it_says_what_to_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DECKC_CACHE", str(tmp_path))
    monkeypatch.setenv("DECKC_OFFLINE", "1")
    with pytest.raises(PackageError, match=r'"npm install vue@3\.5\.\d+ esbuild@0\.\d+" beside the deck'):
        find_vue(NpmStore(tmp_path))
