"""What every deck is given: layouts, components and the style sheets of the page.

    page_sheets()       (("reset", "..."), ("alerts", "..."), ("vars", "..."), ...)
    typography_sheet()  what a theme with `typography = true` starts from

Order in the page (spec 9.1): "reset", then the utility engine's preflights, prose and shortcuts, then the
other page sheets as they come, the typography, the theme's, addons' and deck's own sheets, and all other
utilities.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent

_PAGE_SHEETS = (
    "reset",
    "alerts",
    "vars",
    "page",
    "base",
    "code",
    "magic_move",
    "monaco",
    "transitions",
    "clicks",
    "layouts",
    "components",
    "print",
    "runtime",
)


@cache
def page_sheets() -> tuple[tuple[str, str], ...]:
    """Return name and text of each sheet that every page has, in page order; the first is the reset."""
    return tuple((name, _read(name)) for name in _PAGE_SHEETS)


def typography_sheet() -> str:
    """Return the shared typography of `.slidev-layout` (spec 9.2)."""
    return _read("typography")


def math_sheet() -> str:
    """Return what a page with formulas needs besides the typesetter's own sheet."""
    return _read("math")


def room_sheet() -> str:
    """Return how a speaker's views look: presenter, overview, drawing, dialogs. Not in the page's style sheet."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((FOLDER / "room").glob("*.css")))


def font_sheet(sans: str, serif: str, mono: str) -> str:
    """Return the rule that sets the three font stacks which the sheets refer to; each is ready for CSS."""
    return (
        ":root {\n"
        f"  --deckc-font-sans: {sans};\n"
        f"  --deckc-font-serif: {serif};\n"
        f"  --deckc-font-mono: {mono};\n"
        "}\n"
    )


@cache
def _read(name: str) -> str:
    return (FOLDER / "styles" / f"{name}.css").read_text(encoding="utf-8")
