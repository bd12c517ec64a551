"""Components with state, in a built page opened from the disk, under its own policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .conftest import Show

if TYPE_CHECKING:
    from playwright.sync_api import Page

COUNTER = """<script setup>
import { ref } from 'vue'
const props = defineProps({ start: { type: Number, default: 0 } })
const n = ref(props.start)
</script>
<template><button class="counter" @click="n++">{{ n }}</button></template>
"""


def text(page: Page, selector: str) -> str:
    return page.locator(selector).first.inner_text()


def go(page: Page, no: int, clicks: int = 0) -> None:
    page.evaluate(f"async () => await deckc.nav.go({no}, {clicks})")


def classes(page: Page, selector: str) -> list[str]:
    return page.eval_on_selector_all(
        selector, "all => all.map((e) => e.className.includes('vclick-hidden') ? 'hidden' : 'shown')"
    )


def test_state_is_kept_from_slide_to_slide(show: Show) -> None:
    page = show("<Counter :start='3'/>\n\n---\n\n# Two", {"components/Counter.vue": COUNTER})
    page.click(".counter")
    page.click(".counter")
    go(page, 2)
    go(page, 1)
    assert text(page, ".counter") == "5"


def test_an_island_of_a_slide_ahead_is_not_mounted(show: Show) -> None:
    loud = "<script setup>import { onMounted } from 'vue'; onMounted(() => { (window.log ??= []).push('mounted') })</script><template><p/></template>"
    page = show("# One\n\n---\n\n<Loud/>", {"components/Loud.vue": loud})
    assert page.evaluate("window.log") is None
    go(page, 2)
    go(page, 1)
    go(page, 2)
    assert page.evaluate("window.log") == ["mounted"]


def test_what_is_typed_is_shown(show: Show) -> None:
    quiz = """<script setup>
import { computed, reactive } from 'vue'
const a = reactive({ name: '', pick: 'x', many: [], on: false })
const all = computed(() => `${a.name}|${a.pick}|${a.many.join()}|${a.on}`)
</script>
<template><input class="name" v-model.trim="a.name"><select v-model="a.pick"><option>x</option><option>y</option></select>
<input type="checkbox" value="p" v-model="a.many"><input type="radio" value="y" v-model="a.pick"><input type="checkbox" class="on" v-model="a.on"><output>{{ all }}</output></template>
"""
    page = show("<Quiz/>", {"components/Quiz.vue": quiz})
    page.fill(".name", " Ada ")
    page.select_option("select", "y")
    page.check("[value=p]")
    page.check(".on")
    assert text(page, "output") == "Ada|y|p|true"


def test_keys_that_are_typed_do_not_turn_the_slide(show: Show) -> None:
    quiz = "<script setup>import { ref } from 'vue'; const t = ref('')</script><template><input v-model='t'><i>{{ t }}</i></template>"
    page = show("<Quiz/>\n\n---\n\n# B", {"components/Quiz.vue": quiz})
    page.click("input")
    page.keyboard.type("a b")
    assert [text(page, "i"), page.evaluate("deckc.nav.currentPage")] == ["a b", 1]


def test_the_click_is_read(show: Show) -> None:
    line = "<template><ol><li v-for='n in 3' :class='{ on: $clicks >= n }'>{{ n }}</li></ol></template>"
    page = show("---\nclicks: 3\n---\n\n<Line/>\n\n---\n\n# B", {"components/Line.vue": line})
    go(page, 1, 2)
    assert page.locator("li.on").count() == 2
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelectorAll('li.on').length === 3")
    go(page, 2)
    go(page, 1)
    assert page.locator("li.on").count() == 0


def test_slots_of_an_island_hold_the_decks_own_steps(show: Show) -> None:
    box = "<script setup>import { ref } from 'vue'; const on = ref(true)</script><template><button @click='on = !on'>t</button><section v-if='on'><slot/></section></template>"
    deck = "<Box>\n\n<p v-click>a</p>\n\n<p v-click>b {{ $clicks }}</p>\n\n</Box>"
    page = show(deck, {"components/Box.vue": box})
    assert classes(page, "section p") == ["hidden", "hidden"]
    go(page, 1, 1)
    assert classes(page, "section p") == ["shown", "hidden"]
    page.click("button")
    assert page.locator("section p").count() == 0
    page.click("button")
    go(page, 1, 2)
    assert [classes(page, "section p"), text(page, "section p:last-child")] == [["shown", "shown"], "b 2"]


def test_clicks_in_an_islands_template(show: Show) -> None:
    steps = """<script setup>import { ref } from 'vue'; const n = ref(0)</script>
<template><button @click="n++">{{ n }}</button><p v-click>a</p><v-clicks><ul><li v-for="x in ['b', 'c']">{{ x }}{{ n }}</li></ul></v-clicks><p v-click.hide>d</p></template>
"""
    page = show("<Steps/>", {"components/Steps.vue": steps})
    seen = []
    for clicks in range(5):
        go(page, 1, clicks)
        page.click("button")
        seen.append(classes(page, ".slidev-page p, .slidev-page li"))
    assert seen == [
        ["hidden", "hidden", "hidden", "shown"],
        ["shown", "hidden", "hidden", "shown"],
        ["shown", "shown", "hidden", "shown"],
        ["shown", "shown", "shown", "shown"],
        ["shown", "shown", "shown", "hidden"],
    ]
    assert text(page, "li") == "b5"


def test_the_deck_is_steered(show: Show) -> None:
    nav = "<script setup>import { useNav } from '@slidev/client'; const { next, go, currentPage, hasNext } = useNav()</script><template><button class='next' @click='next'>{{ currentPage }}{{ hasNext }}</button><button class='go' @click='go(3)'>go</button></template>"
    page = show(
        "---\nlayout: none\n---\n\n<Nav/>\n\n---\n\n<Nav/>\n\n---\n\n<Nav/>", {"components/Nav.vue": nav}
    )
    page.click(".slidev-page-1 .next")
    page.wait_for_function("() => deckc.nav.currentPage === 2")
    page.click(".slidev-page-2 .go")
    page.wait_for_function("() => deckc.nav.currentPage === 3")
    page.wait_for_function("() => document.querySelector('.slidev-page-3 .next').innerText === '3false'")


def test_entering_and_leaving_a_slide(show: Show) -> None:
    watch = """<script setup>
import { onSlideEnter, onSlideLeave, useIsSlideActive } from '@slidev/client'
const active = useIsSlideActive()
window.log = []
onSlideEnter((to) => window.log.push(`enter ${to}`))
onSlideLeave((to) => window.log.push(`leave to ${to}`))
</script>
<template><p class="state">{{ active }}</p></template>
"""
    page = show("# One\n\n---\n\n<Watch/>\n\n---\n\n# Three", {"components/Watch.vue": watch})
    for no in (2, 3, 2):
        go(page, no)
    assert page.evaluate("window.log") == ["enter 2", "leave to 3", "enter 2"]
    assert text(page, ".state") == "true"


def test_a_global_layer_lives_once(show: Show) -> None:
    layer = """<script setup>
import { computed } from 'vue'
import { useNav } from '@slidev/client'
const nav = useNav()
const page = computed(() => nav.currentPage.value)
window.made = (window.made ?? 0) + 1
</script>
<template><footer :data-page="page"><Transition name="x"><b v-if="page > 1">{{ page }} / {{ nav.total }}</b></Transition></footer></template>
"""
    page = show("# One\n\n---\n\n# Two", {"global-bottom.vue": layer})
    assert page.locator("footer b").count() == 0
    go(page, 2)
    assert [text(page, "footer b"), page.evaluate("window.made")] == ["2 / 2", 1]
    assert page.get_attribute("footer", "data-page") == "2"


def test_paper_has_a_layer_for_each_page(show: Show) -> None:
    layer = "<template><footer>{{ $nav.currentPage }}</footer></template>"
    page = show("# One\n\n---\n\n# Two", {"global-top.vue": layer}, "?print#/")
    page.wait_for_selector("#print-content")
    assert page.eval_on_selector_all("#print-content footer", "all => all.map((e) => e.innerText)") == [
        "1",
        "2",
    ]


def test_what_only_a_browser_has(show: Show) -> None:
    chart = """<script setup>
import { onMounted, ref } from 'vue'
const canvas = ref(null)
const width = ref(window.innerWidth)
onMounted(() => {
  const at = canvas.value.getContext('2d')
  at.fillStyle = 'rgb(255, 0, 0)'
  at.fillRect(0, 0, 10, 10)
})
</script>
<template><canvas ref="canvas" width="10" height="10"/><i>{{ width }}</i><slot/></template>
"""
    page = show("<Chart>\n\n# in\n\n</Chart>", {"components/Chart.vue": chart})
    assert text(page, "i") == "980"
    assert text(page, ".slidev-page h1") == "in"
    pixel = "[...document.querySelector('canvas').getContext('2d').getImageData(1, 1, 1, 1).data]"
    assert page.evaluate(pixel) == [255, 0, 0, 255]


def test_dark_mode(show: Show) -> None:
    lamp = "<script setup>import { useDarkMode } from '@slidev/client'; const { isDark, toggleDark } = useDarkMode()</script><template><button @click='toggleDark()'>{{ isDark }}</button></template>"
    page = show("<Lamp/>", {"components/Lamp.vue": lamp})
    assert text(page, ".slidev-page button") == "false"
    page.click(".slidev-page button")
    page.wait_for_function("() => document.documentElement.classList.contains('dark')")
    page.wait_for_function("() => document.querySelector('.slidev-page button').innerText === 'true'")


def test_teleport_async_components_and_injection(show: Show) -> None:
    files = {
        "components/A.vue": """<script setup>
import { defineAsyncComponent, provide, ref } from 'vue'
const Late = defineAsyncComponent(() => import('./parts/Late.vue'))
const n = ref(1)
provide('n', n)
</script>
<template><button @click="n++">+</button><Teleport to="body"><aside>{{ n }}</aside></Teleport><Suspense><Late/></Suspense></template>
""",
        "components/parts/Late.vue": "<script setup>import { inject } from 'vue'; const n = inject('n'); await Promise.resolve()</script><template><b>{{ n }}</b></template>",
    }
    page = show("<A/>", files)
    page.click(".slidev-page button")
    page.wait_for_function("() => document.querySelector('.slidev-page b')?.innerText === '2'")
    assert text(page, "aside") == "2"


def test_input_and_listeners_from_the_slide(show: Show) -> None:
    files = {
        "components/Ask.vue": "<script setup>defineProps({ at: Number }); defineEmits(['done'])</script><template><button @click=\"$emit('done', 2)\">{{ at }}</button></template>"
    }
    page = show(
        "---\nclicks: 2\n---\n\n<Ask :at='$clicks * 10' @done='$nav.go($event)'/>\n\n---\n\n# B", files
    )
    go(page, 1, 2)
    assert text(page, ".slidev-page button") == "20"
    page.click(".slidev-page button")
    page.wait_for_function("() => deckc.nav.currentPage === 2")


def test_the_decks_own_components_in_an_island(show: Show) -> None:
    mix = """<script setup>import { ref } from 'vue'; import Add from '~icons/carbon/add'; const n = ref(0)</script>
<template><button @click="n++"><carbon-add/><Add v-if="n"/></button><nav><Toc/></nav><p><Link to="2">two</Link> <SlideCurrentNo/></p></template>
"""
    page = show("# One\n\n<Mix/>\n\n---\n\n# Two", {"components/Mix.vue": mix})
    page.click(".slidev-page button")
    assert page.locator(".slidev-page-1 button svg").count() == 2
    assert page.locator(".slidev-page-1 nav li").count() == 2
    page.click("text=two")
    page.wait_for_function("() => deckc.nav.currentPage === 2")


def test_the_app_is_set_up(show: Show) -> None:
    files = {
        "setup/main.ts": """import { defineAppSetup } from '@slidev/types'
import { h } from 'vue'
export default defineAppSetup(({ app }) => {
  app.component('Given', () => h('b', 'given'))
  app.config.globalProperties.$shout = (s: string) => s.toUpperCase()
  app.provide('k', 'from main')
})
""",
        "components/A.vue": "<script setup>import { inject, ref } from 'vue'; const k = inject('k', '-'); const n = ref(0)</script><template><p @click='n++'>{{ k }} <Given/> {{ $shout('x') }}</p></template>",
    }
    page = show("<A/>", files)
    assert text(page, ".slidev-page p") == "from main given X"


def test_a_layout_with_state(show: Show) -> None:
    layout = "<script setup>import { ref } from 'vue'; defineProps({ tone: String }); const n = ref(0)</script><template><div class='slidev-layout live' :class='tone'><button @click='n++'>{{ n }}</button><slot/><footer><slot name='foot'/></footer></div></template>"
    page = show(
        "---\nlayout: live\ntone: red\n---\n\n# Hi\n\n<p v-click>p</p>\n\n::foot::\n\nfoot",
        {"layouts/live.vue": layout},
    )
    page.click(".slidev-page button")
    assert [text(page, "button"), text(page, "h1"), text(page, "footer"), classes(page, ".live.red > p")] == [
        "1",
        "Hi",
        "foot",
        ["hidden"],
    ]
    go(page, 1, 1)
    assert classes(page, ".live.red > p") == ["shown"]


def test_the_script_of_a_slide(show: Show) -> None:
    deck = """<script setup>
import { ref } from 'vue'
const list = ref(['a'])
const word = ref('')
</script>

# {{ list.length }}

<input v-model="word" @keydown.enter="list.push(word)">

- <b v-for="x in list" v-click>{{ x }}</b>

```js
const a = 1
```
"""
    page = show(deck, {})
    page.fill("input", "zz")
    page.press("input", "Enter")
    assert [text(page, "h1"), page.locator("b").all_inner_texts(), page.locator("code .line").count()] == [
        "2",
        ["a", "zz"],
        1,
    ]


def test_a_page_stays_small(show: Show) -> None:
    import gzip
    import re

    page = show("<Counter/>", {"components/Counter.vue": COUNTER})
    scripts = re.findall(r"<script>(.*?)</script>", page.content(), re.DOTALL)
    script = next(each for each in scripts if "deckcVue" in each)
    assert len(gzip.compress(script.encode(), 9)) < 45_000


def test_files_in_the_input_of_an_island_are_found(show: Show) -> None:
    files = {
        "components/Pic.vue": "<script setup>import { onMounted, ref } from 'vue'; import own from './own.svg'; defineProps(['src']); const n = ref(0); onMounted(() => n.value++)</script><template><img v-if='n' class='a' :src='src'><img v-if='n' class='b' :src='own'><img v-if='n' class='c' src='./own.svg'></template>",
        "components/own.svg": "<svg xmlns='http://www.w3.org/2000/svg' width='5' height='5'/>",
        "public/pic.svg": "<svg xmlns='http://www.w3.org/2000/svg' width='7' height='7'/>",
    }
    page = show("<Pic src='/pic.svg'/>", files)
    page.wait_for_function("document.querySelectorAll('.slidev-page img').length === 3")
    page.wait_for_function(
        "[...document.querySelectorAll('.slidev-page img')].every((e) => e.naturalWidth > 0)"
    )
    assert page.eval_on_selector_all(".slidev-page img", "all => all.map((e) => e.naturalWidth)") == [7, 5, 5]


def test_files_that_the_script_of_an_island_names_from_the_root_are_found(show: Show) -> None:
    files = {
        "components/Pics.vue": "<script setup>import { onMounted, ref } from 'vue'; const all = ['/a.svg', `/in/b.svg`]; const n = ref(0); onMounted(() => n.value++)</script><template><template v-if='n'><img v-for='src in all' :src='src'><img :src=\"'/a.svg'\"><i>{{ '/none.svg' }}</i></template></template>",
        "public/a.svg": "<svg xmlns='http://www.w3.org/2000/svg' width='5' height='5'/>",
        "public/in/b.svg": "<svg xmlns='http://www.w3.org/2000/svg' width='7' height='7'/>",
    }
    page = show("<Pics/>", files)
    page.wait_for_function("document.querySelectorAll('.slidev-page img').length === 3")
    page.wait_for_function(
        "[...document.querySelectorAll('.slidev-page img')].every((e) => e.naturalWidth > 0)"
    )
    assert page.eval_on_selector_all(".slidev-page img", "all => all.map((e) => e.naturalWidth)") == [5, 7, 5]
    assert text(page, ".slidev-page i") == "/none.svg"


def test_the_number_of_a_slide_in_a_layer_that_shows_it_later(show: Show) -> None:
    layer = (
        "<template><footer v-if='$nav.currentPage > 1'><SlideCurrentNo/> / <SlidesTotal/></footer></template>"
    )
    page = show("# One\n\n---\n\n# Two\n\n---\n\n# Three", {"global-top.vue": layer})
    go(page, 2)
    assert text(page, "footer") == "2 / 3"
    go(page, 3)
    assert text(page, "footer") == "3 / 3"


def test_an_island_that_a_click_shows(show: Show) -> None:
    deck = "---\nclicks: 2\n---\n\n<Counter v-if='$clicks > 0' :start='4'/>\n\n<p v-for='n in $clicks'><Counter :start='n'/></p>"
    page = show(deck, {"components/Counter.vue": COUNTER})
    assert page.locator(".counter").count() == 0
    go(page, 1, 2)
    page.locator(".counter").first.click()
    assert page.locator(".counter").all_inner_texts()[0] == "5"


def test_layers_of_each_slide_and_of_the_controls(show: Show) -> None:
    files = {
        "slide-top.vue": "<template><i class='top'>{{ $page }}{{ $nav.currentPage }}</i></template>",
        "custom-nav-controls.vue": "<script setup>import { ref } from 'vue'; const n = ref(0)</script><template><button class='own' @click='n++'>{{ n }}</button></template>",
    }
    page = show("# One\n\n---\n\n# Two", files)
    go(page, 2)
    assert text(page, ".slidev-page-2 .top") == "22"
    page.locator(".own").first.dispatch_event("click")
    page.wait_for_function("document.querySelector('.own').textContent === '1'")


def test_content_follows_the_slot_props_of_an_island(show: Show) -> None:
    quiz = """<script setup>import { ref } from 'vue'; defineProps({ at: Number }); const picked = ref(null); const pick = (n) => { picked.value = n }</script>
<template><div class="quiz"><button @click="pick(2)">{{ at }}</button><slot :picked="picked" :pick="pick"/><footer><slot name="note"/></footer></div></template>
"""
    deck = """---
clicks: 3
---

<Quiz v-for="n in 1" :at="$clicks + n" class="big" v-click>
<template #default="{ picked, pick }">

<b v-if="picked === null">think</b><b v-else>took **{{ picked }}**</b>

- <i v-for="k in ['a', 'b']" @click="pick(k)">{{ k }}</i>

```js
const a = 1
```

</template>
<template #note>

<p v-click>note {{ $clicks }}</p>

</template>
</Quiz>
"""
    page = show(deck, {"components/Quiz.vue": quiz})
    assert text(page, "b") == "think"
    go(page, 1, 2)
    assert [text(page, ".quiz.big > button"), text(page, "footer p"), page.locator("code .line").count()] == [
        "3",
        "note 2",
        1,
    ]
    page.click(".quiz > button")
    assert text(page, "b") == "took 2"
    page.click("i:text('b')")
    assert text(page, "b") == "took b"
    assert [classes(page, ".quiz"), classes(page, "footer p")] == [["shown"], ["shown"]]
    go(page, 1, 1)
    assert [text(page, "b"), classes(page, ".quiz"), classes(page, "footer p")] == [
        "took b",
        ["hidden"],
        ["shown"],
    ]


def test_content_that_needs_names_of_a_loop_in_the_page_stays_the_slides(show: Show) -> None:
    box = "<script setup>import { ref } from 'vue'; const n = ref(5)</script><template><p @click='n++'><slot :n='n'/></p></template>"
    page = show(
        "---\nclicks: 2\n---\n\n<div v-for='k in $clicks'><Box v-slot='{ n }'>{{ k }} {{ n }}</Box></div>",
        {"components/Box.vue": box},
    )
    go(page, 1, 2)
    assert page.locator(".slidev-page p").all_inner_texts() == ["1 5", "2 5"]


TABS = """<script setup>
import { computed, provide, ref, useSlots } from 'vue'
const slots = useSlots()
const tabs = computed(() => slots.default().map((each) => each.props.title))
const open = ref(tabs.value[0])
provide('open', open)
</script>
<template><div class="tabs"><button v-for="t in tabs" :key="t" @click="open = t">{{ t }}</button><slot/></div></template>
"""
TAB = """<script setup>
import { inject } from 'vue'
defineProps({ title: String })
const open = inject('open')
</script>
<template><section v-show="open === title"><slot/></section></template>
"""


def test_components_in_a_component_that_looks_at_them_and_provides_for_them(show: Show) -> None:
    deck = """<Tabs class="mine">
<Tab title="one">

- first {{ $clicks }}

```js
const a = 1
```

</Tab>
<Tab title="two">

<p v-click>second</p>

</Tab>
</Tabs>
"""
    page = show(deck, {"components/Tabs.vue": TABS, "components/Tab.vue": TAB})
    shown = "[...document.querySelectorAll('.tabs.mine section')].map((e) => e.style.display !== 'none')"
    assert [page.locator(".tabs > button").all_inner_texts(), page.evaluate(shown)] == [
        ["one", "two"],
        [True, False],
    ]
    page.click(".tabs > button >> nth=1")
    assert [page.evaluate(shown), classes(page, "section p")] == [[False, True], ["hidden"]]
    go(page, 1, 1)
    assert [classes(page, "section p"), page.locator("section code .line").count()] == [["shown"], 1]
    page.click(".tabs > button >> nth=0")
    assert text(page, "section li") == "first 1"


def test_jsx_has_vues_directives(show: Show) -> None:
    form = """import { defineComponent, reactive } from 'vue'
export default defineComponent(() => {
  const a = reactive({ name: '', on: false, pick: 'x', open: true })
  return () => (
    <div>
      <input class="name" v-model={[a.name, ['trim']]} />
      <input type="checkbox" v-model={a.on} />
      <select v-model={a.pick}><option>x</option><option>y</option></select>
      <button onClick={() => (a.open = !a.open)}>t</button>
      <Field v-model:text={a.name} />
      <output v-show={a.open}>{`${a.name}|${a.on}|${a.pick}`}</output>
    </div>
  )
})
"""
    field = "<script setup>const text = defineModel('text')</script><template><input class='field' v-model='text'></template>"
    page = show("<Form/>", {"components/Form.tsx": form, "components/Field.vue": field})
    page.fill(".name", " Ada ")
    page.check("[type=checkbox]")
    page.select_option("select", "y")
    assert text(page, "output") == "Ada|true|y"
    page.fill(".field", "Bob")
    assert [text(page, "output"), page.input_value(".name")] == ["Bob|true|y", "Bob"]
    page.click("button")
    assert not page.is_visible("output")


def test_modules_of_a_glob_are_asked_for_later(show: Show) -> None:
    files = {
        "components/Pick.vue": """<script setup>
import { shallowRef } from 'vue'
const parts = import.meta.glob('./parts/*.vue', { import: 'default' })
const shown = shallowRef(null)
const pick = async (name) => { shown.value = await parts[`./parts/${name}.vue`]() }
</script>
<template><button @click="pick('B')">{{ Object.keys(parts).length }}</button><component :is="shown" v-if="shown"/></template>
""",
        "components/parts/A.vue": "<template><i>a</i></template>",
        "components/parts/B.vue": "<template><b>b</b></template>",
    }
    page = show("<Pick/>", files)
    assert text(page, ".slidev-page button") == "2"
    page.click(".slidev-page button")
    page.wait_for_function("() => document.querySelector('.slidev-page b')?.innerText === 'b'")


def test_what_the_client_tells(show: Show) -> None:
    told = """<script setup>
import { computed } from 'vue'
import { configs, createSyncState, sharedState, slideHeight, useNav, useSlideContext } from '@slidev/client'
const { nextRoute, prevRoute, printRange, queryClicksRaw, currentRoute, currentLayout } = useNav()
const { $frontmatter } = useSlideContext()
const { state, patch, init } = createSyncState({ n: 1 })
init('n')
const all = computed(() => [nextRoute.value.no, prevRoute.value.no, printRange.value.length, queryClicksRaw.value,
  currentRoute.value.path, currentLayout.value, $frontmatter.own, configs.title, slideHeight.value, sharedState.page, sharedState.clicks].join())
</script>
<template><p @click="patch('n', state.n + 1)">{{ all }} {{ state.n }}</p></template>
"""
    deck = "---\ntitle: T\n---\n\n# One\n\n---\nclicks: 2\nown: mine\nlayout: center\n---\n\n<Told/>\n\n---\n\n# Three"
    page = show(deck, {"components/Told.vue": told}, "#/2?clicks=1")
    shown = ".slidev-page-2 p"
    assert text(page, shown) == "3,1,3,1,/2,center,mine,T,552,2,1 1"
    page.click(shown)
    go(page, 2, 2)
    assert text(page, shown) == "3,1,3,2,/2,center,mine,T,552,2,2 2"


def test_a_slot_that_is_shown_later(show: Show) -> None:
    box = """<script setup>import { ref } from 'vue'; const open = ref(false); const n = ref(0)</script>
<template><div class="box"><button @click="open = !open; n++">t</button><section v-if="open"><slot :n="n"/></section></div></template>
"""
    deck = """<Box v-click>

# Later

<p v-click>step {{ $clicks }}</p>

```js {1|2}
a
b
```

</Box>
"""
    page = show(deck, {"components/Box.vue": box})
    assert [page.evaluate("deckc.nav.clicksTotal"), page.locator("h1").count()] == [1, 0]
    go(page, 1, 1)
    page.click(".box > button")
    assert [text(page, "section h1"), text(page, "section p"), classes(page, ".box")] == [
        "Later",
        "step 1",
        ["shown"],
    ]
    page.click(".box > button")
    assert page.locator("section").count() == 0
    page.click(".box > button")
    assert [text(page, "section h1"), page.locator("section code .line").count()] == ["Later", 2]


def test_a_layout_that_shows_its_slide_with_a_click(show: Show) -> None:
    layout = "<template><div class='slidev-layout late'><div v-click><Transition appear name='x'><div v-if='$slidev.nav.clicks === 1' class='in'><slot/></div></Transition></div></div></template>"
    page = show("---\nlayout: late\n---\n\n# Hi", {"layouts/late.vue": layout})
    assert [page.evaluate("deckc.nav.clicksTotal"), page.locator("h1").count()] == [1, 0]
    go(page, 1, 1)
    assert text(page, ".in h1") == "Hi"


def test_the_address_that_is_shown(show: Show) -> None:
    where = "<script setup>import { useNav } from '@slidev/client'; const { currentRoute } = useNav()</script><template><p>{{ currentRoute.path }} {{ $nav.currentRoute.query.clicks }} {{ $slidev.nav.currentRoute.meta.title }}</p></template>"
    page = show(
        "---\ntitle: T\nclicks: 2\nlayout: none\n---\n\n<Where/>",
        {"components/Where.vue": where},
    )
    go(page, 1, 2)
    assert text(page, ".slidev-page p") == "/1 2"


def test_files_that_the_settings_of_a_theme_name_are_found(show: Show) -> None:
    files = {
        "components/Logo.vue": "<script setup>import { ref } from 'vue'; const n = ref(0)</script><template><button @click='n++'>{{ n }}</button><img v-if='n' :src='$slidev.themeConfigs.logos[0].src'></template>",
        "public/logo.svg": "<svg xmlns='http://www.w3.org/2000/svg' width='7' height='7'/>",
    }
    page = show("---\nthemeConfig:\n  logos: [{ src: /logo.svg }]\n---\n\n<Logo/>", files)
    page.click(".slidev-page button")
    page.wait_for_function("() => document.querySelector('.slidev-page img')?.naturalWidth === 7")


MOVING = """<script setup>
import { ref } from 'vue'
const more = ref(false)
const enter = { x: 10, transition: { duration: 0 } }
</script>

<p class="it" v-motion :initial="{ x: -80 }" :enter="enter" :click-2="{ x: 30, transition: { duration: 0 } }">x</p>
<p v-if="more" class="late" v-motion :initial="{ x: -80 }" :enter="enter">y</p>
<button @click="more = true">more</button>
"""


def test_motion_in_a_slide_with_a_script(show: Show) -> None:
    page = show(f"# One\n\n---\nclicks: 2\n---\n\n{MOVING}", {})
    assert page.locator(".it").evaluate("(e) => e.dataset.dcMotion.includes('-80')")
    go(page, 2)
    page.wait_for_function("document.querySelector('.it').style.transform === 'translateX(10px)'")
    page.click("button")
    page.wait_for_function("document.querySelector('.late').style.transform === 'translateX(10px)'")
    go(page, 2, 2)
    page.wait_for_function("document.querySelector('.it').style.transform === 'translateX(30px)'")


def test_marks_and_places_in_a_slide_with_a_script(show: Show) -> None:
    text = """<script setup>
import { ref } from 'vue'
const n = ref(1)
</script>

{{ n }} <b v-mark="1">marked</b> <i v-click="2" v-mark.circle="3">both</i>

<p class="there" v-drag="[100, 300, 200, 50]">here</p>
"""
    page = show(text, {})
    assert page.evaluate("deckc.nav.clicksTotal") == 3
    assert page.locator(".there").evaluate("(e) => [e.style.left, e.style.width].join()") == "100px,200px"
    assert page.locator(".slidev-page b").get_attribute("data-dc-mark") == "1"
    assert (
        page.locator(".slidev-page i").evaluate("(e) => [e.dataset.dcClick, e.dataset.dcMark].join()")
        == "2,3"
    )
    go(page, 1, 1)
    page.wait_for_function("document.querySelectorAll('.rough-annotation path').length > 0")


def test_motion_in_a_component_that_only_the_page_can_run(show: Show) -> None:
    script = "const far = { x: window.innerWidth > 0 ? 10 : 0, transition: { duration: 0 } }"
    moved = f"<script setup>{script}</script><template><p class='it' v-motion :enter='far'>x</p></template>"
    page = show("<Moved/>", {"components/Moved.vue": moved})
    page.wait_for_function("document.querySelector('.it').style.transform === 'translateX(10px)'")


def test_a_component_with_state_stands_where_it_was_dragged(show: Show) -> None:
    places = "---\ndragPos:\n  here: 100,60,200,_,10\n---\n"
    page = show(
        f"{places}<Counter v-drag=\"'here'\" style='color: red'/>", {"components/Counter.vue": COUNTER}
    )
    page.click(".counter")
    assert text(page, ".counter") == "1"
    style = page.locator(".counter").get_attribute("style") or ""
    assert "left: 100px; top: 60px; width: 200px;" in style
    assert "rotate(10deg)" in style
    assert "color: red" in style


LIVE_LAYOUT = """<script setup>
import { ref } from 'vue'
import { useIsSlideActive } from '@slidev/client'
const active = useIsSlideActive()
const open = ref(false)
</script>
<template><div :class="{ active }"><button class="open" @click="open = true">open</button><slot/><footer v-if="open"><slot name="more"/></footer></div></template>
"""


def test_components_in_the_slots_of_a_living_layout_live(show: Show) -> None:
    deck = "---\nlayout: alive\n---\n\n<Counter/>\n\n::more::\n\n<Counter :start='7'/>"
    page = show(deck, {"layouts/alive.vue": LIVE_LAYOUT, "components/Counter.vue": COUNTER})
    page.click(".counter")
    assert text(page, ".active .counter") == "1"
    page.click(".open")
    page.click("footer .counter")
    assert text(page, "footer .counter") == "8"


def test_data_of_the_deck_is_read(show: Show) -> None:
    reader = """<script setup>
import { onMounted, ref } from 'vue'
const word = ref('')
onMounted(async () => {
  word.value = (await (await fetch('/words.geojson')).json()).word
})
</script>
<template><p class="word">{{ word }}</p></template>"""
    files = {"components/Reader.vue": reader, "public/words.geojson": '{"word": "Grüße"}'}
    page = show("<Reader/>", files)
    page.wait_for_function("document.querySelector('.word').textContent === 'Grüße'")
