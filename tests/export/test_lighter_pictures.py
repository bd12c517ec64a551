"""Pictures look the same in a PDF, whoever made them smaller."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from deckc.export import pdf_picture
from deckc.export.direct.page import DirectPage

from .conftest import Export, read_pdf

HALVES = '<img src="./plot.png" width="245" style="{}">'


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Everything that the browser prints."""
    prints: list[bytes] = []
    real = DirectPage.print_pdf

    async def keep(self: DirectPage, settings: dict[str, object]) -> bytes:
        prints.append(await real(self, settings))
        return prints[-1]

    monkeypatch.setattr(DirectPage, "print_pdf", keep)
    return prints


def first_picture(path: Path) -> Image.Image:
    picture = read_pdf(path).pages[0].images[0].image
    assert picture is not None
    return picture.convert("RGB")


def is_red_and_white(picture: Image.Image) -> bool:
    width, height = picture.size
    left, right = (picture.getpixel((at, height // 2)) for at in (width // 4, 3 * width // 4))
    return left == (255, 0, 0) and right == (255, 255, 255)


def left_of(word: str, path: Path) -> float:
    """Return where the line with the word begins."""
    found: list[float] = []

    def look(text: str, place: list[float], line: list[float], *_font: object) -> None:
        if word in text:
            found.append(place[0] * line[4] + place[4])

    read_pdf(path).pages[0].extract_text(visitor_text=look)
    return found[0]


def deck(folder: Path, body: str) -> None:
    (folder / "talk.md").write_text(f"# One\n\n{body}\n")


def test_picture_is_made_beside_the_browser(folder: Path, export: Export, printed: list[bytes]) -> None:
    deck(folder, HALVES.format(""))
    assert export("-o", "a.pdf") == 0
    picture = first_picture(folder / "a.pdf")

    assert picture.size == (735, 368)
    assert is_red_and_white(picture)
    assert len(printed) == 1
    assert b"deckc picture 0;" in printed[0]


@pytest.mark.parametrize(
    "style",
    ["filter: saturate(1)", "object-fit: cover; height: 200px", "transform: perspective(9cm) rotateY(9deg)"],
)
def test_what_a_browser_draws_anew_is_left_to_it(
    folder: Path, export: Export, printed: list[bytes], style: str
) -> None:
    deck(folder, HALVES.format(style))
    assert export("-o", "a.pdf") == 0

    assert [b"deckc picture" in content for content in printed] == [False]
    assert is_red_and_white(first_picture(folder / "a.pdf"))


def test_picture_of_which_a_part_shows_keeps_its_scale(folder: Path, export: Export) -> None:
    deck(folder, HALVES.format("object-fit: none; height: 60px"))
    export("-o", "a.pdf")
    picture = first_picture(folder / "a.pdf")

    # 245 pixels around the middle, where red meets white
    assert is_red_and_white(picture)
    assert picture.width < 300


def test_hidden_picture_is_no_reason_to_print_again(
    folder: Path, export: Export, printed: list[bytes]
) -> None:
    deck(folder, f'<div class="opacity-0">{HALVES.format("")}</div>')
    assert export("-o", "a.pdf") == 0

    assert len(printed) == 1


def test_lost_picture_is_printed_anew_by_the_browser(
    folder: Path, export: Export, printed: list[bytes]
) -> None:
    # its whole box is cut away, which the page does not see
    deck(folder, f'<div style="clip-path: circle(0)">{HALVES.format("")}</div>\n\nWords')
    assert export("-o", "a.pdf") == 0

    assert len(printed) == 2
    assert "Words" in read_pdf(folder / "a.pdf").pages[0].extract_text()


def test_broken_picture_is_left_to_the_browser(
    folder: Path, export: Export, monkeypatch: pytest.MonkeyPatch, printed: list[bytes]
) -> None:
    monkeypatch.setattr(
        pdf_picture, "_without_palette", lambda _image: (_ for _ in ()).throw(OSError("cut off"))
    )
    deck(folder, HALVES.format(""))
    assert export("-o", "a.pdf") == 0

    assert len(printed) == 2
    assert is_red_and_white(first_picture(folder / "a.pdf"))


def test_picture_that_keeps_its_pixels_keeps_them_exactly(folder: Path, export: Export) -> None:
    noise = Image.effect_noise((300, 200), 80).convert("RGB")
    noise.save(folder / "noise.png")
    deck(folder, '<img src="./noise.png" width="300">')
    export("-o", "a.pdf")

    assert first_picture(folder / "a.pdf").tobytes() == noise.tobytes()


@pytest.mark.parametrize(
    "style",
    [
        "rotate: y 30deg",
        "perspective: 9cm; translate: 0 0 9px",
        "object-view-box: inset(0 0 10% 0)",
        "-webkit-mask-box-image: linear-gradient(black, black) 10",
    ],
)
def test_picture_that_is_drawn_anew_once_is_no_blank_anywhere(
    folder: Path, export: Export, printed: list[bytes], style: str
) -> None:
    # the other one would be found, and this one would stay grey
    deck(folder, HALVES.format("") + HALVES.format(style))
    assert export("-o", "a.pdf") == 0

    assert [b"deckc picture" in content for content in printed] == [False]


def test_picture_in_a_table_keeps_its_width(folder: Path, export: Export) -> None:
    deck(folder, "| a | b |\n| --- | --- |\n| ![](./plot.png) | some words beside it |")
    export("-o", "a.pdf")
    export("-o", "full.pdf", "--full-pictures")
    own, full = (left_of("beside", folder / name) for name in ("a.pdf", "full.pdf"))

    assert own == pytest.approx(full, abs=2)
