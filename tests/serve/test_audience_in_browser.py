"""Who watches follows the speaker, may look ahead or behind, and comes back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from deckc.model.services import Services
from deckc.packages import IconSets, RemoteFiles
from deckc.serve import ServeOptions, Serving
from deckc.serve.guard import Guard

from .conftest import PASSWORD, SILENT

SIZES = ((980, 552), (390, 844), (3840, 2160))
SOON_MS = 20_000
DECK = "# One\n\n---\n\n# Two\n\n<p v-click>clicked</p>\n\n---\n\n# Three\n\n---\n\n# Four\n"


@pytest.fixture
def serving(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Serving]:
    """Serve a deck to which every window is one of another machine."""
    monkeypatch.setattr(Guard, "is_local", lambda *_: False)
    entry = tmp_path / "slides.md"
    entry.write_text(DECK)
    services = Services(IconSets(tmp_path), RemoteFiles())
    options = ServeOptions(is_remote=True, password=PASSWORD)
    serving = Serving(entry, lambda _: services, SILENT, options)
    serving.start()
    yield serving
    serving.stop()


@pytest.fixture
def windows(browser: Browser, serving: Serving) -> Iterator[tuple[Page, Page]]:
    """Open a presenter's window and a viewer's; no channel within a browser joins them."""
    contexts = [browser.new_context(), browser.new_context()]
    presenter, viewer = (context.new_page() for context in contexts)
    presenter.goto(f"{serving.address}?password={PASSWORD.replace(' ', '%20')}#/presenter/1")
    viewer.goto(serving.address)
    at(presenter, 1, 0)
    at(viewer, 1, 0)
    yield presenter, viewer
    for context in contexts:
        context.close()


def at(page: Page, slide: int, clicks: int) -> None:
    script = "([slide, clicks]) => window.deckc?.nav?.currentPage === slide && deckc.nav.clicks === clicks"
    page.wait_for_function(script, arg=[slide, clicks], timeout=SOON_MS)


def step_until_followed(presenter: Page, viewer: Page) -> None:
    """Step to the second slide; both windows have connected when the viewer is there."""
    presenter.wait_for_timeout(500)
    presenter.keyboard.press("ArrowRight")
    at(viewer, 2, 0)


@pytest.mark.parametrize("size", SIZES)
def test_viewer_looks_ahead_and_comes_back(windows: tuple[Page, Page], size: tuple[int, int]) -> None:
    presenter, viewer = windows
    viewer.set_viewport_size({"width": size[0], "height": size[1]})
    step_until_followed(presenter, viewer)
    rejoin = viewer.locator(".deckc-rejoin")
    assert rejoin.is_hidden()

    viewer.keyboard.press("ArrowDown")
    at(viewer, 3, 0)
    rejoin.wait_for(timeout=SOON_MS)
    presenter.keyboard.press("ArrowRight")
    at(presenter, 2, 1)
    viewer.wait_for_timeout(300)
    box = rejoin.bounding_box()
    assert viewer.evaluate("deckc.nav.currentPage") == 3, "who looks elsewhere is left alone"
    assert presenter.evaluate("deckc.nav.currentPage") == 2, "and drives nobody"
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size[0]
    assert box["y"] + box["height"] <= size[1]

    rejoin.click()
    at(viewer, 2, 1)
    assert rejoin.is_hidden()
    presenter.keyboard.press("ArrowRight")
    at(viewer, 3, 0)


def test_viewer_who_walks_back_to_the_speaker_follows_again(windows: tuple[Page, Page]) -> None:
    presenter, viewer = windows
    step_until_followed(presenter, viewer)
    viewer.keyboard.press("ArrowUp")
    at(viewer, 1, 0)
    viewer.keyboard.press("ArrowRight")
    at(viewer, 2, 0)
    presenter.keyboard.press("ArrowDown")

    at(viewer, 3, 0)


def test_viewer_finds_the_talk_where_it_is(windows: tuple[Page, Page], serving: Serving) -> None:
    presenter, viewer = windows
    step_until_followed(presenter, viewer)
    late = viewer.context.browser.new_page()
    late.goto(serving.address)

    at(late, 2, 0)
    late.close()
