"""What lies over a slide's edge is found; what only touches it, or is a ground, is not."""

from __future__ import annotations

from deckc.export.scene.overflow import Overflow, overflows
from deckc.export.scene.values import (
    Box,
    Color,
    Item,
    Line,
    Paragraph,
    Picture,
    Rect,
    Run,
    Scene,
    SlideScene,
    SlideState,
    Text,
    TextLook,
)

LOOK = TextLook("Arial", "Arial", 20, Color(0, 0, 0))


def line(words: str, y: float, x: float = 50) -> Text:
    rect = Rect(x, y, 200, 24)
    return Text(rect, (Paragraph((Line((Run(words, LOOK),), rect, is_forced=True),)),))


def scene(*states: tuple[Item, ...]) -> Scene:
    slide = SlideScene(3, tuple(SlideState(at, items) for at, items in enumerate(states)))
    return Scene(980, 552, (slide,))


def test_words_below_the_edge() -> None:
    found = overflows(scene((line("In", 500), line("Half", 540), line("Out", 570))))

    assert found == (Overflow(3, "bottom", 570 + 24 * 0.78 - 552, 2, 0, "Half"),)


def test_tails_of_letters_may_touch_the_edge() -> None:
    assert overflows(scene((line("gpq", 552 - 24 + 5),))) == ()


def test_words_right_of_the_edge() -> None:
    (found,) = overflows(scene((line("Wide", 100, x=900),)))

    assert (found.side, found.beyond_px) == ("right", 120)


def test_picture_that_is_cut_off() -> None:
    (found,) = overflows(scene((Picture(Rect(0, 300, 400, 400), 0),)))

    assert (found.lines, found.pictures) == (0, 1)


def test_grounds_lie_over_the_edge_on_purpose() -> None:
    ground = Picture(Rect(-50, -50, 2000, 2000), 0, is_ground=True)

    assert overflows(scene((ground, Box(Rect(0, 0, 2000, 2000), (Color(0, 0, 0),))))) == ()


def test_click_at_which_most_is_cut_off_counts() -> None:
    found = overflows(scene((), (line("One", 560),), (line("One", 560), line("Two", 580)), ()))

    assert [overflow.lines for overflow in found] == [2]
