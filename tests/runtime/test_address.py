"""Slide and click in the address (spec 6.1.3, 12.1)."""

from __future__ import annotations

import pytest

from .conftest import Open
from .sample import deck, slide


def aliased():
    return deck(slide(1, "", clicks=2), slide(2, "", alias="the end ☃"), slide(3, ""))


@pytest.mark.parametrize(
    ("address", "place", "written"),
    [
        ("", (1, 0), "#/1"),
        ("#/1?clicks=2", (1, 2), "#/1?clicks=2"),
        ("#/1?clicks=9", (1, 2), "#/1?clicks=2"),
        ("#/1?clicks=0", (1, 0), "#/1"),
        ("#/1?clicks=x", (1, 0), "#/1"),
        ("#/the%20end%20☃", (2, 0), "#/the%20end%20%E2%98%83"),
        ("#/2", (2, 0), "#/the%20end%20%E2%98%83"),
        ("#/presenter/3", (3, 0), "#/presenter/3"),
        ("#/99", (1, 0), "#/99"),
        ("#/abc", (1, 0), "#/abc"),
        ("#/%E0%A4%A", (1, 0), "#/%E0%A4%A"),
        ("#/3?embedded=true&clicks=4", (3, 0), "#/3?embedded=true"),
    ],
)
def test_an_address_shows_its_slide_and_is_completed(
    open_deck: Open, address: str, place: tuple[int, int], written: str
) -> None:
    shown = open_deck(aliased(), address)

    assert (shown.place, shown.hash()) == (place, written)


def test_a_slide_is_an_entry_in_the_history_and_a_click_is_not(open_deck: Open) -> None:
    shown = open_deck(aliased())
    for _ in range(4):
        shown.nav("next()")
    assert (shown.place, shown.hash()) == ((3, 0), "#/3")

    places = []
    for _ in range(2):
        shown.page.evaluate("history.back()")
        shown.page.wait_for_timeout(100)
        places.append(shown.place)
    assert places == [(2, 0), (1, 2)]


def test_a_changed_address_moves_the_deck(open_deck: Open) -> None:
    shown = open_deck(aliased())
    shown.page.evaluate("location.hash = '#/1?clicks=1'")
    shown.page.wait_for_timeout(50)
    assert shown.place == (1, 1)

    shown.page.evaluate("location.hash = '#/nowhere'")
    shown.page.wait_for_timeout(50)
    assert (shown.place, shown.hash()) == ((1, 0), "#/nowhere")


def test_a_reload_keeps_slide_and_click(open_deck: Open) -> None:
    shown = open_deck(aliased(), "#/1?clicks=1")
    shown.nav("next()")
    shown.page.reload()

    assert shown.place == (1, 2)


def test_a_link_to_a_slide_leads_there_and_leaves_the_keys_alone(open_deck: Open) -> None:
    link = '<a id="l" href="#/the end ☃" data-dc-link="the end ☃">go</a>'
    shown = open_deck(deck(slide(1, link), slide(2, "", alias="the end ☃"), slide(3, "")))
    shown.page.click("#l")
    assert shown.place == (2, 0)

    shown.page.keyboard.press("ArrowRight")
    assert shown.place == (3, 0)
