"""A page of a browser, as far as printing needs one; there are two kinds.

PlaywrightPage    of any browser that Playwright starts, on any system
DirectPage        of a browser that deckc started itself (export/direct), which saves a second of each export
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol


class BrowserError(Exception):
    """A browser did not do what was asked of it."""

    def __init__(self, message: str, *, is_gone: bool = False) -> None:
        super().__init__(message)
        self.is_gone = is_gone
        """Whether it, or the process of the page, has crashed."""


class OpenPage(Protocol):
    """A page that is open in a browser. Its methods raise BrowserError, or the like of Playwright."""

    async def load(self, address: str, ready: str, timeout_s: float) -> None:
        """Open an address, and wait until the function `ready` returns something.

        Raises:
            TimeoutError: It took too long.
        """

    async def run(self, script: str, argument: object = None) -> Any:
        """Return what a function in JavaScript makes of the argument, both as JSON has them."""

    async def lacking_frames(self) -> list[tuple[str, str]]:
        """Return the frames of sheets that have not loaded: a sheet's id, and the frame's address."""

    async def print_pdf(self, settings: Mapping[str, Any]) -> bytes:
        """Return the page as a PDF; the settings are those of the protocol's Page.printToPDF."""
