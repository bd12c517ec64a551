"""Steps by key, click, swipe and program (spec 6.1, 6.9, 12.2)."""

from __future__ import annotations

import pytest

from .conftest import Open
from .sample import deck, slide

STEPPED = '<p id="a" class="slidev-vclick-target" data-dc-click="1">A</p><p id="b" class="slidev-vclick-target" data-dc-click="2-3">B</p>'
HIDING = '<p id="h" class="slidev-vclick-target" data-dc-click="1" data-dc-hide>H</p><p id="s" data-dc-switch="0-1">S</p><p id="t" data-dc-switch="1-">T</p>'


def three_slides():
    return deck(
        slide(1, STEPPED, clicks=3), slide(2, HIDING, clicks=1), slide(3, "<h1>End</h1>", clicks=4, start=2)
    )


@pytest.mark.parametrize("key", ["Space", "ArrowRight", "PageDown"])
def test_next_key_takes_one_click(open_deck: Open, key: str) -> None:
    shown = open_deck(three_slides())
    shown.page.keyboard.press(key)

    assert shown.place == (1, 1)


@pytest.mark.parametrize("key", ["Shift+Space", "ArrowLeft", "PageUp"])
def test_previous_key_enters_the_slide_before_at_its_end(open_deck: Open, key: str) -> None:
    shown = open_deck(three_slides(), "#/2")
    shown.page.keyboard.press(key)

    assert shown.place == (1, 3)


@pytest.mark.parametrize("key", ["ArrowDown", "Shift+ArrowRight"])
def test_next_slide_key_starts_at_the_first_click(open_deck: Open, key: str) -> None:
    shown = open_deck(three_slides(), "#/2")
    shown.page.keyboard.press(key)

    assert shown.place == (3, 2)


@pytest.mark.parametrize("key", ["ArrowUp", "Shift+ArrowLeft"])
def test_previous_slide_key_goes_to_click_zero(open_deck: Open, key: str) -> None:
    shown = open_deck(three_slides(), "#/2?clicks=1")
    shown.page.keyboard.press(key)

    assert shown.place == (1, 0)


def test_nothing_lies_before_the_start_and_behind_the_end(open_deck: Open) -> None:
    shown = open_deck(three_slides())
    shown.page.keyboard.press("ArrowLeft")
    assert shown.place == (1, 0)

    shown.nav("go(3, 4)")
    shown.page.keyboard.press("ArrowRight")
    assert shown.place == (3, 4)


def test_a_held_key_repeats_after_a_second_then_faster(open_deck: Open) -> None:
    shown = open_deck(deck(slide(1, "", clicks=50)))
    shown.page.clock.install()
    shown.page.keyboard.down("ArrowRight")
    shown.page.clock.run_for(900)
    before = shown.place
    shown.page.clock.run_for(200)
    after = shown.place
    shown.page.clock.run_for(750 + 500 + 250 + 150 - 100 + 5)
    later = shown.place
    shown.page.keyboard.up("ArrowRight")
    shown.page.clock.run_for(5000)

    assert (before, after, later) == ((1, 1), (1, 2), (1, 6))
    assert shown.place == later


def test_keys_are_off_while_typing_and_on_buttons(open_deck: Open) -> None:
    shown = open_deck(deck(slide(1, "<input id=i><button id=b>x</button>", clicks=9)))
    for selector in ("#i", "#b"):
        shown.page.focus(selector)
        shown.page.keyboard.press("ArrowRight")

    assert shown.place == (1, 0)


def test_keys_with_control_belong_to_the_browser(open_deck: Open) -> None:
    shown = open_deck(three_slides())
    shown.page.keyboard.press("Control+ArrowRight")

    assert shown.place == (1, 0)


def test_click_beside_the_canvas_steps_by_its_side(open_deck: Open) -> None:
    shown = open_deck(three_slides())
    shown.page.set_viewport_size({"width": 980, "height": 900})
    shown.page.wait_for_function("() => document.elementFromPoint(900, 10).id === 'slide-container'")
    shown.page.mouse.click(900, 10)
    assert shown.place == (1, 1)

    shown.page.mouse.click(490, 450)
    assert shown.place == (1, 1)

    shown.page.mouse.click(100, 10)
    assert shown.place == (1, 0)


SWIPE = """([dx, dy]) => {
  const target = document.querySelector('#slide-content');
  const finger = (x, y) => new Touch({ identifier: 1, target, clientX: x, clientY: y });
  const at = finger(400, 250), to = finger(400 + dx, 250 + dy);
  target.dispatchEvent(new TouchEvent('touchstart', { touches: [at], changedTouches: [at], bubbles: true }));
  target.dispatchEvent(new TouchEvent('touchend', { touches: [], changedTouches: [to], bubbles: true }));
}"""


@pytest.mark.parametrize(
    ("move", "place"),
    [
        ([-80, 0], (2, 1)),
        ([80, 0], (1, 3)),
        ([60, 0], (2, 0)),
        ([0, -240], (3, 2)),
        ([0, 240], (1, 0)),
        ([0, 150], (2, 0)),
    ],
)
def test_a_swipe_steps_when_it_is_long_enough(
    open_deck: Open, move: list[int], place: tuple[int, int]
) -> None:
    shown = open_deck(three_slides(), "#/2")
    shown.page.evaluate(SWIPE, move)

    assert shown.place == place


def test_go_brings_slide_and_click_into_range(open_deck: Open) -> None:
    shown = open_deck(three_slides())
    shown.nav("go(3)")
    assert shown.place == (3, 2)
    shown.nav("go(1, 99)")
    assert shown.place == (1, 3)
    shown.nav("go(99)")
    assert shown.place == (3, 2)


def test_nav_tells_what_slidev_tells(open_deck: Open) -> None:
    shown = open_deck(three_slides(), "#/2?clicks=1")
    told = shown.page.evaluate(
        "(({total, clicksTotal, clicksStart, currentLayout, hasNext, hasPrev, slides, tocTree, nextRoute}) =>"
        " ({total, clicksTotal, clicksStart, currentLayout, hasNext, hasPrev, slides: slides.length,"
        " active: tocTree.map((entry) => entry.active), next: nextRoute.no}))(deckc.nav)"
    )

    assert told == {
        "total": 3,
        "clicksTotal": 1,
        "clicksStart": 0,
        "currentLayout": "default",
        "hasNext": True,
        "hasPrev": True,
        "slides": 3,
        "active": [False, True, False],
        "next": 3,
    }


def test_click_elements_carry_their_state_as_classes(open_deck: Open) -> None:
    shown = open_deck(three_slides())
    states = []
    for clicks in range(4):
        shown.nav(f"go(1, {clicks})")
        states.append([sorted(shown.classes(s) - {"slidev-vclick-target"}) for s in ("#a", "#b")])

    hidden, current, prior = ([f"slidev-vclick-{word}"] for word in ("hidden", "current", "prior"))
    assert states == [[hidden, hidden], [current, hidden], [prior, current], [prior, hidden]]


def test_hiding_elements_and_switches_follow_the_click(open_deck: Open) -> None:
    shown = open_deck(three_slides(), "#/2")
    assert shown.classes("#h") == {"slidev-vclick-target"}
    assert shown.classes("#s") == {"slidev-vclick-current"}
    assert shown.classes("#t") == {"slidev-vclick-display-none"}

    shown.nav("next()")
    assert shown.classes("#h") == {
        "slidev-vclick-target",
        "slidev-vclick-hidden",
        "slidev-vclick-hidden-explicitly",
        "slidev-vclick-current",
    }
    assert shown.classes("#s") == {"slidev-vclick-display-none", "slidev-vclick-prior"}
    assert shown.classes("#t") == {"slidev-vclick-current"}


def test_slides_behind_stand_at_their_end_and_slides_ahead_at_their_start(open_deck: Open) -> None:
    shown = open_deck(three_slides(), "#/2")
    assert "slidev-vclick-prior" in shown.classes("#a")

    shown.nav("go(1)")
    assert "slidev-vclick-hidden" not in shown.classes("#h")


def test_what_a_click_hides_cannot_be_focused(open_deck: Open) -> None:
    shown = open_deck(deck(slide(1, '<p data-dc-click="1"><button id=b>x</button></p>', clicks=1)))
    focus = "(document.querySelector('#b').focus(), document.activeElement.id)"
    assert shown.page.evaluate(focus) == ""

    shown.nav("next()")
    assert shown.page.evaluate(focus) == "b"


def test_slideshow_says_in_which_direction_the_last_step_went(open_deck: Open) -> None:
    shown = open_deck(three_slides())
    shown.nav("next()")
    assert shown.classes("#slideshow") == {"slidev-nav-go-forward"}

    shown.nav("prev()")
    assert shown.classes("#slideshow") == {"slidev-nav-go-backward"}
