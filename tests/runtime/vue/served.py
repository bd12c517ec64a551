"""A deck with Vue components that is served, and a page that shows it."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page


def free_port() -> int:
    """Return a port that pages of other tests never knew: they would come back to it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Served:
    """A deck that is served, and a page that shows it."""

    folder: Path
    page: Page
    address: str

    def write(self, name: str, old: str, new: str) -> None:
        path = self.folder / name
        text = path.read_text()
        assert old in text
        beside = path.with_name(f".{path.name}.new")  # as editors save: nobody reads half of it
        beside.write_text(text.replace(old, new))
        beside.replace(path)

    def shows(self, selector: str, text: str, page: Page | None = None) -> None:
        (page or self.page).wait_for_function(
            "([selector, text]) => document.querySelector(selector)?.textContent === text",
            arg=[selector, text],
            timeout=20_000,
        )

    def mark(self, page: Page | None = None) -> None:
        (page or self.page).evaluate("window.stays = true")

    def place(self, page: Page | None = None) -> list[object]:
        script = "[deckc.deck.state.page, deckc.deck.state.clicks, window.stays === true]"
        return list((page or self.page).evaluate(script))
