"""Links (spec 5.2): what points into the deck becomes `<Link to>`, the rest opens a new tab.

[next](3)            <Link to="3">next</Link>
[docs](https://x.y)  <a href="https://x.y" target="_blank">docs</a>
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

from deckc.compile.parse.writer import Dialect, MarkupWriter

_DIGITS = re.compile(r"[0-9]+")
_SLIDE_ROUTE = re.compile(r"(?:\./|/)?([\w-]+)", re.ASCII)


def install(dialect: Dialect) -> None:
    """Write links as on slides."""
    dialect.rules["link_open"] = _write_link


def install_in_notes(dialect: Dialect) -> None:
    """Write links as in notes, where nothing is a component."""
    dialect.rules["link_open"] = _write_note_link


def is_internal(address: str) -> bool:
    """Return whether an address is a route of the deck."""
    return address[:1] in {".", "/", "#"} or _DIGITS.fullmatch(address) is not None


def _write_link(writer: MarkupWriter, tokens: Sequence[Token], index: int) -> None:
    token = tokens[index]
    address = str(token.attrs.get("href", ""))
    if is_internal(address):
        token.tag = "Link"
        token.attrs = {"to" if key == "href" else key: value for key, value in token.attrs.items()}
        close = next((t for t in tokens[index + 1 :] if t.type == "link_close"), None)
        if close is not None:
            close.tag = "Link"
    elif "target" not in token.attrs:
        token.attrs["target"] = "_blank"
    writer.write_tag(tokens, index)


def _write_note_link(writer: MarkupWriter, tokens: Sequence[Token], index: int) -> None:
    token = tokens[index]
    address = str(token.attrs.get("href", ""))
    route = _SLIDE_ROUTE.fullmatch(address)
    if route is not None and is_internal(address):
        token.attrs["href"] = f"#/{route[1]}"
        token.attrs["data-dc-link"] = route[1]
    else:
        token.attrs["target"] = "_blank"
    writer.write_tag(tokens, index)
