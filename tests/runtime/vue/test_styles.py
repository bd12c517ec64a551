"""Styles of components, as the browser computes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .conftest import Show

if TYPE_CHECKING:
    from playwright.sync_api import Page


def style(page: Page, selector: str, name: str) -> str:
    return str(page.eval_on_selector(selector, "(e, name) => getComputedStyle(e)[name]", name))


def test_values_of_the_script(show: Show) -> None:
    lamp = """<script setup>
import { reactive, ref } from 'vue'
const tone = ref('rgb(1, 2, 3)')
const box = reactive({ wide: '20px' })
</script>
<template><button class="lamp" @click="tone = 'rgb(4, 5, 6)'; box.wide = '50px'">x</button></template>
<style scoped>.lamp { color: v-bind(tone); width: v-bind('box.wide'); padding: 0; border: 0 }</style>
"""
    page = show("<Lamp/>", {"components/Lamp.vue": lamp})
    assert [style(page, ".lamp", "color"), style(page, ".lamp", "width")] == ["rgb(1, 2, 3)", "20px"]
    page.click(".lamp")
    page.wait_for_function("() => getComputedStyle(document.querySelector('.lamp')).width === '50px'")
    assert style(page, ".lamp", "color") == "rgb(4, 5, 6)"


def test_values_of_the_script_without_state(show: Show) -> None:
    lamp = "<script setup>const props = defineProps(['tone']); const wide = '20px'</script><template><p class='lamp'>x</p></template><style>.lamp { color: v-bind('props.tone'); width: v-bind(wide) }</style>"
    page = show("<Lamp tone='rgb(7, 8, 9)'/><Lamp tone='rgb(9, 8, 7)'/>", {"components/Lamp.vue": lamp})
    seen = page.eval_on_selector_all(".lamp", "all => all.map((e) => getComputedStyle(e).color)")
    assert seen == ["rgb(7, 8, 9)", "rgb(9, 8, 7)"]
    assert "deckcVue" not in page.content()


@pytest.mark.parametrize(
    ("language", "css"),
    [
        ("css", ".a { & b { color: rgb(1, 1, 1); } }"),
        ("postcss", ".a { b { color: rgb(1, 1, 1); } }"),
        ("scss", "$c: rgb(1, 1, 1); @mixin m { color: $c } .a { b { @include m; } }"),
        ("sass", "$c: rgb(1, 1, 1)\n.a\n  b\n    color: $c\n"),
        ("less", "@c: rgb(1, 1, 1); .a { b { color: @c; } }"),
    ],
)
def test_languages(language: str, css: str, show: Show) -> None:
    page = show(
        "<A/>",
        {
            "components/A.vue": f"<template><p class='a'><b>x</b></p></template><style lang='{language}' scoped>{css}</style>"
        },
    )
    assert style(page, ".a b", "color") == "rgb(1, 1, 1)"


def test_utilities_in_styles(show: Show) -> None:
    files = {
        "components/A.vue": "<template><p class='a'>x</p><p class='b'>x</p><p class='c'>x</p></template><style scoped>.a { @apply pl-4 text-red-500; } .b { --uno: pl-8; } .c { padding-left: theme('spacing.lg') }</style>",
    }
    page = show("<A/>", files)
    assert [style(page, f".{name}", "paddingLeft") for name in "abc"] == ["16px", "32px", "18px"]
    assert style(page, ".a", "color") in {"rgb(239, 68, 68)", "rgba(239, 68, 68, 1)"}


def test_deep_slotted_and_global(show: Show) -> None:
    files = {
        "components/A.vue": "<template><section><B/><slot/></section></template><style scoped>:deep(i) { color: rgb(1, 0, 0) } :slotted(u) { color: rgb(2, 0, 0) } :global(.far) { color: rgb(3, 0, 0) } p { color: rgb(4, 0, 0) }</style>",
        "components/B.vue": "<template><div><i>i</i><p class='inner'>p</p></div></template>",
    }
    page = show("<A><u>u</u></A>\n\n<p class='far'>far</p>", files)
    assert [style(page, each, "color") for each in ("section i", "section u", ".far")] == [
        "rgb(1, 0, 0)",
        "rgb(2, 0, 0)",
        "rgb(3, 0, 0)",
    ]
    assert style(page, ".inner", "color") != "rgb(4, 0, 0)"


def test_modules_in_an_island(show: Show) -> None:
    files = {
        "components/A.vue": "<script setup>import { ref, useCssModule } from 'vue'; import names from './x.module.css'; const on = ref(false); const other = useCssModule('other')</script><template><button class='t' :class='[on && $style.on, other.big, names.wide]' @click='on = !on'>x</button></template><style module>.on { color: rgb(1, 0, 0) }</style><style module='other'>.big { font-size: 33px }</style>",
        "components/x.module.css": ".wide { width: 77px }",
    }
    page = show("<A/>", files)
    page.click(".t")
    page.wait_for_function("() => getComputedStyle(document.querySelector('.t')).color === 'rgb(1, 0, 0)'")
    assert [style(page, ".t", "fontSize"), style(page, ".t", "width")] == ["33px", "77px"]


def test_sheets_that_scripts_and_styles_name(show: Show) -> None:
    files = {
        "components/A.vue": "<script setup>import './a.css'; import '@/styles/more.scss'</script><template><p class='a b c'>x</p></template><style src='./c.css'></style>",
        "components/a.css": ".a { padding-left: 1px }",
        "styles/more.scss": "$w: 2px; .b { padding-right: $w }",
        "components/c.css": "@import './d.css'; .c { padding-top: 3px }",
        "components/d.css": ".c { padding-bottom: 4px }",
    }
    page = show("<A/>", files)
    sides = ("Left", "Right", "Top", "Bottom")
    assert [style(page, ".a", f"padding{side}") for side in sides] == ["1px", "2px", "3px", "4px"]


def test_a_scoped_name_of_an_animation(show: Show) -> None:
    files = {
        "components/A.vue": "<template><p class='a'>x</p></template><style scoped>@keyframes turn { to { width: 5px } } .a { animation: turn 1s }</style>"
    }
    page = show("<A/>", files)
    name = style(page, ".a", "animationName")
    assert page.evaluate(
        "(name) => [...document.styleSheets].some((s) => [...s.cssRules].some((r) => r.name === name))", name
    )
