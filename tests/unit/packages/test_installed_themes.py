"""Themes of installed packages are found by their entry point, without running them."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckc.packages.installed_themes import find_installed_themes


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


def install(site: Path, name: str, module: str) -> None:
    described = site / f"{module.partition('.')[0]}-1.0.dist-info"
    described.mkdir(exist_ok=True)
    (described / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {described.stem}\nVersion: 1.0\n")
    with (described / "entry_points.txt").open("a") as points:
        points.write(f"[deckc.themes]\n{name} = {module}\n")


def test_a_package_is_a_theme_and_is_not_run(site: Path) -> None:
    (site / "deckc_paper").mkdir()
    (site / "deckc_paper/__init__.py").write_text("raise RuntimeError")
    install(site, "paper", "deckc_paper")

    assert find_installed_themes()["paper"] == site / "deckc_paper"


def test_what_is_no_package_is_left_out(site: Path) -> None:
    (site / "deckc_broken").mkdir()
    (site / "deckc_broken/__init__.py").write_text("raise RuntimeError")
    (site / "deckc_module.py").write_text("")
    install(site, "gone", "deckc_gone")
    install(site, "broken", "deckc_broken.inner")
    install(site, "module", "deckc_module")

    assert not {"gone", "broken", "module"} & set(find_installed_themes())
