"""In a real browser: an edit refreshes the page at the same slide and click, a mistake lies over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from deckc.model.services import Services
from deckc.packages import IconSets, RemoteFiles
from deckc.serve import ServeOptions, Serving, Speaker

DECK = "# One\n\n---\n\n# Two\n\n<p v-click>a</p>\n\n<p v-click>b</p>\n"
SOON_MS = 15_000


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture
def deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DECKC_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("DECKC_OFFLINE", "1")
    entry = tmp_path / "slides.md"
    entry.write_text(DECK)
    return entry


@pytest.fixture
def serving(deck: Path) -> Iterator[Serving]:
    services = Services(IconSets(deck.parent), RemoteFiles())
    speaker = Speaker(lambda _: None, lambda _: None, lambda diagnostic: diagnostic.message)
    serving = Serving(deck, lambda _: services, speaker, ServeOptions())
    serving.start()
    yield serving
    serving.stop()


def test_edit_refreshes_at_the_same_slide_and_click(page: Page, serving: Serving, deck: Path) -> None:
    page.goto(f"{serving.address}#/2?clicks=1")
    page.wait_for_function("() => window.deckc.nav.currentPage === 2")
    deck.write_text(DECK.replace("Two", "Second"))
    page.wait_for_selector("h1:has-text('Second')", timeout=SOON_MS)

    assert page.url.endswith("#/2?clicks=1")
    assert page.evaluate("[window.deckc.nav.currentPage, window.deckc.nav.clicks]") == [2, 1]


def test_mistake_lies_over_the_page_until_it_is_mended(page: Page, serving: Serving, deck: Path) -> None:
    page.goto(serving.address)
    deck.write_text("---\nlayout: nosuchlayout\n---\n\n" + DECK)
    alert = page.wait_for_selector("[role=alert][data-deckc-ui]", timeout=SOON_MS)
    told = alert.inner_text() if alert else ""
    deck.write_text(DECK)
    page.wait_for_selector("[role=alert][data-deckc-ui]", state="detached", timeout=SOON_MS)

    assert "nosuchlayout" in told


def test_deck_that_vanishes_stays_on_screen(page: Page, serving: Serving, deck: Path) -> None:
    page.goto(f"{serving.address}#/2")
    deck.unlink()
    page.wait_for_selector("[role=alert][data-deckc-ui]", timeout=SOON_MS)

    assert page.locator("h1:has-text('Two')").is_visible()


def test_route_without_the_hash_leads_to_the_slide(page: Page, serving: Serving) -> None:
    page.goto(f"{serving.address}2")
    page.wait_for_function("() => window.deckc.nav.currentPage === 2", timeout=SOON_MS)

    assert page.url == f"{serving.address}#/2"
