"""Turn a background that a slide names into CSS (spec 8.1, last paragraph: handleBackground).

background("#123")              background:#123;background-repeat:no-repeat;...
background("/a.png", dim=True)  color:white;background-image:linear-gradient(#0005, #0008), url("/a.png");...
"""

from __future__ import annotations

import re

from deckc.model.source import Value, text_of_value
from deckc.pattern import pattern

_FUNCTION = pattern(r"[a-z-]+\(.*", re.DOTALL | re.IGNORECASE)
_WORD = pattern(r"[A-Za-z]+")


def background(value: Value, dim: bool = False, size: Value = "cover") -> str:
    """Return the declarations for a background colour or picture (spec 8.1, last paragraph)."""
    text = text_of_value(value)
    place = f"background-repeat:no-repeat;background-position:center;background-size:{text_of_value(size)}"
    if not text:
        return place
    if text.startswith(("#", "rgb")):
        return f"background:{text};{place}"
    if shows_nothing(text):
        shade = "background-image:linear-gradient(#0005, #0008);" if dim and _WORD.fullmatch(text) else ""
        return f"color:white;{shade}{place}"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    picture = f'linear-gradient(#0005, #0008), url("{escaped}")' if dim else f'url("{escaped}")'
    return f"color:white;background-image:{picture};{place}"


def shows_nothing(text: str) -> bool:
    """Return whether a background is CSS that is taken for the address of a picture: `linear-gradient(...)`, `black`."""
    return not text.startswith("rgb") and bool(_FUNCTION.fullmatch(text) or _WORD.fullmatch(text))
