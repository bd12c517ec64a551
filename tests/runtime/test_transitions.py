"""How one slide gives way to the next (spec 11.1)."""

from __future__ import annotations

import pytest

from deckc.model.deck import Transition

from .conftest import Open, Opened
from .sample import deck, slide

BOTH_WAYS = Transition("slide-left", "slide-right")
SLOW = ":root { --slidev-transition-duration: 0.3s }"
RECORD = """() => {
  window.seen = [];
  const note = () => {
    for (const page of document.querySelectorAll('.slidev-page')) {
      for (const name of page.classList) {
        const entry = `${page.dataset.slidevNo} ${name}`;
        if (/(enter|leave)-/.test(name) && !window.seen.includes(entry)) window.seen.push(entry);
      }
    }
  };
  new MutationObserver(note).observe(document.querySelector('#slideshow'), { subtree: true, attributes: true, attributeFilter: ['class'] });
}"""


def sliding(*transitions: Transition):
    return deck(*(slide(no, f"<h1>{no}</h1>", transition=t) for no, t in enumerate(transitions, 1)))


def names_seen(shown: Opened, call: str) -> set[str]:
    shown.page.evaluate(RECORD)
    shown.nav(call)
    return {entry.replace("-active", "").replace("-to", "") for entry in shown.page.evaluate("seen")}


def leftovers(shown: Opened) -> object:
    return shown.page.evaluate(
        "[...document.querySelectorAll('.slidev-page')].flatMap((p) => [...p.classList]).filter((n) => /enter|leave/.test(n))"
    )


def test_go_resolves_when_the_transition_is_over(open_deck: Open) -> None:
    shown = open_deck(sliding(BOTH_WAYS, BOTH_WAYS), css=SLOW)
    took = shown.page.evaluate(
        "async () => { const t = performance.now(); await deckc.nav.go(2); return performance.now() - t }"
    )

    assert took >= 280
    assert shown.visible_pages() == ["2"]
    assert leftovers(shown) == []


def test_both_slides_are_on_screen_while_it_runs(open_deck: Open) -> None:
    shown = open_deck(sliding(BOTH_WAYS, BOTH_WAYS), css=SLOW)
    shown.page.evaluate("void deckc.nav.go(2)")

    assert shown.visible_pages() == ["1", "2"]
    assert shown.classes(".slidev-page-1") >= {"slide-left-leave-active", "slide-left-leave-to"}
    assert shown.classes(".slidev-page-2") >= {"slide-left-enter-active", "slide-left-enter-to"}
    assert shown.page.evaluate("document.querySelector('.slidev-page-1').inert") is True


@pytest.mark.parametrize(
    ("start", "call", "names"),
    [
        ("#/1", "go(2)", {"1 a-leave", "2 a-enter"}),
        ("#/2", "go(1)", {"2 back-a-leave", "1 back-a-enter"}),
        ("#/1", "go(3)", {"1 b-leave", "3 b-enter"}),
        ("#/3", "go(1)", {"3 back-a-leave", "1 back-a-enter"}),
        ("#/3", "go(4)", set()),
    ],
)
def test_forwards_the_slide_before_the_target_decides_and_backwards_the_target(
    open_deck: Open, start: str, call: str, names: set[str]
) -> None:
    shown = open_deck(
        sliding(
            Transition("a", "back-a"),
            Transition("b", "back-b"),
            Transition(None, None),
            Transition("d", None),
        ),
        start,
    )

    assert names_seen(shown, call) == names


def test_names_of_the_deck_run_the_decks_own_css(open_deck: Open) -> None:
    css = ".spin-enter-active { animation: spin 0.2s } @keyframes spin { from { rotate: 1turn } }"
    shown = open_deck(sliding(Transition("spin", None), BOTH_WAYS), css=css)
    took = shown.page.evaluate(
        "async () => { const t = performance.now(); await deckc.nav.go(2); return performance.now() - t }"
    )

    assert took >= 180


@pytest.mark.parametrize("name", ["none", "view-transition", None])
def test_transitions_without_classes_show_the_slide(open_deck: Open, name: str | None) -> None:
    shown = open_deck(sliding(Transition(name, name), BOTH_WAYS))

    assert names_seen(shown, "go(2)") == set()
    assert shown.visible_pages() == ["2"]


def test_view_transitions_use_the_browsers_own(open_deck: Open) -> None:
    shown = open_deck(sliding(Transition("view-transition", None), BOTH_WAYS))
    shown.page.evaluate(
        "() => { const real = document.startViewTransition.bind(document);"
        " document.startViewTransition = (...a) => { window.viewed = true; return real(...a); }; }"
    )
    shown.nav("go(2)")

    assert shown.page.evaluate("window.viewed") is True


def test_a_second_navigation_ends_the_first(open_deck: Open) -> None:
    shown = open_deck(sliding(BOTH_WAYS, BOTH_WAYS, BOTH_WAYS), css=SLOW)
    shown.page.evaluate(
        "async () => { const first = deckc.nav.go(2); await new Promise((r) => setTimeout(r, 60));"
        " const second = deckc.nav.go(3); await Promise.all([first, second]); }"
    )

    assert (shown.visible_pages(), leftovers(shown)) == (["3"], [])


def test_turning_back_in_the_middle_keeps_the_slide(open_deck: Open) -> None:
    shown = open_deck(sliding(BOTH_WAYS, BOTH_WAYS), css=SLOW)
    shown.page.evaluate(
        "async () => { const there = deckc.nav.go(2); const back = deckc.nav.go(1); await there; await back; }"
    )

    assert (shown.visible_pages(), leftovers(shown)) == (["1"], [])


def test_a_click_in_the_middle_lets_the_transition_run_on(open_deck: Open) -> None:
    shown = open_deck(deck(slide(1, "", transition=BOTH_WAYS), slide(2, "", clicks=2)), css=SLOW)
    shown.page.evaluate(
        "async () => { const there = deckc.nav.go(2); await deckc.nav.next(); window.pages = document.querySelectorAll('.slidev-page:not([hidden])').length; await there; }"
    )

    assert shown.page.evaluate("pages") == 2
    assert (shown.place, shown.visible_pages()) == ((2, 1), ["2"])


def test_the_first_slide_just_stands_there(open_deck: Open) -> None:
    shown = open_deck(sliding(BOTH_WAYS, BOTH_WAYS), "#/2")

    assert leftovers(shown) == []
    assert shown.visible_pages() == ["2"]


def test_who_asked_for_less_motion_sees_none(open_deck: Open) -> None:
    shown = open_deck(sliding(BOTH_WAYS, BOTH_WAYS), reduced_motion="reduce")

    assert names_seen(shown, "go(2)") == set()
    assert shown.visible_pages() == ["2"]


def test_frozen_css_does_not_hold_the_deck_up(open_deck: Open) -> None:
    shown = open_deck(sliding(BOTH_WAYS, BOTH_WAYS), css="* { transition: none !important }")
    took = shown.page.evaluate(
        "async () => { const t = performance.now(); await deckc.nav.go(2); return performance.now() - t }"
    )

    assert took < 200
    assert shown.visible_pages() == ["2"]
