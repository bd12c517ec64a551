"""Put tokens for the files that components name.

<img src="deckc-file:0:">   ->   <img src="deckc-asset:0123456789abcdef">
"""

from __future__ import annotations

import re
from pathlib import Path

from deckc.compile.realize.assets.shelf import token_of
from deckc.model.vue import ComponentDeck

_FILE = re.compile(r"deckc-file:(\d+):")


def with_tokens(text: str, components: ComponentDeck, files: set[Path]) -> str:
    """Return a text with tokens; `files` takes the files that they stand for."""

    def token(match: re.Match[str]) -> str:
        path = components.file(int(match[1]))
        files.add(path)
        return token_of(str(path))

    return _FILE.sub(token, text)
