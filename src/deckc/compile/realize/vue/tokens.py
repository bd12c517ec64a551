"""Put tokens for the files that components name.

<img src="deckc-file:/deck/a%20b.png:">   ->   <img src="deckc-asset:0123456789abcdef">
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

from deckc.compile.realize.assets.shelf import token_of

_FILE = re.compile(r"deckc-file:([^:\s]+):")


def with_tokens(text: str, files: set[Path]) -> str:
    """Return a text with tokens; `files` takes the files that they stand for."""

    def token(match: re.Match[str]) -> str:
        path = Path(unquote(match[1]))
        files.add(path)
        return token_of(str(path))

    return _FILE.sub(token, text)
