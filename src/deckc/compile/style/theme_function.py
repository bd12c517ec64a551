"""Fill in `theme(...)` in CSS values.

theme(colors.red.500)        #ef4444
theme('colors.red.500/50')   rgb(239 68 68 / 50)
"""

from __future__ import annotations

from collections.abc import Mapping

from deckc.compile.style.color import read_color
from deckc.compile.style.design import Design
from deckc.compile.style.patterns import LazyPattern

_THEME = LazyPattern(r"theme\(\s*(['\"])?(.*?)\1?\s*\)")


def theme_value(path: str, design: Design) -> str | None:
    """Return what stands at a dotted path of the theme, with the alpha behind its slash put in."""
    key, _, alpha = path.partition("/")
    value: object = design.theme
    for part in key.strip().split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    if isinstance(value, Mapping):
        value = value.get("DEFAULT")
    if not isinstance(value, str):
        return None
    color = read_color(value) if alpha else None
    return color.with_alpha(alpha.partition("/")[0]) if color else value


def fill_theme(text: str, design: Design) -> str:
    """Return `text` with every theme() of a known path replaced by its value."""
    if "theme(" not in text:
        return text
    return _THEME.sub(lambda match: theme_value(match[2], design) or match[0], text)
