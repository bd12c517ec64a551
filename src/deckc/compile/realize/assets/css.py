"""Addresses inside CSS: `url(...)` and `@import`.

rewrite_urls("a{background:url(./x.png)}", resolve)  ->  'a{background:url("deckc-asset:...")}'
"""

from __future__ import annotations

import re
from collections.abc import Callable

from deckc.pattern import pattern

URL = pattern(
    r"""\burl\(\s*(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|((?:[^)'"\s\\]|\\.)*))\s*\)""", re.IGNORECASE
)
COMMENT = r"/\*(?:[^*]|\*(?!/))*(?:\*/|\Z)"
"""One that never ends goes on to the end, as in CSS."""
_SKIPPED = pattern(f"{COMMENT}|{URL.pattern}", re.DOTALL | re.IGNORECASE)
_ESCAPE = pattern(r"\\([0-9a-fA-F]{1,6})\s?|\\(.)", re.DOTALL)


def rewrite_urls(css: str, resolve: Callable[[str, int], str]) -> str:
    """Return CSS whose addresses are what `resolve(address, offset)` makes of them; comments stay."""
    if "url(" not in css and "URL(" not in css:
        return css

    def replaced(match: re.Match[str]) -> str:
        if match[0].startswith("/*"):
            return match[0]
        address = unescape(next((group for group in match.groups() if group is not None), ""))
        made = resolve(address, match.start())
        return match[0] if made == address else f'url("{escape(made)}")'

    return _SKIPPED.sub(replaced, css)


def escape(text: str) -> str:
    """Return a text as it stands between double quotes in CSS."""
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\a ")


def unescape(text: str) -> str:
    """Return what a quoted text or address in CSS says."""
    if "\\" not in text:
        return text

    def character(match: re.Match[str]) -> str:
        if match[1] is None:
            return match[2]
        code = int(match[1], 16)
        return chr(code) if 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else "\ufffd"

    return _ESCAPE.sub(character, text)
