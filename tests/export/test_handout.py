"""Handouts, notes and text, read back with pypdf."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Export, read_pdf, texts_of
from .test_pdf_document import links_of

A4 = (596, 842)
"""In points; the browser rounds 595.3 up."""
LETTER = (612, 792)


def sizes_of(path: Path) -> list[tuple[int, int]]:
    return [(round(page.mediabox.width), round(page.mediabox.height)) for page in read_pdf(path).pages]


def test_notes_stand_under_their_slide(folder: Path, export: Export) -> None:
    assert export("--notes") == 0
    first, second, third, fourth = texts_of(folder / "talk-export-notes.pdf")

    assert (
        first.index("First words")
        < first.index("Good morning, everyone. 日本語")
        < first.index("Now the second.")
    )
    assert "Second words" in second
    assert "Only short." in third
    assert "Fourth words" in fourth
    assert sizes_of(folder / "talk-export-notes.pdf") == [A4] * 4


def test_long_note_runs_on(folder: Path, export: Export) -> None:
    words = "\n\n".join(f"Paragraph {number} of a note that is long." for number in range(80))
    (folder / "talk.md").write_text(f"# One\n\n<!--\n{words}\n-->\n\n---\n\n# Two\n")
    export("--notes", "-o", "a.pdf")
    pages = texts_of(folder / "a.pdf")

    assert "Paragraph 79 of" in pages[-2]
    assert "Two" in pages[-1]
    assert len(pages) >= 4


@pytest.mark.parametrize(("count", "pages"), [("2", 3), ("3", 2), ("4", 2), ("6", 1)])
def test_handout_has_so_many_slides_on_a_page(folder: Path, export: Export, count: str, pages: int) -> None:
    assert export("--handout", count, "--with-clicks", "--range", "1-3") == 0
    texts = texts_of(folder / "talk-export-handout.pdf")

    assert len(texts) == pages
    assert texts[0].count("First words") == min(3, int(count))


def test_handout_with_notes_on_letter_paper(folder: Path, export: Export) -> None:
    export("--handout", "4", "--beside", "notes", "--paper", "letter", "-o", "a.pdf")
    (text,) = texts_of(folder / "a.pdf")

    assert "Good morning, everyone." in text
    assert "Only short." in text
    assert sizes_of(folder / "a.pdf") == [LETTER]


def test_lines_are_drawn_where_they_are_asked_for(folder: Path, export: Export) -> None:
    for beside in ("lines", "nothing"):
        export("--handout", "3", "--beside", beside, "--range", "2-3", "-o", f"{beside}.pdf")
    shapes = [
        sum(
            operator in {b"re", b"l"}
            for _, operator in read_pdf(folder / name).pages[0].get_contents().operations
        )  # type: ignore[union-attr] - the page has contents
        for name in ("lines.pdf", "nothing.pdf")
    ]

    assert shapes[0] >= shapes[1] + 2 * 8


def test_links_from_slide_to_slide_stay(folder: Path, export: Export) -> None:
    export("--handout", "2", "-o", "a.pdf")

    assert sorted(links_of(read_pdf(folder / "a.pdf"))) == [(0, "https://example.com/a?b=1#c"), (0, "page 1")]


def test_notes_alone(folder: Path, export: Export, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert export("--notes-only") == 0
    (text,) = texts_of(folder / "talk-export-notes-only.pdf")

    assert "A talk on Paper" in text
    assert "2023-11-14" in text
    assert "3 / 4 Third words" in " ".join(text.split())
    assert "Second words" not in text


def test_no_notes_are_told(folder: Path, export: Export, capsys: pytest.CaptureFixture[str]) -> None:
    assert export("--notes-only", "--range", "2") == 1
    assert "error[export-no-notes]" in capsys.readouterr().err
    assert not list(folder.glob("*.pdf"))


def test_text_is_an_outline_with_notes(folder: Path, export: Export) -> None:
    assert export("--text", "--range", "1-3") == 0
    assert (folder / "talk-export.txt").read_text(encoding="utf-8") == (
        "A talk on Paper\n\n"
        "1  A talk on Paper\n   Good morning, **everyone**. 日本語\n\n   [click] Now the second.\n\n"
        "2  Second words\n\n"
        "3  Third words\n   Only short.\n"
    )


def test_text_needs_no_browser(folder: Path, export: Export) -> None:
    assert export("--text", "--browser", "netscape", "-o", "a.txt") == 0
    assert (folder / "a.txt").is_file()


def test_slides_of_a_dark_deck_stay_readable_on_white_paper(folder: Path, export: Export) -> None:
    (folder / "talk.md").write_text("---\ncolorSchema: dark\n---\n\n# One\n\n<!-- A note. -->\n")
    export("--notes", "-o", "a.pdf")
    contents = read_pdf(folder / "a.pdf").pages[0].get_contents()
    assert contents is not None
    fills = [
        tuple(round(float(part), 1) for part in operands)
        for operands, operator in contents.operations
        if operator == b"rg"
    ]

    assert fills[0] == (1, 1, 1), "paper"
    assert (0.1, 0.1, 0.1) in fills, "the slide's ground, and the note"
    assert fills.count((1, 1, 1)) >= 2, "the slide's words"
