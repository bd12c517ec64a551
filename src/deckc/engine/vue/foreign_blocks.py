"""Put what stands in files of its own into a single-file component, before it is compiled.

<script src="./logic.ts"></script>        <script lang="ts">export default { ... }</script>
<template src="./look.html"/>             <template><p>...</p></template>

Styles are read where their text is needed (styles.py). A block whose file is not there stays, which Vue's compiler tells.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Protocol

from deckc.pattern import pattern

_BLOCK = pattern(r"""<(script|template)\b([^>]*?)\ssrc=(["'])(\.[^"'\n]+)\3([^>]*?)(?:/>|>\s*</\1>)""")
_LANGUAGES = {".ts": "ts", ".tsx": "tsx", ".jsx": "jsx"}


class BlockFiles(Protocol):
    """Where the files are read."""

    def is_file(self, path: Path) -> bool:
        """Return whether there is a file."""
        ...

    def read_bytes(self, path: Path) -> bytes:
        """Return a file's bytes."""
        ...


def with_blocks(source: str, path: Path, files: BlockFiles) -> str:
    """Return a component with its script and template in it."""

    def inlined(match: re.Match[str]) -> str:
        kind, ahead, _, address, behind = match.groups()
        file = Path(os.path.normpath(path.parent / address))
        if not files.is_file(file):
            return match[0]
        text = files.read_bytes(file).decode("utf-8-sig", "replace").replace("\r\n", "\n")
        language = _LANGUAGES.get(file.suffix) if kind == "script" and "lang=" not in ahead + behind else None
        own = f' lang="{language}"' if language else ""
        return f"<{kind}{ahead}{behind}{own}>{text}</{kind}>"

    return _BLOCK.sub(inlined, source) if " src=" in source else source
