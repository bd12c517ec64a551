from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from deckc.compile.pipeline import compile_deck
from deckc.compile.write import SiteOptions, write_site
from deckc.model.files import MemoryFiles
from deckc.model.services import Services
from deckc.serve import ServeOptions, Serving
from deckc.serve.deck import Speaker
from spec_runner.run import DrawnIcons, NoNetwork, vue_runner

from .served import Served, free_port

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Show = Callable[..., "Page"]
Serve = Callable[..., Served]
SILENT = Speaker(lambda _: None, lambda _: None, lambda diagnostic: diagnostic.message)


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Show]:
    """Build a deck of a text and components, and open it from the disk; nothing may be complained of."""
    messages: list[str] = []
    context = browser.new_context(viewport={"width": 980, "height": 552})

    def show_it(deck: str, files: Mapping[str, str], address: str = "") -> Page:
        runner = vue_runner()
        held = MemoryFiles(
            {"/deck/slides.md": deck, **{f"/deck/{path}": text for path, text in files.items()}}
        )
        services = Services(DrawnIcons(), NoNetwork(), vue=lambda: runner)
        made = compile_deck(Path("/deck/slides.md"), held, services, SiteOptions(single_file=True))
        assert [str(each.message) for each in made.report.diagnostics] == []
        write_site(made.site, tmp_path / "index.html", single_file=True)
        page = context.new_page()
        page.on("console", lambda m: m.type in {"error", "warning"} and messages.append(m.text))
        page.on("pageerror", lambda error: messages.append(str(error)))
        page.goto((tmp_path / "index.html").as_uri() + address)
        return page

    yield show_it
    context.close()
    assert messages == []


@pytest.fixture
def serve(browser: Browser, tmp_path: Path) -> Iterator[Serve]:
    """Serve a deck of these files, and open it at an address; nothing may be complained of."""
    runner = vue_runner()
    context = browser.new_context(viewport={"width": 980, "height": 552})
    messages: list[str] = []
    servings: list[Serving] = []

    def serve_it(files: Mapping[str, str], address: str) -> Served:
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(text)
        services = Services(DrawnIcons(), NoNetwork(), vue=lambda: runner)
        options = ServeOptions(port=free_port())
        serving = Serving(tmp_path / "slides.md", lambda _: services, SILENT, options)
        servings.append(serving)
        serving.start()
        page = context.new_page()
        page.on("console", lambda m: m.type in {"error", "warning"} and messages.append(m.text))
        page.on("pageerror", lambda error: messages.append(str(error)))
        page.goto(f"{serving.address}{address}")
        return Served(tmp_path, page, serving.address)

    yield serve_it
    context.close()
    for serving in servings:
        serving.stop()
    assert messages == []
