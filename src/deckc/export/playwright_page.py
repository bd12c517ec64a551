"""A page that Playwright opened, for printing."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from deckc.export.open_page import OpenPage

if TYPE_CHECKING:
    from playwright.async_api import Frame, Page


class PlaywrightPage(OpenPage):
    """What printing needs of Playwright's page."""

    def __init__(self, page: Page) -> None:
        self._page = page

    async def load(self, address: str, ready: str, timeout_s: float) -> None:
        """Open an address, and wait until the function `ready` returns something."""
        from playwright.async_api import TimeoutError as LateError

        try:
            # not until "load": a frame that never comes is then waited for with its slide's name at hand
            await self._page.goto(address, wait_until="domcontentloaded", timeout=timeout_s * 1000)
            await self._page.wait_for_function(ready, timeout=timeout_s * 1000)
        except LateError as error:
            raise TimeoutError from error

    async def run(self, script: str, argument: object = None) -> Any:
        """Return what a function in JavaScript makes of the argument."""
        return await self._page.evaluate(script, argument)

    async def lacking_frames(self) -> list[tuple[str, str]]:
        """Return the frames that have not loaded, by sheet."""
        frames = [frame for frame in self._page.frames if frame.parent_frame == self._page.main_frame]
        found = await asyncio.gather(*(_lack_of(frame) for frame in frames))
        return [lack for lack in found if lack]

    async def print_pdf(self, settings: Mapping[str, Any]) -> bytes:
        """Return the page as a PDF."""
        protocol = await self._page.context.new_cdp_session(self._page)
        # Playwright's own page.pdf hands the file over in pieces: 0.15 s more for 9 MB
        answer = await protocol.send("Page.printToPDF", dict(settings))
        return base64.b64decode(answer["data"])


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
