"""Islands in several places at once: presenter and audience, the panes of the presenter, overview, paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .conftest import Serve, Show

if TYPE_CHECKING:
    from playwright.sync_api import Page

SEEN = """<script setup>
import { onMounted, onUnmounted } from 'vue'
import { onSlideEnter, onSlideLeave, useIsSlideActive, useSlideContext } from '@slidev/client'
const { $renderContext, $page } = useSlideContext()
const active = useIsSlideActive()
const log = (text) => (window.log ??= []).push(`${text} ${$page.value} ${$renderContext.value}`)
onSlideEnter(() => log('enter'))
onSlideLeave(() => log('leave'))
onMounted(() => log('mounted'))
onUnmounted(() => log('gone'))
</script>
<template><p class="seen">{{ $renderContext }} {{ $clicks }} {{ active }}</p></template>
"""
DECK = "---\nclicks: 2\n---\n\n# One\n\n<Seen/>\n\n---\n\n# Two\n\n<Seen/>\n\n---\n\n# Three\n"
FILES = {"components/Seen.vue": SEEN}
MAIN = "#slideshow .slidev-page:not([hidden]) .seen"
NEXT = ".next .seen"


def shows(page: Page, selector: str, text: str) -> None:
    page.wait_for_function(
        "([selector, text]) => document.querySelector(selector)?.textContent === text",
        arg=[selector, text],
        timeout=20_000,
    )


def log_of(page: Page) -> list[str]:
    """Return what was logged since the last time."""
    found: list[str] = page.evaluate("() => window.log?.splice(0) ?? []")
    return found


@pytest.fixture(params=["from the disk", "served"])
def audience(request: pytest.FixtureRequest, show: Show, serve: Serve) -> Page:
    if request.param == "served":
        return serve({"slides.md": DECK, **FILES}, "#/1").page
    return show(DECK, FILES, "#/1")


@pytest.fixture
def presenter(audience: Page) -> Page:
    page = audience.context.new_page()
    page.goto(f"{audience.url.split('#')[0]}#/presenter/1")
    return page


def test_a_click_reaches_every_place(audience: Page, presenter: Page) -> None:
    shows(audience, MAIN, "slide 0 true")
    shows(presenter, MAIN, "presenter 0 true")
    shows(presenter, NEXT, "previewNext 1 false")
    presenter.wait_for_timeout(300)
    presenter.keyboard.press("ArrowRight")
    shows(presenter, MAIN, "presenter 1 true")
    shows(presenter, NEXT, "previewNext 2 false")
    shows(audience, MAIN, "slide 1 true")
    audience.keyboard.press("ArrowRight")
    shows(audience, MAIN, "slide 2 true")
    shows(presenter, MAIN, "presenter 2 true")
    shows(presenter, NEXT, "previewNext 0 false")


def test_a_slide_is_entered_once_in_each_window(audience: Page, presenter: Page) -> None:
    shows(presenter, NEXT, "previewNext 1 false")
    presenter.wait_for_timeout(300)
    assert sorted(log_of(presenter)) == ["enter 1 presenter", "mounted 1 presenter", "mounted 1 previewNext"]
    assert sorted(log_of(audience)) == ["enter 1 slide", "mounted 1 slide"]
    presenter.evaluate("deckc.nav.go(2)")
    shows(presenter, MAIN, "presenter 0 true")
    shows(audience, MAIN, "slide 0 true")
    presenter.wait_for_function("() => deckc.nav.currentPage === 2 && window.log.length >= 4", timeout=20_000)
    assert sorted(log_of(presenter)) == [
        "enter 2 presenter",
        "gone 1 previewNext",
        "leave 1 presenter",
        "mounted 2 presenter",
    ]
    assert sorted(log_of(audience)) == ["enter 2 slide", "leave 1 slide", "mounted 2 slide"]


def test_the_overview_has_instances_of_its_own(show: Show) -> None:
    page = show(DECK, FILES, "#/1")
    shows(page, MAIN, "slide 0 true")
    log_of(page)
    page.keyboard.press("o")
    page.wait_for_function("() => document.querySelectorAll('.deckc-frame .seen').length === 2")
    shown = page.eval_on_selector_all(".deckc-frame .seen", "all => all.map((e) => e.textContent)")
    assert [each.split()[0::2] for each in shown] == [["overview", "false"]] * 2
    assert sorted(log_of(page)) == ["mounted 1 overview", "mounted 2 overview"]
    page.keyboard.press("Escape")
    page.wait_for_function("() => window.log.length === 2")
    assert sorted(log_of(page)) == ["gone 1 overview", "gone 2 overview"]
    assert page.text_content(MAIN) == "slide 0 true"


def test_paper_shows_each_click(show: Show) -> None:
    page = show(DECK, FILES, "?print&clicks#/")
    page.wait_for_selector("#print-content .seen")
    assert page.locator("#print-content .seen").count() >= 2


def test_states_are_apart(show: Show) -> None:
    counter = "<script setup>import { ref } from 'vue'; const n = ref(0)</script><template><button class='count' @click='n++'>{{ n }}</button></template>"
    page = show("<Counter/>\n\n---\n\n# B", {"components/Counter.vue": counter}, "#/1")
    page.click("#slideshow .count")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("o")
    page.wait_for_selector(".deckc-frame .count")
    assert page.text_content(".deckc-frame .count") == "0"
    assert page.text_content("#slideshow .count") == "1"
