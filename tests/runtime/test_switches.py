"""A v-switch goes from slot to slot with its transition (spec 6.6 and 11.1)."""

from __future__ import annotations

import pytest

from .conftest import Open, Opened
from .written import rendered

SLOW = ":root { --slidev-transition-duration: 0.3s }"
NONE = "slidev-vclick-display-none"


def switch(attributes: str = "", around: str = "") -> str:
    return f"""---
layout: none
---

<h2>Head</h2>

<v-switch id="s" {attributes}>
<template #1><p>one</p></template>
<template #2><p>two</p></template>
<template #3-5><p>three</p></template>
</v-switch>

<p id="after">after</p>
{around}

---

second
"""


def boxes(shown: Opened) -> list[list[object]]:
    """Return text, whether it is displayed, and the transition's classes of each slot in the page."""
    return shown.page.evaluate(
        """() => [...document.querySelector('#s').children].map((box) => [
          box.textContent.trim(),
          getComputedStyle(box).display !== 'none',
          [...box.classList].filter((name) => /-(enter|leave)-/.test(name)).sort().join(' '),
        ])"""
    )


def start(shown: Opened, call: str = "next()") -> None:
    shown.page.evaluate(f"void deckc.nav.{call}")


def test_slots_come_go_and_are_current_then_over(open_deck: Open) -> None:
    shown = open_deck(rendered(switch()))
    states = []
    for _ in range(5):
        states.append(
            shown.page.evaluate(
                "() => [...document.querySelector('#s').children].map((b) => [...b.classList].map((n) => n.slice(14)).join(' '))"
            )
        )
        shown.nav("next()")

    assert states == [
        ["target display-none", "target display-none", "target display-none"],
        ["target current", "target display-none", "target display-none"],
        ["target display-none prior", "target current", "target display-none"],
        ["target display-none prior", "target display-none prior", "target current"],
        ["target display-none prior", "target display-none prior", "target"],
    ]


def test_both_slots_are_seen_while_one_gives_way_to_the_other(open_deck: Open) -> None:
    shown = open_deck(rendered(switch('transition="fade"')), css=SLOW)
    shown.nav("next()")
    start(shown)

    assert boxes(shown) == [
        ["one", True, "fade-leave-active fade-leave-to"],
        ["two", True, "fade-enter-active fade-enter-to"],
        ["three", False, ""],
    ]
    assert (
        shown.page.evaluate("getComputedStyle(document.querySelector('#s').children[1]).transitionDuration")
        == "0.3s"
    )


def test_next_resolves_when_the_transition_is_over(open_deck: Open) -> None:
    shown = open_deck(rendered(switch('transition="fade"')), css=SLOW)
    shown.nav("next()")
    took = shown.page.evaluate(
        "async () => { const t = performance.now(); await deckc.nav.next(); return performance.now() - t }"
    )

    assert took >= 280
    assert boxes(shown) == [["one", False, ""], ["two", True, ""], ["three", False, ""]]
    assert shown.page.evaluate("[...document.querySelectorAll('#s > [style]')].length") == 0


@pytest.mark.parametrize(("call", "name"), [("next()", "slide-left"), ("prev()", "slide-right")])
def test_the_way_back_is_the_opposite(open_deck: Open, call: str, name: str) -> None:
    shown = open_deck(rendered(switch('transition="slide-left"')), css=SLOW)
    shown.nav("go(1, 2)")
    start(shown, call)

    assert {entry[2].split("-enter")[0].split("-leave")[0] for entry in boxes(shown) if entry[2]} == {name}


def test_each_direction_may_have_its_own_name(open_deck: Open) -> None:
    css = ".mine-leave-active, .mine-enter-active { transition: opacity 0.3s } .mine-leave-to, .mine-enter-from { opacity: 0 }"
    shown = open_deck(rendered(switch("""v-bind="{ transition: 'mine | none' }" """)), css=css)
    shown.nav("go(1, 2)")
    start(shown)
    onward = boxes(shown)
    shown.nav("go(1, 2)")
    start(shown, "prev()")

    assert [entry[2] for entry in onward] == [
        "",
        "mine-leave-active mine-leave-to",
        "mine-enter-active mine-enter-to",
    ]
    assert [entry[2] for entry in boxes(shown)] == ["", "", ""]


def test_an_authors_own_transition_runs(open_deck: Open) -> None:
    css = ".zoom-enter-active { transition: scale 0.3s } .zoom-enter-from { scale: 0.5 }"
    shown = open_deck(rendered(switch(""":transition="{ name: 'zoom' }" """)), css=css)
    start(shown)

    assert boxes(shown)[0] == ["one", True, "zoom-enter-active zoom-enter-to"]
    assert shown.page.evaluate("document.querySelector('#s').firstElementChild.getAnimations().length") == 1


@pytest.mark.parametrize(("start_at", "call"), [(1, "next()"), (2, "prev()")])
def test_what_comes_stands_where_the_other_one_leaves(open_deck: Open, start_at: int, call: str) -> None:
    shown = open_deck(rendered(switch('transition="fade"')), css=SLOW)
    shown.nav(f"go(1, {start_at})")
    tops = "() => [...document.querySelectorAll('#s p')].slice(0, 2).map((p) => Math.round(p.getBoundingClientRect().top))"
    after = "() => Math.round(document.querySelector('#after').getBoundingClientRect().top)"
    at_rest = max(shown.page.evaluate(tops)), shown.page.evaluate(after)
    start(shown, call)

    assert shown.page.evaluate(tops) == [at_rest[0]] * 2
    assert shown.page.evaluate(after) == at_rest[1]


def test_a_step_in_the_middle_of_a_transition_ends_it(open_deck: Open) -> None:
    shown = open_deck(rendered(switch('transition="fade" unmount')), css=SLOW)
    shown.nav("next()")
    start(shown)
    start(shown)

    assert [entry[0] for entry in boxes(shown)] == ["two", "three"]
    shown.nav("go(1, 1)")
    assert boxes(shown) == [["one", True, ""]]


def test_slots_that_are_not_shown_are_absent_where_they_are_unmounted(open_deck: Open) -> None:
    shown = open_deck(rendered(switch("unmount")))
    states = [[entry[0] for entry in boxes(shown)]]
    for call in ("next()", "next()", "go(1, 4)", "prev()", "prev()", "prev()", "prev()"):
        shown.nav(call)
        states.append([entry[0] for entry in boxes(shown)])

    assert states == [[], ["one"], ["two"], ["three"], ["three"], ["two"], ["one"], []]


def test_what_is_unmounted_is_there_on_paper_and_in_small(open_deck: Open) -> None:
    shown = open_deck(rendered(switch("unmount")))
    shown.nav("go(2)")
    shown.page.keyboard.press("o")
    shown.page.wait_for_selector(".deckc-card .slidev-page-1", state="attached")
    small = "() => [...document.querySelectorAll('.deckc-card .slidev-page-1 .slidev-vclick-target')].map((b) => b.textContent.trim())"
    shown.page.wait_for_function(f"({small})().length === 1")

    assert shown.page.evaluate(small) == ["three"]

    paper = open_deck(rendered(switch("unmount")), "?print=clicks#/print")
    per_sheet = "() => [...document.querySelectorAll('.print-slide-container')].map((s) => s.querySelector('#s')?.textContent.trim() ?? null)"
    assert paper.page.evaluate(per_sheet) == ["", "one", "two", "three", "three", None]


def test_who_wants_no_motion_sees_none(open_deck: Open) -> None:
    shown = open_deck(rendered(switch('transition="fade"')), css=SLOW, reduced_motion="reduce")
    shown.nav("next()")
    start(shown)

    assert boxes(shown) == [["one", False, ""], ["two", True, ""], ["three", False, ""]]


def test_a_change_of_slide_is_no_step_of_the_switch(open_deck: Open) -> None:
    shown = open_deck(rendered(switch('transition="fade"')), css=SLOW)
    shown.nav("go(2)")
    start(shown, "go(1, 2)")

    assert [entry[2] for entry in boxes(shown)] == ["", "", ""]


def test_a_deck_without_such_a_switch_has_no_script_for_it(open_deck: Open) -> None:
    text = "createSwitches=(deck,_root)"
    with_it = open_deck(rendered(switch("unmount")))
    without = open_deck(rendered(switch()))

    assert [text in shown.page.content() for shown in (with_it, without)] == [True, False]
