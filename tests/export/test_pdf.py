"""What a browser prints of a deck: pages of the canvas's size, one a slide or one a click, with text as text."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest

from .conftest import main, read_pdf
from .conftest import texts_of as pages_of

DECK = """\
# First words

<p v-click>Shown at one</p>

<p v-click.hide>Gone at two</p>

---

# Second words

---
layout: center
---

# Third words
"""


@pytest.fixture
def folder(folder: Path) -> Path:
    for path in folder.iterdir():
        path.unlink()
    (folder / "talk.md").write_text(DECK)
    return folder


def test_page_for_each_slide_at_its_end_state(folder: Path) -> None:
    assert main(["export", "talk.md", "--pdf"]) == 0
    first, second, third = pages_of(folder / "talk-export.pdf")

    assert "First words" in first
    assert "Shown at one" in first
    assert "Gone at two" not in first
    assert "Second words" in second
    assert "Third words" in third


def test_pages_have_the_size_of_the_canvas(folder: Path) -> None:
    main(["export", "talk.md", "-o", "a.pdf"])
    boxes = [page.mediabox for page in read_pdf(folder / "a.pdf").pages]

    assert [(round(float(box.width), 2), round(float(box.height), 2)) for box in boxes] == [(735, 414)] * 3


def test_page_for_each_click(folder: Path) -> None:
    assert main(["export", "talk.md", "--with-clicks"]) == 0
    pages = pages_of(folder / "talk-export.pdf")

    assert ["Shown at one" in page for page in pages] == [False, True, True, False, False]
    assert ["Gone at two" in page for page in pages] == [True, True, False, False, False]


def test_range_of_slides(folder: Path) -> None:
    assert main(["export", "talk.md", "--range", "1,3", "--with-clicks", "-o", "a"]) == 0
    pages = pages_of(folder / "a.pdf")

    assert len(pages) == 4
    assert "Third words" in pages[3]


@pytest.mark.parametrize("text", ["5", "3-2", "none", "x"])
def test_range_that_names_no_slide_is_wrong_usage(folder: Path, text: str) -> None:
    assert main(["export", "talk.md", "--range", text]) == 2
    assert not list(folder.glob("*.pdf"))


def test_file_is_named_as_the_deck_says(folder: Path) -> None:
    (folder / "talk.md").write_text(f"---\nexportFilename: handout\n---\n{DECK}")
    main(["export", "talk.md"])

    assert (folder / "handout.pdf").is_file()


def test_old_file_is_replaced_whole(folder: Path) -> None:
    (folder / "talk-export.pdf").write_text("old")
    main(["export", "talk.md"])

    assert len(pages_of(folder / "talk-export.pdf")) == 3
    assert sorted(path.name for path in folder.iterdir()) == ["talk-export.pdf", "talk.md"]


def test_dark_deck_has_another_ground(folder: Path) -> None:
    main(["export", "talk.md", "-o", "light.pdf"])
    main(["export", "talk.md", "-o", "dark.pdf", "--dark"])

    assert ground_of(folder / "light.pdf") > 0.9
    assert ground_of(folder / "dark.pdf") < 0.2


def test_picture_that_crosses_the_lower_edge_stays_on_its_page(folder: Path) -> None:
    dot = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    (folder / "talk.md").write_text(f'# One\n\n<img src="{dot}" style="width:600px;height:600px">\n')
    main(["export", "talk.md"])
    (page,) = read_pdf(folder / "talk-export.pdf").pages

    assert len(page.images) == 1


def test_no_browser_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "talk.md", "--browser", "netscape"]) == 1
    assert 'error[no-browser]: there is no browser "netscape"' in capsys.readouterr().err
    assert not list(folder.glob("*.pdf"))


def test_program_that_is_no_browser_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "talk.md", "--browser", "/bin/true", "--timeout", "5"]) == 1
    err = capsys.readouterr().err

    assert "error[browser-failed]: the browser /bin/true does not start" in err
    assert "Traceback" not in err
    assert folder.is_dir()


def ground_of(path: Path) -> float:
    """Return how bright the first colour is that a PDF's first page fills a shape with."""
    contents = pypdf.PdfReader(path).pages[0].get_contents()
    assert contents is not None
    for operands, operator in contents.operations:
        if operator == b"rg":
            return sum(float(operand) for operand in operands) / 3
    return 1.0
