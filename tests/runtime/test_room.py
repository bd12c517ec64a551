"""What stands around the slides: help, context menu, languages, entry, frame, kiosk, recording, wake lock."""

from __future__ import annotations

import pytest

from .conftest import Open
from .talk import SIZES, is_inside, resize, talk


@pytest.mark.parametrize("size", SIZES)
def test_help_shows_the_keys(open_deck: Open, size: tuple[int, int]) -> None:
    shown = open_deck(talk())
    resize(shown, size)
    shown.page.keyboard.press("?")
    assert is_inside(shown, ".deckc-help")
    assert "Presenter view" in shown.page.inner_text(".deckc-help")

    shown.page.keyboard.press("Escape")
    shown.page.wait_for_selector(".deckc-help", state="hidden")
    shown.page.wait_for_timeout(50)
    shown.page.keyboard.press("ArrowRight")
    assert shown.place == (2, 0)


@pytest.mark.parametrize("size", SIZES)
def test_the_menu_stays_on_screen_and_does_what_it_says(open_deck: Open, size: tuple[int, int]) -> None:
    shown = open_deck(talk())
    resize(shown, size)
    shown.page.locator("#slide-content").click(button="right", position={"x": 200, "y": 100})
    assert is_inside(shown, ".deckc-menu")

    shown.page.keyboard.press("ArrowDown")
    shown.page.keyboard.press("Enter")
    assert shown.place == (2, 0)
    assert not shown.page.is_visible(".deckc-menu")


def test_with_shift_the_menu_is_the_browsers_own(open_deck: Open) -> None:
    shown = open_deck(talk())
    shown.page.keyboard.down("Shift")
    shown.page.mouse.click(300, 300, button="right")

    assert not shown.page.is_visible(".deckc-menu")


def test_a_deck_may_do_without_the_menu(open_deck: Open) -> None:
    shown = open_deck(talk(contextMenu="false"))
    shown.page.mouse.click(300, 300, button="right")

    assert not shown.page.is_visible(".deckc-menu")


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en-GB", "Presenter view"),
        ("zh-TW", "演讲者视图"),
        ("ja-JP", "発表者ビュー"),
        ("fr-FR", "Presenter view"),
    ],
)
def test_the_interface_speaks_the_browsers_language(open_deck: Open, locale: str, words: str) -> None:
    shown = open_deck(talk(), locale=locale)
    shown.page.keyboard.press("?")

    assert words in shown.page.inner_text(".deckc-help")
    assert shown.page.get_attribute("[data-deckc-action=presenter]", "title") == f"{words} (s)"


def test_every_button_of_every_view_has_a_name(open_deck: Open) -> None:
    shown = open_deck(talk(), "#/presenter/2")
    unnamed = "[...document.querySelectorAll('[data-deckc-ui] :is(button, input, select, textarea, [role=separator])')].filter((e) => e.checkVisibility() && !e.ariaLabel && !e.title && !e.textContent.trim()).map((e) => e.outerHTML)"
    found = {}
    for view in ("presenter/2", "overview", "notes", "remote", "entry"):
        shown.page.evaluate("(view) => { location.hash = `#/${view}`; }", view)
        shown.page.wait_for_timeout(100)
        found[view] = shown.page.evaluate(unnamed)

    assert {view: names for view, names in found.items() if names} == {}


def test_a_view_in_place_of_the_slides_keeps_the_focus_out_of_them(open_deck: Open) -> None:
    shown = open_deck(talk(), "#/remote")

    assert shown.page.evaluate("document.querySelector('#app').inert") is True


@pytest.mark.parametrize("size", SIZES)
def test_the_remote_fits_the_hand(open_deck: Open, size: tuple[int, int]) -> None:
    shown = open_deck(talk(), "#/remote")
    resize(shown, size)

    parts = (".deckc-next", ".deckc-prev", ".slidev-note", ".deckc-timer")
    assert [part for part in parts if not is_inside(shown, f".deckc-view-remote {part}")] == []
    box = shown.page.locator(".deckc-next").bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 88


def test_the_entry_leads_to_every_view(open_deck: Open) -> None:
    shown = open_deck(talk(), "#/entry")
    links = shown.page.evaluate(
        "[...document.querySelectorAll('.deckc-entry a')].map((a) => a.getAttribute('href'))"
    )
    assert links == ["#/1", "#/presenter/1", "#/remote", "#/notes", "#/overview", "?print#/1"]

    shown.page.click(".deckc-entry a[href='#/notes']")
    shown.page.wait_for_selector(".deckc-view-notes")


def test_an_embedded_deck_keeps_three_buttons_and_tells_its_frame(open_deck: Open) -> None:
    shown = open_deck(talk(), over_http=True)
    address = shown.page.url.split("#")[0]
    shown.page.evaluate(
        """(address) => { window.told = []; window.addEventListener('message', (e) => told.push(e.data));
        const frame = document.createElement('iframe'); frame.src = address; frame.id = 'inner';
        frame.style.cssText = 'position:fixed;inset:0;width:900px;height:500px;z-index:9999'; document.body.append(frame); }""",
        f"{address}?embedded#/2",
    )
    inner = shown.page.frame_locator("#inner")
    inner.locator("html.deckc-embedded").wait_for(state="attached")
    seen = inner.locator(".deckc-controls button").evaluate_all(
        "(all) => all.filter((e) => e.checkVisibility()).map((e) => e.dataset.deckcAction)"
    )
    assert seen == ["prev", "next", "dark"]
    shown.page.wait_for_function(
        "() => told.some((d) => d.source === 'deckc' && d.nav.page === 2 && d.nav.total === 3)"
    )


def test_a_deck_plays_by_itself_from_the_end_to_the_beginning(open_deck: Open) -> None:
    shown = open_deck(talk(), "?loop=0.15#/3")
    shown.page.wait_for_function("() => deckc.nav.currentPage === 1", timeout=3000)
    shown.page.wait_for_function("() => deckc.nav.currentPage === 2 && deckc.nav.clicks === 1", timeout=3000)

    assert not shown.page.is_visible(".deckc-controls")


def test_the_screen_is_kept_awake_and_let_go(open_deck: Open) -> None:
    shown = open_deck(talk(), over_http=True)
    lock = "navigator.wakeLock.request = async () => ({ released: false, release: async () => { window.awake = false; }, ...(window.awake = true, {}) })"
    shown.page.add_init_script(lock)
    shown.page.reload()
    shown.page.wait_for_function("() => window.awake === true")

    shown.page.mouse.click(300, 300, button="right")
    shown.page.get_by_role("menuitemcheckbox", name="Keep the screen awake").click()
    shown.page.wait_for_function("() => window.awake === false")


def test_screen_and_camera_are_recorded_into_a_file_each(open_deck: Open) -> None:
    shown = open_deck(talk(record="true"), over_http=True)
    shown.page.evaluate(
        """() => { const paint = (c) => setInterval(() => c.getContext('2d').fillRect(0, 0, 9, 9), 30);
        const film = () => { const c = document.createElement('canvas'); paint(c); return c.captureStream(10); };
        navigator.mediaDevices.getDisplayMedia = async () => film(); navigator.mediaDevices.getUserMedia = async () => film(); }"""
    )
    shown.page.mouse.click(300, 300, button="right")
    shown.page.get_by_role("menuitemcheckbox", name="Record").click()
    shown.page.click(".deckc-record [type=submit]")
    shown.page.wait_for_selector(".deckc-bubble:visible")

    names: list[str] = []
    shown.page.on("download", lambda download: names.append(download.suggested_filename))
    shown.page.wait_for_timeout(300)
    shown.page.mouse.click(300, 300, button="right")
    shown.page.get_by_role("menuitemcheckbox", name="Record").click()
    shown.page.click(".deckc-record .deckc-main")
    for _ in range(30):
        shown.page.wait_for_timeout(100)
        if len(names) == 2:
            break

    assert sorted(name.split("-")[0] for name in names) == ["camera", "screen"]
    assert all(name.endswith(".webm") and "-A-talk-" in name for name in names)
    assert not shown.page.is_visible(".deckc-bubble")


def test_the_room_is_the_page_under_its_policy(open_deck: Open) -> None:
    shown = open_deck(talk())
    assert shown.page.evaluate("typeof deckc.room") == "undefined", "not run before it is asked for"

    shown.page.keyboard.press("?")
    assert shown.page.evaluate("typeof deckc.room") == "object"
    policy = shown.page.get_attribute("meta[http-equiv]", "content") or ""
    assert "unsafe-eval" not in policy
    assert "'unsafe-inline'" not in policy.split("style-src")[0]
