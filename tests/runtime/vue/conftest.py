from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from deckc.compile.pipeline import compile_deck
from deckc.compile.write import SiteOptions, write_site
from deckc.model.files import MemoryFiles
from deckc.model.services import Services
from spec_runner.run import DrawnIcons, NoNetwork, vue_runner

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Show = Callable[..., "Page"]


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
