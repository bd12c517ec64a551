"""A browser that deckc starts itself keeps to its page, and leaves nothing behind."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from deckc.export.direct.browser import DirectBrowser, meet
from deckc.export.direct.page import DirectPage
from deckc.export.launch import begin_directly
from deckc.export.look import Look
from deckc.export.network import Network

pytestmark = pytest.mark.skipif(os.name != "posix", reason="here Playwright starts all browsers")
Visit = Callable[[str, Callable[[DirectBrowser, DirectPage], Awaitable[Any]]], Any]


@pytest.fixture
def visit(folder: Path, tmp_path: Path) -> Visit:
    """Open a page that holds some HTML, do something with it, and return what came of that."""
    assert folder.is_dir()
    site = tmp_path / "site"
    site.mkdir()

    async def open_and_do(content: str, do: Callable[[DirectBrowser, DirectPage], Awaitable[Any]]) -> Any:
        (site / "index.html").write_text(content)
        browser = await start()
        assert browser is not None
        try:
            page = await browser.open(Look(400, 300, dark=True), Network(site, frozenset()))
            await page.load((site / "index.html").as_uri(), "() => document.readyState === 'complete'", 20)
            return await do(browser, page)
        finally:
            await browser.close()

    def run(content: str, do: Callable[[DirectBrowser, DirectPage], Awaitable[Any]]) -> Any:
        return run_alone(open_and_do(content, do))

    return run


async def start(program: str | None = None) -> DirectBrowser | None:
    process = begin_directly(program, offline=True)
    return await meet(process) if process else None


def run_alone(work: Coroutine[Any, Any, Any]) -> Any:
    """Run it in a thread, as in this one another Playwright is at work."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


def test_page_is_shown_as_it_was_asked_for(visit: Visit) -> None:
    script = """() => [
        innerWidth, innerHeight, matchMedia("(prefers-color-scheme: dark)").matches,
        matchMedia("(prefers-reduced-motion: reduce)").matches, document.hasFocus()
    ]"""

    assert visit("<p>x", lambda _, page: page.run(script)) == [400, 300, True, True, True]


def test_dialog_holds_nothing_up(visit: Visit) -> None:
    assert visit("<script>answer = confirm('?')</script>", lambda _, page: page.run("() => answer")) is False


def test_page_has_no_sockets(visit: Visit) -> None:
    script = "() => ['WebSocket', 'WebTransport', 'RTCPeerConnection'].filter((name) => name in globalThis)"

    assert visit("<p>x", lambda _, page: page.run(script)) == []


def test_windows_are_closed(visit: Visit) -> None:
    async def open_windows(browser: DirectBrowser, page: DirectPage) -> list[str]:
        await page.run("() => { for (const to of ['a.html', 'about:blank']) open(to); }")
        await asyncio.sleep(0.3)
        told = await browser._connection.post("Target.getTargets")
        return [info["url"] for info in told["targetInfos"] if info["type"] == "page"]

    (only,) = visit("<p>x", open_windows)
    assert only.endswith("index.html")


def test_error_in_the_page_is_told(visit: Visit) -> None:
    with pytest.raises(Exception, match="a is not a function"):
        visit("<p>x", lambda _, page: page.run("() => { const a = 1; a(); }"))


def test_nothing_is_left_behind(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    async def traces(browser: DirectBrowser, _page: DirectPage) -> tuple[int, bool]:
        return browser._process.number, browser._process.profile.is_dir()

    with tempfile.TemporaryDirectory(prefix="d") as temporary:  # a browser's socket allows no long path
        monkeypatch.setattr(tempfile, "tempdir", temporary)
        monkeypatch.setenv("TMPDIR", temporary)
        number, had_profile = visit("<p>x", traces)

        assert had_profile
        assert not list(Path(temporary).iterdir())
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


def test_temporary_folder_may_have_a_long_name_or_none(
    visit: Visit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def says(_browser: DirectBrowser, page: DirectPage) -> object:
        return await page.run("() => 'here'")

    for folder in (tmp_path / ("long" * 30), tmp_path / "none"):
        monkeypatch.setenv("TMPDIR", str(folder))
        monkeypatch.setattr(tempfile, "tempdir", None)
        if folder.name != "none":
            folder.mkdir()

        assert visit("<p>x", says) == "here"


@pytest.mark.parametrize(("sent", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_export_that_is_ended_ends_the_browser(folder: Path, sent: signal.Signals, status: int) -> None:
    with tempfile.TemporaryDirectory(prefix="d") as temporary:
        command = [sys.executable, "-m", "deckc", "export", "talk.md", "--wait", "60"]
        run = subprocess.Popen(command, cwd=folder, env={**os.environ, "TMPDIR": temporary})
        try:
            while run.poll() is None and not list(Path(temporary).glob("deckc-export-*")):
                time.sleep(0.02)
            run.send_signal(sent)
            assert run.wait(20) == status
        finally:
            run.kill()

        assert not list(Path(temporary).iterdir())


def test_program_that_is_no_browser_is_left_to_playwright(folder: Path) -> None:
    assert folder.is_dir()
    assert run_alone(start("/bin/true")) is None
    assert run_alone(start("netscape")) is None
