"""deckc's own interface: control bar, dialog, colour scheme, announcements (spec 12.2 - 12.4)."""

from __future__ import annotations

import pytest

from .conftest import Open, Opened
from .sample import deck, slide


def titled(**changes: object):
    return deck(
        slide(1, "<h1>Welcome</h1>", title="Welcome *all*", clicks=1),
        slide(2, "", title="Numbers of `the` [year](x)"),
        slide(3, "", title="Questions"),
        **changes,
    )


def test_buttons_do_what_they_say(open_deck: Open) -> None:
    shown = open_deck(titled())
    shown.page.hover(".deckc-controls")
    shown.page.click("[title='Next click (→)']")
    assert shown.place == (1, 1)

    shown.page.click("[title='Previous click (←)']")
    assert shown.place == (1, 0)


def test_a_press_with_the_mouse_leaves_the_keys_working(open_deck: Open) -> None:
    shown = open_deck(titled())
    shown.page.click("[data-deckc-action=next]")
    shown.page.keyboard.press("ArrowRight")

    assert shown.place == (2, 0)


def test_buttons_work_from_the_keyboard(open_deck: Open) -> None:
    shown = open_deck(titled())
    shown.page.focus("[data-deckc-action=next]")
    shown.page.keyboard.press("Enter")
    shown.page.keyboard.press("Space")

    assert shown.place == (2, 0)


def test_the_bar_shows_when_it_is_pointed_at_or_focused(open_deck: Open) -> None:
    shown = open_deck(titled(), css=".deckc-controls { transition: none !important }")
    opacity = "getComputedStyle(document.querySelector('.deckc-controls')).opacity"
    shown.page.mouse.move(900, 20)
    assert shown.page.evaluate(opacity) == "0"

    shown.page.keyboard.press("Tab")
    assert shown.page.evaluate(opacity) == "1"


def test_the_bar_counts_and_marks_the_ends(open_deck: Open) -> None:
    shown = open_deck(titled())
    states = []
    for call in ("go(1)", "go(2)", "go(3)"):
        shown.nav(call)
        ends = [
            shown.page.get_attribute(f"[data-deckc-action={a}]", "aria-disabled") for a in ("prev", "next")
        ]
        states.append((shown.page.text_content(".deckc-count"), *ends))

    assert states == [("1 / 3", "true", "false"), ("2 / 3", "false", "false"), ("3 / 3", "false", "true")]


def test_every_control_has_a_name(open_deck: Open) -> None:
    shown = open_deck(titled())
    unnamed = shown.page.evaluate(
        "[...document.querySelectorAll('[data-deckc-ui] :is(button, input)')].filter((e) => !e.getAttribute('aria-label')).length"
    )

    assert unnamed == 0


@pytest.mark.parametrize(("typed", "place"), [("3", 3), ("quest", 3), ("NUM", 2), ("nyr", 2)])
def test_the_dialog_finds_numbers_and_titles(open_deck: Open, typed: str, place: int) -> None:
    shown = open_deck(titled())
    shown.page.keyboard.press("g")
    shown.page.keyboard.type(typed)
    shown.page.keyboard.press("Enter")

    assert shown.place == (place, 0)
    assert not shown.page.is_visible("#slidev-goto-dialog")


def test_the_dialog_lists_plain_titles_and_arrows_choose(open_deck: Open) -> None:
    shown = open_deck(titled())
    shown.page.keyboard.press("g")
    assert shown.page.locator("[role=option]").all_text_contents() == [
        "1 Welcome all",
        "2 Numbers of the year",
        "3 Questions",
    ]

    shown.page.keyboard.press("ArrowDown")
    assert shown.page.get_attribute("#slidev-goto-input", "aria-activedescendant") == "slidev-goto-2"

    shown.page.keyboard.press("Enter")
    assert shown.place == (2, 0)


def test_escape_closes_the_dialog_and_gives_the_keys_back(open_deck: Open) -> None:
    shown = open_deck(titled())
    shown.page.keyboard.press("g")
    shown.page.keyboard.type("zzz")
    assert shown.page.locator("[role=option]").count() == 0

    shown.page.keyboard.press("Escape")
    shown.page.wait_for_selector("#slidev-goto-dialog", state="hidden")
    shown.page.wait_for_timeout(50)  # the browser tells of the closing in a task of its own
    shown.page.keyboard.press("ArrowRight")
    assert shown.place == (1, 1)


def scheme(shown: Opened) -> object:
    return shown.page.evaluate("document.documentElement.className")


@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_scheme_follows_the_system(open_deck: Open, system: str) -> None:
    shown = open_deck(titled(), color_scheme=system)
    assert scheme(shown) == system

    other = {"light": "dark", "dark": "light"}[system]
    shown.page.emulate_media(color_scheme=other)
    shown.page.wait_for_timeout(50)
    assert scheme(shown) == other


def test_the_viewers_choice_is_kept_under_slidevs_name(open_deck: Open) -> None:
    shown = open_deck(titled(), over_http=True)
    shown.page.keyboard.press("d")
    assert scheme(shown) == "dark"
    assert shown.page.evaluate("localStorage.getItem('slidev-color-schema')") == "dark"

    shown.page.reload()
    assert scheme(shown) == "dark"

    shown.page.click("[data-deckc-action=dark]")
    assert scheme(shown) == "light"
    assert shown.page.evaluate("localStorage.getItem('slidev-color-schema')") == "auto"


def test_a_locked_scheme_has_no_toggle(open_deck: Open) -> None:
    shown = open_deck(titled(color_schema="dark"), color_scheme="light")
    shown.page.keyboard.press("d")

    assert scheme(shown) == "dark"
    assert shown.page.locator("[data-deckc-action=dark]").count() == 0


def test_a_screen_reader_hears_the_slide(open_deck: Open) -> None:
    shown = open_deck(titled())
    assert shown.page.text_content("[aria-live]") == ""

    shown.nav("go(2)")
    assert shown.page.text_content("[aria-live]") == "2 / 3: Numbers of the year"


def test_a_resting_cursor_is_hidden(open_deck: Open) -> None:
    shown = open_deck(titled())
    shown.page.clock.install()
    shown.page.mouse.move(300, 300)
    shown.page.clock.run_for(2100)
    assert "deckc-idle" in shown.classes("body")

    shown.page.mouse.move(310, 300)
    assert "deckc-idle" not in shown.classes("body")


def test_fullscreen_is_asked_for(open_deck: Open) -> None:
    shown = open_deck(titled())
    shown.page.evaluate("document.documentElement.requestFullscreen = async () => { window.asked = true; }")
    shown.page.keyboard.press("f")

    assert shown.page.evaluate("window.asked") is True
