"""Open a deck's page in its print form, in which each state that is exported is a sheet, all of it there.

async with open_sheets(job, session) as page:
    page.locator(".print-slide-container")          one for each of `job.states`
async with open_paper(job, session) as page:        the same for printing, by whatever browser the session has
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from deckc.export.job import ExportJob
from deckc.export.look import Look
from deckc.export.open_page import OpenPage
from deckc.export.playwright_page import PlaywrightPage
from deckc.export.problem import ExportError
from deckc.export.session import BrowserSession

if TYPE_CHECKING:
    from playwright.async_api import Page

_SHEETS = (Path(__file__).parent / "sheets.js").read_text(encoding="utf-8")
_READY = "() => window.deckc && window.deckc.nav && document.querySelector('#print-content') !== null"


@asynccontextmanager
async def open_sheets(
    job: ExportJob, session: BrowserSession, names: tuple[str, ...] = (), *, scale: float = 1.0
) -> AsyncIterator[Page]:
    """Give the page with the sheets of these names, or of all states of the job.

    Raises:
        ExportError: A slide did not get ready in time ("export-timeout").
    """
    async with session.open(_look(job, scale), job.network) as page:
        await _prepare(PlaywrightPage(page), job, names)
        yield page


@asynccontextmanager
async def open_paper(
    job: ExportJob, session: BrowserSession, names: tuple[str, ...] = ()
) -> AsyncIterator[OpenPage]:
    """Give the same to print it.

    Raises:
        ExportError: A slide did not get ready in time ("export-timeout").
    """
    async with session.open_paper(_look(job, 1.0), job.network) as page:
        await _prepare(page, job, names)
        yield page


def _look(job: ExportJob, scale: float) -> Look:
    config = job.deck.config
    return Look(config.canvas_width_px, config.canvas_height_px, scale, job.options.dark)


async def _prepare(page: OpenPage, job: ExportJob, names: tuple[str, ...]) -> None:
    """Load the deck's page, leave the sheets that are exported, and wait for what they show."""
    await _load(page, job)
    lacking = await page.run(
        _SHEETS,
        {
            "names": list(names or (state.sheet for state in job.states)),
            "timeoutMs": job.options.timeout_s * 1000,
            "waitMs": job.options.wait_s * 1000,
        },
    )
    _check(job, [*lacking, *await page.lacking_frames()])


async def _load(page: OpenPage, job: ExportJob) -> None:
    form = "clicks" if job.options.with_clicks else "true"
    address = f"{(job.network.folder / 'index.html').resolve().as_uri()}?print={form}"
    try:
        await page.load(address, _READY, job.options.timeout_s)
    except TimeoutError as error:
        raise ExportError(
            "export-timeout",
            f"the page did not open within {job.options.timeout_s:g} s",
            "allow it more time with --timeout",
        ) from error


def _check(job: ExportJob, lacking: list[tuple[str, str]]) -> None:
    """Raise where a slide still waits for something."""
    if not lacking:
        return
    first_of: dict[str, str] = {}
    for sheet, what in lacking:
        first_of.setdefault(sheet, what)
    named = "; ".join(
        f"slide {int(sheet[:3] or 0) or '?'} waits for {what}" for sheet, what in list(first_of.items())[:3]
    )
    raise ExportError(
        "export-timeout",
        f"after {job.options.timeout_s:g} s {named}",
        "allow it more time with --timeout, or mend what it waits for",
    )
