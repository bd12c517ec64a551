"""Windows of one browser follow each other: place, drawings, blank, timer (spec 12.4.12, docs/sync-protocol.md)."""

from __future__ import annotations

import pytest

from .conftest import Open, Opened
from .talk import talk
from .test_drawing import drag


def second_window(shown: Opened, address: str) -> Opened:
    page = shown.page.context.new_page()
    page.set_viewport_size({"width": 980, "height": 552})
    page.on("pageerror", lambda error: shown.messages.append(str(error)))
    page.goto(shown.page.url.split("#")[0] + address)
    page.wait_for_timeout(350)
    return Opened(page, shown.folder, shown.messages)


def wait_for_place(shown: Opened, page: int, clicks: int) -> None:
    shown.page.wait_for_function(
        f"() => deckc.nav.currentPage === {page} && deckc.nav.clicks === {clicks}", timeout=3000
    )


@pytest.mark.parametrize("over_http", [False, True])
def test_either_window_drives_the_other(open_deck: Open, over_http: bool) -> None:
    audience = open_deck(talk(), over_http=over_http)
    audience.page.wait_for_timeout(300)
    presenter = second_window(audience, "#/presenter/1")
    presenter.page.keyboard.press("ArrowRight")
    wait_for_place(audience, 2, 0)

    audience.page.keyboard.press("ArrowRight")
    wait_for_place(presenter, 2, 1)
    assert presenter.hash() == "#/presenter/2?clicks=1"


def test_a_window_that_comes_later_joins_at_the_place(open_deck: Open) -> None:
    presenter = open_deck(talk(), "#/presenter/1", over_http=True)
    presenter.page.keyboard.press("ArrowRight")
    presenter.page.keyboard.press("ArrowRight")
    audience = second_window(presenter, "")
    wait_for_place(audience, 2, 1)

    named = second_window(presenter, "#/3")
    assert named.place == (3, 0), "an address that names a slide is meant"


def test_drawings_laser_and_blank_reach_the_audience(open_deck: Open) -> None:
    presenter = open_deck(talk(), "#/presenter/1", over_http=True)
    audience = second_window(presenter, "")
    presenter.page.bring_to_front()
    presenter.page.keyboard.press("p")
    drag(presenter, (0.2, 0.3), (0.4, 0.3))
    audience.page.wait_for_selector("#slideshow .slidev-page-1 > .deckc-drawing > path", state="attached")

    presenter.page.keyboard.press("Control+z")
    audience.page.wait_for_selector("#slideshow .deckc-drawing > path", state="detached")

    presenter.page.keyboard.press("Escape")
    presenter.page.keyboard.press("b")
    audience.page.wait_for_selector(".deckc-blank:visible")
    box = presenter.page.locator(".deckc-blank").bounding_box()
    assert box
    assert box["width"] < 300, "the speaker goes on seeing the slide"

    presenter.page.keyboard.press("b")
    presenter.page.keyboard.press("l")
    presenter.page.mouse.move(200, 200)
    audience.page.wait_for_selector(".deckc-laser:visible")


def test_the_timer_is_one_for_all(open_deck: Open) -> None:
    presenter = open_deck(talk(), "#/presenter/1", over_http=True)
    presenter.page.click("[aria-label='Start the timer']")
    notes = second_window(presenter, "#/notes")

    notes.page.wait_for_selector(".deckc-timer[data-state=good]")
    notes.page.click("[aria-label='Pause the timer']")
    presenter.page.wait_for_selector(".deckc-timer[data-state=paused]")


def test_a_phone_drives_from_the_hand(open_deck: Open) -> None:
    audience = open_deck(talk(), over_http=True)
    audience.page.wait_for_timeout(300)
    remote = second_window(audience, "#/remote")
    remote.page.set_viewport_size({"width": 390, "height": 844})
    remote.page.click(".deckc-next")
    wait_for_place(audience, 2, 0)
    assert "Before all rules." in remote.page.inner_text(".slidev-note")

    remote.page.click(".deckc-view-remote [aria-label='Black screen']")
    audience.page.wait_for_selector(".deckc-blank:visible")


FOREIGN = """() => {
  const drawing = '<!--><img id=out src=x>--><?x ><b id=out></b>?><path d="M0 0L9 9"></path>';
  const entry = (value) => [Date.now() + 5, "other", value];
  const set = { "drawings/1": entry(drawing), "__proto__/out": entry(1), "constructor/out": entry(1) };
  new BroadcastChannel("deckc:" + location.pathname).postMessage({ set });
}"""


def test_what_another_window_sends_becomes_strokes_and_nothing_else(open_deck: Open) -> None:
    shown = open_deck(talk(), over_http=True)
    shown.page.wait_for_timeout(300)
    shown.page.evaluate(FOREIGN)
    shown.page.wait_for_selector("#slideshow .slidev-page-1 > .deckc-drawing > path", state="attached")

    assert shown.page.locator("#out").count() == 0
    assert shown.page.evaluate("[({}).out, Object.out]") == [None, None]
    assert shown.messages == []
