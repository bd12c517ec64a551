"""An edit is shown at once in every window of a talk, and takes nothing away: click, scroll, drawing, a single frame."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from deckc.model.services import Services
from deckc.packages import IconSets, RemoteFiles
from deckc.serve import ServeOptions, Serving

from .conftest import SILENT

SOON_MS = 20_000
SIZES = ((980, 552), (390, 844), (3840, 2160))
DECK = """\
# Start

---

# Middle @0

<div class="tall" style="height: 100px; overflow: auto"><div style="height: 900px">long</div></div>

<p v-click :class="`on-${$clicks}`">one</p>

<p v-click>two</p>

<!-- before

[click] note @0 -->

---

# End of {{ $nav.total }}
"""
WATCH = """() => {
  window.lost = [];
  const look = () => {
    const shown = [...document.querySelectorAll('#slideshow > .slidev-page')].filter((page) => page.checkVisibility() && !page.hidden);
    const seen = [
      shown.map((page) => page.querySelector('h1')?.textContent.slice(0, 6)).join(),
      shown[0]?.querySelectorAll('.deckc-drawing > path').length,
      shown[0]?.querySelector('.tall')?.scrollTop,
    ].join(' ');
    if (seen !== 'Middle 1 120') window.lost.push(`${shown[0]?.querySelector('h1')?.textContent} of ${deckc.nav.total}: ${seen}`);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}"""
"""Notes the frames in which the slide is not there as it was."""


@pytest.fixture
def entry(tmp_path: Path) -> Path:
    entry = tmp_path / "deck" / "slides.md"
    entry.parent.mkdir()
    entry.write_text(DECK)
    return entry


@pytest.fixture
def serving(entry: Path) -> Iterator[Serving]:
    services = Services(IconSets(entry.parent), RemoteFiles())
    serving = Serving(entry, lambda _: services, SILENT, ServeOptions())
    serving.start()
    yield serving
    serving.stop()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    yield context
    context.close()


def opened(context: BrowserContext, address: str, size: tuple[int, int]) -> Page:
    page = context.new_page()
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(address)
    page.wait_for_function("() => window.deckc?.nav?.total === 3", timeout=SOON_MS)
    page.evaluate("() => { window.loadedOnce = true; }")
    return page


def draw(page: Page) -> None:
    page.bring_to_front()
    page.keyboard.press("p")
    box = page.locator("#slide-content").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y + 30, steps=4)
    page.mouse.up()
    page.keyboard.press("Escape")


def at(page: Page, slide: int, clicks: int) -> None:
    script = "([slide, clicks]) => deckc.nav.currentPage === slide && deckc.nav.clicks === clicks"
    page.wait_for_function(script, arg=[slide, clicks], timeout=SOON_MS)


def has(page: Page, words: str) -> None:
    page.wait_for_function(
        "(words) => [...document.querySelectorAll('#slideshow > .slidev-page')].find((p) => !p.hidden).textContent.includes(words)",
        arg=words,
        timeout=SOON_MS,
    )


@pytest.mark.parametrize("size", SIZES)
def test_every_window_shows_the_edit_where_it_was(
    context: BrowserContext, serving: Serving, entry: Path, size: tuple[int, int]
) -> None:
    audience = opened(context, f"{serving.address}#/2", size)
    presenter = opened(context, f"{serving.address}#/presenter/2", size)
    phone = opened(context, f"{serving.address}#/remote", (390, 844))
    audience.bring_to_front()
    audience.keyboard.press("ArrowRight")
    for page in (audience, presenter, phone):
        at(page, 2, 1)
    draw(audience)
    for page in (audience, presenter, phone):
        page.wait_for_selector(".deckc-drawing > path", state="attached", timeout=SOON_MS)
    audience.evaluate("() => document.querySelector('.slidev-page:not([hidden]) .tall').scrollTo(0, 120)")
    audience.evaluate(WATCH)

    entry.write_text(DECK.replace("@0", "@1"))
    for page in (audience, presenter, phone):
        has(page, "Middle @1")
        at(page, 2, 1)
    presenter.wait_for_selector("text=note @1", timeout=SOON_MS)
    phone.wait_for_selector("text=note @1", timeout=SOON_MS)

    entry.write_text("# New\n\n---\n\n" + DECK.replace("@0", "@1"))
    for page in (audience, presenter, phone):
        at(page, 3, 1)
        has(page, "Middle @1")
        assert page.evaluate("() => document.querySelector('.slidev-page:not([hidden]) .on-1') !== null")
    parts = DECK.replace("@0", "@2").split("\n---\n")
    entry.write_text("\n---\n".join([parts[0], parts[2].rstrip() + "\n", parts[1]]))
    for page in (audience, presenter, phone):
        has(page, "Middle @2")
        at(page, 3, 1)
        assert page.evaluate("() => window.loadedOnce")
    audience.wait_for_timeout(500)  # numbers that come by another way have come by then

    assert audience.evaluate("() => [...new Set(window.lost)]") == []
    assert audience.url.endswith("#/3?clicks=1")
    assert presenter.url.endswith("#/presenter/3?clicks=1")
    assert presenter.locator(".slidev-page:not([hidden]) > .deckc-drawing > path").count() == 1


def test_slide_that_moved_still_works(context: BrowserContext, serving: Serving, entry: Path) -> None:
    page = opened(context, f"{serving.address}#/2", SIZES[0])
    entry.write_text("# New\n\n---\n\n" + DECK)
    at(page, 3, 0)
    has(page, "Middle @0")
    shown = "() => [...document.querySelectorAll('.slidev-page:not([hidden]) p')].filter((p) => !p.classList.contains('slidev-vclick-hidden')).map((p) => p.textContent + p.className.replace(/slidev\\S*/g, '').trim())"
    page.keyboard.press("ArrowRight")
    at(page, 3, 1)
    first = page.evaluate(shown)
    page.keyboard.press("ArrowRight")
    at(page, 3, 2)
    second = page.evaluate(shown)
    page.keyboard.press("ArrowRight")
    at(page, 4, 0)

    assert first == ["oneon-1"]
    assert second == ["oneon-2", "two"]
    assert page.locator(".slidev-page:not([hidden]) h1").inner_text() == "End of 4"
    assert page.locator(".slidev-page:not([hidden])").get_attribute("aria-label") == "4 / 4"
    assert page.locator("#slideshow > .slidev-page-4[data-slidev-no='4']").count() == 1
