"""Start a browser and open its pages."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from deckc.export.direct.connection import Connection, connect
from deckc.export.direct.page import DirectPage
from deckc.export.direct.process import Process, spawn
from deckc.export.look import Look
from deckc.export.network import Network
from deckc.export.open_page import BrowserError

_START_S = 20.0


class DirectBrowser:
    """A browser of deckc's own, with nothing in it but the pages that are opened here."""

    def __init__(self, process: Process, profile: Path) -> None:
        self._process = process
        self._profile = profile
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
        await asyncio.to_thread(self._clear_away)

    def _clear_away(self) -> None:
        self._process.end()
        with suppress(
            OSError
        ):  # a killed browser leaves the folder of the socket that a second one would look for
            shutil.rmtree((self._profile / "SingletonSocket").readlink().parent)
        shutil.rmtree(self._profile, ignore_errors=True)

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


async def start_directly(program: Path, arguments: Sequence[str]) -> DirectBrowser | None:
    """Return a new browser; None where it cannot be started in this way."""
    profile = Path(tempfile.mkdtemp(prefix="deckc-browser-"))
    own = ["--remote-debugging-pipe", "--no-startup-window", f"--user-data-dir={profile}"]
    try:
        process = spawn([str(program), *arguments, *own])
    except OSError:
        shutil.rmtree(profile, ignore_errors=True)
        return None
    browser = DirectBrowser(process, profile)
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
