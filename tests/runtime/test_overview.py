"""Ways through a deck: overview, go-to, overview page, notes page, the browser's search (spec 12.2, 12.4.11)."""

from __future__ import annotations

import pytest

from .conftest import Open
from .sample import deck, slide
from .talk import SIZES, is_inside, resize, talk


@pytest.mark.parametrize("size", SIZES)
def test_the_overview_shows_all_slides_with_all_clicks(open_deck: Open, size: tuple[int, int]) -> None:
    shown = open_deck(talk())
    resize(shown, size)
    shown.page.keyboard.press("o")
    shown.page.wait_for_function("() => document.querySelectorAll('.deckc-card .slidev-page').length === 3")

    assert is_inside(shown, ".deckc-card")
    assert shown.page.locator(".deckc-card .slidev-vclick-hidden").count() == 0
    thumb = "(({width}) => width)(document.querySelector('.deckc-card .slidev-page').getBoundingClientRect())"
    place = "document.querySelector('.deckc-thumb').clientWidth"
    shown.page.wait_for_function(f"() => Math.abs({thumb} - {place}) < 2")


def test_arrows_enter_and_digits_choose(open_deck: Open) -> None:
    shown = open_deck(talk())
    shown.page.keyboard.press("`")
    shown.page.wait_for_selector(".deckc-card:focus")
    shown.page.keyboard.press("ArrowRight")
    shown.page.keyboard.press("Enter")
    assert shown.place == (2, 0)
    assert not shown.page.is_visible(".deckc-overview")

    shown.page.keyboard.press("o")
    shown.page.wait_for_selector(".deckc-card:focus")
    shown.page.keyboard.press("3")
    shown.page.keyboard.press("Enter")
    assert shown.place == (3, 0)

    shown.page.keyboard.press("o")
    shown.page.wait_for_selector(".deckc-card:focus")
    shown.page.keyboard.press("Escape")
    shown.page.wait_for_selector(".deckc-overview", state="hidden")
    shown.page.wait_for_timeout(50)
    shown.page.keyboard.press("ArrowLeft")
    assert shown.place == (2, 2)


def test_hundreds_of_slides_are_made_when_they_are_near(open_deck: Open) -> None:
    shown = open_deck(deck(*(slide(no, f"<h1>Slide {no}</h1><p>{'word ' * 40}</p>") for no in range(1, 401))))
    shown.page.keyboard.press("o")
    shown.page.wait_for_selector(".deckc-card .slidev-page")
    shown.page.wait_for_timeout(300)
    made = "document.querySelectorAll('.deckc-card .slidev-page').length"
    assert shown.page.locator(".deckc-card").count() == 400
    assert 0 < shown.page.evaluate(made) < 120

    shown.page.keyboard.press("End")
    shown.page.wait_for_selector(".deckc-card .slidev-page-400")
    shown.page.wait_for_timeout(300)
    assert shown.page.evaluate(made) < 120, "those that are far away are given up"


@pytest.mark.parametrize("typed", ["forty", "numb", "3", "nbrs"])
def test_go_to_finds_titles_numbers_and_words_of_the_text(open_deck: Open, typed: str) -> None:
    shown = open_deck(talk())
    shown.page.keyboard.press("g")
    shown.page.keyboard.type(typed)
    shown.page.keyboard.press("Enter")

    assert shown.place == (3, 0)


def test_the_overview_page_has_clicks_notes_and_words(open_deck: Open) -> None:
    shown = open_deck(talk(), "#/overview")
    shown.page.wait_for_selector(".deckc-row .slidev-page-2")
    assert shown.hash() == "#/overview"
    assert shown.page.title() == "Overview - A talk - Slidev"
    row = shown.page.locator(".deckc-row").nth(1)
    assert "11 words" in row.inner_text()

    row.locator("input[type=range]").fill("0")
    assert row.locator(".slidev-vclick-hidden").count() == 2

    row.locator(".deckc-card").click()
    assert shown.hash() == "#/2"


@pytest.mark.parametrize("size", SIZES)
def test_the_notes_page_follows(open_deck: Open, size: tuple[int, int]) -> None:
    shown = open_deck(talk(), "#/notes")
    resize(shown, size)
    assert "Look up first." in shown.page.inner_text(".slidev-note")

    shown.page.keyboard.press("ArrowRight")
    assert "Before all rules." in shown.page.inner_text(".slidev-note")
    assert shown.hash() == "#/notes"
    assert is_inside(shown, ".deckc-view-notes footer")


def test_the_print_address_lays_out_all_slides(open_deck: Open) -> None:
    shown = open_deck(talk(), "#/print")

    assert shown.page.locator(".print-slide-container").count() == 3


def test_the_browsers_search_shows_the_slide_with_all_its_clicks(open_deck: Open) -> None:
    shown = open_deck(talk())
    assert shown.page.get_attribute(".slidev-page-2", "hidden") == "until-found"
    assert (
        shown.page.evaluate("getComputedStyle(document.querySelector('.slidev-page-2')).visibility")
        == "hidden"
    )
    inert = "document.querySelector('.slidev-page-2 [data-dc-click]').inert"
    assert shown.page.evaluate(inert) is False, "inert text is not found"

    # what the browser does when it finds words in a hidden element
    shown.page.evaluate(
        "(() => { const p = document.querySelector('.slidev-page-2'); p.dispatchEvent(new Event('beforematch', { bubbles: true })); })()"
    )
    assert shown.place == (2, 2)
    assert shown.visible_pages() == ["2"]


def test_an_address_that_names_words_finds_them_in_a_hidden_slide(open_deck: Open) -> None:
    """Text fragments are found as the browser's own search finds words; no script can ask for that."""
    shown = open_deck(talk(), "#:~:text=is%20an%20answer", over_http=True)

    shown.page.wait_for_selector(".slidev-page-3:not([hidden])")
    assert shown.visible_pages() == ["3"]
