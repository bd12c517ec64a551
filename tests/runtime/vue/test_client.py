"""What `@slidev/client` gives to components beside the state of the talk: drawing, and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .conftest import Show

if TYPE_CHECKING:
    from playwright.sync_api import Page

PENS = """<script setup>
import { ref } from 'vue'
import { drawingState, useDrawings } from '@slidev/client'
const { brush, brushColors, canClear, canRedo, canUndo, clear, drauu, drawingEnabled, drawingMode, isDrawing } = useDrawings()
const log = ref('')
for (const name of ['start', 'end', 'changed']) drauu.on(name, () => { log.value += name[0] })
function blue() { brush.value.color = brushColors[3]; brush.value.size = 9 }
</script>
<template><div class="pens">
<i class="on" @click="drawingEnabled = !drawingEnabled">{{ drawingEnabled }}</i> <i class="line" @click="drawingMode = 'line'">{{ drawingMode }}</i>
<i class="blue" @click="blue">{{ brush.color }} {{ brush.size }}</i>
<i class="undo" @click="drauu.undo()">{{ canUndo }}</i> <i class="redo" @click="drauu.redo()">{{ canRedo }}</i>
<i class="clear" @click="clear">{{ canClear }}</i> <i class="put" @click="drawingState[2] = '<path d=&quot;M1 1L9 9&quot;/><b>no</b>'"/>
<output>{{ isDrawing }} {{ Object.keys(drawingState).join() }} {{ log }}</output>
</div></template>
"""
LOCK = """<script setup>
import { lockShortcuts, shortcutsLocked } from '@slidev/client'
const held = []
</script>
<template><p><i class="lock" @click="held.push(lockShortcuts())">lock</i> <i class="unlock" @click="held.pop()()">unlock</i></p></template>
"""


def press(page: Page, name: str) -> None:
    """Click where the sheet for drawing may lie over it."""
    page.evaluate(f"document.querySelector('.{name}').click()")


def shown(page: Page, name: str) -> str:
    return page.locator(f".pens .{name}").inner_text()


def test_a_component_holds_the_pen(show: Show) -> None:
    page = show("<Pens/>\n\n---\n\n# Two", {"components/Pens.vue": PENS})
    press(page, "on")  # before what draws is there
    page.locator(".pens .on", has_text="true").wait_for()
    press(page, "line")
    press(page, "blue")
    page.mouse.move(500, 400)
    page.mouse.down()
    page.mouse.move(600, 450, steps=3)
    assert page.locator("output").inner_text() == "true 1 sc"
    page.mouse.up()

    stroke = page.locator(".deckc-drawing > path")
    assert [stroke.get_attribute(name) for name in ("d", "stroke", "stroke-width")] == [
        "M500 400L600 450",
        "#1982c4",
        "9",
    ]
    assert page.locator("output").inner_text().startswith("false 1 s")
    assert [shown(page, name) for name in ("undo", "redo", "clear")] == ["true", "false", "true"]


def test_a_component_follows_the_pen_and_takes_strokes_back(show: Show) -> None:
    page = show("<Pens/>\n\n---\n\n# Two", {"components/Pens.vue": PENS})
    for key in ("p", "r", "4"):
        page.keyboard.press(key)
    assert [shown(page, "on"), shown(page, "line"), shown(page, "blue")] == ["true", "rectangle", "#1982c4 4"]
    page.mouse.move(500, 400)
    page.mouse.down()
    page.mouse.move(600, 450)
    page.mouse.up()

    states = []
    for name in ("undo", "redo", "clear", "undo"):
        press(page, name)
        states.append((page.locator(".deckc-drawing > rect").count(), shown(page, "redo")))
    assert states == [(0, "true"), (1, "false"), (0, "false"), (1, "true")]


def test_a_component_puts_strokes_alone_onto_a_slide(show: Show) -> None:
    page = show("<Pens/>\n\n---\n\n# Two", {"components/Pens.vue": PENS})
    page.keyboard.press("Shift")  # brings in what draws
    press(page, "put")
    assert page.locator(".slidev-page-2 .deckc-drawing").inner_html() == '<path d="M1 1L9 9"></path>'
    page.locator("output", has_text="false 2 c").wait_for()


def test_keys_are_the_components_while_it_holds_a_lock(show: Show) -> None:
    page = show("<Lock/>\n\n---\n\n# Two", {"components/Lock.vue": LOCK})
    press(page, "lock")
    press(page, "lock")
    for key in ("ArrowRight", "o", "b", "p"):
        page.keyboard.press(key)
    press(page, "unlock")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("[deckc.nav.currentPage, deckc.deck.state.dialog]") == [1, ""]
    assert not page.locator(".deckc-pens").is_visible()

    press(page, "unlock")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("deckc.nav.currentPage") == 2


def test_keys_come_back_when_the_component_that_took_them_goes(show: Show) -> None:
    inner = "<script setup>\nimport { lockShortcuts } from '@slidev/client'\nlockShortcuts()\n</script>\n<template><b class='inner'>typing</b></template>"
    outer = "<script setup>\nimport { ref } from 'vue'\nimport Inner from './Inner.vue'\nconst on = ref(true)\n</script>\n<template><p><i class='close' @click='on = false'>close</i><Inner v-if='on'/></p></template>"
    page = show("<Outer/>\n\n---\n\n# Two", {"components/Inner.vue": inner, "components/Outer.vue": outer})
    page.keyboard.press("ArrowRight")
    assert page.evaluate("deckc.nav.currentPage") == 1

    page.click(".close")
    page.locator(".inner").wait_for(state="detached")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("deckc.nav.currentPage") == 2


INNER = """<script setup>
import { isDark, toggleDark } from '@slidev/client/logic/dark'
import { currentPage, next } from '@slidev/client/logic/nav'
import { showOverview, toggleOverview } from '@slidev/client/state'
</script>
<template><div><output>{{ isDark }} {{ currentPage }} {{ showOverview }}</output>
<i class="dark" @click="toggleDark()"/><i class="overview" @click="toggleOverview()"/><i class="next" @click="next"/></div></template>
"""
OWN_STEPS = """<script setup>
import { computed, onMounted, onUnmounted, shallowRef } from 'vue'
import { useSlideContext } from '@slidev/client'
const { $clicksContext } = useSlideContext()
const info = shallowRef()
onMounted(() => {
  info.value = $clicksContext.calculateSince('+1', 2)
  $clicksContext.register('steps', info.value)
})
onUnmounted(() => $clicksContext.unregister('steps'))
const at = computed(() => info.value && (info.value.isActive.value ? info.value.currentOffset.value + 1 : 0))
</script>
<template><output>{{ at }}</output></template>
"""


def test_modules_below_the_client_follow_the_deck(show: Show) -> None:
    page = show("<Inner/>\n\n---\n\n# Two", {"components/Inner.vue": INNER})
    output = page.locator(".slidev-page-1 output").first
    assert output.inner_text() == "false 1 false"
    press(page, "dark")
    press(page, "overview")
    assert page.evaluate("[deckc.deck.state.dark, deckc.deck.state.dialog]") == [True, "overview"]
    page.locator("output", has_text="true 1 true").first.wait_for()
    press(page, "overview")
    press(page, "next")
    assert page.evaluate("[deckc.nav.currentPage, deckc.deck.state.dialog]") == [2, ""]


def test_a_component_takes_clicks_by_itself(show: Show) -> None:
    page = show("<Steps/>\n\n<p v-click>a</p>", {"components/Steps.vue": OWN_STEPS})
    page.wait_for_function("() => deckc.nav.clicksTotal === 3")
    shown = []
    for at in range(4):
        page.evaluate(f"async () => await deckc.nav.go(1, {at})")
        shown.append(page.locator("output").inner_text())
    assert shown == ["0", "0", "1", "2"]
