"""The decks in tests/vue_decks, opened from the disk and used as a speaker uses them: pressed, typed in, stepped through."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from deckc.compile.write import write_site
from vue_decks.built import build_deck

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Start = Callable[[str], "Page"]


@pytest.fixture
def start(browser: Browser, tmp_path: Path) -> Iterator[Start]:
    """Build a deck and open it; neither an error nor a breach of the page's policy may be told of."""
    messages: list[str] = []
    context = browser.new_context(viewport={"width": 980, "height": 552})

    def start_it(name: str) -> Page:
        write_site(build_deck(name, tmp_path).site, tmp_path / "index.html", single_file=True)
        page = context.new_page()
        page.on("console", lambda m: m.type == "error" and messages.append(m.text))
        page.on("pageerror", lambda error: messages.append(str(error)))
        page.goto((tmp_path / "index.html").as_uri())
        return page

    yield start_it
    context.close()
    assert messages == []


def go(page: Page, no: int, clicks: int = 0) -> None:
    page.evaluate(f"async () => await deckc.nav.go({no}, {clicks})")


def texts(page: Page, no: int, selector: str) -> list[str]:
    return page.locator(f".slidev-page-{no} {selector}").all_inner_texts()


def until(page: Page, condition: str) -> None:
    page.wait_for_function(f"() => {condition}", timeout=5000)


def test_the_glow_is_the_slides_and_comes_back_the_same(start: Start) -> None:
    page = start("glow")
    shapes = "[...document.querySelectorAll('.shape')].map((e) => e.style.clipPath).join()"
    first = page.evaluate(shapes)
    go(page, 2)
    until(page, f"{shapes} !== {first!r}")
    go(page, 5)
    assert page.evaluate("document.querySelector('.glow').style.opacity") == "0"
    go(page, 1)
    until(page, f"{shapes} === {first!r}")
    assert [first.count("polygon"), page.locator(".glow").count()] == [3, 1]


def test_counters_count_and_share(start: Start) -> None:
    page = start("counter")
    go(page, 2, 1)
    page.click(".counter >> nth=0 >> [aria-label=more]")
    page.click(".counter >> nth=1 >> [aria-label=less]")
    assert texts(page, 2, "output") == ["4", "5"]
    assert page.locator(".slidev-page-2 .counter.even").count() == 1
    go(page, 3)
    page.click(".shared >> nth=0")
    page.click(".shared >> nth=1")
    assert texts(page, 3, ".shared") == ["left: 1 / 2", "right: 1 / 2"]
    go(page, 4)
    page.click(".row >> nth=1 >> button")
    assert texts(page, 4, ".row span") == ["12 人", "8 人"]
    assert page.locator(".slidev-page-4 .group > footer").inner_text() == "計 20 人"
    go(page, 2)
    assert texts(page, 2, "output") == ["4", "5"]


PAINTED = """[...document.querySelectorAll('.slidev-page-%d canvas')].map((e) => {
  const { data } = e.getContext('2d').getImageData(0, 0, e.width, e.height);
  return data.reduce((sum, each) => (sum * 31 + each) %% 65521, 0);
})"""


def test_a_chart_is_drawn_and_changes_with_the_click(start: Start) -> None:
    page = start("chart")
    go(page, 3)
    before = page.evaluate(PAINTED % 3)
    go(page, 3, 1)
    page.wait_for_timeout(100)
    after = page.evaluate(PAINTED % 3)
    go(page, 3, 0)
    page.wait_for_timeout(100)
    assert [before == after, before[0] == 0, page.evaluate(PAINTED % 3) == before] == [False, False, True]
    go(page, 2)
    box = page.locator(".slidev-page-2 canvas").bounding_box()
    assert box is not None
    assert box["width"] > 700


def test_what_is_typed_in_the_playground_is_shown(start: Start) -> None:
    page = start("playground")
    go(page, 2)
    shown = page.frame_locator(".slidev-page-2 iframe")
    page.fill(".slidev-page-2 textarea", ".box { color: rgb(1, 2, 3) }")
    colour = "(e) => getComputedStyle(e).color"
    page.wait_for_timeout(200)
    assert shown.locator(".box").first.evaluate(colour) == "rgb(1, 2, 3)"
    assert texts(page, 2, ".count") == ["1 rule"]
    page.click(".slidev-page-2 [role=tab] >> nth=1")
    page.fill(".slidev-page-2 textarea", "<i class='box'>new</i>")
    page.wait_for_timeout(200)
    assert shown.locator("i.box").inner_text() == "new"
    page.click(".slidev-page-2 textarea")
    page.keyboard.press("ArrowRight")
    page.keyboard.type(" f ")
    assert page.evaluate("[deckc.nav.currentPage, deckc.nav.clicks]") == [2, 0]


def test_the_overview_leaves_a_components_fields_as_they_are(start: Start) -> None:
    page = start("playground")
    go(page, 2)
    page.keyboard.press("o")
    page.wait_for_selector(".deckc-card .slidev-page-2 textarea")
    colours = "[...document.querySelectorAll('.slidev-page-2 textarea')].map((e) => getComputedStyle(e).backgroundColor)"
    assert page.evaluate(colours) == ["rgb(30, 41, 59)"] * 2


def test_the_playground_follows_the_click(start: Start) -> None:
    page = start("playground")
    go(page, 3, 2)
    until(page, "document.querySelector('.slidev-page-3 textarea').value.includes('vertical-rl')")
    assert texts(page, 3, "p.text-sm") == ["And this is how Japanese was always set."]
    go(page, 3, 1)
    until(page, "document.querySelector('.slidev-page-3 textarea').value.includes('letter-spacing')")


def test_a_language_is_run_as_it_is_typed(start: Start) -> None:
    page = start("playground")
    go(page, 4)
    page.fill(".slidev-page-4 textarea", "forward 10\nright 90\nforward 20\njump 3")
    assert texts(page, 4, ".problem") == ['line 4: what is "jump"?']
    assert page.get_attribute(".slidev-page-4 path", "d") == "M0.0 0.0 L10.0 0.0 L10.0 20.0"
    page.fill(".slidev-page-4 textarea", "back 5")
    go(page, 4, 1)
    assert texts(page, 4, "p") == ["1 strokes"]


def test_the_quiz_says_whether_it_is_right(start: Start) -> None:
    page = start("quiz")
    go(page, 3)
    assert texts(page, 3, ".answer") == ["想一想……"]
    page.check(".slidev-page-3 input >> nth=0")
    assert texts(page, 3, ".answer") == ["再想一想：它“搬家”了。"]
    page.check(".slidev-page-3 input >> nth=1")
    assert texts(page, 3, ".answer") == ["对！浏览器会记住新的网址。"]
    weight = "(e) => getComputedStyle(e).fontWeight"
    assert page.locator(".slidev-page-3 .answer span").evaluate(weight) == "600"
    go(page, 4)
    go(page, 3)
    assert page.locator(".slidev-page-3 .right").count() == 1


def test_a_survey_is_filled_in(start: Start) -> None:
    page = start("quiz")
    go(page, 4)
    send = page.locator(".slidev-page-4 button")
    assert send.is_disabled()
    page.check(".slidev-page-4 [value=GET]")
    page.locator(".slidev-page-4 [type=range]").fill("5")
    page.fill(".slidev-page-4 .why", "安全")
    page.press(".slidev-page-4 .why", "Tab")
    send.click()
    assert texts(page, 4, "output") == ["GET"]
    assert "★★★★★" in page.locator(".slidev-page-4 .survey").inner_text()


def test_models_of_a_slides_own_state(start: Start) -> None:
    page = start("quiz")
    go(page, 5)
    shown = "document.querySelector('.slidev-page-5 strong').parentElement.innerText"
    assert page.evaluate(shown) == "林小雨，来自 三中"
    page.fill(".slidev-page-5 input", " Ada Lovelace ")
    page.select_option(".slidev-page-5 select", "外国语")
    until(page, f"{shown} === 'Ada Lovelace，来自 外国语'")
    assert texts(page, 5, "small") == ["名字有 12 个字"]


def test_the_timeline_walks_with_the_keys(start: Start) -> None:
    page = start("timeline")
    go(page, 2)
    width = "document.querySelector('.rail i').getBoundingClientRect().width / document.querySelector('.rail').getBoundingClientRect().width"
    for clicks in (1, 2, 3):
        page.keyboard.press("ArrowRight")
        until(page, f"deckc.nav.clicks === {clicks} && Math.abs({width} - {clicks / 4}) < 0.01")
    assert texts(page, 2, "li.now b") == ["Night train"]
    assert page.locator(".slidev-page-2 li.past").count() == 2
    page.keyboard.press("ArrowLeft")
    until(page, "document.querySelector('li.now b').innerText === 'Centre'")


def test_clicks_and_presses_in_one_component(start: Start) -> None:
    page = start("timeline")
    go(page, 5, 1)
    page.click(".slidev-page-5 button")
    page.click(".slidev-page-5 button")
    assert texts(page, 5, ".border.p-4") == ["3. letters"]
    hidden = "[...document.querySelectorAll('.slidev-page-5 li')].map((e) => e.classList.contains('slidev-vclick-hidden'))"
    assert page.evaluate(hidden) == [False, True]
    go(page, 3, 4)
    assert page.locator(".slidev-page-3 circle.done").count() == 4


def test_the_theme_is_plain_html(start: Start) -> None:
    page = start("theme")
    go(page, 4, 2)
    assert texts(page, 4, "dt") == ["12.4h", "3.1m", "4.8m"]
    go(page, 3)
    assert [texts(page, 3, ".no"), texts(page, 3, ".tags li")] == [["II"], ["# moon", "# wind", "# 潮汐"]]
    assert page.evaluate("typeof deckcVue") == "undefined"


def test_a_scene_turns(start: Start) -> None:
    page = start("three")
    go(page, 2)
    picture = "document.querySelector('.slidev-page-%d canvas').toDataURL()"
    until(page, "document.querySelector('.slidev-page-2 canvas')")
    still = page.evaluate(picture % 2)
    go(page, 2, 1)
    until(page, f"{picture % 2} !== {still!r}")
    go(page, 4)
    assert texts(page, 4, "p.text-sm") == ["80 faces"]
    one = page.evaluate(picture % 4)
    page.click(".slidev-page-4 button")
    until(page, f"{picture % 4} !== {one!r}")


def test_lists_are_kept_in_the_browser(start: Start) -> None:
    page = start("vueuse")
    go(page, 3)
    page.fill(".slidev-page-3 input", "water")
    page.press(".slidev-page-3 input", "Enter")
    page.click(".slidev-page-3 .mark")
    assert texts(page, 3, ".todo li")[-1] == "→ water"
    page.click(".slidev-page-3 .toggle")
    assert texts(page, 3, ".todo li") == []
    page.reload()
    go(page, 3)
    assert texts(page, 3, ".todo li")[-1] == "• water"


def test_sizes_times_and_words(start: Start) -> None:
    page = start("vueuse")
    go(page, 2)
    until(page, "document.querySelector('.size-box').innerText.startsWith('480 × 160')")
    page.evaluate("document.querySelector('.size-box').style.height = '100px'")
    until(page, "document.querySelector('.size-box').innerText.startsWith('480 × 100')")
    go(page, 4)
    page.click(".slidev-page-4 button")
    until(page, "document.querySelector('.watch output').innerText === '0.2'")
    page.click(".slidev-page-4 button")
    assert texts(page, 4, "button") == ["start"]
    go(page, 5)
    page.fill(".filter", "rea")
    until(page, "document.querySelectorAll('.words li:not(.words-leave-active)').length === 2")


def test_tables_and_panels_in_tsx(start: Start) -> None:
    page = start("tsx")
    go(page, 2)
    page.click("th >> nth=0")
    assert texts(page, 2, "td:first-child") == ["C", "Lisp", "Ruby", "なでしこ"]
    page.click("th >> nth=0")
    assert texts(page, 2, "td:first-child") == ["なでしこ", "Ruby", "Lisp", "C"]
    assert texts(page, 2, "th")[0] == "language ▾"
    go(page, 3, 1)
    page.click(".panel-button")
    page.click(".panel-button")
    assert [texts(page, 3, "footer"), texts(page, 3, "section > p")] == [["2 times"], ["first"]]
