"""Every layout of Slidev's client and official themes is there, with its props, slots and classes (spec 8)."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckc.builtin import FOLDER
from deckc.compile.realize.templates import Templates
from deckc.diagnostics import Report
from deckc.model.files import DiskFiles
from deckc.model.nodes import Element, walk
from deckc.model.source import Value

THEMES = Path(__file__).resolve().parents[2] / "themes"
CLIENT = {
    "default": ("slidev-layout default", ["default"]),
    "center": ("slidev-layout center", ["default"]),
    "cover": ("slidev-layout cover", ["default"]),
    "intro": ("slidev-layout intro", ["default"]),
    "section": ("slidev-layout section", ["default"]),
    "statement": ("slidev-layout statement", ["default"]),
    "fact": ("slidev-layout fact", ["default"]),
    "quote": ("slidev-layout quote", ["default"]),
    "full": ("slidev-layout full w-full h-full", ["default"]),
    "none": ("", ["default"]),
    "end": ("slidev-layout end", ["default"]),
    "image": ("slidev-layout w-full h-full", ["default"]),
    "image-left": ("grid grid-cols-2", ["default"]),
    "image-right": ("grid grid-cols-2", ["default"]),
    "iframe": ("h-full w-full", []),
    "iframe-left": ("grid grid-cols-2", ["default"]),
    "iframe-right": ("grid grid-cols-2", ["default"]),
    "two-cols": ("slidev-layout two-columns grid grid-cols-2", ["default", "left", "right"]),
    "two-cols-header": ("slidev-layout two-cols-header", ["default", "left", "right", "bottom"]),
    "error": ("text-center", []),
    "404": ("text-center", []),
}
DEFAULT = ["cover", "intro", "section", "statement", "fact", "quote"]
APPLE = [
    *("intro", "intro-image", "intro-image-right", "image-right", "3-images"),
    *("bullets", "section", "statement", "fact", "quote"),
]
BRICKS = ["blank", "cover", "fact", "intro", "items", "quote", "section", "statement"]
SHIBAINU = [
    *("cover", "intro", "center", "default", *(f"default-{number}" for number in range(2, 8)), "right"),
    *("section", "section-2", "section-3", "fact", "statement", "quote"),
]
TEMPLATES = sorted([*FOLDER.glob("layouts/*.html.jinja"), *THEMES.glob("*/layouts/*.html.jinja")])


def run(path: Path, **props: Value) -> tuple[Element, Report]:
    report = Report()
    nodes = Templates(DiskFiles(), report).run(path, props, frozenset(), {}).nodes
    (root,) = (node for node in nodes if isinstance(node, Element))
    return root, report


def client(name: str, **props: Value) -> Element:
    return run(FOLDER / "layouts" / f"{name}.html.jinja", **props)[0]


def elements(root: Element) -> list[Element]:
    return [node for node in walk((root,)) if isinstance(node, Element)]


def slots(root: Element) -> list[str]:
    return [element.get("name") or "default" for element in elements(root) if element.tag == "slot"]


@pytest.mark.parametrize("name", sorted(CLIENT))
def test_client_layout_has_its_classes_and_slots(name: str) -> None:
    classes, places = CLIENT[name]
    root = client(name)

    assert root.tag == "div"
    assert set(classes.split()) <= set((root.get("class") or "").split())
    assert slots(root) == places


def test_no_other_layout_is_built_in() -> None:
    assert {path.name.removesuffix(".html.jinja") for path in (FOLDER / "layouts").iterdir()} == set(CLIENT)


@pytest.mark.parametrize(
    ("theme", "names"),
    [
        ("default", DEFAULT),
        ("seriph", DEFAULT),
        ("apple-basic", APPLE),
        ("bricks", BRICKS),
        ("shibainu", SHIBAINU),
    ],
)
def test_theme_has_its_layouts(theme: str, names: list[str]) -> None:
    found = {path.name.removesuffix(".html.jinja") for path in (THEMES / theme / "layouts").iterdir()}

    assert found == set(names)


@pytest.mark.parametrize(
    "path", TEMPLATES, ids=lambda path: f"{path.parts[-3]}-{path.parts[-1].split('.')[0]}"
)
def test_template_runs_without_props_and_without_complaint(path: Path) -> None:
    root, report = run(path)

    assert report.diagnostics == []
    assert all("{{" not in (attribute.value or "") for e in elements(root) for attribute in e.attributes)


def test_an_image_fills_the_slide() -> None:
    style = client("image", image="/a.png").get("style") or ""

    assert 'background-image:url("/a.png")' in style
    assert "color:white" in style
    assert "background-size:cover" in style


def test_the_size_of_an_image_can_be_chosen() -> None:
    assert "background-size:contain" in (
        client("image", image="/a.png", backgroundSize="contain").get("style") or ""
    )


@pytest.mark.parametrize(("name", "column"), [("image-left", 1), ("image-right", 0)])
def test_image_stands_beside_the_content(name: str, column: int) -> None:
    root = client(name, image="/a.png", **{"class": "wide"})
    columns = [child for child in root.children if isinstance(child, Element)]

    assert (columns[column].get("class") or "").split() == ["slidev-layout", "default", "wide"]
    assert "/a.png" in (columns[1 - column].get("style") or "")
    assert "wide" not in (root.get("class") or "")


def test_classes_of_two_cols_go_to_columns_and_root() -> None:
    root = client("two-cols", **{"class": "a b", "layoutClass": "gap-16"})
    columns = [child for child in root.children if isinstance(child, Element)]

    assert [(column.get("class") or "").split() for column in columns] == [
        ["col-left", "a", "b"],
        ["col-right", "a", "b"],
    ]
    assert "gap-16" in (root.get("class") or "").split()


def test_a_scaled_frame_keeps_its_place() -> None:
    box = next(e for e in elements(client("iframe", url="https://a.b", scale=0.5)) if e.get("style"))
    frame = next(e for e in elements(box) if e.tag == "iframe")

    assert box.get("style") == "width:200%;height:200%"
    assert frame.get("src") == "https://a.b"
    assert frame.get("style") == "transform:scale(0.5);transform-origin:top left"


@pytest.mark.parametrize("scale", [None, 0, "", "big"])
def test_a_frame_that_is_not_scaled_fills_its_box(scale: Value) -> None:
    box = next(e for e in elements(client("iframe", url="https://a.b", scale=scale)) if e.get("style"))

    assert box.get("style") == "width:100%;height:100%"


def test_end_says_end() -> None:
    slot = next(element for element in elements(client("end")) if element.tag == "slot")

    assert [getattr(child, "value", "") for child in slot.children] == ["END"]


@pytest.mark.parametrize("theme", ["default", "seriph"])
def test_a_cover_takes_a_dimmed_picture_or_a_colour(theme: str) -> None:
    path = THEMES / theme / "layouts" / "cover.html.jinja"

    assert "linear-gradient(#0005, #0008)" in (run(path, background="/a.png")[0].get("style") or "")
    assert "background:#123456" in (run(path, background="#123456")[0].get("style") or "")


def test_a_cover_of_seriph_is_drawn_where_no_background_is_given() -> None:
    path = THEMES / "seriph" / "layouts" / "cover.html.jinja"

    assert "cover-drawn" in (run(path)[0].get("class") or "").split()
    assert "cover-drawn" not in (run(path, background="/a.png")[0].get("class") or "").split()
