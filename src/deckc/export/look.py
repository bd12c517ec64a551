"""How a page is shown."""

from __future__ import annotations

from deckc.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is shown."""

    width_px: int
    height_px: int
    scale: float = 1.0
    """Pixels for each of the page's."""
    dark: bool = False
