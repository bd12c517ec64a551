"""Count the states of a magic-move block (spec 6.7): one for each stage of each of its steps.

```ts {1|2}
...              2 states
```
```ts
...              1 state
```
"""

from __future__ import annotations

from dataclasses import replace

from deckc.diagnostics import Report
from deckc.model.magic_move import lost_fences, read_steps
from deckc.model.nodes import CodeBlock


def count_states(block: CodeBlock, report: Report) -> int:
    """Return how many states a block has, 0 without a step; what is no step is reported."""
    steps = read_steps(block.code)
    if not steps:
        message = "there is no step in this magic move; it is shown as it stands"
        report.error("empty-magic-move", message, block.span, "write the steps as fences of three backticks")
        return 0
    for line in lost_fences(block.code):
        span = replace(block.span, line=block.span.line + line, column=1, length=3)
        message = "this is no step of the magic move, and is left out"
        advice = "close it with three backticks; behind its language comes {ranges}, then {options}"
        report.warn("lost-step", message, span, advice)
    return sum(max(1, len(step.ranges)) for step in steps)
