"""What a PDF knows of its deck: metadata, outline, labels, links, notes, layers; read back with pypdf."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pikepdf
import pypdf
import pytest

from deckc.export.job import ExportJob
from deckc.export.pdf_document import finish_pdf
from deckc.export.problem import ExportError

from .conftest import Export, read_pdf, texts_of


def outline_of(reader: pypdf.PdfReader) -> list[object]:
    def titles(items: list[object]) -> list[object]:
        return [
            titles(item) if isinstance(item, list) else (item.title, reader.get_destination_page_number(item))
            for item in items
        ]  # type: ignore[attr-defined]

    return titles(reader.outline)


def links_of(reader: pypdf.PdfReader) -> list[tuple[int, str]]:
    """Return the page of each link and where it leads: an address, or "page N"."""
    found = []
    for number, page in enumerate(reader.pages):
        for annotation in page.annotations or []:
            if annotation.get_object()["/Subtype"] != "/Link":
                continue
            link = annotation.get_object()
            if "/A" in link:
                found.append((number, str(link["/A"]["/URI"])))
            else:
                target = link["/Dest"]
                place = reader.named_destinations[str(target)] if not isinstance(target, list) else None
                at = (
                    reader.get_destination_page_number(place)
                    if place
                    else reader.get_page_number(target[0].get_object())
                )
                found.append((number, f"page {at}"))
    return found


def test_metadata(folder: Path, export: Export) -> None:
    assert export("-o", "a.pdf") == 0
    reader = read_pdf(folder / "a.pdf")
    said = reader.metadata

    assert said is not None
    assert (said.title, said.author, said.subject) == (
        "A talk on Paper",
        "Ada Lovelace",
        "About How slides become paper.",
    )
    assert said["/Keywords"] == "slides, paper"
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"


def test_tagged_for_screen_readers(folder: Path, export: Export) -> None:
    export("-o", "a.pdf")
    root = read_pdf(folder / "a.pdf").trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root


def test_outline_is_the_titles_by_level(folder: Path, export: Export) -> None:
    assert export("--with-toc", "-o", "a.pdf") == 0

    assert outline_of(read_pdf(folder / "a.pdf")) == [
        ("A talk on Paper", 0),
        [("Second words", 1)],
        ("Third words", 2),
    ]


def test_outline_leads_to_the_first_click_of_a_slide(folder: Path, export: Export) -> None:
    export("--with-toc", "--with-clicks", "--range", "1,3", "-o", "a.pdf")

    assert outline_of(read_pdf(folder / "a.pdf")) == [("A talk on Paper", 0), ("Third words", 3)]


def test_no_outline_unless_asked(folder: Path, export: Export) -> None:
    export("-o", "a.pdf")

    assert outline_of(read_pdf(folder / "a.pdf")) == []


@pytest.mark.parametrize(
    ("arguments", "labels"),
    [
        ([], ["1", "2", "3", "4"]),
        (["--with-clicks", "--range", "1-2"], ["1.0", "1.1", "1.2", "2.0"]),
        (["--range", "2,4"], ["2", "4"]),
    ],
)
def test_pages_are_labelled_by_slide_and_click(
    folder: Path, export: Export, arguments: list[str], labels: list[str]
) -> None:
    export(*arguments, "-o", "a.pdf")

    assert read_pdf(folder / "a.pdf").page_labels == labels


def test_links_lead_to_slides_and_out(folder: Path, export: Export) -> None:
    export("--with-clicks", "-o", "a.pdf")
    links = links_of(read_pdf(folder / "a.pdf"))

    assert sorted(set(links)) == [
        (page, target) for page in (0, 1, 2) for target in ("https://example.com/a?b=1#c", "page 4")
    ]


def test_link_to_a_slide_that_is_left_out_is_none(folder: Path, export: Export) -> None:
    export("--range", "1", "-o", "a.pdf")

    assert links_of(read_pdf(folder / "a.pdf")) == [(0, "https://example.com/a?b=1#c")]


def test_notes_are_annotations_when_asked(folder: Path, export: Export) -> None:
    assert export("--pdf-notes", "--with-clicks", "-o", "a.pdf") == 0
    pages = read_pdf(folder / "a.pdf").pages
    notes = [
        [
            note.get_object()["/Contents"]
            for note in page.annotations or []
            if note.get_object()["/Subtype"] == "/Text"
        ]
        for page in pages
    ]

    assert notes == [
        [],
        [],
        ["Good morning, **everyone**. 日本語\n\n[click] Now the second."],
        [],
        ["Only short."],
        [],
    ]


def test_layers_name_the_page_they_stand_on(folder: Path, export: Export) -> None:
    export("--range", "2-3", "-o", "a.pdf")

    assert ["page 2 of 4" in text for text in texts_of(folder / "a.pdf")] == [True, False]
    assert "page 3 of 4" in texts_of(folder / "a.pdf")[1]


def test_fonts_are_embedded_once_and_cut_to_what_is_used(folder: Path, export: Export) -> None:
    export("--with-clicks", "-o", "a.pdf")
    reader = read_pdf(folder / "a.pdf")
    files = {
        str(font.get_object()["/DescendantFonts"][0]["/FontDescriptor"]["/FontName"])
        for page in reader.pages
        for font in page["/Resources"].get("/Font", {}).values()
        if "/DescendantFonts" in font.get_object()
    }

    assert files
    assert all("+" in name for name in files), "a name with a prefix is a font's part"


def test_two_exports_are_the_same_bytes(
    folder: Path, export: Export, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    arguments = ("--with-clicks", "--with-toc", "--pdf-notes")
    export(*arguments, "-o", "a.pdf")
    export(*arguments, "-o", "b.pdf")

    assert (folder / "a.pdf").read_bytes() == (folder / "b.pdf").read_bytes()
    assert read_pdf(folder / "a.pdf").metadata["/CreationDate"] == "D:20231114221320+00'00'"  # type: ignore[index]


def test_large_pictures_keep_what_paper_shows(folder: Path, export: Export) -> None:
    export("--range", "2", "-o", "light.pdf")
    export("--range", "2", "--full-pictures", "-o", "full.pdf")
    sizes = [read_pdf(folder / name).pages[0].images[0].image.size for name in ("light.pdf", "full.pdf")]  # type: ignore[union-attr] - the page has a picture

    assert sizes == [(735, 368), (1600, 800)]


def test_pages_that_are_not_the_states_are_told() -> None:
    printed = BytesIO()
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.add_blank_page()
    pdf.save(printed)

    with pytest.raises(ExportError, match="2 pages for 1 states") as error:
        finish_pdf(printed.getvalue(), cast("ExportJob", SimpleNamespace(states=(1,))))
    assert error.value.diagnostic.code == "export-pages"


def test_deck_says_what_the_command_line_leaves_open(folder: Path, export: Export) -> None:
    (folder / "talk.md").write_text(
        "---\nexport:\n  withClicks: true\n  range: 1\n---\n\n# One\n\n<p v-click>a</p>\n\n---\n\n# Two\n"
    )
    export("-o", "a.pdf")
    assert len(texts_of(folder / "a.pdf")) == 2

    export("--range", "1-2", "-o", "b.pdf")
    assert len(texts_of(folder / "b.pdf")) == 3


def test_text_stands_in_the_order_of_reading(folder: Path, export: Export) -> None:
    boxes = "".join(f"<p>{word}</p>" for word in ("three", "four"))
    (folder / "talk.md").write_text(
        f'<p style="opacity:.5">one</p>\n<p>two</p>\n<div>{boxes}</div>\n', encoding="utf-8"
    )
    export("-o", "a.pdf")

    assert texts_of(folder / "a.pdf")[0].split()[-4:] == ["one", "two", "three", "four"]


def test_characters_are_found_as_they_were_written(folder: Path, export: Export) -> None:
    (folder / "talk.md").write_text("# 入 长 门 diffuse office\n", encoding="utf-8")
    export("-o", "a.pdf")

    assert "入 长 门 diffuse office" in " ".join(texts_of(folder / "a.pdf")[0].split())
