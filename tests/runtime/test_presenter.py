"""The presenter view: slide, next state, notes, clocks, panes (spec 12.4.7 - 12.4.9)."""

from __future__ import annotations

import re

import pytest

from .conftest import Open
from .talk import SIZES, is_inside, resize, talk


@pytest.mark.parametrize("size", SIZES)
def test_every_pane_is_on_screen(open_deck: Open, size: tuple[int, int]) -> None:
    shown = open_deck(talk(), "#/presenter/2")
    resize(shown, size)

    panes = (
        "#slide-container",
        ".next .deckc-frame",
        ".slidev-note",
        ".deckc-timer",
        ".deckc-clock",
        ".bottom",
    )
    assert [
        pane for pane in panes if not is_inside(shown, f".slidev-presenter {pane}, .slidev-presenter{pane}")
    ] == []


def test_the_address_leads_there_and_back(open_deck: Open) -> None:
    shown = open_deck(talk(), "#/presenter/2?clicks=1")
    assert shown.place == (2, 1)
    assert shown.page.title() == "Presenter - A talk - Slidev"
    assert shown.nav("isPresenter") is True

    shown.page.keyboard.press("ArrowRight")
    assert shown.hash() == "#/presenter/2?clicks=2"

    shown.page.click("[aria-label='Slides'].deckc-btn")
    assert shown.hash() == "#/2?clicks=2"
    assert shown.page.locator(".slidev-presenter").count() == 0
    assert shown.page.locator(".slidev-note").count() == 0


def test_the_next_pane_shows_the_next_click_then_the_next_slide(open_deck: Open) -> None:
    shown = open_deck(talk(), "#/presenter/2")
    hidden = "[...document.querySelectorAll('.next [data-dc-click]')].map((e) => e.classList.contains('slidev-vclick-hidden'))"
    assert shown.page.evaluate(hidden) == [False, True]
    assert "previewNext 1" in shown.page.inner_text(".next .slidev-page")
    assert "presenter 0" in shown.page.inner_text("#slideshow .slidev-page-2")

    shown.page.keyboard.press("ArrowRight")
    assert shown.page.evaluate(hidden) == [False, False]

    shown.page.keyboard.press("ArrowRight")
    assert "Numbers" in shown.page.inner_text(".next .slidev-page")

    shown.page.keyboard.press("ArrowRight")
    assert "End of the talk" in shown.page.inner_text(".next")


def test_a_slide_in_small_changes_nothing_of_the_slide(open_deck: Open) -> None:
    shown = open_deck(talk(), "#/presenter/1")
    for _ in range(3):
        shown.page.keyboard.press("ArrowRight")
    for _ in range(3):
        shown.page.keyboard.press("ArrowLeft")

    assert shown.place == (1, 0)
    assert shown.page.locator("#slideshow .slidev-page").count() == 3
    assert "previewNext" not in (shown.page.text_content("#slideshow") or "")


def test_the_passage_of_the_click_is_marked(open_deck: Open) -> None:
    shown = open_deck(talk(), "#/presenter/2")

    def clear() -> str:
        return " ".join(
            shown.page.locator(".deckc-passage:not(.slidev-note-fade)").all_text_contents()
        ).strip()

    assert clear() == "Before all rules."

    shown.page.keyboard.press("ArrowRight")
    assert clear() == "Of the first rule."
    assert "slidev-note-click-mark-active" in shown.classes(".slidev-note-click-mark[data-clicks='1']")
    assert "slidev-note-click-mark-next" in shown.classes(".slidev-note-click-mark[data-clicks='2']")

    shown.page.dblclick(".slidev-note-click-mark[data-clicks='2']")
    assert shown.place == (2, 2)
    assert clear().split() == ["Of", "the", "second", "rule."]


def test_the_text_of_notes_takes_a_size_that_is_kept(open_deck: Open) -> None:
    shown = open_deck(talk(), "#/presenter/1", over_http=True)
    size = "parseFloat(getComputedStyle(document.querySelector('.slidev-note')).fontSize)"
    before = shown.page.evaluate(size)
    for _ in range(3):
        shown.page.click("[aria-label='Larger text']")
    larger = shown.page.evaluate(size)
    assert larger > before * 1.2

    shown.page.reload()
    shown.page.wait_for_selector(".slidev-note")
    assert shown.page.evaluate(size) == larger


def test_the_timer_runs_rests_and_tells_when_time_is_over(open_deck: Open) -> None:
    shown = open_deck(talk())
    shown.page.clock.install(time="2026-01-01T10:00:00")
    shown.page.keyboard.press("s")
    time = lambda: shown.page.text_content(".deckc-time")  # noqa: E731
    look = lambda: shown.page.get_attribute(".deckc-timer", "data-state")  # noqa: E731
    assert (time(), look()) == ("0:00", "stopped")

    shown.page.click("[aria-label='Start the timer']")
    shown.page.clock.run_for(65_500)
    assert (time(), look()) == ("1:05", "good")

    shown.page.click("[aria-label='Pause the timer']")
    shown.page.clock.run_for(5000)
    assert (time(), look()) == ("1:05", "paused")

    shown.page.click("[aria-label='Start the timer']")
    shown.page.clock.fast_forward(8 * 60_000)
    shown.page.clock.run_for(1000)
    assert look() == "late"

    shown.page.clock.fast_forward(2 * 60_000)
    shown.page.clock.run_for(1000)
    assert look() == "over"

    shown.page.click("[aria-label='Reset the timer']")
    assert (time(), look()) == ("0:00", "stopped")


def test_a_countdown_shows_what_is_left(open_deck: Open) -> None:
    shown = open_deck(talk(timer="countdown"), "#/presenter/1")

    assert shown.page.text_content(".deckc-time") == "10:00"
    assert re.fullmatch(r"\d\d[:.]\d\d.*", shown.page.text_content(".deckc-clock") or "")


def test_clicks_can_be_slid_and_slides_jumped_to(open_deck: Open) -> None:
    shown = open_deck(talk(), "#/presenter/2")
    shown.page.locator(".deckc-click-bar input").fill("2")
    assert shown.place == (2, 2)

    shown.page.click(".deckc-place")
    shown.page.keyboard.type("num")
    shown.page.keyboard.press("Enter")
    assert shown.hash() == "#/presenter/3"


def test_panes_are_resized_by_mouse_and_keys_and_kept(open_deck: Open) -> None:
    shown = open_deck(talk(), "#/presenter/1", over_http=True)
    width = "document.querySelector('#slide-container').clientWidth"
    before = shown.page.evaluate(width)
    box = shown.page.locator(".deckc-split-x").bounding_box()
    assert box
    shown.page.mouse.move(box["x"] + 5, 200)
    shown.page.mouse.down()
    shown.page.mouse.move(500, 200, steps=3)
    shown.page.mouse.up()
    dragged = shown.page.evaluate(width)
    assert dragged < before - 50

    shown.page.focus(".deckc-split-x")
    shown.page.keyboard.press("ArrowRight")
    assert shown.place == (1, 0)
    moved = shown.page.evaluate(width)
    assert moved > dragged

    shown.page.reload()
    shown.page.wait_for_selector(".slidev-note")
    assert shown.page.evaluate(width) == moved
    shown.page.click("[aria-label='Arrange the panes']")
    assert "layout2" in shown.classes("#page-root")


def test_the_canvas_fits_its_pane(open_deck: Open) -> None:
    shown = open_deck(talk(), "#/presenter/1")
    ratio = "(() => { const c = document.querySelector('#slide-content').getBoundingClientRect(), p = document.querySelector('#slide-container').getBoundingClientRect(); return c.width / p.width })()"
    shown.page.wait_for_function(f"() => Math.abs({ratio} - 1) < 0.01")


def test_a_deck_without_presenter_has_none(open_deck: Open) -> None:
    shown = open_deck(talk(presenter="false"), "#/presenter/2")
    shown.page.keyboard.press("s")

    assert shown.page.locator(".slidev-presenter").count() == 0
    assert not shown.page.is_visible("[data-deckc-action=presenter]")


def test_a_single_file_has_it_too(open_deck: Open) -> None:
    shown = open_deck(talk(), "#/presenter/2", single_file=True)

    assert "Before all rules." in shown.page.inner_text(".slidev-note")


def test_print_leaves_it_out(open_deck: Open) -> None:
    shown = open_deck(talk(), "#/presenter/2")
    shown.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert shown.page.locator(".print-slide-container").count() == 3
    assert shown.page.locator(".deckc-timer").count() == 0

    shown.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    shown.page.wait_for_selector(".deckc-timer")
