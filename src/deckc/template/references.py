"""Character references: `&lt;b&gt; &copy` -> `<b> ©`.

Attributes differ from text in one point: a name without its semicolon stays as it is before `=` or a letter
or digit, so that `?a=1&copy=2` keeps its parameter.
"""

from __future__ import annotations

import html
import re
from html.entities import html5

_REFERENCE = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|([a-zA-Z][a-zA-Z0-9]*;?)(=?))")


def decode_text(text: str) -> str:
    """Return text with its character references replaced."""
    return html.unescape(text) if "&" in text else text


def decode_attribute(value: str) -> str:
    """Return an attribute's value with its character references replaced."""
    return _REFERENCE.sub(_decode_one, value) if "&" in value else value


def _decode_one(match: re.Match[str]) -> str:
    name, equals = match[1], match[2]
    if name is None:
        return html.unescape(match[0])
    if equals and not name.endswith(";"):
        return match[0]
    return html5[name] + equals if name in html5 else match[0]
