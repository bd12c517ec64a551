"""Say which code the page can run: JavaScript, and TypeScript that happens to have no types."""

from __future__ import annotations

from deckc.expression import is_script
from deckc.model.nodes import CodeBlock

_LANGUAGES = frozenset(["js", "javascript", "mjs", "ts", "typescript", "mts"])


def is_runnable(block: CodeBlock) -> bool:
    """Whether a block's code is JavaScript as it stands."""
    return block.language in _LANGUAGES and is_script(block.code)
