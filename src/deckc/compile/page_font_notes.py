"""Tell a deck's author which of its fonts are not in its page.

Apart from `page_fonts`, which a build that puts none into its page does without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckc.diagnostics import Report
from deckc.model.fonts import WebFonts
from deckc.pattern import pattern

if TYPE_CHECKING:
    from deckc.model.font_embedding import EmbeddedFonts

_FACE = pattern(r"@font-face\s*\{([^}]*)\}")
_FAMILY = pattern(r"font-family\s*:([^;}]*)")


def without_declared(fonts: WebFonts, css: str) -> WebFonts:
    """Return the families that no `@font-face` of the deck's own sheets or themes brings along."""
    faces = _FACE.findall(css) if "@font-face" in css else []
    declared = {match[1].strip().strip("\"'").lower() for face in faces if (match := _FAMILY.search(face))}
    return fonts.only(frozenset(name for name in fonts.names if name.lower() not in declared))


def report_not_embedded(fonts: WebFonts, report: Report) -> None:
    """Note that the families which the deck itself names are left to the reader's machine."""
    names = [name for name in fonts.names if name in fonts.own]
    if names:
        message = f"{_listed(names)} not put into the page: readers who lack them see other fonts"
        help_text = "build with `--embed-fonts`, or list them under `fonts: local:`"
        report.note("fonts-not-embedded", message, fonts.span, help_text)


def report_missing(got: EmbeddedFonts, fonts: WebFonts, report: Report) -> None:
    """Note what the deck itself names and cannot be had; a theme's fonts are a wish."""
    missing = [name for name in got.problems if name in fonts.own]
    if missing:
        message = f"{_listed(missing)} not put into the page: {got.problems[missing[0]]}"
        report.note("fonts-not-embedded", message, fonts.span, "readers see the next font of the stack")


def _listed(names: list[str]) -> str:
    quoted = ", ".join(f'"{name}"' for name in names)
    return f"the font {quoted} is" if len(names) == 1 else f"the fonts {quoted} are"
