"""Give the classes of `<style module>` names of their own.

.box { top: 0 }   in a component of scope 1f2e3d4c     .box_1f2e3d4c, and {"$style": {"box": "box_1f2e3d4c"}}
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from deckc.pattern import pattern

if TYPE_CHECKING:
    from deckc.engine.vue.compiled import ModuleStyle

_PRELUDE = pattern(r"[^{};]*(?=\{)")
_CLASS = pattern(r":global\(([^)]*)\)|\.(-?[A-Za-z_][\w-]*)")


def css_modules(styles: Iterable[ModuleStyle], scope: str) -> dict[str, dict[str, str]]:
    """Return, for each name that styles have in a template, the classes and what became of them."""
    found: dict[str, dict[str, str]] = {}
    for style in styles:
        if style.module:
            names = found.setdefault(style.module, {})
            for prelude in _preludes(style.css):
                names.update((m[2], f"{m[2]}_{scope}") for m in _CLASS.finditer(prelude) if m[2])
    return found


def rename_classes(css: str, scope: str) -> str:
    """Return a sheet whose classes have the names of `css_modules`."""

    def renamed(match: re.Match[str]) -> str:
        return match[1] if match[2] is None else f".{match[2]}_{scope}"

    return _PRELUDE.sub(
        lambda match: match[0] if match[0].lstrip()[:1] == "@" else _CLASS.sub(renamed, match[0]), css
    )


def _preludes(css: str) -> Iterable[str]:
    return (match[0] for match in _PRELUDE.finditer(css) if match[0].lstrip()[:1] != "@")
