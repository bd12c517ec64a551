from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from deckc.compile.write import SiteOptions, assemble_site, write_site
from deckc.model.rendered import RenderedDeck

from .sample import page_css

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@dataclass
class Opened:
    """A built deck in a browser."""

    page: Page
    folder: Path
    messages: list[str] = field(default_factory=list)
    """Console errors, page errors and breaches of the policy."""
    requests: list[str] = field(default_factory=list)

    def nav(self, expression: str) -> object:
        return self.page.evaluate(f"async () => await deckc.nav.{expression}")

    @property
    def place(self) -> tuple[object, object]:
        return self.nav("currentPage"), self.nav("clicks")

    def hash(self) -> object:
        return self.page.evaluate("location.hash")

    def classes(self, selector: str) -> set[str]:
        return set((self.page.locator(selector).first.get_attribute("class") or "").split())

    def visible_pages(self) -> list[str]:
        return self.page.evaluate(
            "() => [...document.querySelectorAll('.slidev-page')].filter((p) => !p.hidden).map((p) => p.dataset.slidevNo)"
        )


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


Open = Callable[..., Opened]


@pytest.fixture
def open_deck(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Build a deck and open it, from the disk unless `over_http`; at the end nothing may have been complained of."""
    opened: list[Opened] = []
    closing: list[Callable[[], object]] = []

    def open_it(
        rendered: RenderedDeck,
        address: str = "",
        *,
        css: str = "",
        single_file: bool = False,
        over_http: bool = False,
        options: SiteOptions | None = None,
        init_script: str = "",
        **context_options: object,
    ) -> Opened:
        site = assemble_site(rendered, page_css() + css, options or SiteOptions(single_file=single_file))
        folder = tmp_path / f"site-{len(opened)}"
        write_site(site, folder / "index.html" if single_file else folder, single_file=single_file)
        start = folder.joinpath("index.html").as_uri()
        if over_http:
            server = http.server.ThreadingHTTPServer(
                ("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder))
            )
            threading.Thread(target=server.serve_forever, daemon=True).start()
            closing.append(server.shutdown)
            start = f"http://127.0.0.1:{server.server_address[1]}/index.html"
        context = browser.new_context(viewport={"width": 980, "height": 552}, **context_options)  # type: ignore[arg-type]
        closing.append(context.close)
        if init_script:
            context.add_init_script(init_script)
        page = context.new_page()
        deck = Opened(page, folder)
        page.on("console", lambda m: m.type in {"error", "warning"} and deck.messages.append(m.text))
        page.on("pageerror", lambda error: deck.messages.append(str(error)))
        page.on("request", lambda request: deck.requests.append(request.url))
        page.goto(start + address)
        opened.append(deck)
        return deck

    yield open_it
    for close in reversed(closing):
        close()
    assert [message for deck in opened for message in deck.messages] == []


@pytest.fixture
def wait() -> Callable[[Opened, str], None]:
    return lambda opened, condition: opened.page.wait_for_function(condition, timeout=5000)
