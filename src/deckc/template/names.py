"""Spell the names of props, attributes and components as Vue does.

camelize("list-class")   ->  "listClass"     hyphenate("fontSize")   ->  "font-size"
pascal("v-clicks")       ->  "VClicks"
"""

from __future__ import annotations

import re

_CAPITAL = re.compile(r"\B([A-Z])")
_DASH = re.compile(r"-(\w)")


def camelize(name: str) -> str:
    """Return a prop's name as components declare it."""
    return _DASH.sub(lambda match: match[1].upper(), name) if "-" in name else name


def hyphenate(name: str) -> str:
    """Return a property's name as CSS and attributes write it; custom properties stay."""
    return name if name.startswith("--") else _CAPITAL.sub(r"-\1", name).lower()


def pascal(name: str) -> str:
    """Return a component's name, or its file's, as the name under which it is known."""
    return camelize(name[:1].upper() + name[1:])
