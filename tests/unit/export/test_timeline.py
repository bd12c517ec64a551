"""A slide's states become shapes that come and go."""

from __future__ import annotations

from dataclasses import replace

from deckc.export.pptx.timeline import Change, changes_at, play
from deckc.export.scene.values import (
    Box,
    Color,
    Item,
    Line,
    Paragraph,
    Rect,
    Run,
    SlideScene,
    SlideState,
    Text,
    TextLook,
)

LOOK = TextLook("Arial", "Arial", 20, Color(0, 0, 0))
PLACE = Rect(0, 0, 100, 20)


def paragraph(words: str, *, shown: bool = True, look: TextLook = LOOK) -> Paragraph:
    return Paragraph((Line((Run(words, look),), PLACE, is_forced=True),), shown=shown)


def text(*paragraphs: Paragraph) -> Text:
    return Text(PLACE, paragraphs)


def slide(*states: tuple[Item, ...]) -> SlideScene:
    return SlideScene(1, tuple(SlideState(at, items) for at, items in enumerate(states)))


def changes(scene: SlideScene) -> list[list[Change]]:
    played = play(scene)
    return [changes_at(at, played) for at in range(1, len(scene.states))]


def test_what_stays_is_one_shape() -> None:
    item = text(paragraph("a"))

    (played,) = play(slide((item,), (item,)))

    assert played.is_lasting


def test_what_is_not_shown_yet_comes_at_its_click() -> None:
    later = text(paragraph("b", shown=False))

    assert changes(slide((later,), (text(paragraph("b")),))) == [
        [Change(0, None, appears=True, is_swap=False)]
    ]


def test_what_is_never_shown_is_no_shape() -> None:
    assert play(slide((text(paragraph("b", shown=False)),))) == []


def test_paragraphs_of_one_text_come_one_by_one() -> None:
    first = text(paragraph("a"), paragraph("b", shown=False))
    second = text(paragraph("a"), paragraph("b"))

    assert len(play(slide((first,), (second,)))) == 1
    assert changes(slide((first,), (second,))) == [[Change(0, 1, appears=True, is_swap=False)]]


def test_another_look_takes_the_place_of_the_first() -> None:
    red = replace(LOOK, color=Color(255, 0, 0))
    scene = slide((text(paragraph("a")),), (text(paragraph("a", look=red)),))

    assert changes(scene) == [
        [Change(0, None, appears=False, is_swap=True), Change(1, None, appears=True, is_swap=True)]
    ]


def test_two_alike_at_one_place_stay_two() -> None:
    box = Box(PLACE, (Color(0, 0, 0, 0.5),))

    assert len(play(slide((box, box), (box,)))) == 2


def test_new_shapes_lie_where_they_were_painted() -> None:
    low, between, high = (Box(Rect(x, 0, 10, 10), (Color(0, 0, 0),)) for x in (0, 1, 2))

    assert [played.item for played in play(slide((low, high), (low, between, high)))] == [low, between, high]
