"""Settle which lines a block of code shows at each click (spec 5.6 rule 4, 6.4).

```ts {1|hide|2-3}         at click 0   line 1
a                          at click 1   nothing; lines 2 and 3, unseen
b                          at click 2   lines 2 and 3
c
```                        data-dc-lines="1 1 !2-3 2-3"
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from deckc.compile.render.code_lines import shown_lines
from deckc.dataclass import dataclass
from deckc.expression.values import to_text
from deckc.model.nodes import CodeBlock, Formula
from deckc.model.source import Value


@dataclass(frozen=True, slots=True)
class Stage:
    """One state of a block."""

    shown: frozenset[int]
    """Positions of the lines that are not dimmed, from 1 whatever number the first one has."""
    is_hidden: bool = False
    """Whether the whole block is hidden."""

    def __str__(self) -> str:
        """Return the stage as the page writes it: "1,3-5"; "-" for no line, "!" before a hidden one."""
        return f"{'!' if self.is_hidden else ''}{','.join(number_runs(sorted(self.shown))) or '-'}"


@dataclass(frozen=True, slots=True)
class Stages:
    """The states of a block, first to last."""

    stages: tuple[Stage, ...]
    first_click: int
    """The click that shows the second one."""

    def at(self, clicks: float) -> Stage:
        """Return the state at a click."""
        return self.stages[max(0, min(len(self.stages) - 1, int(clicks - self.first_click + 1)))]

    @property
    def is_still(self) -> bool:
        """Whether there is one state only."""
        return len(self.stages) == 1

    def __str__(self) -> str:
        """Return the states as the page writes them (docs/dom-contract.md, `data-dc-lines`)."""
        return " ".join([str(self.first_click), *map(str, self.stages)])


def read_stages(
    block: CodeBlock | Formula, options: Mapping[str, Value], total: int, first_line: int
) -> Stages | None:
    """Return the states of a block of `total` lines, the first numbered `first_line`; None without ranges."""
    ranges = block.ranges
    if not ranges:
        return None
    last = options.get("finally", "last")
    final = ranges[-1] if last == "last" else to_text(last)
    # A block that takes no part in the clicks (`at: false`) stands past its last stage.
    states = [*ranges] if block.first_click is not None else [final]
    if states[-1] != final:
        states.append(final)
    # A hidden state shows what comes next, unseen.
    following = [*states[1:], final]
    stages = tuple(
        Stage(
            shown=_positions(following[at] if state == "hide" else state, total, first_line),
            is_hidden=state == "hide",
        )
        for at, state in enumerate(states)
    )
    if all(stage == stages[0] for stage in stages):
        stages = stages[:1]
    return Stages(stages, block.first_click or 0)


def _positions(stage: str, total: int, first_line: int) -> frozenset[int]:
    return frozenset(line - first_line + 1 for line in shown_lines(stage, total, first_line))


def number_runs(lines: Iterable[int]) -> Iterator[str]:
    """Yield numbers as runs: 1, 3, 4, 5 -> "1", "3-5"."""
    start = end = 0
    for line in lines:
        if start and line == end + 1:
            end = line
            continue
        if start:
            yield str(start) if start == end else f"{start}-{end}"
        start = end = line
    if start:
        yield str(start) if start == end else f"{start}-{end}"
