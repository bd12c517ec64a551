"""Finish a PDF that a browser printed: what it does not know of the deck is added, what changes by itself is fixed.

    finish_pdf(printed, job)    title, author, language; the canvas's exact size; page labels, outline, notes

Two exports of one deck differ in their dates alone, and with SOURCE_DATE_EPOCH in nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from deckc.export.fixed_time import fixed_time
from deckc.export.job import ExportJob
from deckc.export.pdf_characters import mend_characters
from deckc.export.plain_text import plain_info, plain_note, plain_title
from deckc.export.problem import ExportError
from deckc.export.stand_ins import Pictures, put_pictures
from deckc.export.states import label_of
from deckc.model.deck import TocEntry

if TYPE_CHECKING:
    from pikepdf import OutlineItem, Pdf

PT_PER_PX = 0.75
_NOTE_PT = 18
"""Side of the sign that stands for a note."""


def finish_pdf(printed: bytes, job: ExportJob, pictures: Pictures = dict) -> bytes:
    """Return the PDF of slides as it is written.

    Raises:
        LostPictureError: A picture's place is not to be found.
        ExportError: It does not have a page for each state ("export-pages").
    """
    with open_printed(printed) as pdf:
        if len(pdf.pages) != len(job.states):
            raise ExportError(
                "export-pages",
                f"the PDF has {len(pdf.pages)} pages for {len(job.states)} states: a slide broke over pages",
                "look for an element with a page break in its style",
            )
        _trim(pdf, job)
        _label(pdf, job)
        if job.options.with_toc:
            _add_outline(pdf, job)
        if job.options.pdf_notes:
            _add_notes(pdf, job)
        return save_pdf(pdf, job, pictures)


@contextmanager
def open_printed(printed: bytes) -> Iterator[Pdf]:
    """Give the PDF that a browser printed. It lies in a file: streams of Python's take twice as long."""
    from pikepdf import Pdf  # 60 ms

    with TemporaryDirectory(prefix="deckc-export-") as folder:
        place = Path(folder, "printed.pdf")
        place.write_bytes(printed)
        with Pdf.open(place) as pdf:
            yield pdf


def save_pdf(pdf: Pdf, job: ExportJob, pictures: Pictures) -> bytes:
    """Return a PDF with the deck's pictures, title, author and so on, packed.

    Raises:
        LostPictureError: A picture's place is not to be found.
    """
    from pikepdf import Dictionary, ObjectStreamMode, String

    config = job.deck.config
    moment = f"D:{fixed_time() or datetime.now(UTC):%Y%m%d%H%M%S}+00'00'"
    said = {
        "/Title": plain_title(config.title),
        "/Author": config.author,
        "/Subject": plain_info(config.info),
        "/Keywords": ", ".join(config.keywords),
        "/Creator": "deckc",
        "/Producer": str(pdf.docinfo.get("/Producer", "Chromium")),
        "/CreationDate": moment,
        "/ModDate": moment,
    }
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary({key: String(text) for key, text in said.items() if text})
    )
    mend_characters(pdf, (job.network.folder / "index.html").read_text(encoding="utf-8"))
    pdf.Root.Lang = String(config.lang or "en")
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    put_pictures(pdf, pictures())  # late: they may still be at work
    with TemporaryDirectory(prefix="deckc-export-") as folder:
        place = Path(folder, "finished.pdf")
        pdf.save(place, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
        return place.read_bytes()


def _trim(pdf: Pdf, job: ExportJob) -> None:
    """Cut pages to the canvas: browsers round paper up, which leaves a white edge of 0.1 pt."""
    from pikepdf import Array

    width = round(job.deck.config.canvas_width_px * PT_PER_PX, 2)
    height = round(job.deck.config.canvas_height_px * PT_PER_PX, 2)
    for page in pdf.pages:
        _, _, right, top = (float(side) for side in page.mediabox)
        page.mediabox = Array([0, round(top - height, 2), min(width, right), top])


def _label(pdf: Pdf, job: ExportJob) -> None:
    """Name each page after its slide: "3", and "3.2" where it is the third of slide 3's clicks."""
    from pikepdf import Array, Dictionary, String

    labels: list[Any] = []
    for index, state in enumerate(job.states):
        name = label_of(state, with_clicks=job.options.with_clicks)
        labels.extend([index, Dictionary(P=String(name))])
    pdf.Root.PageLabels = Dictionary(Nums=Array(labels))


def _add_outline(pdf: Pdf, job: ExportJob) -> None:
    """Add the table of contents, each entry leading to the first page of its slide."""
    page_of: dict[int, int] = {}
    for index, state in enumerate(job.states):
        page_of.setdefault(state.number, index)
    with pdf.open_outline() as outline:
        outline.root.extend(_outline_items(job.deck.toc, page_of))


def _outline_items(entries: Iterable[TocEntry], page_of: dict[int, int]) -> list[OutlineItem]:
    from pikepdf import OutlineItem

    items: list[OutlineItem] = []
    for entry in entries:
        children = _outline_items(entry.children, page_of)
        if entry.hide_in_toc or entry.number not in page_of:
            items.extend(children)  # they move up to where their parent would stand
            continue
        item = OutlineItem(plain_title(entry.title), page_of[entry.number], "Fit")
        item.children.extend(children)
        items.append(item)
    return items


def _add_notes(pdf: Pdf, job: ExportJob) -> None:
    """Add the speaker's note of each slide to its last page, as a sign in the corner that opens."""
    from pikepdf import Array, Dictionary, Name, String

    note_of = {slide.number: plain_note(slide.source.note) for slide in job.deck.slides}
    for page, state in zip(pdf.pages, job.states, strict=True):
        note = note_of.get(state.number)
        if not note or not state.is_last:
            continue
        _, _, right, top = (float(side) for side in page.mediabox)
        sign = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Text,
            Rect=Array(
                [
                    round(right - _NOTE_PT - 4, 2),
                    round(top - _NOTE_PT - 4, 2),
                    round(right - 4, 2),
                    round(top - 4, 2),
                ]
            ),
            Contents=String(note),
            T=String(job.deck.config.author or "Notes"),
            Name=Name.Note,
            F=4 | 8 | 16,  # printed, and of one size at any zoom
            C=Array([1, 0.82, 0]),
        )
        annotations = page.obj.get("/Annots", Array())
        annotations.append(pdf.make_indirect(sign))
        page.obj.Annots = annotations
