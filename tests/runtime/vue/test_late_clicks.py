"""Clicks of what an island shows only later: they come behind all that stand there by then, as in Slidev (measured)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .conftest import Show

if TYPE_CHECKING:
    from playwright.sync_api import Page

LATE_AT = """<script setup>defineProps(['at'])</script>
<template><div><div v-if="$clicks >= at"><slot/></div></div></template>
"""
BY_BUTTON = """<script setup>import { ref } from 'vue'; const shown = ref(false)</script>
<template><div><i class="toggle" @click="shown = !shown">show</i><div v-if="shown"><slot/></div></div></template>
"""
FILES = {"components/LateAt.vue": LATE_AT, "components/ByButton.vue": BY_BUTTON}
SEEN = """() => { const { page, clicks } = deckc.deck.state
return `${clicks}/${deckc.nav.clicksTotal} ` + [...document.querySelectorAll(`.slidev-page-${page} p, .slidev-page-${page} li`)]
  .map((e) => (e.closest(".slidev-vclick-hidden, .slidev-vclick-display-none") ? "" : e.textContent)).join("") }"""


def seen(page: Page) -> object:
    """Return click, last click, and the letters that are shown."""
    return page.evaluate(SEEN)


def steps(page: Page, *, count: int, no: int = 1) -> list[object]:
    """Return what is seen at each click."""
    return [
        page.evaluate(f"async () => {{ await deckc.nav.go({no}, {at}); return ({SEEN})() }}")
        for at in range(count)
    ]


def test_what_comes_at_a_click_in_a_components_template(show: Show) -> None:
    own = (
        '<template><div><p v-click>a</p><p v-if="$clicks >= 1" v-click>b</p><p v-click>c</p></div></template>'
    )
    page = show("<Own/>\n\n<p v-click>d</p>", {"components/Own.vue": own})
    assert steps(page, count=5) == ["0/3 ", "1/4 a", "2/4 ac", "3/4 acd", "4/4 abcd"]
    page.evaluate("deckc.nav.go(1, 0)")
    assert seen(page) == "0/3 "


def test_what_comes_at_a_click_in_a_slot(show: Show) -> None:
    page = show('<LateAt at="1"><p v-click>a</p><p v-click>b</p></LateAt>\n\n<p v-click>c</p>', FILES)
    assert steps(page, count=4) == ["0/1 ", "1/3 c", "2/3 ac", "3/3 abc"]


def test_what_comes_and_goes_by_a_button(show: Show) -> None:
    page = show("<ByButton><p v-click>a</p><p v-click>b</p></ByButton>\n\n<p v-click>c</p>", FILES)
    assert seen(page) == "0/1 "
    page.click(".toggle")
    assert seen(page) == "0/3 "
    assert steps(page, count=4)[1:] == ["1/3 c", "2/3 ac", "3/3 abc"]

    page.evaluate("deckc.nav.go(1, 1)")
    page.click(".toggle")
    assert seen(page) == "1/1 c"
    page.click(".toggle")
    assert steps(page, count=4)[1:] == ["1/3 c", "2/3 ac", "3/3 abc"]


def test_what_takes_the_place_of_something_counts_without_it(show: Show) -> None:
    tabs = """<script setup>import { ref } from 'vue'; const tab = ref(1)</script>
<template><div><i class="toggle" @click="tab = 3 - tab">tab</i><slot v-if="tab === 1"/><slot v-else name="second"/></div></template>
"""
    deck = "<Tabs><p v-click>a</p><p v-click>b</p><template #second><p v-click>x</p></template></Tabs>\n\n<p v-click>c</p>"
    page = show(deck, {"components/Tabs.vue": tabs})
    assert steps(page, count=4) == ["0/3 ", "1/3 a", "2/3 ab", "3/3 abc"]
    page.evaluate("deckc.nav.go(1, 0)")
    page.click(".toggle")
    assert steps(page, count=4) == ["0/3 ", "1/3 ", "2/3 x", "3/3 xc"]
    page.click(".toggle")
    assert steps(page, count=4) == ["0/3 ", "1/3 a", "2/3 ab", "3/3 abc"]


def test_places_of_all_kinds(show: Show) -> None:
    own = """<template><div v-if="$clicks >= 1"><p v-click="[2, 4]">a</p><p v-click="'+2'">b</p><p v-click="6">c</p>
<p v-after>d</p><p v-click-hide>e</p><p v-click="false">f</p></div></template>"""
    page = show("<Own/>\n\n<p v-click>z</p>", {"components/Own.vue": own})
    shown = ["0/1 ", "1/6 efz", "2/6 aefz", "3/6 abdefz", "4/6 bdfz", "5/6 bdfz", "6/6 bcdfz"]
    assert steps(page, count=7) == shown


def test_lists_of_steps_that_vue_draws(show: Show) -> None:
    own = """<template><div v-if="$clicks >= 1"><v-clicks><ul><li>a</li><li>b</li></ul></v-clicks><v-click><p>c</p></v-click>
<VClick hide><p>d</p></VClick></div></template>"""
    page = show("<Own/>\n\n<p v-click>z</p>", {"components/Own.vue": own})
    assert steps(page, count=6) == ["0/1 ", "1/5 dz", "2/5 adz", "3/5 abdz", "4/5 abcdz", "5/5 abcz"]


def test_code_and_switches_in_a_slot_step_from_where_they_begin(show: Show) -> None:
    deck = """<LateAt at="1">

```js {1|2}
a
b
```

<v-switch><template #1><p>x</p></template><template #2><p>y</p></template></v-switch>

</LateAt>

<p v-click>z</p>
"""
    page = show(deck, FILES)
    assert steps(page, count=5) == ["0/1 ", "1/4 z", "2/4 z", "3/4 xz", "4/4 yz"]
    lines = (
        "[...document.querySelectorAll('code > .line')].map((line) => line.classList.contains('highlighted'))"
    )
    lit = [page.evaluate(f"async () => {{ await deckc.nav.go(1, {at}); return {lines} }}") for at in (1, 2)]
    assert lit == [[True, False], [False, True]]


def test_an_island_inside_of_what_comes_later_counts_too(show: Show) -> None:
    inner = """<script setup>import { onMounted } from 'vue'; onMounted(() => { (window.log ??= []).push('mounted') })</script>
<template><div><p v-click>a</p><p v-if="$clicks >= 2" v-click>b</p><p v-click>c</p></div></template>"""
    page = show(
        '<LateAt at="1"><Inner/></LateAt>\n\n<p v-click>z</p>', {**FILES, "components/Inner.vue": inner}
    )
    assert page.evaluate("window.log") is None
    assert steps(page, count=5) == ["0/1 ", "1/3 z", "2/4 az", "3/4 acz", "4/4 abcz"]
    page.evaluate("deckc.nav.go(1, 0)")
    assert seen(page) == "0/1 "
    assert steps(page, count=5)[4] == "4/4 abcz"
    assert page.evaluate("window.log") == ["mounted", "mounted"]


TWO = (
    """<template><div><section v-if="$clicks >= 1"><slot/></section><slot name="second"/></div></template>"""
)


def test_the_same_slot_of_an_island_in_another_s_slot_is_its_own(show: Show) -> None:
    deck = "<Two><p v-click>a</p><template #second><Two><p v-click>x</p></Two></template></Two>\n\n<p v-click>c</p>"
    page = show(deck, {"components/Two.vue": TWO})
    assert steps(page, count=4) == ["0/1 ", "1/3 c", "2/3 ac", "3/3 axc"]


def test_what_comes_later_inside_of_what_comes_later_is_counted_when_it_does(show: Show) -> None:
    inner = "<ByButton><p v-click=\"'+2'\">x</p></ByButton>"
    page = show(f'<LateAt at="1"><p v-click>a</p>{inner}</LateAt>\n\n<p v-click>c</p>', FILES)
    assert steps(page, count=3) == ["0/1 ", "1/2 c", "2/2 ac"]
    page.click(".toggle")
    assert seen(page) == "2/4 ac"
    page.evaluate("deckc.nav.go(1, 3)")
    assert seen(page) == "3/4 ac"
    page.evaluate("deckc.nav.go(1, 4)")
    assert seen(page) == "4/4 axc"


def test_a_slide_that_is_entered_from_behind_is_at_its_very_end(show: Show) -> None:
    page = show('<LateAt at="1"><p v-click>a</p></LateAt>\n\n<p v-click>b</p>\n\n---\n\n# Two', FILES, "#/2")
    page.keyboard.press("ArrowLeft")
    page.wait_for_function("() => deckc.nav.clicksTotal === 2")
    assert seen(page) == "2/2 ab"


def test_a_total_that_the_author_gives_stays(show: Show) -> None:
    page = show(
        '---\nclicks: 2\n---\n\n<LateAt at="1"><p v-click>a</p><p v-click>b</p></LateAt>\n\n<p v-click>c</p>',
        FILES,
    )
    assert steps(page, count=4) == ["0/2 ", "1/2 c", "2/2 ac", "2/2 ac"]


def test_what_comes_by_itself_waits_for_its_click(show: Show) -> None:
    slow = """<script setup>import { onMounted, ref } from 'vue'; const on = ref(false); onMounted(() => setTimeout(() => { on.value = true }, 20))</script>
<template><div><slot v-if="on"/></div></template>"""
    page = show("<Slow><p v-click>a</p></Slow>\n\n<p v-click>b</p>", {"components/Slow.vue": slow})
    page.wait_for_function("() => deckc.nav.clicksTotal === 2")
    assert steps(page, count=3) == ["0/2 ", "1/2 b", "2/2 ab"]


def test_copies_of_a_slide_count_for_themselves(show: Show) -> None:
    page = show(
        '<LateAt at="1"><p v-click>a</p></LateAt>\n\n<p v-click>b</p>', FILES, "#/presenter/1?clicks=1"
    )
    next_state = page.locator(".deckc-frame .slidev-page-1")
    next_state.locator("p", has_text="a").wait_for()
    places = next_state.locator("p").evaluate_all("all => all.map((e) => e.textContent + e.dataset.dcClick)")
    assert places == ["a2", "b1"]
    assert page.evaluate("deckc.nav.clicksTotal") == 2


def test_paper_shows_it_all(show: Show) -> None:
    page = show('<LateAt at="1"><p v-click>a</p></LateAt>\n\n<p v-click>b</p>', FILES, "?print")
    page.wait_for_function("() => deckc.deck.slide(1).clicks === 2")
    assert page.locator("p.slidev-vclick-hidden").count() == 0


def test_each_click_on_paper_has_its_own_state_of_an_island(show: Show) -> None:
    own = "<template><p>{{ $clicks }}</p></template>"
    page = show("<Own/>\n\n<b v-click>a</b> <b v-click>b</b>", {"components/Own.vue": own}, "?print=clicks")
    page.locator("#\\30 01-03").wait_for()
    sheets = page.eval_on_selector_all(
        ".print-slide-container", "all => all.map((e) => e.id + ' ' + e.querySelector('p').textContent)"
    )
    assert sheets == ["001-01 0", "001-02 1", "001-03 2"]


def test_a_slide_without_islands_tells_its_total_as_it_grows(show: Show) -> None:
    deck = (
        '<p v-click>a</p>\n<p v-if="$clicks >= 1" v-click>b</p>\n<p v-click>c</p>\n\n{{ $nav.clicksTotal }}'
    )
    page = show(deck, {}, "#/1?clicks=3")
    assert seen(page) == "3/3 abc3"
    assert steps(page, count=4) == ["0/2 2", "1/3 a3", "2/3 ac3", "3/3 abc3"]
