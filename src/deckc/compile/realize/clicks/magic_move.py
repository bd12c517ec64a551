"""Count the states of a magic-move block (spec 6.7): one for each stage of each of the fences inside it.

```ts {1|2}
...              2 states
```
```ts
...              1 state
```
"""

from __future__ import annotations

import re

_FENCE = re.compile(r"^ {0,3}(```+)([^`\n]*)\n.*?(?:^ {0,3}\1[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_STAGES = re.compile(r"\{([\w*,|-]+)\}")


def count_states(code: str) -> int:
    """Return how many states the fences in a block have; 0 where there are none."""
    return sum(
        1 if (stages := _STAGES.search(fence[2])) is None else stages[1].count("|") + 1
        for fence in _FENCE.finditer(code)
    )
