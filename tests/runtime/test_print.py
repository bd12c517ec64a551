"""Slides on paper: a sheet for each slide, or for each click (spec 9.4.2, 12.1)."""

from __future__ import annotations

import pytest

from deckc.model.rendered import RenderedLayer

from .conftest import Open, Opened
from .sample import deck, slide

FOOTER = RenderedLayer('<footer data-dc="0"></footer>', '[[0,"content",$ => $.$nav.currentPage]]')


def two_slides():
    first = '<p class="c">x</p><i data-dc-click="1">a</i><i data-dc-click="2">b</i><a data-dc-link="2" href="#/2">l</a>'
    return deck(
        slide(1, first, clicks=2),
        slide(
            2,
            '<p data-dc="0"></p>',
            '[[0,"content",$ => $.$clicks + " " + $.$nav.currentPage]]',
            clicks=3,
            start=1,
        ),
        layers={"global-top": FOOTER},
    )


def sheets(shown: Opened) -> object:
    return shown.page.evaluate(
        "[...document.querySelectorAll('.print-slide-container')].map((sheet) => `${sheet.id} ${sheet.querySelectorAll('.slidev-vclick-hidden').length}`)"
    )


@pytest.mark.parametrize("address", ["?print", "?print=true", "#/print", "#/1?print=true"])
def test_each_slide_is_a_sheet_at_its_end(open_deck: Open, address: str) -> None:
    shown = open_deck(two_slides(), address)

    assert sheets(shown) == ["001-01 0", "002-02 0"]
    assert shown.page.inner_text(".slidev-page-2 p") == "3 2"
    assert shown.page.is_hidden("#slide-container")


@pytest.mark.parametrize("address", ["?print=clicks", "#/print?print=clicks"])
def test_each_click_is_a_sheet_when_asked(open_deck: Open, address: str) -> None:
    shown = open_deck(two_slides(), address)

    assert sheets(shown) == ["001-01 2", "001-02 1", "001-03 0", "002-02 0", "002-03 0", "002-04 0"]
    texts = shown.page.locator(".slidev-page-2 p").all_inner_texts()
    assert texts == ["1 2", "2 2", "3 2"]


def test_layers_stand_on_every_sheet_and_name_its_page(open_deck: Open) -> None:
    shown = open_deck(two_slides(), "?print")

    assert shown.page.locator(".print-slide-container footer").all_inner_texts() == ["1", "2"]


def test_links_lead_to_sheets_on_paper(open_deck: Open) -> None:
    shown = open_deck(two_slides(), "?print")

    assert shown.page.get_attribute("a", "href") == "#002-02"
    assert shown.page.locator("[id='002-02']").count() == 1


def test_printing_from_the_browser_lays_out_and_goes_back(open_deck: Open) -> None:
    shown = open_deck(two_slides())
    shown.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert sheets(shown) == ["001-01 0", "002-02 0"]

    shown.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert sheets(shown) == []
    assert shown.place == (1, 0)
    assert shown.visible_pages() == ["1"]
    assert shown.page.locator("#slideshow > .slidev-page").count() == 2
    assert shown.page.get_attribute("a", "href") == "#/2"
    assert shown.page.locator(".slidev-vclick-hidden").count() == 2


def test_steps_stand_still_in_print(open_deck: Open) -> None:
    shown = open_deck(two_slides(), "?print")
    shown.page.keyboard.press("ArrowRight")
    shown.nav("next()")

    assert shown.place == (1, 2)


@pytest.mark.parametrize(("address", "pages"), [("", 2), ("?print", 2), ("?print=clicks", 6)])
def test_a_pdf_has_a_page_of_the_canvas_size_for_each_sheet(
    open_deck: Open, address: str, pages: int
) -> None:
    pypdf = pytest.importorskip("pypdf")
    shown = open_deck(two_slides(), address)
    path = shown.folder / "deck.pdf"
    path.write_bytes(shown.page.pdf(prefer_css_page_size=True, print_background=True))
    read = pypdf.PdfReader(path).pages

    assert len(read) == pages
    assert {(round(float(p.mediabox.width)), round(float(p.mediabox.height))) for p in read} == {(735, 414)}


def test_the_menu_prints(open_deck: Open) -> None:
    shown = open_deck(two_slides())
    shown.page.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1 } }")
    shown.page.mouse.click(300, 200, button="right")
    shown.page.get_by_role("menuitem", name="Print").click()

    assert shown.page.evaluate("window.printed") == 1
    assert not shown.page.is_visible(".deckc-menu")
