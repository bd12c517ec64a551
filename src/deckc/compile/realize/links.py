"""Settle where a link leads (spec 5.2): the router's address rules, worked out while compiling.

on slide 3:   "5" -> 5    "./2" -> 2    "../end" -> end    "#top" -> 3 (links to a place stay on the slide)
              "/%C3%BCber" -> über
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from urllib.parse import unquote

from deckc.compile.realize.numbering import RESERVED_ALIASES, NumberedSlide
from deckc.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Route:
    """Where a link leads."""

    path: str
    """Address without its first slash: "3", "end", "presenter/3"."""
    number: int | None
    """The slide's; None where no slide has the address."""
    is_known: bool
    """Whether the address shows anything."""


@dataclass(frozen=True, slots=True)
class Routes:
    """The addresses of a deck's slides."""

    numbers: Mapping[str, int]
    """Number or alias -> slide number."""
    paths: Mapping[int, str]
    """Slide number -> its own address."""

    def resolve(self, to: str, current: NumberedSlide) -> Route:
        """Return where an address leads, seen from a slide."""
        address = to.strip().split("?")[0]
        bare = address.partition("#")[0]
        if not bare:
            return Route(current.path, current.number, is_known=True)
        path = posixpath.normpath(posixpath.join("/", bare)).lstrip("/") or "1"
        if path not in self.numbers:  # Markdown writes the letters of an alias as `%E7%9B%AE`
            path = unquote(path)
        number = self.numbers.get(path)
        if number is not None:
            return Route(self.paths[number], number, is_known=True)
        return Route(path, None, is_known=path.partition("/")[0] in RESERVED_ALIASES)


def routes_of(slides: tuple[NumberedSlide, ...]) -> Routes:
    """Return the addresses of these slides."""
    numbers = {str(slide.number): slide.number for slide in slides}
    numbers.update({slide.alias: slide.number for slide in slides if slide.alias})
    return Routes(numbers, {slide.number: slide.path for slide in slides})
