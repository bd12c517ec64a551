"""<SlidevVideo>, <Youtube> and <AutoFitText> in the page (spec section 10)."""

from __future__ import annotations

from html import escape

from deckc.compile.realize.components.youtube import poster_of

from .conftest import Open, Opened
from .sample import deck, slide

SPY = """
  window.calls = [];
  HTMLMediaElement.prototype.play = function () {
    calls.push("play"); this.dispatchEvent(new Event("play")); return Promise.resolve();
  };
  HTMLMediaElement.prototype.pause = function () { calls.push("pause"); };
  Object.defineProperty(HTMLMediaElement.prototype, "readyState", { get: () => 1 });
  Object.defineProperty(HTMLMediaElement.prototype, "duration", { get: () => 60 });
  Object.defineProperty(HTMLMediaElement.prototype, "currentTime", { set: (time) => calls.push(time) });
"""


def film(manner: str, attributes: str = "") -> str:
    return f'<video data-dc-video="{manner}" {attributes}></video>'


def opened_with_spy(open_deck: Open, html: str, clicks: int = 0, address: str = "") -> Opened:
    """Open a deck whose second slide holds the film; what it is told is kept in `calls`."""
    rendered = deck(slide(1, ""), slide(2, html, clicks=clicks), slide(3, ""))
    shown = open_deck(rendered)
    shown.page.add_init_script(SPY)
    if address:
        shown.page.goto(shown.page.url.split("#")[0] + address)
    shown.page.reload()
    return shown


def calls(shown: Opened) -> list[object]:
    return shown.page.evaluate("() => calls.splice(0)")


def test_a_film_plays_on_its_slide_and_pauses_behind_it(open_deck: Open) -> None:
    shown = opened_with_spy(open_deck, film("0 0 play"))
    assert calls(shown) == []

    shown.nav("go(2)")
    assert calls(shown) == ["play"]
    shown.nav("go(3)")
    assert calls(shown) == ["pause"]
    shown.nav("go(2)")
    assert calls(shown) == ["play"]


def test_a_film_that_plays_once_does_not_again(open_deck: Open) -> None:
    shown = opened_with_spy(open_deck, film("0 0 once"))
    for page in (2, 3, 2):
        shown.nav(f"go({page})")

    assert calls(shown) == ["play", "pause"]


def test_a_film_waits_for_its_click_and_starts_anew(open_deck: Open) -> None:
    html = film("3 3 play reset-click", 'class="slidev-vclick-hidden" data-dc-click="1-2"')
    shown = opened_with_spy(open_deck, html, clicks=2)
    assert calls(shown) == [3]

    shown.nav("go(2, 0)")
    assert calls(shown) == []
    shown.nav("next()")
    assert calls(shown) == ["play"]
    shown.nav("next()")
    assert calls(shown) == ["pause", 3]


def test_a_reset_by_slide_leaves_clicks_alone(open_deck: Open) -> None:
    shown = opened_with_spy(open_deck, film("5 5 reset-slide", 'data-dc-click="0-1"'), clicks=1)
    calls(shown)

    shown.nav("go(2, 0)")
    shown.nav("next()")
    assert calls(shown) == ["pause"]
    shown.nav("prev()")
    shown.nav("go(3)")
    assert calls(shown) == ["pause", 5]


def test_a_film_without_autoplay_is_only_paused(open_deck: Open) -> None:
    shown = opened_with_spy(open_deck, film("0 0"))
    shown.nav("go(2)")
    shown.nav("go(3)")

    assert calls(shown) == ["pause"]


def test_paper_shows_a_still_without_controls_and_the_poster_for_paper(open_deck: Open) -> None:
    html = film("0 last play", "controls") + film("0 -", 'poster="data:,a" data-dc-print-poster="data:,b"')
    shown = opened_with_spy(open_deck, html, address="?print=slides#/print")
    shape = "() => [...document.querySelectorAll('video')].map((f) => [f.controls, f.getAttribute('poster')])"

    assert calls(shown) == [60]
    assert shown.page.evaluate(shape) == [[False, None], [False, "data:,b"]]


def test_the_poster_asks_nothing_of_another_host_until_it_is_pressed(open_deck: Open) -> None:
    srcdoc = escape(poster_of("abc?start=30"))
    shown = open_deck(deck(slide(1, f'<iframe class="youtube" srcdoc="{srcdoc}"></iframe>')))
    shown.page.context.route(
        "https://**", lambda route: route.fulfill(body="player", content_type="text/html")
    )
    link = shown.page.frame_locator(".youtube").get_by_role("link", name="Play the video on YouTube")
    link.wait_for()
    box = shown.page.locator(".youtube").bounding_box()

    assert [address for address in shown.requests if address.startswith("http")] == []
    assert box is not None
    assert (box["width"], box["height"]) == (300, 150)
    link.click()
    shown.page.wait_for_timeout(500)
    remote = [address for address in shown.requests if address.startswith("http")]
    assert remote == ["https://www.youtube.com/embed/abc?start=30&autoplay=1"]


def fitted(text: str, fit: str, width: int, height: str = "auto") -> str:
    return (
        f'<div class="slidev-auto-fit-text" data-dc-fit="{fit}" style="width:{width}px;height:{height};'
        f'font-family:monospace;font-size:100px"><div class="slidev-auto-fit-text-inner">{text}</div></div>'
    )


def size(shown: Opened) -> float:
    return shown.page.evaluate(
        "() => parseFloat(document.querySelector('.slidev-auto-fit-text').style.fontSize)"
    )


def test_text_is_as_large_as_its_box_is_wide(open_deck: Open) -> None:
    shown = open_deck(deck(slide(1, fitted("twelve chars", "10 100", 400))))
    inner = shown.page.locator(".slidev-auto-fit-text-inner").bounding_box()

    assert inner is not None
    assert abs(inner["width"] - 400) < 2


def test_text_is_never_larger_or_smaller_than_told(open_deck: Open) -> None:
    assert size(open_deck(deck(slide(1, fitted("a", "10 90", 800))))) == 90
    narrow = open_deck(deck(slide(1, fitted("far too long for its box", "40 90", 100))))
    assert size(narrow) == 40
    assert (
        narrow.page.evaluate("() => document.querySelector('.slidev-auto-fit-text').style.whiteSpace") == ""
    )


def test_text_of_several_lines_fills_the_height(open_deck: Open) -> None:
    shown = open_deck(deck(slide(1, fitted("some words that wrap over lines", "10 100 lines", 300, "120px"))))
    is_full = "() => { const b = document.querySelector('.slidev-auto-fit-text'); return b.scrollHeight <= b.clientHeight + 1; }"

    assert 20 < size(shown) < 60
    assert shown.page.evaluate(is_full)
