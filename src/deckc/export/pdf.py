"""Print a deck to PDF: one print of one page, which holds every state as a sheet.

    await write_pdf(job, session)    talk.pdf, 19 pages

Text stays text, fonts are embedded once with the glyphs in use, and links from slide to slide stay links: all
because the browser prints one document. What it does not know of the deck is added to its PDF afterwards.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from importlib import import_module
from pathlib import Path
from typing import TypeVar

from deckc.compile.write import replace_file
from deckc.export.deck_page import open_paper
from deckc.export.job import ExportJob, Written
from deckc.export.lighter_pictures import PictureWork
from deckc.export.open_page import OpenPage
from deckc.export.pdf_document import finish_pdf
from deckc.export.problem import ExportError
from deckc.export.session import BrowserSession
from deckc.export.stand_ins import LostPictureError, Pictures

CSS_PX_PER_INCH = 96
_READING_ORDER = (Path(__file__).parent / "reading_order.js").read_text(encoding="utf-8")
_PRINT_S_PER_PAGE = 0.5
_SHOWN_SLIDES = 5
_Result = TypeVar("_Result")


async def write_pdf(job: ExportJob, session: BrowserSession) -> Written:
    """Write the PDF of a deck beside its place and move it there.

    Raises:
        ExportError: A slide did not get ready, the browser crashed, or a slide broke over pages.
        OSError: The file cannot be written.
    """

    async def print_sheets(work: PictureWork) -> bytes:
        async with open_paper(job, session) as page:
            if not job.options.full_pictures:
                await work.lighten(page)
            await page.run(_READING_ORDER)
            return await print_page(page, _canvas(job), job)

    try:
        content = await print_pictures(job, session, print_sheets, finish_pdf)
    except ExportError as error:
        raise await _name_slides(error, job, session) from error
    job.output.parent.mkdir(parents=True, exist_ok=True)
    replace_file(job.output, content)
    pages = len(job.states)
    return Written(job.output, f"{pages} page{'' if pages == 1 else 's'}")


async def print_pictures(
    job: ExportJob,
    session: BrowserSession,
    print_it: Callable[[PictureWork], Awaitable[bytes]],
    finish: Callable[[bytes, ExportJob, Pictures], _Result],
) -> _Result:
    """Return what `finish` makes of a print; where a picture is lost, of one whose pictures the browser makes.

    Raises:
        ExportError: The browser crashed or failed, or `finish` raises it.
    """
    asyncio.get_running_loop().run_in_executor(
        None, import_module, "pikepdf"
    )  # 60 ms, while the browser works

    async def print_and_finish(*, in_page: bool) -> _Result:
        with PictureWork(job.network.folder, in_page=in_page) as work:
            printed = await session.attempt(lambda: print_it(work))
            return await asyncio.to_thread(finish, printed, job, work.pictures)

    try:
        return await print_and_finish(in_page=False)
    except LostPictureError:
        return await print_and_finish(in_page=True)


async def print_page(page: OpenPage, size_px: tuple[float, float], job: ExportJob) -> bytes:
    """Return the PDF that the browser makes of a page on paper of this size."""
    width, height = (side / CSS_PX_PER_INCH for side in size_px)
    asked = page.print_pdf(
        {
            "paperWidth": width,
            "paperHeight": height,
            **dict.fromkeys(("marginTop", "marginBottom", "marginLeft", "marginRight"), 0),
            "printBackground": True,
            "preferCSSPageSize": False,
            "generateTaggedPDF": True,
        }
    )
    limit_s = job.options.timeout_s + _PRINT_S_PER_PAGE * len(job.states)
    try:
        return await asyncio.wait_for(asked, limit_s)
    except TimeoutError as error:
        raise ExportError(
            "export-timeout",
            f"the browser did not print {len(job.states)} pages within {limit_s:g} s",
            "allow it more time with --timeout, or print fewer with --range",
        ) from error


def _canvas(job: ExportJob) -> tuple[int, int]:
    return job.deck.config.canvas_width_px, job.deck.config.canvas_height_px


async def _name_slides(error: ExportError, job: ExportJob, session: BrowserSession) -> ExportError:
    """Return the error with the slides at which the browser crashes, found by printing each alone."""
    if error.diagnostic.code != "browser-crashed":
        return error
    bad: list[str] = []
    for number in dict.fromkeys(state.number for state in job.states):
        names = tuple(state.sheet for state in job.states if state.number == number)

        async def print_slide(names: tuple[str, ...] = names) -> bytes:
            async with open_paper(job, session, names) as page:
                return await print_page(page, _canvas(job), job)

        try:
            await session.attempt(print_slide)
        except ExportError:
            bad.append(str(number))
            if len(bad) == _SHOWN_SLIDES:
                break
    where = f"at slide {', '.join(bad)}" if bad else "though it prints each slide alone"
    return ExportError(
        "browser-crashed",
        f"the browser crashed twice, {where}",
        "leave slides out with --range, or try another --browser",
    )
