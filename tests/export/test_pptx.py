"""What `deckc export --pptx` writes, read by python-pptx: texts, shapes, pictures and steps that can be edited."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from deckc import cli

pptx = pytest.importorskip("pptx")

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SVG_BLIP = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
EMU_PER_PX = 9525

DECK = """\
---
title: A talk
author: Ada
transition: slide-left
---

# First title

Plain **bold** *slanted* <span style="color:#ff0000;font-size:30px">red</span> ~~gone~~ and [away](https://example.com) and
<Link to="2">onwards</Link>

<p style="text-align:center">In the middle</p>

<!--
Say hello.

[click] Then go on.
-->

---
transition: fade
---

# Steps

<v-clicks>

- One
- Two
- Three

</v-clicks>

<p v-click.hide id="leaves">Leaves</p>

<div v-click="[1,3]">From one to two</div>

<div :class="$clicks > 1 ? 'text-red-500' : ''">Changes its colour</div>

---

# Pictures

<img src="./dot.png" alt="A dot" style="width:200px;height:50px;object-fit:cover">
<svg width="40" height="40" viewBox="0 0 10 10" role="img" aria-label="A ring"><circle cx="5" cy="5" r="4" fill="#00ff00"/></svg>
<div id="box" style="width:100px;height:50px;background:#0000ff;border:2px solid #ff00ff;border-radius:10px;opacity:.5"></div>
<div id="run" style="width:100px;height:50px;background:linear-gradient(90deg,#ff0000,#0000ff)"></div>
<div id="turned" style="width:100px;height:20px;background:#123456;transform:rotate(30deg)"></div>
<canvas width="30" height="30" style="background:#abcdef"></canvas>

---

# Table and code

| Name | Value |
| :--- | ----: |
| One  | 1     |

```js
const a = 1

  return a
```

1. First
2. Second
   - Inner

日本語 and Latin
"""


def png(width: int, height: int) -> bytes:
    rows = b"".join(b"\0" + bytes((255, 128, 0)) * width for _ in range(height))

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def main(arguments: Sequence[str]) -> int:
    """Run the command in a thread of its own, where the Playwright that other tests keep open does no harm."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(cli.main, arguments).result()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, browser_program: Path) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patch:
        work = tmp_path_factory.mktemp("pptx")
        patch.setenv("DECKC_CACHE", str(work / ".cache"))
        patch.setenv("DECKC_OFFLINE", "1")
        patch.setenv("DECKC_BROWSER", str(browser_program))
        patch.chdir(work)
        (work / "talk.md").write_text(DECK, encoding="utf-8")
        (work / "dot.png").write_bytes(png(100, 100))
        assert main(["export", "talk.md", "--pptx"]) == 0
        yield work


@pytest.fixture(scope="module")
def presentation(folder: Path) -> Any:
    return pptx.Presentation(str(folder / "talk-export.pptx"))


def shape_with(slide: Any, text: str) -> Any:
    return next(shape for shape in slide.shapes if shape.has_text_frame and text in shape.text_frame.text)


def run_with(slide: Any, text: str) -> Any:
    return next(
        run
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
        if text in run.text
    )


def clicks_of(slide: Any) -> list[list[tuple[str, str, str | None]]]:
    """Return for each click what comes ("entr") and goes ("exit"): kind, shape id, paragraph."""
    steps = slide.element.findall(f".//{P}cTn[@nodeType='mainSeq']/{P}childTnLst/{P}par")
    found = []
    for step in steps:
        effects = [one for one in step.iter(f"{P}cTn") if one.get("presetClass")]
        targets = [one.find(f".//{P}spTgt") for one in effects]
        ranges = [one.find(f".//{P}pRg") for one in effects]
        found.append(
            [
                (effect.get("presetClass"), target.get("spid"), None if part is None else part.get("st"))
                for effect, target, part in zip(effects, targets, ranges, strict=True)
            ]
        )
    return found


def px(length: int) -> float:
    return length / EMU_PER_PX


def test_slides_have_the_size_of_the_canvas(presentation: Any) -> None:
    assert (px(presentation.slide_width), px(presentation.slide_height)) == (980, 552)
    assert len(presentation.slides) == 4


def test_file_says_whose_it_is(presentation: Any) -> None:
    assert presentation.core_properties.title == "A talk"
    assert presentation.core_properties.author == "Ada"


def test_title_is_the_slides_title(presentation: Any) -> None:
    assert [slide.shapes.title.text_frame.text for slide in presentation.slides] == [
        "First title",
        "Steps",
        "Pictures",
        "Table and code",
    ]


def test_paragraph_is_one_box_of_runs(presentation: Any) -> None:
    slide = presentation.slides[0]
    (paragraph,) = shape_with(slide, "Plain").text_frame.paragraphs

    assert paragraph.text.startswith("Plain bold slanted red gone and away and")
    assert run_with(slide, "bold").font.bold
    assert not run_with(slide, "Plain").font.bold
    assert run_with(slide, "slanted").font.italic
    assert run_with(slide, "gone")._r.rPr.get("strike") == "sngStrike"
    assert run_with(slide, "red").font.size.pt == 22.5


def test_colour_of_a_run(presentation: Any) -> None:
    fill = run_with(presentation.slides[0], "red")._r.rPr.find(f"{A}solidFill")[0]

    assert fill.get("val") in {"FF0000", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"}


def test_alignment(presentation: Any) -> None:
    shape = shape_with(presentation.slides[0], "In the middle")

    assert shape.text_frame.paragraphs[0]._p.pPr.get("algn") == "ctr"
    assert px(shape.left + shape.width / 2) == pytest.approx(490, abs=2)


def test_link_leads_away(presentation: Any) -> None:
    assert run_with(presentation.slides[0], "away").hyperlink.address == "https://example.com"


def test_link_leads_to_a_slide(presentation: Any) -> None:
    slide = presentation.slides[0]
    link = run_with(slide, "onwards")._r.rPr.find(f"{A}hlinkClick")

    assert link.get("action") == "ppaction://hlinksldjump"
    assert slide.part.related_part(link.get(f"{R}id")) is presentation.slides[1].part


def test_notes_are_notes(presentation: Any) -> None:
    notes = presentation.slides[0].notes_slide.notes_text_frame.text

    assert notes == "Say hello.\n[click] Then go on."
    assert not presentation.slides[1].has_notes_slide


def test_transition_is_that_of_the_slide_before(presentation: Any) -> None:
    found = [slide.element.find(f"{P}transition") for slide in presentation.slides]

    assert [None if one is None else one[0].tag for one in found] == [
        None,
        f"{P}push",
        f"{P}fade",
        f"{P}push",
    ]
    assert found[1][0].get("dir") == "l"


def test_each_click_is_a_step(presentation: Any) -> None:
    assert [len(clicks_of(slide)) for slide in presentation.slides] == [0, 4, 0, 0]


def test_items_of_a_list_come_one_by_one(presentation: Any) -> None:
    slide = presentation.slides[1]
    shape = shape_with(slide, "One\n")
    number = str(shape.shape_id)

    assert [paragraph.text for paragraph in shape.text_frame.paragraphs] == ["One", "Two", "Three"]
    comes = [[effect for effect in click if effect[1] == number] for click in clicks_of(slide)]
    assert comes == [[("entr", number, "0")], [("entr", number, "1")], [("entr", number, "2")], []]
    builds = slide.element.findall(f".//{P}bldP")
    assert [build.get("spid") for build in builds if build.get("build") == "p"] == [number]


def test_what_is_hidden_by_a_click_leaves(presentation: Any) -> None:
    slide = presentation.slides[1]
    number = str(shape_with(slide, "Leaves").shape_id)

    assert [click.count(("exit", number, None)) for click in clicks_of(slide)] == [0, 0, 0, 1]


def test_range_comes_and_goes(presentation: Any) -> None:
    slide = presentation.slides[1]
    number = str(shape_with(slide, "From one").shape_id)

    assert ("entr", number, None) in clicks_of(slide)[0]
    assert ("exit", number, None) in clicks_of(slide)[2]


def test_what_changes_its_look_is_replaced_at_once(presentation: Any) -> None:
    slide = presentation.slides[1]
    first, second = (
        str(shape.shape_id)
        for shape in slide.shapes
        if shape.has_text_frame and "Changes" in shape.text_frame.text
    )
    second_click = slide.element.findall(f".//{P}cTn[@nodeType='mainSeq']/{P}childTnLst/{P}par")[1]
    presets = {
        (one.find(f".//{P}spTgt").get("spid"), one.get("presetClass")): one.get("presetID")
        for one in second_click.iter(f"{P}cTn")
        if one.get("presetClass")
    }

    assert presets[first, "exit"] == "1"
    assert presets[second, "entr"] == "1"


def test_picture_keeps_its_file_and_its_crop(presentation: Any) -> None:
    slide = presentation.slides[2]
    picture = next(shape for shape in slide.shapes if shape.shape_type == 13 and alt_of(shape) == "A dot")

    assert picture.image.blob == png(100, 100)
    assert (picture.crop_top, picture.crop_bottom) == pytest.approx((0.375, 0.375))
    assert (picture.crop_left, picture.crop_right) == (0, 0)


def alt_of(shape: Any) -> str | None:
    return shape._element.find(f".//{P}cNvPr").get("descr")


def test_drawing_is_a_drawing_with_pixels_beside_it(presentation: Any) -> None:
    slide = presentation.slides[2]
    picture = next(shape for shape in slide.shapes if alt_of(shape) == "A ring")
    drawing = picture._element.find(f".//{SVG_BLIP}").get(f"{R}embed")

    assert b"<circle" in slide.part.related_part(drawing).blob
    assert slide.part.related_part(drawing).content_type == "image/svg+xml"
    assert picture.image.blob.startswith(b"\x89PNG")


def shapes_of(slide: Any, geometry: str) -> list[Any]:
    return [
        shape
        for shape in slide.shapes
        if shape._element.find(f".//{A}prstGeom[@prst='{geometry}']") is not None
    ]


def test_box_is_a_shape_with_fill_border_corners_and_opacity(presentation: Any) -> None:
    (box,) = shapes_of(presentation.slides[2], "roundRect")
    properties = box._element.spPr

    assert px(box.width) == pytest.approx(98, abs=0.1)  # the line stands in the middle of the border
    assert properties.find(f"{A}prstGeom//{A}gd").get("fmla") == f"val {round(10 / 48 * 100000)}"
    assert properties.find(f"{A}solidFill//{A}alpha").get("val") == "50000"
    assert int(properties.find(f"{A}ln").get("w")) == 2 * EMU_PER_PX


def test_gradient_is_a_gradient(presentation: Any) -> None:
    gradient = presentation.slides[2].element.find(f".//{A}gradFill")

    assert [stop.get("pos") for stop in gradient.iter(f"{A}gs")] == ["0", "100000"]
    assert gradient.find(f"{A}lin").get("ang") == "0"


def test_turned_box_is_a_turned_shape(presentation: Any) -> None:
    (turned,) = (shape for shape in presentation.slides[2].shapes if shape.rotation)

    assert turned.rotation == pytest.approx(30)
    assert (px(turned.width), px(turned.height)) == pytest.approx((100, 20))


def test_what_has_no_counterpart_is_a_picture_of_it_alone(presentation: Any) -> None:
    pictures = [shape for shape in presentation.slides[2].shapes if shape.shape_type == 13]
    canvas = next(shape for shape in pictures if round(px(shape.width)) == 30)

    assert canvas.image.size == (60, 60)


def test_table_is_a_table(presentation: Any) -> None:
    table = next(shape for shape in presentation.slides[3].shapes if shape.has_table).table

    assert [[cell.text for cell in row.cells] for row in table.rows] == [["Name", "Value"], ["One", "1"]]
    assert table.cell(1, 1).text_frame.paragraphs[0]._p.pPr.get("algn") == "r"


def test_code_is_lines_in_a_monospaced_face(presentation: Any) -> None:
    slide = presentation.slides[3]
    shape = shape_with(slide, "const")
    faces = {run._r.rPr.find(f"{A}latin").get("typeface") for run in shape.text_frame.paragraphs[0].runs}

    assert [paragraph.text for paragraph in shape.text_frame.paragraphs] == ["const a = 1", "", "  return a"]
    assert len({str(run._r.rPr[0][0].attrib) for run in shape.text_frame.paragraphs[0].runs}) > 1, "colours"
    assert all("ono" in face for face in faces)


def test_numbers_and_bullets_are_the_lists_own(presentation: Any) -> None:
    paragraphs = shape_with(presentation.slides[3], "First").text_frame.paragraphs

    assert [paragraph.text for paragraph in paragraphs] == ["First", "Second", "Inner"]
    assert [paragraph.level for paragraph in paragraphs] == [0, 0, 1]
    assert paragraphs[1]._p.pPr.find(f"{A}buAutoNum").get("startAt") is None
    assert paragraphs[2]._p.pPr.find(f"{A}buChar").get("char") == "▪"


def test_asian_letters_have_a_face_and_a_language(presentation: Any) -> None:
    properties = run_with(presentation.slides[3], "日本語")._r.rPr

    assert properties.find(f"{A}ea").get("typeface")
    assert properties.get("lang").startswith(("ja", "zh"))


def test_theme_has_the_decks_faces(presentation: Any) -> None:
    master = presentation.slide_master.part
    theme = next(
        one.target_part.blob for one in master.rels.values() if one.reltype.endswith("/theme")
    ).decode()
    face = run_with(presentation.slides[0], "Plain")._r.rPr.find(f"{A}latin").get("typeface")

    assert face == "+mn-lt"
    assert '<a:latin typeface="Calibri"' not in theme


def test_two_exports_are_equal(folder: Path) -> None:
    assert main(["export", "talk.md", "--pptx", "-o", "again.pptx"]) == 0

    assert (folder / "again.pptx").read_bytes() == (folder / "talk-export.pptx").read_bytes()


def test_range_keeps_links_inside_of_it(folder: Path) -> None:
    assert main(["export", "talk.md", "--pptx", "--range", "1,3", "-o", "some.pptx"]) == 0
    some = pptx.Presentation(str(folder / "some.pptx"))

    assert len(some.slides) == 2
    assert run_with(some.slides[0], "onwards")._r.rPr.find(f"{A}hlinkClick") is None


def test_plain_kind_is_a_picture_of_each_click(folder: Path) -> None:
    assert main(["export", "talk.md", "--pptx-images", "--range", "1-2"]) == 0
    plain = pptx.Presentation(str(folder / "talk-export-images.pptx"))

    assert len(plain.slides) == 1 + 5
    assert all(len(slide.shapes) == 1 for slide in plain.slides)
    assert plain.slides[0].shapes[0].image.size == (1960, 1104)
    assert "Say hello." in plain.slides[0].notes_slide.notes_text_frame.text


def test_missing_library_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("deckc.export.pptx.write.find_spec", lambda _: None)

    assert main(["export", "talk.md", "--pptx", "-o", "none.pptx"]) == 1
    assert "pip install 'deckc[pptx]'" in capsys.readouterr().err
    assert not (folder / "none.pptx").exists()
