"""Open a deck's page in its print form, in which each state that is exported is a sheet, all of it there.

async with open_sheets(job, session) as page:
    page.locator(".print-slide-container")          one for each of `job.states`
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from deckc.export.job import ExportJob
from deckc.export.problem import ExportError
from deckc.export.session import BrowserSession, Look

if TYPE_CHECKING:
    from playwright.async_api import Frame, Page

_SHEETS = (Path(__file__).parent / "sheets.js").read_text(encoding="utf-8")
_READY = "() => window.deckc && window.deckc.nav && document.querySelector('#print-content')"


@asynccontextmanager
async def open_sheets(
    job: ExportJob, session: BrowserSession, names: tuple[str, ...] = (), *, scale: float = 1.0
) -> AsyncIterator[Page]:
    """Give the page with the sheets of these names, or of all states of the job.

    Raises:
        ExportError: A slide did not get ready in time ("export-timeout").
    """
    config = job.deck.config
    look = Look(config.canvas_width_px, config.canvas_height_px, scale, job.options.dark)
    async with session.open(look, job.network) as page:
        await _load(page, job)
        lacking = await page.evaluate(
            _SHEETS,
            {
                "names": list(names or (state.sheet for state in job.states)),
                "timeoutMs": job.options.timeout_s * 1000,
                "waitMs": job.options.wait_s * 1000,
            },
        )
        _check(job, [*lacking, *await _lacking_frames(page)])
        yield page


async def _load(page: Page, job: ExportJob) -> None:
    from playwright.async_api import TimeoutError as LateError

    form = "clicks" if job.options.with_clicks else "true"
    address = f"{(job.network.folder / 'index.html').resolve().as_uri()}?print={form}"
    timeout_ms = job.options.timeout_s * 1000
    try:
        # not until "load": a frame that never comes is then waited for with its slide's name at hand
        await page.goto(address, wait_until="domcontentloaded", timeout=timeout_ms)
        await page.wait_for_function(_READY, timeout=timeout_ms)
    except LateError as error:
        raise ExportError(
            "export-timeout",
            f"the page did not open within {job.options.timeout_s:g} s",
            "allow it more time with --timeout",
        ) from error


async def _lacking_frames(page: Page) -> list[tuple[str, str]]:
    """Return the frames that have not loaded, by sheet; the page itself was given its time for them."""
    frames = [frame for frame in page.frames if frame.parent_frame == page.main_frame]
    found = await asyncio.gather(*(_lack_of(frame) for frame in frames))
    return [lack for lack in found if lack]


async def _lack_of(frame: Frame) -> tuple[str, str] | None:
    from playwright.async_api import Error
    from playwright.async_api import TimeoutError as LateError

    try:
        await frame.wait_for_load_state("load", timeout=100)
    except LateError:
        element = await frame.frame_element()
        sheet = await element.evaluate("(frame) => frame.closest('.print-slide-container')?.id ?? ''")
        return sheet, f"the frame {frame.url or await element.get_attribute('src')}"
    except Error:  # the frame has gone
        return None
    return None


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
