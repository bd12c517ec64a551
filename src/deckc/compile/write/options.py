"""How a site is to be put together; the same for every deck.

SiteOptions(single_file=True)     one HTML file with everything inside
SiteOptions(base="/talks/deck/")  addresses of files start at this path instead of being relative
"""

from __future__ import annotations

from typing import Literal

from deckc.dataclass import dataclass

FontChoice = Literal["all", "own", "left", "none"]
"""All; those that the deck itself names, not its theme; none, and the author is told so; none."""


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """What the command line decides about the output."""

    single_file: bool = False
    """Everything inside `index.html`, assets as data: URIs."""
    base: str = "./"
    """What addresses of files start with; "./" works under any path and from the disk."""
    extra_script: str = ""
    """JavaScript of one more inline script at the page's end, allowed by its own hash; `serve` uses it."""
    connect: tuple[str, ...] = ()
    """Sources for the policy's `connect-src`, written as there ("'self'"); empty: nothing may be reached."""
    is_served: bool = False
    """The page comes from `deckc serve`, which it may reach (docs/sync-protocol.md)."""
    index: str = ""
    """Address of the page that lists this deck among others; empty: there is none."""
    nonce: str = ""
    """Of scripts that a served page adds as slides change; empty: none may be added."""
    fonts: FontChoice = "left"
    """Which families go into the site."""
    loop_s: float = 0
    """Seconds after which the deck goes a step on by itself; 0: it waits."""
