"""v-motion moves elements from state to state (spec 10.3)."""

from __future__ import annotations

import json

from .conftest import Open, Opened
from .sample import deck, slide

MOTION = {
    "initial": {"x": -80, "opacity": 0},
    "enter": {"x": 0, "opacity": 1, "transition": {"duration": 200}},
    "leave": {"x": 90},
    "clicks": [[1, None, {"y": 30}], [2, 3, {"y": 60, "scale": 2}]],
}


def moved(motion: dict[str, object], attributes: str = "") -> str:
    return f"<p class=\"it\" {attributes} data-dc-motion='{json.dumps(motion)}'>x</p>"


def style(shown: Opened, name: str = "transform") -> str:
    return shown.page.evaluate(f"() => document.querySelector('.it').style.{name}")


def running(shown: Opened) -> int:
    return shown.page.evaluate("() => document.querySelector('.it').getAnimations().length")


def test_the_state_follows_from_slide_and_click(open_deck: Open) -> None:
    shown = open_deck(deck(slide(1, ""), slide(2, moved(MOTION), clicks=3), slide(3, "")))
    states = [style(shown)]
    for address in ("2, 0", "2, 1", "2, 2", "2, 3", "3"):
        shown.nav(f"go({address})")
        states.append(style(shown))

    assert states == [
        "translateX(-80px)",
        "none",
        "translateY(30px)",
        "translateY(60px) scale(2)",
        "translateY(30px)",
        "translateX(90px) translateY(60px) scale(2)",
    ]


def test_a_step_back_takes_a_click_s_variant_back(open_deck: Open) -> None:
    shown = open_deck(deck(slide(1, moved(MOTION), clicks=3)))
    shown.nav("next()")
    shown.nav("prev()")

    assert style(shown) == "none"


def test_a_change_is_animated_and_ends_where_it_should(open_deck: Open) -> None:
    shown = open_deck(deck(slide(1, moved(MOTION))))

    assert running(shown) == 2
    timing = shown.page.evaluate(
        "() => document.querySelector('.it').getAnimations().map((a) => a.effect.getTiming().duration)"
    )
    assert timing == [200, 200]
    shown.page.wait_for_function("() => !document.querySelector('.it').getAnimations().length")
    assert shown.page.evaluate("() => getComputedStyle(document.querySelector('.it')).opacity") == "1"


def test_without_a_transition_a_spring_moves_it(open_deck: Open) -> None:
    shown = open_deck(deck(slide(1, moved({"initial": {"x": -80}, "enter": {"x": 0}}))))

    easing = shown.page.evaluate(
        "() => document.querySelector('.it').getAnimations()[0].effect.getTiming().easing"
    )
    assert easing.startswith("linear(0")


def test_values_in_a_list_are_gone_through(open_deck: Open) -> None:
    motion = {
        "enter": {"x": [0, 50, 10], "transition": {"duration": 300, "repeat": 1, "repeatType": "mirror"}}
    }
    shown = open_deck(deck(slide(1, moved(motion))))

    frames = shown.page.evaluate(
        "() => document.querySelector('.it').getAnimations()[0].effect.getKeyframes().map((k) => k.transform)"
    )
    assert frames == ["none", "translateX(50px)", "translateX(10px)"]
    assert style(shown) == "translateX(10px)"


def test_other_properties_take_px_where_they_are_lengths(open_deck: Open) -> None:
    shown = open_deck(
        deck(slide(1, moved({"enter": {"width": 120, "opacity": 0.5, "backgroundColor": "rgb(1, 2, 3)"}})))
    )

    assert [style(shown, name) for name in ("width", "opacity", "backgroundColor")] == [
        "120px",
        "0.5",
        "rgb(1, 2, 3)",
    ]


def test_on_a_click_element_it_waits_and_leaves_with_it(open_deck: Open) -> None:
    motion = {"initial": {"x": 1}, "enter": {"x": 2}, "leave": {"x": 3}}
    html = moved(motion, 'data-dc-click="1-2"')
    shown = open_deck(deck(slide(1, html, clicks=2)))
    states = [style(shown)]
    for _ in range(2):
        shown.nav("next()")
        states.append(style(shown))

    assert states == ["translateX(1px)", "translateX(2px)", "translateX(3px)"]


def test_nothing_moves_where_motion_is_not_wanted(open_deck: Open) -> None:
    shown = open_deck(deck(slide(1, moved(MOTION), clicks=3)), reduced_motion="reduce")

    assert running(shown) == 0
    assert style(shown) == "none"


def test_paper_shows_the_last_state(open_deck: Open) -> None:
    shown = open_deck(deck(slide(1, ""), slide(2, moved(MOTION), clicks=3)), "?print=slides#/print")

    assert style(shown) == "translateY(30px)"
    assert running(shown) == 0


def test_a_bound_motion_follows_its_expression(open_deck: Open) -> None:
    bindings = '[[0,"attr","data-dc-motion",$ => JSON.stringify({enter: {x: $.$clicks * 10}})]]'
    html = "<p class=\"it\" data-dc=0 data-dc-motion='{}'>x</p>"
    shown = open_deck(deck(slide(1, html, bindings, clicks=2)))
    shown.nav("go(1, 2)")

    assert style(shown) == "translateX(20px)"


def test_a_mark_on_the_element_decides_when_it_enters(open_deck: Open) -> None:
    motion = {"initial": {"x": 1}, "enter": {"x": 2}, "leave": {"x": 3}}
    shown = open_deck(deck(slide(1, moved(motion, 'data-dc-mark="1-2"'), clicks=2)))
    states = []
    for click in range(3):
        shown.nav(f"go(1, {click})")
        states.append(style(shown))

    assert states == ["translateX(1px)", "translateX(2px)", "translateX(3px)"]
