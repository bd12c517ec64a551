"""Speak with a browser that was started, and open its pages."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from deckc.export.direct.connection import Connection, connect
from deckc.export.direct.page import DirectPage
from deckc.export.direct.process import Process
from deckc.export.look import Look
from deckc.export.network import Network
from deckc.export.open_page import BrowserError

_START_S = 20.0


class DirectBrowser:
    """A browser of deckc's own, with nothing in it but the pages that are opened here."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self._connection = Connection(self._hear)
        self._spare: asyncio.Task[DirectPage] | None = None
        """A page that is opened while the compiler is at work."""
        self._pages: dict[str, DirectPage] = {}
        """By session."""
        self._arrived: dict[str, str] = {}
        """Sessions of pages that have just come up, by their targets."""

    async def begin(self) -> None:
        """Wait for the browser to be there.

        Raises:
            BrowserError: It says nothing of use.
        """
        await connect(self._connection, self._process.commands, self._process.answers)
        follow = {"autoAttach": True, "waitForDebuggerOnStart": True, "flatten": True}
        await self._connection.post("Target.setAutoAttach", follow)
        self._spare = asyncio.create_task(self._new_page())

    async def open(self, look: Look, network: Network) -> DirectPage:
        """Return a blank page that is shown in this way and may load what `network` allows.

        Raises:
            BrowserError: The browser fails.
        """
        spare, self._spare = self._spare, None
        page = await (spare or self._new_page())
        await page.show(look, network)
        return page

    async def close(self) -> None:
        """End the browser, with nothing of it left."""
        if self._spare is not None:
            self._spare.cancel()
        self._connection.close()
        await asyncio.to_thread(self._process.end)

    async def _new_page(self) -> DirectPage:
        post = self._connection.post
        context = (await post("Target.createBrowserContext", {"disposeOnDetach": True}))["browserContextId"]
        post("Browser.setDownloadBehavior", {"behavior": "deny", "browserContextId": context})
        made = await post("Target.createTarget", {"url": "about:blank", "browserContextId": context})
        session = self._arrived.pop(made["targetId"], "")  # the browser tells of a page before it answers
        if not session:
            raise BrowserError("the browser opens no page")
        page = self._pages[session] = DirectPage(self._connection, made["targetId"], session)
        await page.begin()
        return page

    def _hear(self, event: str, said: dict[str, Any], session: str) -> None:
        """Take note of what the browser tells, or one of its pages."""
        page = self._pages.get(session)
        if page is not None:
            begun = page.hear(event, said, session)
            if begun:
                self._pages[begun] = page
        elif event == "Target.attachedToTarget":
            self._meet(said["targetInfo"], said["sessionId"])
        elif event == "Target.detachedFromTarget":
            self._pages.pop(said["sessionId"], None)

    def _meet(self, target: Mapping[str, Any], session: str) -> None:
        """Close a window that a page opened; whatever else comes up, such as a service worker, is never let run."""
        if target.get("openerId"):
            self._connection.post("Target.closeTarget", {"targetId": target["targetId"]})
        elif target["type"] == "page":
            self._arrived[target["targetId"]] = session


async def meet(process: Process) -> DirectBrowser | None:
    """Return the browser that was started; None where nothing answers that can be spoken with."""
    browser = DirectBrowser(process)
    try:
        async with asyncio.timeout(_START_S):
            await browser.begin()
    except (BrowserError, TimeoutError):
        await browser.close()
        return None
    except BaseException:
        await browser.close()
        raise
    return browser
