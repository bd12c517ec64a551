"""Pictures of slides, read back with Pillow."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from .conftest import Export


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def picture_size(path: Path) -> tuple[str | None, tuple[int, int]]:
    with Image.open(path) as image:
        return image.format, image.size


def test_png_of_each_slide(folder: Path, export: Export) -> None:
    assert export("--png") == 0
    assert names_in(folder / "talk-export") == ["1.png", "2.png", "3.png", "4.png"]
    assert picture_size(folder / "talk-export" / "2.png") == ("PNG", (1960, 1104))


def test_picture_shows_the_slide(folder: Path, export: Export) -> None:
    export("--png", "--scale", "1", "--range", "2", "-o", "second.png")
    with Image.open(folder / "second.png") as image:
        colours = {colour for _, colour in image.convert("RGB").getcolors(1_000_000) or []}

    assert (255, 0, 0) in colours, "the red half of the plot"


def test_png_of_each_click_is_named_by_it(folder: Path, export: Export) -> None:
    export("--png", "--with-clicks", "--range", "1-2", "--scale", "0.5", "-o", "clicks")

    assert names_in(folder / "clicks") == ["001-01.png", "001-02.png", "001-03.png", "002-01.png"]


@pytest.mark.parametrize(
    ("option", "suffix", "kind"), [("--jpeg", ".jpg", "JPEG"), ("--webp", ".webp", "WEBP")]
)
def test_other_formats(folder: Path, export: Export, option: str, suffix: str, kind: str) -> None:
    assert export(option, "--range", "1", "--scale", "1", "-o", "out") == 0
    assert picture_size(folder / "out" / f"1{suffix}") == (kind, (980, 552))


def test_transparent_picture_has_no_ground(folder: Path, export: Export) -> None:
    (folder / "talk.md").write_text("# One\n")
    export("--png", "--transparent", "--scale", "1", "-o", "clear.png")
    export("--png", "--scale", "1", "-o", "white.png")
    corners = [
        Image.open(folder / name).convert("RGBA").getpixel((2, 2)) for name in ("clear.png", "white.png")
    ]

    assert [corner[3] for corner in corners if isinstance(corner, tuple)] == [0, 255]


def test_thumbnails_are_as_wide_as_asked(folder: Path, export: Export) -> None:
    export("--thumbnails")
    export("--thumbnails", "196", "--range", "1", "-o", "small")

    assert picture_size(folder / "talk-export-thumbnails" / "1.png") == ("PNG", (320, 180))
    assert picture_size(folder / "small" / "1.png") == ("PNG", (196, 110))


def test_two_exports_are_the_same_bytes(folder: Path, export: Export) -> None:
    export("--png", "--scale", "1", "-o", "a")
    export("--png", "--scale", "1", "-o", "b")
    pairs = [
        ((folder / "a" / name).read_bytes(), (folder / "b" / name).read_bytes())
        for name in names_in(folder / "a")
    ]

    assert len(pairs) == 4
    assert all(first == second for first, second in pairs)


def test_several_pictures_do_not_go_into_one_file(
    folder: Path, export: Export, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export("--png", "-o", "all.png") == 2
    assert (
        "error[export-one-file]: 4 pictures do not fit into the one file all.png" in capsys.readouterr().err
    )
    assert not (folder / "all.png").exists()


def test_only_what_was_exported_before_is_removed(folder: Path, export: Export) -> None:
    (folder / "out").mkdir()
    (folder / "out" / "mine.png").write_text("mine")
    export("--png", "--scale", "0.5", "-o", "out")
    export("--png", "--scale", "0.5", "--range", "2", "-o", "out")

    assert names_in(folder / "out") == ["2.png", "mine.png"]


def test_markdown_of_pictures_and_notes(folder: Path, export: Export) -> None:
    assert export("--md", "--scale", "0.5", "--range", "1,4") == 0
    assert (folder / "talk-export.md").read_text(encoding="utf-8") == (
        "![A talk on Paper](./talk-export/1.png)\n\n"
        "Good morning, **everyone**. 日本語\n\n[click] Now the second.\n\n"
        "---\n\n![Fourth words](./talk-export/4.png)\n"
    )
    assert names_in(folder / "talk-export") == ["1.png", "4.png"]
