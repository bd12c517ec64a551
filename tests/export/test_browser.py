"""A browser is found by name, by path, by DECKC_BROWSER, or where systems keep them."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from deckc.export import browser
from deckc.export.browser import find_browser

NOWHERE = "/nonexistent/chrome"


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PATH that holds nothing but what a test puts there."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("DECKC_BROWSER", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    return tmp_path


def add_program(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


def test_none_where_there_is_none(programs: Path) -> None:
    assert programs.is_dir()
    assert find_browser(None, NOWHERE) is None


def test_playwrights_own_is_taken_first(programs: Path) -> None:
    add_program(programs, "chromium")
    own = add_program(programs, "own-chrome")

    assert find_browser(None, str(own)) == own


def test_one_of_the_system_is_taken_next(programs: Path) -> None:
    edge = add_program(programs, "microsoft-edge")

    assert find_browser(None, NOWHERE) == edge


def test_chosen_name(programs: Path) -> None:
    add_program(programs, "google-chrome")
    chromium = add_program(programs, "chromium")

    assert find_browser("chromium", NOWHERE) == chromium


def test_part_of_a_name(programs: Path) -> None:
    edge = add_program(programs, "microsoft-edge")

    assert find_browser("Edge", NOWHERE) == edge


def test_chosen_path(programs: Path) -> None:
    odd = add_program(programs, "my-own-build")

    assert find_browser(str(odd), NOWHERE) == odd


def test_environment_chooses(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_program(programs, "google-chrome")
    odd = add_program(programs, "my-own-build")
    monkeypatch.setenv("DECKC_BROWSER", str(odd))

    assert find_browser(None, NOWHERE) == odd


def test_choice_that_is_not_there_is_not_replaced_by_another(programs: Path) -> None:
    add_program(programs, "google-chrome")

    assert find_browser("firefox", NOWHERE) is None


@pytest.fixture
def playwright_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Playwright as a package that knows one Chromium, whose folder is empty."""
    package = tmp_path / "site" / "playwright"
    (package / "driver" / "package").mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "driver" / "package" / "browsers.json").write_text(
        '{"browsers": [{"name": "firefox", "revision": "7"}, {"name": "chromium", "revision": "42"}]}'
    )
    found = SimpleNamespace(origin=str(package / "__init__.py"))
    monkeypatch.setattr(browser, "find_spec", lambda _name: found)
    return package


@pytest.mark.parametrize(
    "place",
    ["chrome-linux64/chrome", "chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome"],
)
def test_playwrights_own_is_found_without_playwright(
    playwright_package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "kept"))
    assert playwright_package.is_dir()
    assert browser.installed_for_playwright() is None

    program = tmp_path / "kept" / "chromium-42" / place
    program.parent.mkdir(parents=True)
    program.touch()
    (tmp_path / "kept" / "chromium-41" / "chrome-linux64").mkdir(parents=True)
    (tmp_path / "kept" / "chromium-41" / "chrome-linux64" / "chrome").touch()

    assert browser.installed_for_playwright() == program


def test_playwrights_own_lies_in_its_package_where_that_is_asked_for(
    playwright_package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", "0")
    folder = playwright_package / "driver" / "package" / ".local-browsers" / "chromium-42" / "chrome-linux"
    folder.mkdir(parents=True)
    (folder / "chrome").touch()

    assert browser.installed_for_playwright() == folder / "chrome"
