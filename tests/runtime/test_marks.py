"""v-mark draws beside its element when its click comes (spec 10.2)."""

from __future__ import annotations

import json

from .conftest import Open, Opened
from .sample import deck, slide

BOXES = """() => [...document.querySelectorAll('.rough-annotation path')].map((path) => {
  const { left, top, right, bottom } = path.getBoundingClientRect();
  return [left, top, right, bottom];
})"""


def marked(look: dict[str, object] | None = None, at: str = "1", text: str = "word") -> str:
    said = "" if look is None else f" data-dc-mark-look='{json.dumps(look)}'"
    return (
        '<div style="position:absolute;left:200px;top:100px;font:20px/24px monospace">'
        f'<b data-dc-mark="{at}"{said}>{text}</b></div>'
    )


def paths(shown: Opened) -> list[str]:
    return shown.page.evaluate(
        "() => [...document.querySelectorAll('.rough-annotation path')].map((path) => path.getAttribute('d'))"
    )


def test_a_mark_is_drawn_at_its_click_and_taken_back(open_deck: Open) -> None:
    shown = open_deck(deck(slide(1, marked(at="1-2"), clicks=2)))

    drawn = [len(paths(shown))]
    for _ in range(2):
        shown.nav("next()")
        drawn.append(len(paths(shown)))

    assert drawn == [0, 2, 0]


def test_each_type_has_its_strokes(open_deck: Open) -> None:
    strokes = {
        "underline": 2,
        "strike-through": 2,
        "highlight": 2,
        "crossed-off": 4,
        "box": 8,
        "circle": 2,
        "bracket": 3,
    }
    html = "".join(marked({"type": name}, at="0", text=name) for name in strokes)
    shown = open_deck(deck(slide(1, html)))

    counts = shown.page.evaluate(
        "() => [...document.querySelectorAll('.rough-annotation')].map((svg) => svg.children.length)"
    )

    assert counts == list(strokes.values())


def test_a_mark_is_drawn_over_fifty_times_at_most(open_deck: Open) -> None:
    shown = open_deck(deck(slide(1, marked({"type": "underline", "iterations": 100_000_000}, at="0"))))

    assert len(paths(shown)) == 50


def test_an_underline_lies_under_its_word_at_any_scale(open_deck: Open) -> None:
    shown = open_deck(deck(slide(1, marked(at="0"))))
    for width, height in ((980, 552), (490, 276), (1470, 900)):
        shown.page.set_viewport_size({"width": width, "height": height})
        shown.page.wait_for_timeout(50)
        scale = min(width / 980, height / 552)
        word = shown.page.locator("b").bounding_box()
        assert word is not None
        for left, top, right, bottom in shown.page.evaluate(BOXES):
            assert abs(left - word["x"]) < 4 * scale
            assert abs(right - word["x"] - word["width"]) < 4 * scale
            assert 0 < top - word["y"] - word["height"] < 10 * scale
            assert bottom - top < 6 * scale


def test_a_mark_looks_the_same_in_every_build(open_deck: Open) -> None:
    first = open_deck(deck(slide(1, marked({"type": "circle"}, at="0") + marked(at="0"))))
    second = open_deck(deck(slide(1, marked({"type": "circle"}, at="0") + marked(at="0"))))

    assert paths(first) == paths(second)
    assert len(set(paths(first))) == 4


def test_colour_class_width_and_opacity_reach_the_drawing(open_deck: Open) -> None:
    look = {"color": "rgb(1, 2, 3)", "class": "mine", "strokeWidth": 5, "opacity": 0.5}
    shown = open_deck(deck(slide(1, marked(look, at="0"))))
    svg = shown.page.locator(".rough-annotation")

    assert shown.classes(".rough-annotation") == {"rough-annotation", "mine"}
    assert [svg.get_attribute(name) for name in ("stroke", "stroke-width", "stroke-opacity")] == [
        "rgb(1, 2, 3)",
        "5",
        "0.5",
    ]


def test_a_highlight_lies_behind_its_word(open_deck: Open) -> None:
    shown = open_deck(deck(slide(1, marked({"type": "highlight"}, at="0"))))

    assert shown.page.evaluate("() => document.querySelector('b').previousElementSibling.tagName") == "svg"
    assert shown.page.evaluate("() => getComputedStyle(document.querySelector('b')).position") == "relative"


def test_lines_are_marked_one_by_one_when_asked(open_deck: Open) -> None:
    html = (
        '<p style="width:90px;font:20px/24px monospace"><b data-dc-mark="0" '
        "data-dc-mark-look='{\"multiline\":true}'>three short lines</b></p>"
    )
    shown = open_deck(deck(slide(1, html)))

    assert len(paths(shown)) == 2 * shown.page.evaluate(
        "() => document.querySelector('b').getClientRects().length"
    )


def test_strokes_are_drawn_one_after_another_and_at_once_where_motion_is_not_wanted(
    open_deck: Open,
) -> None:
    look = {"animationDuration": 1000, "delay": 300}
    names = "() => [...document.querySelectorAll('.rough-annotation path')].map((p) => getComputedStyle(p).animationName)"
    moving = open_deck(deck(slide(1, marked(look, at="0"))))
    still = open_deck(deck(slide(1, marked(look, at="0"))), reduced_motion="reduce")

    delays = moving.page.evaluate(
        "() => [...document.querySelectorAll('.rough-annotation path')].map((p) => parseFloat(p.style.animationDelay))"
    )
    assert moving.page.evaluate(names) == ["deckc-stroke", "deckc-stroke"]
    assert delays[0] == 300
    assert 700 < delays[1] < 900
    assert still.page.evaluate(names) == ["none", "none"]


def test_a_mark_follows_when_its_place_changes(open_deck: Open) -> None:
    shown = open_deck(deck(slide(1, marked(at="0"), clicks=1)))
    before = shown.page.evaluate(BOXES)[0][2]
    shown.page.evaluate("() => (document.querySelector('b').textContent = 'a longer word')")
    shown.nav("next()")

    assert shown.page.evaluate(BOXES)[0][2] > before + 50


def test_paper_shows_every_mark_of_the_last_click(open_deck: Open) -> None:
    rendered = deck(slide(1, marked(at="1"), clicks=1), slide(2, marked({"type": "box"}, at="1-2"), clicks=2))
    shown = open_deck(rendered, "?print=slides#/print")
    per_sheet = "() => [...document.querySelectorAll('.print-slide-container')].map((s) => s.querySelectorAll('path').length)"

    assert shown.page.evaluate(per_sheet) == [2, 0]


def test_paper_with_clicks_shows_marks_as_they_come(open_deck: Open) -> None:
    shown = open_deck(deck(slide(1, marked(at="1-2"), clicks=2)), "?print=clicks#/print")
    per_sheet = "() => [...document.querySelectorAll('.print-slide-container')].map((s) => s.querySelectorAll('path').length)"

    assert shown.page.evaluate(per_sheet) == [0, 2, 0]
