"""Read the options in braces behind a block's ranges: `{1|2}{startLine: 5, at: '+2'}`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckc.model.nodes import CodeBlock, Formula
from deckc.model.source import Value

if TYPE_CHECKING:
    from deckc.compile.render.nodes import Renderer


def read_options(block: CodeBlock | Formula, renderer: Renderer) -> dict[str, Value]:
    """Return a block's options; what is not known while compiling is left out."""
    if not block.options:
        return {}
    outcome = renderer.evaluator.read(block.options, block.span)
    return outcome.value if outcome is not None and isinstance(outcome.value, dict) else {}


def whole_number(value: Value, default: int) -> int:
    """Return an option that is a whole number, or text that is one."""
    if isinstance(value, str) and value.isascii() and value.isdigit():
        return int(value[:9])
    return value if isinstance(value, int) and not isinstance(value, bool) else default
