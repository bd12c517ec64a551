"""What a speaker lays over a slide: drawings, laser pointer, zoom, blank screen (spec 12.4.3, 12.4.4)."""

from __future__ import annotations

import pytest

from .conftest import Open, Opened
from .talk import SIZES, is_inside, resize, talk

STROKES = "document.querySelectorAll('#slideshow .slidev-page-{} > .deckc-drawing > *').length"


def strokes(shown: Opened, no: int = 1) -> object:
    return shown.page.evaluate(STROKES.format(no))


def drag(shown: Opened, *points: tuple[float, float]) -> None:
    """Drag the mouse; places are shares of the canvas."""
    box = shown.page.locator("#slide-content").bounding_box()
    assert box
    places = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in points]
    shown.page.mouse.move(*places[0])
    shown.page.mouse.down()
    for place in places[1:]:
        shown.page.mouse.move(*place, steps=4)
    shown.page.mouse.up()


@pytest.mark.parametrize("size", SIZES)
def test_the_pen_draws_where_it_goes(open_deck: Open, size: tuple[int, int]) -> None:
    shown = open_deck(talk())
    resize(shown, size)
    shown.page.keyboard.press("p")
    assert is_inside(shown, ".deckc-pens")

    drag(shown, (0.5, 0.5), (0.7, 0.6))
    box = shown.page.evaluate(
        "(({x, y, width, height}) => [x, y, x + width, y + height].map(Math.round))(document.querySelector('.deckc-drawing path').getBBox())"
    )
    assert box == [490, 276, 686, 331]
    assert shown.place == (1, 0)


@pytest.mark.parametrize(
    ("key", "name"), [("s", "path"), ("l", "path"), ("a", "path"), ("r", "rect"), ("e", "ellipse")]
)
def test_each_key_takes_its_tool(open_deck: Open, key: str, name: str) -> None:
    shown = open_deck(talk())
    shown.page.keyboard.press("p")
    shown.page.keyboard.press(key)
    shown.page.keyboard.press("4")
    drag(shown, (0.2, 0.4), (0.4, 0.8))

    drawn = shown.page.locator(f".deckc-drawing > {name}")
    assert drawn.get_attribute("stroke") == "#1982c4"
    assert strokes(shown) == 1


def test_strokes_are_taken_back_erased_and_cleared(open_deck: Open) -> None:
    shown = open_deck(talk())
    shown.page.keyboard.press("p")
    drag(shown, (0.2, 0.3), (0.4, 0.3))
    drag(shown, (0.2, 0.6), (0.4, 0.6))
    assert strokes(shown) == 2

    shown.page.keyboard.press("Control+z")
    assert strokes(shown) == 1
    shown.page.keyboard.press("Control+Shift+z")
    assert strokes(shown) == 2

    shown.page.click("[data-tool=eraser]")
    drag(shown, (0.3, 0.5), (0.3, 0.7))
    assert strokes(shown) == 1

    shown.page.keyboard.press("c")
    assert strokes(shown) == 0
    shown.page.keyboard.press("Control+z")
    assert strokes(shown) == 1


def test_each_slide_has_its_own_drawing(open_deck: Open) -> None:
    shown = open_deck(talk())
    shown.page.keyboard.press("p")
    drag(shown, (0.2, 0.3), (0.4, 0.3))
    shown.page.keyboard.press("ArrowRight")
    assert shown.place == (2, 0)
    drag(shown, (0.2, 0.6), (0.4, 0.6))
    drag(shown, (0.2, 0.8), (0.4, 0.8))

    assert [strokes(shown, no) for no in (1, 2, 3)] == [1, 2, 0]
    shown.page.keyboard.press("Escape")
    assert not shown.page.is_visible(".deckc-pens")


def test_a_drawing_is_printed_and_stands_in_the_overview(open_deck: Open) -> None:
    shown = open_deck(talk())
    shown.page.keyboard.press("p")
    drag(shown, (0.2, 0.3), (0.4, 0.3))
    shown.page.keyboard.press("Escape")
    shown.page.keyboard.press("o")
    shown.page.wait_for_selector(".deckc-card .deckc-drawing path", state="attached")
    shown.page.keyboard.press("Escape")
    shown.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")

    assert shown.page.locator("#print-content .deckc-drawing path").count() == 1


def test_drawings_are_kept_in_the_browser_where_the_deck_says_so(open_deck: Open) -> None:
    shown = open_deck(talk(drawings="{persist: true}"), over_http=True)
    shown.page.keyboard.press("p")
    drag(shown, (0.2, 0.3), (0.4, 0.3))
    shown.page.reload()
    shown.page.wait_for_function(f"() => {STROKES.format(1)} === 1")


def test_what_is_no_stroke_is_not_taken_from_elsewhere(open_deck: Open) -> None:
    shown = open_deck(talk(drawings="{persist: true}"), over_http=True)
    bad = '<path d="M0 0L9 9" style="background:url(https://e.invalid)"/><script>x()</script><image href="https://e.invalid/x.png"/><path fill="url(https://e.invalid)"/>'
    shown.page.evaluate(
        "(text) => localStorage.setItem('deckc-drawings:' + location.pathname, JSON.stringify({ 1: text }))",
        bad,
    )
    shown.page.reload()
    shown.page.wait_for_function(f"() => {STROKES.format(1)} === 2")

    drawn = shown.page.inner_html(".slidev-page-1 > .deckc-drawing")
    assert "invalid" not in drawn
    assert "style" not in drawn
    assert "script" not in drawn


def test_the_laser_is_a_dot_under_the_cursor(open_deck: Open) -> None:
    shown = open_deck(talk())
    shown.page.keyboard.press("l")
    shown.page.mouse.move(300, 200)
    shown.page.wait_for_selector(".deckc-laser:visible")
    box = shown.page.locator(".deckc-laser").bounding_box()
    assert box
    assert (round(box["x"] + box["width"] / 2), round(box["y"] + box["height"] / 2)) == (300, 200)
    assert "slidev-self-laser-active" in shown.classes("body")

    shown.page.keyboard.press("l")
    assert not shown.page.is_visible(".deckc-laser")


def test_a_region_fills_the_screen_and_gives_way(open_deck: Open) -> None:
    shown = open_deck(talk(), reduced_motion="reduce")
    width = "Math.round(document.querySelector('#slide-content').getBoundingClientRect().width)"
    shown.page.keyboard.press("z")
    drag(shown, (0.5, 0.5), (1, 1))
    assert shown.page.evaluate(width) == 1960
    corner = "(({right, bottom}) => [right, bottom].map(Math.round))(document.querySelector('#slide-content').getBoundingClientRect())"
    assert shown.page.evaluate(corner) == [980, 552]

    shown.page.keyboard.press("Escape")
    assert shown.page.evaluate(width) == 980

    shown.page.keyboard.press("z")
    drag(shown, (0.5, 0.5), (0.75, 0.75))
    shown.page.keyboard.press("ArrowRight")
    assert shown.page.evaluate(width) == 980, "a zoom belongs to its slide"


@pytest.mark.parametrize(("key", "colour"), [("b", "rgb(0, 0, 0)"), ("w", "rgb(255, 255, 255)")])
def test_the_screen_goes_blank_and_comes_back(open_deck: Open, key: str, colour: str) -> None:
    shown = open_deck(talk())
    shown.page.keyboard.press(key)
    assert (
        shown.page.evaluate("getComputedStyle(document.querySelector('.deckc-blank')).backgroundColor")
        == colour
    )
    assert is_inside(shown, ".deckc-blank")

    shown.page.keyboard.press(key)
    assert not shown.page.is_visible(".deckc-blank")


def test_nothing_of_it_is_there_before_it_is_asked_for(open_deck: Open) -> None:
    shown = open_deck(talk())
    shown.page.wait_for_timeout(400)
    seen = "[...document.querySelectorAll('[data-deckc-ui]')].filter((e) => e.checkVisibility() && !e.matches('.deckc-controls, .deckc-announce')).map((e) => e.className)"

    assert shown.page.evaluate(seen) == []
    assert shown.page.locator(".deckc-drawing").count() == 0
