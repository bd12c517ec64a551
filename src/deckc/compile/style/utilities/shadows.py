"""Shadows of the theme, with their colour in a variable.

0 1px 2px rgb(0 0 0 / 0.1)     0 1px 2px var(--un-shadow-color, rgb(0 0 0 / 0.1))
"""

from __future__ import annotations

from deckc.compile.style.brackets import split_all
from deckc.compile.style.color import read_color
from deckc.compile.style.design import Design


def named_shadows(design: Design, scale: str, name: str) -> tuple[str, ...] | None:
    """Return the shadows that a name of the scale stands for; an empty name is the default."""
    found = design.scale(scale).get(name or "DEFAULT")
    if isinstance(found, str):
        return (found,)
    return found if isinstance(found, tuple) else None


def colorable_shadows(shadows: tuple[str, ...], variable: str) -> tuple[str, ...]:
    """Return the shadows with their colour as the fallback of `variable`; unchanged where one is no shadow."""
    colored = []
    for shadow in shadows:
        parts = split_all(shadow, " ", 6)
        if parts is None or len(parts) < 3:
            return shadows
        is_inset = "inset" in parts
        if is_inset:
            parts.remove("inset")
        fallback = ""
        first, last = read_color(parts[0]), read_color(parts[-1])
        if first:
            parts.pop(0)
            fallback = f", {first.with_alpha()}"
        elif last:
            parts.pop()
            fallback = f", {last.with_alpha()}"
        elif parts[-1].startswith("var("):
            fallback = f", {parts.pop()}"
        colored.append(f"{'inset ' if is_inset else ''}{' '.join(parts)} var({variable}{fallback})")
    return tuple(colored)
