"""The page: it opens from everywhere, asks nobody, and keeps its own rules."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckc.compile.write import SiteOptions

from .conftest import Open
from .sample import CONFIG, PICTURE, deck, slide

WAYS = [{"over_http": True}, {"over_http": True, "single_file": True}, {}, {"single_file": True}]


def illustrated():
    html = f'<img id="i" src="{PICTURE.token}"><div id="b" class="pictured">b</div><p data-dc="0"></p>'
    return deck(slide(1, html, f'[[0,"content",$ => "{PICTURE.token}".length > 30 ? "address" : "none"]]'))


@pytest.mark.parametrize("way", WAYS, ids=lambda way: "-".join(way) or "disk")
def test_pictures_styles_and_script_work_from_everywhere(open_deck: Open, way: dict[str, bool]) -> None:
    css = f".pictured {{ background-image: url({PICTURE.token}); width: 7px }}"
    shown = open_deck(illustrated(), css=css, **way)
    loads = "async () => { const i = new Image(); i.src = getComputedStyle(b).backgroundImage.slice(5, -2); await i.decode(); return i.naturalWidth; }"

    assert shown.page.evaluate("document.querySelector('#i').naturalWidth") == 1
    assert shown.page.evaluate("getComputedStyle(document.querySelector('#b')).width") == "7px"
    assert shown.page.evaluate(loads) == 1
    start = shown.page.url.split("index.html")[0]
    assert [url for url in shown.requests if not url.startswith((start, "data:"))] == []


def test_text_cannot_become_code(open_deck: Open) -> None:
    shown = open_deck(deck(slide(1, '<script>window.a = 1</script><p onclick="window.a = 1" id="p">x</p>')))
    shown.page.click("#p")
    evaluated = shown.page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.a = 1'; document.body.append(s);"
        " return window.a ?? null; }"
    )

    assert evaluated is None
    assert len(shown.messages) >= 2
    assert all("Content Security Policy" in message for message in shown.messages)
    shown.messages.clear()


def test_hostile_text_stays_text(open_deck: Open) -> None:
    hostile = "</script><script>window.a=1</script><!--<script>"
    shown = open_deck(
        deck(
            slide(1, "", title=hostile, frontmatter={"x": hostile + "\u2028\x00\ud800"}),
            config=replace(CONFIG, title=hostile + '"', author='"><script>', theme_config={"k": "red; } x"}),
        )
    )

    assert shown.page.evaluate("window.a ?? null") is None
    assert shown.page.title() == hostile + '" - Slidev'
    assert shown.page.evaluate("deckc.nav.currentFrontmatter.x").startswith(hostile)


def test_the_canvas_fits_the_window(open_deck: Open) -> None:
    shown = open_deck(deck(slide(1, "")))
    box = "JSON.stringify((({x, y, width, height}) => [x, y, width, height])(document.querySelector('#slide-content').getBoundingClientRect()))"
    assert shown.page.evaluate(box) == "[0,0,980,552]"

    shown.page.set_viewport_size({"width": 1960, "height": 1200})
    shown.page.wait_for_function(
        "() => document.querySelector('#slide-content').getBoundingClientRect().width > 980"
    )
    assert shown.page.evaluate(box) == "[0,48,1960,1104]"
    assert (
        shown.page.evaluate("document.documentElement.style.getPropertyValue('--slidev-slide-scale')") == "2"
    )


def test_a_slides_zoom_scales_its_content(open_deck: Open) -> None:
    shown = open_deck(deck(slide(1, '<div id="z" style="width: 100px">x</div>', zoom=0.5)))

    assert shown.page.evaluate("document.querySelector('#z').getBoundingClientRect().width") == 50


def test_without_javascript_all_slides_can_be_read(open_deck: Open) -> None:
    text = '<p data-dc-click="1" class="slidev-vclick-hidden">{}</p>'
    shown = open_deck(
        deck(slide(1, text.format("one"), clicks=1), slide(2, text.format("two"))), java_script_enabled=False
    )

    assert shown.page.evaluate("getComputedStyle(document.querySelector('p')).opacity") == "1"
    tops = [shown.page.locator(f".slidev-page-{no}").bounding_box() for no in (1, 2)]
    assert [shown.page.is_visible(f"text={word}") for word in ("one", "two")] == [True, True]
    assert tops[0] is not None
    assert tops[1] is not None
    assert tops[1]["y"] >= tops[0]["y"] + 552


def test_an_extra_script_runs_and_may_reach_what_is_named(open_deck: Open) -> None:
    options = SiteOptions(
        extra_script="fetch(location.href).then(() => { window.reached = true; });", connect=("'self'",)
    )
    shown = open_deck(deck(slide(1, "")), options=options, over_http=True)
    shown.page.wait_for_function("() => window.reached")


def test_pictures_of_the_next_slides_are_fetched_ahead(open_deck: Open) -> None:
    html = f'<div style="background-image: url({PICTURE.token})"></div>'
    shown = open_deck(deck(slide(1, ""), slide(2, html)), over_http=True)
    shown.page.wait_for_load_state("networkidle")

    assert any(url.endswith(".png") for url in shown.requests)
