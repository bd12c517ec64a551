"""In a real browser: a slide's Markdown is edited beside it, and goes to its lines of its file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from deckc.model.services import Services
from deckc.packages import IconSets, RemoteFiles
from deckc.serve import ServeOptions, Serving

from .conftest import SILENT

SOON_MS = 20_000
ENTRY = b"---\r\ntitle: Kept\r\n---\r\n\r\n# One   \r\n\r\n---\r\nsrc: ./more.md\r\n---\r\n"
MORE = b"\xef\xbb\xbf# Two\n\nold words\n\n<!-- a note -->\n\n---\nlayout: center\n---\n\n# Three\t\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "deck"
    folder.mkdir()
    (folder / "slides.md").write_bytes(ENTRY)
    (folder / "more.md").write_bytes(MORE)
    return folder


@pytest.fixture
def serving(folder: Path) -> Iterator[Serving]:
    services = Services(IconSets(folder), RemoteFiles())
    serving = Serving(folder / "slides.md", lambda _: services, SILENT, ServeOptions())
    serving.start()
    yield serving
    serving.stop()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    yield page
    page.close()


def open_pane(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_function("() => document.querySelector('[data-deckc-action=editor]:not([hidden])')")
    page.keyboard.press("e")
    page.wait_for_function("() => document.querySelector('.deckc-editor textarea').value", timeout=SOON_MS)


def shows(page: Page, words: str) -> None:
    script = "(words) => [...document.querySelectorAll('#slideshow > .slidev-page')].find((p) => !p.hidden)?.textContent.includes(words)"
    page.wait_for_function(script, arg=words, timeout=SOON_MS)


def holds(page: Page, text: str) -> None:
    script = "(text) => document.querySelector('.deckc-editor textarea').value === text"
    page.wait_for_function(script, arg=text, timeout=SOON_MS)


def test_edit_is_on_the_slide_and_on_its_lines_alone(page: Page, serving: Serving, folder: Path) -> None:
    open_pane(page, f"{serving.address}#/2")
    holds(page, "# Two\n\nold words")
    page.keyboard.press("Control+End")
    page.keyboard.type(" and new")
    shows(page, "old words and new")

    assert (folder / "more.md").read_bytes() == MORE.replace(b"old words", b"old words and new")
    assert (folder / "slides.md").read_bytes() == ENTRY
    assert page.evaluate("deckc.nav.currentPage") == 2


def test_slide_stays_in_sight_beside_it(page: Page, serving: Serving) -> None:
    open_pane(page, f"{serving.address}#/2")
    for width, height in ((1280, 720), (980, 552), (390, 844), (3840, 2160)):
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_function(
            """() => {
                const [slide, pane] = ["#slide-content", ".deckc-editor"].map((one) =>
                    document.querySelector(one).getBoundingClientRect())
                const isBeside = slide.right <= pane.left + 1 || slide.bottom <= pane.top + 1
                return isBeside && slide.left >= -1 && slide.top >= -1 && slide.width > 0 && pane.width > 0
            }"""
        )


def test_keys_are_those_of_a_text_until_escape(page: Page, serving: Serving, folder: Path) -> None:
    open_pane(page, f"{serving.address}#/1")
    page.keyboard.press("Control+End")
    page.keyboard.press("Tab")
    page.keyboard.type("x d o")
    page.keyboard.press("Control+s")
    page.wait_for_selector(".deckc-editor [role=status]:has-text('Saved')", timeout=SOON_MS)
    assert (folder / "slides.md").read_bytes() == ENTRY.replace(b"# One", b"# One  x d o")

    page.keyboard.press("Escape")
    page.wait_for_selector(".deckc-editor", state="hidden")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => deckc.nav.currentPage === 2")


def test_pane_follows_the_slide_and_takes_the_text_along(page: Page, serving: Serving, folder: Path) -> None:
    open_pane(page, f"{serving.address}#/3")
    holds(page, "# Three")
    page.keyboard.press("Control+End")
    page.keyboard.type(" more")
    page.evaluate("deckc.nav.go(2)")
    holds(page, "# Two\n\nold words")

    assert (folder / "more.md").read_bytes() == MORE.replace(b"# Three", b"# Three more")


def test_file_that_changed_underneath_is_refused_and_the_text_kept(
    page: Page, serving: Serving, folder: Path
) -> None:
    open_pane(page, f"{serving.address}#/2")
    theirs = MORE.replace(b"old words", b"their words")
    page.route("**/-deckc/slides/*", lambda route: (change_first(folder, theirs), route.continue_()))
    page.keyboard.press("Control+End")
    page.keyboard.type(" of mine")
    page.wait_for_selector(".deckc-editor [role=alert]:has-text('changed')", timeout=SOON_MS)
    shows(page, "their words")
    assert page.input_value(".deckc-editor textarea") == "# Two\n\nold words of mine"
    assert (folder / "more.md").read_bytes() == theirs

    page.evaluate("deckc.nav.go(1)")
    assert page.input_value(".deckc-editor textarea") == "# Two\n\nold words of mine"
    page.click("text=Write over it")
    holds(page, "# One")
    assert (folder / "more.md").read_bytes() == MORE.replace(b"old words", b"old words of mine")


def change_first(folder: Path, content: bytes) -> None:
    """Write a file once: before the first request that would change it."""
    if (folder / "more.md").read_bytes() == MORE:
        (folder / "more.md").write_bytes(content)


def test_text_that_would_take_in_other_slides_waits_for_its_end(
    page: Page, serving: Serving, folder: Path
) -> None:
    open_pane(page, f"{serving.address}#/2")
    page.keyboard.press("Control+End")
    page.keyboard.type("\n\n<!-- later")
    page.wait_for_selector(".deckc-editor [role=alert]:has-text('other slides')", timeout=SOON_MS)
    assert (folder / "more.md").read_bytes() == MORE

    page.keyboard.type(" --> now")
    shows(page, "now")
    assert (folder / "more.md").read_bytes() == MORE.replace(b"old words", b"old words\n\n<!-- later --> now")
    assert not page.is_visible(".deckc-editor [role=alert]")


def test_edit_in_the_file_is_shown_in_the_pane(page: Page, serving: Serving, folder: Path) -> None:
    open_pane(page, f"{serving.address}#/2")
    (folder / "more.md").write_bytes(MORE.replace(b"old", b"newer"))

    holds(page, "# Two\n\nnewer words")


def test_where_the_server_says_that_nothing_is_written_there_is_no_pane(page: Page, serving: Serving) -> None:
    page.add_init_script("""
    window.WebSocket = class extends WebSocket {
      set onmessage(act) {}
      addEventListener(name, act, ...more) {
        super.addEventListener(name, name !== "message" ? act : (event) => act(new MessageEvent("message", {
          data: event.data.replace('"isLocal": true', '"isLocal": false').replace('"isLocal":true', '"isLocal":false') })), ...more);
      }
    };""")
    page.goto(f"{serving.address}#/2")
    page.wait_for_function("() => document.querySelector('[data-deckc-action=editor]')")
    page.keyboard.press("e")
    page.wait_for_timeout(400)

    assert not page.is_visible(".deckc-editor")
