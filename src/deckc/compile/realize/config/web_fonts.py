"""Find the families of `fonts:` that have to come from somewhere (spec 14.6).

    sans: Avenir Next, Nunito Sans       WebFonts(sans=("Nunito Sans",), weights=(400, 700), ...)
    local: Avenir Next
    weights: 400,700

`provider: none` says that every family is on the machine that shows the deck.
"""

from __future__ import annotations

from collections.abc import Mapping

from deckc.compile.realize.config.fonts import family_names
from deckc.diagnostics import Span
from deckc.model.fonts import WebFonts
from deckc.model.source import Value

_GENERIC = frozenset(
    """
    serif sans-serif monospace cursive fantasy system-ui ui-serif ui-sans-serif ui-monospace ui-rounded math emoji
    fangsong inherit initial unset -apple-system blinkmacsystemfont
    """.split()
)
_DEFAULT_WEIGHTS = (200, 400, 600)


def read_web_fonts(settings: Mapping[str, Value], own: Mapping[str, Value], span: Span | None) -> WebFonts:
    """Return what `fonts:` names; `own` is what the deck itself says of it, without its theme."""
    if settings.get("provider") == "none":
        return WebFonts()
    local = {name.lower() for name in family_names(settings.get("local"))}
    listed = [name.lower() for name in family_names(settings.get("webfonts"))]

    def wanted(value: Value) -> tuple[str, ...]:
        names = dict.fromkeys(name for name in family_names(value) if name.lower() not in _GENERIC)
        return tuple(
            name for name in names if name.lower() not in local and (not listed or name.lower() in listed)
        )

    sans, serif, mono = (wanted(settings.get(kind)) for kind in ("sans", "serif", "mono"))
    in_stacks = {*sans, *serif, *mono}
    further = (*wanted(settings.get("custom")), *wanted(settings.get("webfonts")))
    named = (wanted(own.get(kind)) for kind in ("sans", "serif", "mono", "custom", "webfonts"))
    return WebFonts(
        sans=sans,
        serif=serif,
        mono=mono,
        custom=tuple(name for name in dict.fromkeys(further) if name not in in_stacks),
        own=frozenset(name for names in named for name in names),
        weights=_weights(settings.get("weights")),
        italic=settings.get("italic") is True,
        span=span,
    )


def _weights(value: Value) -> tuple[int, ...]:
    """Return the weights that are numbers from 1 to 1000, sorted; "normal" and "bold" are numbers too."""
    words = {"normal": "400", "regular": "400", "bold": "700"}
    texts = (words.get(text.lower(), text) for text in family_names(value))
    found = {int(text) for text in texts if text.isascii() and text.isdecimal() and len(text) < 5}
    return tuple(sorted(weight for weight in found if 1 <= weight <= 1000)) or _DEFAULT_WEIGHTS
