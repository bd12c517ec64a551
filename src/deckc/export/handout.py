"""Print handouts: slides on A4 or Letter with their notes, several on a page, or notes alone.

    await write_notes(job, session)         a slide and its notes on each page
    await write_handout(job, session)       2, 3, 4 or 6 slides on each, with lines or notes
    await write_notes_only(job, session)    title and note of each slide that has one

The sheets of the page are laid out anew by `handout.js`, so that slides stay vectors and links stay links.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from deckc.compile.write import replace_file
from deckc.export.deck_page import open_paper
from deckc.export.fixed_time import fixed_time
from deckc.export.job import ExportJob, Written
from deckc.export.lighter_pictures import PictureWork
from deckc.export.pdf import CSS_PX_PER_INCH, print_page, print_pictures
from deckc.export.pdf_document import open_printed, save_pdf
from deckc.export.plain_text import plain_title
from deckc.export.problem import ExportError
from deckc.export.session import BrowserSession
from deckc.export.stand_ins import Pictures
from deckc.export.states import State, label_of

if TYPE_CHECKING:
    from collections.abc import Callable

_LAY_OUT = (Path(__file__).parent / "handout.js").read_text(encoding="utf-8")
_PAPERS_IN = {"a4": (210 / 25.4, 297 / 25.4), "letter": (8.5, 11.0)}
_USUALLY_BESIDE = {2: "nothing", 3: "lines", 4: "nothing", 6: "nothing"}


async def write_handout(job: ExportJob, session: BrowserSession) -> Written:
    """Write several slides to a page."""
    return await _write(job, session, "handout")


async def write_notes(job: ExportJob, session: BrowserSession) -> Written:
    """Write each slide and its note to a page; a long note runs on."""
    return await _write(job, session, "notes")


async def write_notes_only(job: ExportJob, session: BrowserSession) -> Written:
    """Write the notes of the slides that have one.

    Raises:
        ExportError: No slide has a note ("export-no-notes").
    """
    numbers = {state.number for state in job.states}
    if not any(slide.note_html for slide in job.deck.slides if slide.number in numbers):
        raise ExportError(
            "export-no-notes",
            "none of the slides has a note",
            "a note is the comment that ends a slide: <!-- Say hello -->",
        )
    return await _write(job, session, "notes-only")


async def _write(job: ExportJob, session: BrowserSession, form: str) -> Written:
    async def print_handout(work: PictureWork) -> bytes:
        async with open_paper(job, session) as page:
            if form != "notes-only":  # it shows no slides
                await work.lighten(page)
            await page.run(_LAY_OUT, _plan(job, form))
            width, height = _PAPERS_IN[job.options.paper]
            return await print_page(page, (width * CSS_PX_PER_INCH, height * CSS_PX_PER_INCH), job)

    content, pages = await print_pictures(job, session, print_handout, _finish)
    job.output.parent.mkdir(parents=True, exist_ok=True)
    replace_file(job.output, content)
    return Written(job.output, f"{pages} page{'' if pages == 1 else 's'}")


def _plan(job: ExportJob, form: str) -> dict[str, Any]:
    """Return what `handout.js` lays out, and how."""
    options = job.options
    slides = {slide.number: slide for slide in job.deck.slides}
    total = len(slides)

    def heading(state: State) -> str:
        return plain_title(slides[state.number].title)

    label: Callable[[State], str] = lambda state: label_of(state, with_clicks=options.with_clicks)  # noqa: E731
    per_page = options.per_page if form == "handout" else 1
    return {
        "form": form,
        "canvas": {"width": job.deck.config.canvas_width_px, "height": job.deck.config.canvas_height_px},
        "perPage": per_page,
        "beside": options.beside or _USUALLY_BESIDE.get(per_page, "notes"),
        "paper": options.paper,
        "title": plain_title(job.deck.config.title),
        "date": f"{fixed_time() or datetime.now(UTC):%Y-%m-%d}",
        "sheets": [
            {
                "name": state.sheet,
                "number": state.number,
                "label": f"{label(state)} / {total}" if form == "notes-only" else label(state),
                "heading": heading(state),
            }
            for state in job.states
            if form != "notes-only" or state.is_last
        ],
    }


def _finish(printed: bytes, job: ExportJob, pictures: Pictures) -> tuple[bytes, int]:
    with open_printed(printed) as pdf:
        return save_pdf(pdf, job, pictures), len(pdf.pages)
