"""Code that steps, code under tabs, code to copy (spec 5.6, 5.7 rule 1, 6.4)."""

from __future__ import annotations

import pytest

from .conftest import Open
from .sample import deck, slide

LINE = '<span class="line">{}</span>'


def code(lines: int, attributes: str, classes: str = "") -> str:
    body = "\n".join(LINE.format(f"line {number}") for number in range(1, lines + 1))
    return (
        f'<div class="slidev-code-wrapper {classes}" {attributes}><pre class="shiki slidev-code"><code>{body}</code></pre>'
        '<button class="slidev-code-copy" type="button" title="Copy" data-deckc-ui></button></div>'
    )


def highlighted(shown) -> list[int]:
    return shown.page.evaluate(
        "() => [...document.querySelectorAll('code > .line')].map((line, i) => line.classList.contains('highlighted') ? i + 1 : 0).filter(Boolean)"
    )


def test_lines_are_highlighted_click_by_click(open_deck: Open) -> None:
    shown = open_deck(deck(slide(1, code(4, 'data-dc-lines="1 2 1,3-4 -"'), clicks=3)))
    seen = [highlighted(shown)]
    for clicks in (1, 2, 3, 1):
        shown.nav(f"go(1, {clicks})")
        seen.append(highlighted(shown))

    assert seen == [[2], [1, 3, 4], [], [], [1, 3, 4]]
    assert shown.classes("code > .line:nth-child(2)") == {"line", "slidev-code-dishonored", "dishonored"}


def test_a_later_first_click_keeps_the_first_stage_until_then(open_deck: Open) -> None:
    shown = open_deck(deck(slide(1, code(2, 'data-dc-lines="3 1 2"'), clicks=3)), "#/1?clicks=2")
    before = highlighted(shown)
    shown.nav("next()")

    assert (before, highlighted(shown)) == ([1], [2])


def test_a_hidden_stage_hides_the_block(open_deck: Open) -> None:
    shown = open_deck(deck(slide(1, code(2, 'data-dc-lines="1 !1 1"', "slidev-vclick-hidden"), clicks=1)))
    before = shown.classes(".slidev-code-wrapper")
    shown.nav("next()")

    assert "slidev-vclick-hidden" in before
    assert "slidev-vclick-hidden" not in shown.classes(".slidev-code-wrapper")


def test_a_slide_that_was_left_stands_at_its_end_and_one_ahead_at_its_start(open_deck: Open) -> None:
    shown = open_deck(deck(slide(1, code(2, 'data-dc-lines="1 1 2"'), clicks=1), slide(2, "x")), "#/2")
    behind = highlighted(shown)
    shown.nav("go(1)")

    assert (behind, highlighted(shown)) == ([2], [1])


def test_print_shows_the_last_stage(open_deck: Open) -> None:
    shown = open_deck(deck(slide(1, code(2, 'data-dc-lines="1 1 2"'), clicks=1)), "?print#/1")

    assert highlighted(shown) == [2]
    assert not shown.page.locator(".slidev-code-copy").is_visible()


def test_print_by_clicks_shows_each_stage(open_deck: Open) -> None:
    shown = open_deck(deck(slide(1, code(2, 'data-dc-lines="1 1 2"'), clicks=1)), "?print=clicks#/1")
    stages = shown.page.evaluate(
        "() => [...document.querySelectorAll('.print-slide-container')].map((s) => s.querySelector('.highlighted').textContent)"
    )

    assert stages == ["line 1", "line 2"]


@pytest.mark.parametrize(("stage", "top"), [("30", "middle"), ("5-40", "start")])
def test_a_block_that_scrolls_brings_its_lines_into_sight(open_deck: Open, stage: str, top: str) -> None:
    style = 'style="max-height: 90px; overflow-y: scroll"'
    shown = open_deck(
        deck(slide(1, code(60, f'data-dc-lines="1 1 {stage}" {style}'), clicks=1)), reduced_motion="reduce"
    )
    shown.nav("next()")
    box, line = shown.page.evaluate(
        "() => ['.slidev-code-wrapper', '.line.highlighted'].map((s) => document.querySelector(s).getBoundingClientRect()).map((r) => [r.top, r.height])"
    )
    distance = line[0] - box[0]

    if top == "middle":
        assert distance + line[1] / 2 == pytest.approx(box[1] / 2, abs=2)
    else:
        assert 0 <= distance <= 10
    assert shown.page.evaluate("() => document.querySelector('#slide-content').scrollTop") == 0


def test_a_line_wider_than_its_block_comes_to_the_edge(open_deck: Open) -> None:
    wide = code(60, 'data-dc-lines="1 1 30" style="max-height: 90px; overflow-y: scroll"')
    wide = wide.replace("line 30<", f"line 30 {'wide ' * 200}<").replace(
        "<pre ", '<pre style="padding-left: 8px; overflow: auto" '
    )
    shown = open_deck(deck(slide(1, wide, clicks=1)), reduced_motion="reduce")
    at = "() => document.querySelector('pre').scrollLeft"
    before = shown.page.evaluate(at)
    shown.nav("next()")

    assert [before, shown.page.evaluate(at)] == [0, 8]


def test_a_block_that_scrolls_is_at_its_top_when_its_slide_comes_up(open_deck: Open) -> None:
    style = 'style="max-height: 90px; overflow-y: scroll"'
    shown = open_deck(
        deck(slide(1, "a"), slide(2, code(60, f'data-dc-lines="1 all 30" {style}'), clicks=1)),
        reduced_motion="reduce",
    )
    at = "() => document.querySelector('.slidev-code-wrapper').scrollTop"
    shown.nav("next()")
    coming_up = shown.page.evaluate(at)
    shown.nav("next()")
    stepped = shown.page.evaluate(at)

    assert coming_up == 0
    assert stepped > 0


GROUP = (
    '<div class="slidev-code-group"><div class="slidev-code-group-tabs" role="tablist">'
    '<button class="slidev-code-tab" role="tab" aria-selected="true" tabindex="0" data-dc-tab="npm">npm</button>'
    '<button class="slidev-code-tab" role="tab" aria-selected="false" tabindex="-1" data-dc-tab="yarn">yarn</button>'
    '</div><div class="slidev-code-group-blocks">'
    + code(1, 'data-title="npm"', "active")
    + code(2, 'data-title="yarn"')
    + "</div></div>"
)
SHOWN = "() => [...document.querySelectorAll('.slidev-code-wrapper')].filter((b) => b.checkVisibility()).map((b) => b.dataset.title)"


def test_a_tab_shows_its_blocks(open_deck: Open) -> None:
    shown = open_deck(deck(slide(1, GROUP, clicks=1)))
    before = shown.page.evaluate(SHOWN)
    shown.page.click("text=yarn")

    assert (before, shown.page.evaluate(SHOWN)) == (["npm"], ["yarn"])
    assert shown.page.get_attribute("text=yarn", "aria-selected") == "true"
    assert shown.place == (1, 0)


def test_tabs_are_chosen_by_arrows_which_the_deck_does_not_take(open_deck: Open) -> None:
    shown = open_deck(deck(slide(1, GROUP, clicks=1)))
    shown.page.focus("text=npm")
    shown.page.keyboard.press("ArrowRight")
    after_one = shown.page.evaluate(SHOWN)
    shown.page.keyboard.press("ArrowRight")

    assert (after_one, shown.page.evaluate(SHOWN)) == (["yarn"], ["npm"])
    assert shown.place == (1, 0)


def test_a_press_with_the_mouse_leaves_the_keys_to_the_deck(open_deck: Open) -> None:
    shown = open_deck(deck(slide(1, GROUP, clicks=1)))
    shown.page.click("text=yarn")
    shown.page.keyboard.press("ArrowRight")

    assert shown.place == (1, 1)


def test_code_is_copied_from_the_disk_too(open_deck: Open) -> None:
    shown = open_deck(deck(slide(1, code(2, ""))))
    shown.page.focus(".slidev-code-copy")
    shown.page.keyboard.press("Enter")
    shown.page.wait_for_selector(".slidev-code-copy[title=Copied]")
    shown.page.evaluate(
        "() => { const t = document.createElement('textarea'); t.id = 't'; document.body.append(t); t.focus() }"
    )
    shown.page.keyboard.press("Control+V")

    assert shown.page.input_value("#t") == "line 1\nline 2"
