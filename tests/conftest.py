"""One Playwright and one browser for all tests of a process: Playwright allows no second one in a thread.

Without a browser on the machine what needs one is skipped, and says so.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from deckc.export.browser import find_browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright


def pytest_configure() -> None:
    """Let Ctrl-C end what tests start: a shell's job in the background ignores it, and so would its children."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser_program(playwright: Playwright) -> Path:
    """The browser that `deckc export` would find."""
    found = find_browser(None, playwright.chromium.executable_path)
    if found is None:
        pytest.skip("no Chromium, Chrome or Edge is installed")
    return found


@pytest.fixture(scope="session")
def browser(playwright: Playwright, browser_program: Path) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=browser_program, args=["--no-sandbox"])
    yield browser
    browser.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let a test that drives a browser or a server try again: both wait for a machine that may be busy."""
    for item in items:
        if {"runtime", "serve", "export", "themes"} & set(item.path.parts):
            item.add_marker(pytest.mark.flaky(reruns=2, reruns_delay=1))
