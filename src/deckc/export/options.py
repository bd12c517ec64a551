"""How a deck is exported: what the command line says, over what the deck's headmatter says (`export:`).

read_options({"with_clicks": True}, {"timeout": 60000, "withClicks": False})
ExportOptions(with_clicks=True, timeout_s=60.0)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from deckc.dataclass import dataclass
from deckc.model.source import Value


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What is exported of a deck, and how it looks."""

    slides: str = ""
    """Which slides, "1,3-5"; all where empty."""
    with_clicks: bool = False
    """Every click, not only the last of each slide."""
    dark: bool = False
    scale: float = 2.0
    """Pixels of a picture for each of the canvas."""
    full_pictures: bool = False
    """Whether the pictures in a PDF keep pixels that paper does not show."""
    wait_s: float = 0.0
    """To wait once everything is there."""
    timeout_s: float = 30.0
    """For each slide."""
    with_toc: bool = False
    """Whether a PDF has an outline."""
    pdf_notes: bool = False
    """Whether notes are annotations of a PDF."""
    transparent: bool = False
    """Whether the canvas has no ground of its own in a picture."""
    paper: str = "a4"
    """Of handouts: "a4" or "letter"."""
    per_page: int = 2
    """Slides on a page of a handout."""
    beside: str = ""
    """What stands beside the slides of a handout: "lines", "notes" or "nothing"; as usual where empty."""
    width_px: int = 320
    """Of thumbnails."""
    seconds: float = 3.0
    """How long a film shows a click."""
    timings: str = ""
    """A file that says how long it shows some of them."""
    keep_remote: bool = False
    """Whether the page may load what it names on other hosts and the compiler left there."""
    offline: bool = False
    """Whether nothing at all is loaded."""


_FLAGS = {"withClicks": "with_clicks", "dark": "dark", "withToc": "with_toc", "omitBackground": "transparent"}
_NUMBERS = {"scale": ("scale", 1.0, 0.1), "wait": ("wait_s", 1e3, 0.0), "timeout": ("timeout_s", 1e3, 1.0)}
"""Slidev's name -> ours, its units in one of ours, and the least that makes sense."""


def read_options(asked: Mapping[str, Any], headmatter: Mapping[str, Value]) -> ExportOptions:
    """Return the options of a deck: those asked for by name, then what its `export:` says."""
    return ExportOptions(**{**_said_by(headmatter), **asked})


def _said_by(headmatter: Mapping[str, Value]) -> dict[str, Any]:
    """Return what the deck says in Slidev's names (spec 3); what makes no sense there is left out."""
    said: dict[str, Any] = {}
    for key, value in headmatter.items():
        if isinstance(value, bool):
            if key in _FLAGS:
                said[_FLAGS[key]] = value
        elif key in _NUMBERS and isinstance(value, (int, float)):
            name, units, least = _NUMBERS[key]
            if value >= least:
                said[name] = value / units
        elif key == "range" and isinstance(value, (str, int)):
            said["slides"] = str(value)
    return said
