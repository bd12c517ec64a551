"""A picture that says which picture is missing, as an address of its own."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

_SHOWN = 44
"""Characters of an address that fit into the box."""


def placeholder_address(address: str) -> str:
    """Return a `data:` address of a quiet box, 320 x 180, that names what is missing."""
    name = address if len(address) <= _SHOWN else f"…{address[1 - _SHOWN :]}"
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="180" viewBox="0 0 320 180">'
        '<rect x="1" y="1" width="318" height="178" rx="6" fill="#8882" stroke="#888"/>'
        '<g fill="#777" font-family="sans-serif" text-anchor="middle">'
        '<text x="160" y="84" font-size="15">missing</text>'
        f'<text x="160" y="108" font-size="12">{escape(name)}</text></g></svg>'
    )
    return "data:image/svg+xml," + quote(svg, safe="=:/;,*!.-_~@")
