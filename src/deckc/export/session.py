"""One browser for everything that is exported.

    async with BrowserSession(chosen=None) as session:
        session.warm_up()                              it starts while the first deck is compiled
        async with session.open(sheet_look, network) as page: ...

A browser that crashes is started again once for each piece of work (`session.attempt`).
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from deckc.export import launch
from deckc.export.direct.browser import DirectBrowser, meet
from deckc.export.launch import browser_errors, first_line, is_crash, launch_browser
from deckc.export.look import Look
from deckc.export.network import Network, cut_network
from deckc.export.open_page import OpenPage
from deckc.export.playwright_page import PlaywrightPage
from deckc.export.problem import ExportError

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page, Playwright

    from deckc.export.direct.process import Process

_Result = TypeVar("_Result")


class BrowserSession:
    """A browser that starts when it is first needed and ends with the session."""

    def __init__(
        self,
        chosen: str | None = None,
        *,
        offline: bool = False,
        prints: int = 0,
        begun: Process | None = None,
    ) -> None:
        self._chosen = chosen
        self._offline = offline
        self._prints_only = prints > 0
        self._prints_left = prints
        """How many prints are expected, where nothing else is: the browser can then be started in the quicker way."""
        self._begun = begun
        """A browser's process that was started beforehand."""
        self._ending: asyncio.Task[None] | None = None
        """The browser's end, which begins with the last print."""
        self._stack = AsyncExitStack()
        self._starting: asyncio.Task[Browser | DirectBrowser] | None = None
        self._playwright: Playwright | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._starting is not None:
            with suppress(Exception):  # what failed has been told by whoever asked for the browser
                await (await self._starting).close()
        if self._begun is not None:
            self._begun.end()
        if self._ending is not None:
            await self._ending
        await self._stack.aclose()

    def warm_up(self) -> None:
        """Begin to start the browser, if it has not been begun."""
        if self._starting is None:
            self._starting = asyncio.create_task(self._start())

    async def attempt(self, work: Callable[[], Awaitable[_Result]]) -> _Result:
        """Return what `work` returns; where the browser crashes in it, start another and do it once again.

        Raises:
            ExportError: The browser crashed twice ("browser-crashed"), or failed otherwise.
        """
        for is_last in (False, True):
            self.warm_up()
            used = self._starting
            try:
                return await work()
            except browser_errors() as error:
                if not is_crash(error):
                    raise ExportError(
                        "browser-failed",
                        f"the browser failed: {first_line(error)}",
                        "try another with --browser",
                    ) from error
                await self._drop(used)
                if is_last:
                    raise ExportError(
                        "browser-crashed", "the browser crashed twice", "try another with --browser"
                    ) from error
        raise AssertionError

    @asynccontextmanager
    async def open(self, look: Look, network: Network) -> AsyncIterator[Page]:
        """Give a blank page, which closes at the end."""
        browser = await self._browser()
        assert not isinstance(browser, DirectBrowser), "the session is for prints only"  # noqa: S101
        context = await browser.new_context(
            viewport={"width": look.width_px, "height": look.height_px},
            device_scale_factor=look.scale,
            color_scheme="dark" if look.dark else "light",
            reduced_motion="reduce",
            service_workers="block",
            offline=self._offline,
        )
        try:
            await cut_network(context, network)
            yield await context.new_page()
        finally:
            with suppress(Exception):  # of a browser that is gone
                await context.close()

    @asynccontextmanager
    async def open_paper(self, look: Look, network: Network) -> AsyncIterator[OpenPage]:
        """Give a blank page to print from, which closes at the end."""
        browser = await self._browser()
        if not isinstance(browser, DirectBrowser):
            async with self.open(look, network) as page:
                yield PlaywrightPage(page)
            return
        direct = await browser.open(look, network)
        try:
            yield direct
        finally:
            direct.close()
        self._prints_left -= 1
        if self._prints_left == 0:  # it takes a while, in which the print is made ready
            self._starting = None
            self._ending = asyncio.create_task(browser.close())

    async def _browser(self) -> Browser | DirectBrowser:
        self.warm_up()
        assert self._starting is not None  # noqa: S101 - for mypy
        return await self._starting

    async def _start(self) -> Browser | DirectBrowser:
        if self._prints_only:
            process = self._begun or launch.begin_directly(self._chosen, offline=self._offline)
            self._begun = None
            direct = await meet(process) if process else None
            if direct is not None:
                return direct
        from playwright.async_api import async_playwright  # 0.1 s, which no other command should pay

        if self._playwright is None:
            self._playwright = await self._stack.enter_async_context(async_playwright())
        return await launch_browser(self._playwright, self._chosen, offline=self._offline)

    async def _drop(self, used: asyncio.Task[Browser | DirectBrowser] | None) -> None:
        """Forget the browser that crashed, unless other work at the same time has."""
        if used is None or used is not self._starting:
            return
        self._starting = None
        with suppress(Exception):
            await (await used).close()
