"""Take pictures of sheets, several pages of one browser at once.

await take_pictures(job, session, PNG, 2.0, folder)    ["1.png", "2.png", ...], which lie in the folder now
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from deckc.dataclass import dataclass
from deckc.export.deck_page import open_sheets
from deckc.export.job import ExportJob
from deckc.export.problem import ExportError
from deckc.export.session import BrowserSession
from deckc.export.states import State

if TYPE_CHECKING:
    from playwright.async_api import FloatRect, Page

_LONE = (Path(__file__).parent / "lone_sheet.js").read_text(encoding="utf-8")
_PAGES_AT_ONCE = 4
_FEWEST_SHEETS = 8
"""For which one more page is worth opening."""
_QUALITY = 90


@dataclass(frozen=True, slots=True)
class PictureKind:
    """A format of pictures."""

    suffix: str
    shot: Literal["png", "jpeg"]
    """What the browser takes."""


PNG = PictureKind(".png", "png")
JPEG = PictureKind(".jpg", "jpeg")
WEBP = PictureKind(".webp", "png")


async def take_pictures(
    job: ExportJob, session: BrowserSession, kind: PictureKind, scale: float, folder: Path
) -> Sequence[str]:
    """Write a picture of each of the job's states into a folder, and return their names, in order.

    Raises:
        ExportError: A slide did not get ready, or the browser failed.
        OSError: The disk refuses.
    """
    name_of = {
        state: f"{_name(state, with_clicks=job.options.with_clicks)}{kind.suffix}" for state in job.states
    }
    done: set[State] = set()

    async def take_share(states: Sequence[State]) -> None:
        left = [state for state in states if state not in done]  # after a crash: those that are not there yet
        async with open_sheets(job, session, tuple(state.sheet for state in left), scale=scale) as page:
            for state in left:
                picture = await _shoot(page, state, job, kind)
                await asyncio.to_thread(_save, picture, kind, folder / name_of[state])
                done.add(state)
                job.tell(len(done), len(job.states))

    async def take_and_name(states: Sequence[State]) -> None:
        try:
            await session.attempt(lambda: take_share(states))
        except ExportError as error:
            at = next((state.number for state in states if state not in done), 0)
            raise _named(error, at) from error

    shares = [take_and_name(states) for states in _shares(job.states)]
    for result in await asyncio.gather(*shares, return_exceptions=True):
        if isinstance(result, BaseException):
            raise result
    return list(name_of.values())


def _named(error: ExportError, number: int) -> ExportError:
    """Return the error of a browser with the slide at which it came."""
    if error.diagnostic.code not in {"browser-crashed", "browser-failed"}:
        return error
    return ExportError(
        "browser-crashed",
        f"{error.diagnostic.message}, at slide {number}",
        "leave it out with --range, or try another --browser",
    )


def _shares(states: Sequence[State]) -> list[Sequence[State]]:
    """Return the states in as many pieces as there should be pages at work."""
    pages = max(1, min(_PAGES_AT_ONCE, os.cpu_count() or 1, len(states) // _FEWEST_SHEETS))
    size = -(-len(states) // pages)
    return [states[first : first + size] for first in range(0, len(states), size)]


async def _shoot(page: Page, state: State, job: ExportJob, kind: PictureKind) -> bytes:
    config = job.deck.config
    is_transparent = job.options.transparent and kind.shot == "png"
    canvas: FloatRect = {"x": 0, "y": 0, "width": config.canvas_width_px, "height": config.canvas_height_px}
    try:
        async with asyncio.timeout(job.options.timeout_s):
            await page.evaluate(_LONE, {"name": state.sheet, "isTransparent": is_transparent})
            return await page.screenshot(
                clip=canvas,
                type=kind.shot,
                quality=_QUALITY if kind.shot == "jpeg" else None,
                omit_background=is_transparent,
                timeout=0,
            )
    except TimeoutError as error:
        raise ExportError(
            "export-timeout",
            f"slide {state.number} was not drawn within {job.options.timeout_s:g} s",
            "allow it more time with --timeout, or leave it out with --range",
        ) from error


def _save(picture: bytes, kind: PictureKind, place: Path) -> None:
    if kind is WEBP:  # a browser takes PNG and JPEG only
        from PIL import Image

        written = BytesIO()
        with Image.open(BytesIO(picture)) as image:
            image.save(written, "WEBP", quality=_QUALITY)
        picture = written.getvalue()
    place.write_bytes(picture)


def _name(state: State, *, with_clicks: bool) -> str:
    """Return what Slidev names the picture (spec 13.2.4)."""
    return state.sheet if with_clicks else str(state.number)
