"""Vue components that are edited while the deck is served: the page shows the new ones where the reader is."""

from __future__ import annotations

import pytest

from .conftest import Serve
from .served import Served

COUNTER = """<script setup>
import { onUnmounted, ref } from 'vue'
import { step } from './step'
const n = ref(0)
onUnmounted(() => (window.gone = (window.gone ?? 0) + 1))
</script>
<template><button class="own" @click="n += step">first {{ n }}</button></template>
<style scoped>.own { color: rgb(1, 2, 3) }</style>
"""
FILES = {
    "slides.md": "# One\n\n<Other/>\n\n---\n\n# Two\n\n<p v-click>a</p>\n\n<p v-click>b</p>\n\n<Counter/>\n\n---\n\n# Three\n",
    "components/Counter.vue": COUNTER,
    "components/step.ts": "export const step: number = 1\n",
    "components/Other.vue": "<script setup>import { ref } from 'vue'; const n = ref(0)</script><template><button class='other' @click='n++'>other {{ n }}</button></template>",
    "global-bottom.vue": "<template><footer class='foot'>foot {{ $nav.currentPage }}</footer></template>",
    "components/Plain.vue": "<template><i class='plain'>plain</i></template>",
}


@pytest.fixture
def served(serve: Serve) -> Served:
    served = serve(FILES, "#/2?clicks=1")
    served.page.wait_for_selector(".own")
    return served


def test_template_script_style_and_imports(served: Served) -> None:
    served.mark()
    served.page.click(".own")
    served.shows(".own", "first 1")

    served.write("components/Counter.vue", "first", "second")
    served.shows(".own", "second 0")
    served.page.click(".own")
    served.shows(".own", "second 1")

    served.write("components/Counter.vue", "ref(0)", "ref(40)")
    served.shows(".own", "second 40")

    served.write("components/step.ts", "= 1", "= 5")
    served.page.wait_for_function("() => window.gone === 3", timeout=20_000)
    served.page.click(".own")
    served.shows(".own", "second 45")

    served.write("components/Counter.vue", "rgb(1, 2, 3)", "rgb(9, 8, 7)")
    served.page.wait_for_function(
        "() => getComputedStyle(document.querySelector('.own')).color === 'rgb(9, 8, 7)'", timeout=20_000
    )
    assert served.place() == [2, 1, True]


def test_what_was_not_edited_keeps_its_state(served: Served) -> None:
    served.mark()
    served.page.evaluate("deckc.nav.go(1)")
    served.page.click(".other")
    served.page.evaluate("deckc.nav.go(2, 2)")
    served.write("components/Counter.vue", "first", "second")
    served.shows(".own", "second 0")
    served.page.evaluate("deckc.nav.go(1)")
    assert served.page.text_content(".other") == "other 1"
    served.page.click(".other")
    served.shows(".other", "other 2")
    assert served.place() == [1, 0, True]


def test_a_global_layer(served: Served) -> None:
    served.mark()
    served.shows("#slide-content .foot", "foot 2")
    served.write("global-bottom.vue", "foot {{", "below {{")
    served.shows("#slide-content .foot", "below 2")
    served.page.evaluate("deckc.nav.go(3)")
    served.shows("#slide-content .foot", "below 3")
    assert served.place() == [3, 0, True]


def test_the_first_component_with_state_comes_and_goes(served: Served) -> None:
    served.write("slides.md", "<Other/>", "<Plain/>")
    served.write("slides.md", "<Counter/>", "<Plain/>")
    served.write("global-bottom.vue", "foot {{ $nav.currentPage }}", "foot")
    served.page.wait_for_function("() => !document.querySelector('.own')", timeout=20_000)
    served.page.reload()
    served.page.wait_for_selector(".slidev-page-2 .plain")
    served.mark()
    served.write("slides.md", "# Two", "# Two\n\n<Counter/>")
    served.shows(".own", "first 0")
    served.page.click(".own")
    served.shows(".own", "first 1")
    assert served.place() == [2, 1, True]


def test_presenter_and_audience(served: Served) -> None:
    presenter = served.page.context.new_page()
    presenter.goto(f"{served.address}#/presenter/2?clicks=1")
    presenter.wait_for_selector(".own")
    served.mark()
    served.mark(presenter)
    served.write("components/Counter.vue", "first", "second")
    served.shows("#slideshow .own", "second 0")
    served.shows("#slideshow .own", "second 0", presenter)
    assert served.place() == [2, 1, True]
    assert served.place(presenter) == [2, 1, True]
    presenter.close()


def test_keys_that_a_component_took_come_back_when_it_is_edited(serve: Serve) -> None:
    lock = "<script setup>import { lockShortcuts } from '@slidev/client'</script><template><i class='lock' @click='lockShortcuts()'>lock</i></template>"
    served = serve({"slides.md": "# One\n\n<Lock/>\n\n---\n\n# Two\n", "components/Lock.vue": lock}, "#/1")
    served.page.wait_for_selector(".lock")
    served.page.click(".lock")
    served.page.keyboard.press("ArrowRight")
    assert served.page.evaluate("deckc.nav.currentPage") == 1

    served.write("components/Lock.vue", ">lock<", ">other<")
    served.shows(".lock", "other")
    served.page.keyboard.press("ArrowRight")
    assert served.page.evaluate("deckc.nav.currentPage") == 2
