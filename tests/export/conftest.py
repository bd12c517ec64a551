"""Export tests need a browser; without one they are skipped, and say so."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckc.export.browser import find_browser


@pytest.fixture(scope="session")
def browser() -> Path:
    """The browser that `deckc export` would find."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = find_browser(None, playwright.chromium.executable_path)
    if found is None:
        pytest.skip("no Chromium, Chrome or Edge is installed")
    return found
