"""Scenes made by hand become files that python-pptx reads, whatever their texts hold."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest

from deckc.export.pptx import DeckFacts, SlideFacts, write_pptx
from deckc.export.scene.values import (
    Box,
    Color,
    Gradient,
    Item,
    Line,
    Paragraph,
    Rect,
    Run,
    Scene,
    Side,
    SlideScene,
    SlideState,
    Text,
    TextLook,
)

pptx = pytest.importorskip("pptx")

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
WHITE, BLACK = Color(255, 255, 255), Color(0, 0, 0)
GROUND = Box(Rect(0, 0, 980, 552), (WHITE,))
LOOK = TextLook("Inter", "Noto Sans CJK", 20, BLACK)


def text(words: str, look: TextLook = LOOK, link: str = "") -> Text:
    rect = Rect(50, 50, 200, 24)
    return Text(rect, (Paragraph((Line((Run(words, look, link),), rect, is_forced=True),)),))


def facts(note: str = "", transition: str | None = None, title: str = "Deck") -> DeckFacts:
    slide = SlideFacts(1, "Slide", note, transition)
    return DeckFacts(title, "", "", (), "en", (slide,), {"1": 1})


def scene(*states: tuple[Item, ...]) -> Scene:
    return Scene(980, 552, (SlideScene(1, tuple(SlideState(at, items) for at, items in enumerate(states))),))


def slide_of(content: bytes) -> Any:
    return pptx.Presentation(io.BytesIO(content)).slides[0]


def test_control_characters_are_left_out() -> None:
    content = write_pptx(
        scene((text("a\x00b\x1f<&>", link="https://x.y/\x01"),)), facts("no\x02te", title="t\x03")
    )
    slide = slide_of(content)

    assert slide.shapes[0].text_frame.text == "ab<&>"
    assert slide.notes_slide.notes_text_frame.text == "note"


def test_ground_of_the_deck_is_the_masters() -> None:
    slide = slide_of(write_pptx(scene((GROUND, text("a"))), facts()))

    assert slide.element.find(f".//{P}bg") is None
    assert len(slide.shapes) == 1


def test_ground_of_its_own_is_the_slides() -> None:
    gradient = Gradient("linear", 90, ((0, WHITE), (1, BLACK)))
    slide = slide_of(write_pptx(scene((GROUND, Box(GROUND.rect, (gradient,)), text("a"))), facts()))

    assert slide.element.find(f".//{P}bg//{A}gradFill") is not None


def test_dark_deck_has_a_dark_theme() -> None:
    dark = (Box(GROUND.rect, (Color(18, 18, 18),)), text("a", TextLook("Inter", "Inter", 20, WHITE)))
    presentation = pptx.Presentation(io.BytesIO(write_pptx(scene(dark), facts())))

    assert presentation.slide_master.element.find(f"{P}clrMap").get("bg1") == "dk1"
    run = presentation.slides[0].shapes[0].text_frame.paragraphs[0].runs[0]
    assert run._r.rPr.find(f"{A}solidFill/{A}schemeClr").get("val") == "tx1"


def test_click_at_which_nothing_changes_is_a_step() -> None:
    slide = slide_of(write_pptx(scene((text("a"),), (text("a"),), (text("a"), GROUND)), facts()))

    steps = slide.element.findall(f".//{P}cTn[@nodeType='mainSeq']/{P}childTnLst/{P}par")
    assert len(steps) == 2


def test_uneven_border_is_a_bar_for_each_side() -> None:
    bar = Box(Rect(10, 10, 100, 50), border=(None, None, None, Side(4, BLACK, "solid")))
    (shape,) = slide_of(write_pptx(scene((bar,)), facts())).shapes

    assert (shape.width, shape.height) == (4 * 9525, 50 * 9525)


def test_unlike_corners_are_a_path() -> None:
    box = Box(Rect(10, 10, 100, 50), (BLACK,), radii_px=(20, 0, 20, 0))
    (shape,) = slide_of(write_pptx(scene((box,)), facts())).shapes

    assert len(shape._element.findall(f".//{A}arcTo")) == 2


@pytest.mark.parametrize(
    ("name", "tag"),
    [("fade", "fade"), ("slide-up", "push"), ("view-transition", None), ("mine", "fade"), ("none", None)],
)
def test_transition(name: str, tag: str | None) -> None:
    slide = slide_of(write_pptx(scene((text("a"),)), facts(transition=name)))
    found = slide.element.find(f"{P}transition")

    assert (None if found is None else found[0].tag) == (f"{P}{tag}" if tag else None)


def test_date_is_the_one_that_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    content = write_pptx(scene((text("a"),)), facts())

    assert pptx.Presentation(io.BytesIO(content)).core_properties.created.year == 1970
    dates = {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(content)).infolist()}
    assert dates == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("これはペンです", "ja-JP"),
        ("이것은 펜입니다", "ko-KR"),
        ("这是一支笔，叫做「ペン」，在这张桌子的上面放着，另外还有一本书", "zh-CN"),
        ("hello", "zh-CN"),
    ],
)
def test_words_in_chinese_characters_are_of_the_decks_language(words: str, language: str) -> None:
    slide = slide_of(write_pptx(scene((GROUND, text(words), text("自己紹介"))), facts()))
    runs = {run.findtext(f"{A}t"): run.find(f"{A}rPr").get("lang") for run in slide.element.iter(f"{A}r")}

    assert runs["自己紹介"] == language
