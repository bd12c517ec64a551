"""Choose how a block of code is written: as lines, as a magic move, or as an editor.

```ts {1|2}               code.py
````md magic-move         magic_move.py
```ts {monaco-run}        monaco.py
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckc.compile.render.code import write_code
from deckc.compile.render.magic_move import write_magic_move
from deckc.compile.render.monaco import write_editor
from deckc.compile.render.twoslash import is_twoslash, without_queries
from deckc.model.editor import editor_kind
from deckc.model.magic_move import is_magic_move, read_steps
from deckc.model.nodes import CodeBlock

if TYPE_CHECKING:
    from deckc.compile.render.nodes import Renderer


def write_code_block(block: CodeBlock, renderer: Renderer, out: list[str]) -> None:
    """Write a block of code of any kind."""
    features = renderer.config.features
    kind = editor_kind(block) if features.monaco else None
    if is_magic_move(block) and read_steps(block.code):
        write_magic_move(block, renderer, out)
    elif kind is not None:
        write_editor(block, kind, renderer, out)
    elif features.twoslash and is_twoslash(block):
        write_code(without_queries(block), renderer, out)
    else:
        write_code(block, renderer, out)
