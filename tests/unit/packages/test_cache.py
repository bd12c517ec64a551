from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from deckc.packages.cache import cache_folder


@pytest.mark.parametrize("base", [None, "", "/somewhere/else", "relative", "/with space/", "~/caches"])
def test_without_a_choice_it_is_where_the_system_keeps_caches(
    monkeypatch: pytest.MonkeyPatch, base: str | None
) -> None:
    monkeypatch.delenv("DECKC_CACHE", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    if base is not None:
        monkeypatch.setenv("XDG_CACHE_HOME", base)

    assert cache_folder() == Path(platformdirs.user_cache_dir("deckc", appauthor=False))


def test_a_chosen_folder_may_start_at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DECKC_CACHE", "~/kept")

    assert cache_folder() == Path.home() / "kept"
