r"""Read the steps of a magic-move block (spec 5.7 rule 2): the fences inside a fence of four backticks.

    ````md magic-move {at: 2}
    ```ts {1|2}{lines:true}         MagicMoveStep("ts", ("1", "2"), True, "let a\nlet b", line=1)
    let a
    let b
    ```
    ````

Slidev leaves a fence out whose words it does not understand or that is not closed before the next one opens.
"""

from __future__ import annotations

import re

from deckc.dataclass import dataclass
from deckc.model.nodes import CodeBlock
from deckc.pattern import pattern

_FENCE = pattern(
    r"""^```(?P<language>[\w'-]+)?+
    (?:[ \t][ \w\t'-]*+)?+ (?:\[[^\]\n]*\])? [ \t]*+
    (?:\{(?P<ranges>[\w*,|-]+)\} [ \t]*+ (?P<options>\{[^}\n]*\})? [^\n]*)?
    \n (?P<code>(?:(?!```)[^\n]*\n)*+) ```$""",
    re.VERBOSE | re.ASCII | re.MULTILINE,
)
_MARK = pattern(r"^```", re.MULTILINE)
_LINES = pattern(r"\blines: *(true|false)\b")


@dataclass(frozen=True, slots=True)
class MagicMoveStep:
    """One of the fences."""

    language: str
    ranges: tuple[str, ...]
    """Stages, raw; empty where there are none."""
    line_numbers: bool | None
    """None: as the block says."""
    code: str
    """Without blank lines at its end."""
    line: int
    """Of the opening backticks within the block, from 1."""


def is_magic_move(block: CodeBlock) -> bool:
    """Whether a block of code holds the steps of a magic move."""
    return (
        block.language in {"md", "markdown"}
        and len(block.fence) == 4
        and block.words.split()[:1] == ["magic-move"]
    )


def read_steps(code: str) -> tuple[MagicMoveStep, ...]:
    """Return the steps that stand in a block's code, in order."""
    return tuple(
        MagicMoveStep(
            language=(fence["language"] or "").lower(),
            ranges=tuple(stage.strip() for stage in (fence["ranges"] or "").split("|") if fence["ranges"]),
            line_numbers=read_line_numbers(fence["options"]),
            code=fence["code"].rstrip(),
            line=code.count("\n", 0, fence.start()) + 1,
        )
        for fence in _FENCE.finditer(code)
    )


def lost_fences(code: str) -> tuple[int, ...]:
    """Return the lines, from 1, of the backticks that belong to no step."""
    inside = [(fence.start(), fence.end()) for fence in _FENCE.finditer(code)]
    return tuple(
        code.count("\n", 0, mark.start()) + 1
        for mark in _MARK.finditer(code)
        if not any(start <= mark.start() < end for start, end in inside)
    )


def read_line_numbers(options: str | None) -> bool | None:
    """Return whether options ask for line numbers; None where they say nothing."""
    said = _LINES.search(options or "")
    return None if said is None else said[1] == "true"
