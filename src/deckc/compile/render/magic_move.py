"""Write a magic move: the code of one step, all steps in a template, and which state comes at which click.

    ````md magic-move          <div class="slidev-code-wrapper slidev-code-magic-move ..." data-dc-move="1 0:1 0:2 1 1" ...>
    ```js {1|2}                  <pre class="slidev-code ..."><span class="tk-v ...">a</span><br>...</pre>
    a                            <template data-dc-steps>
    b                              <div data-dc-ids="1 2"><span class="tk-v">a</span><br>...</div>
    ```                            <div data-dc-ids="2">...</div>
    ```js
    b                          states: line 1 of step 0, line 2 of it, step 1; past the last, all of the last step
    ```
    ````

Equal numbers in `data-dc-ids` are one token that moves (move_tokens.py); the runtime only animates. DOM: spec 5.7 rule 3.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from deckc.compile.render.block_options import read_options
from deckc.compile.render.code_lines import shown_lines
from deckc.compile.render.code_stages import number_runs
from deckc.compile.render.code_tokens import colour_code
from deckc.compile.render.code_wrapper import (
    COPY_BUTTON,
    LINE_DIMMED,
    LINE_SHOWN,
    open_wrapper,
    scope_of,
    wrapper_classes,
    write_title,
)
from deckc.compile.render.markup import escape_text
from deckc.compile.render.move_tokens import Token, number_tokens, split_tokens
from deckc.dataclass import dataclass
from deckc.diagnostics import Report, Span
from deckc.expression.values import is_truthy, to_text
from deckc.model.magic_move import MagicMoveStep, read_steps
from deckc.model.nodes import CodeBlock
from deckc.model.source import Value

if TYPE_CHECKING:
    from deckc.compile.render.nodes import Renderer

_CLASSES = ("slidev-code-wrapper", "slidev-code-magic-move", "relative", "group")
_PRE = "slidev-code shiki shiki-magic-move-container relative"

_WIDTH_APART = 10_000
"""Between the numbers of line numbers of one digit and of two: a "9" does not become a " 9", it fades."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A step, line by line."""

    lines: tuple[tuple[tuple[int, Token], ...], ...]
    """Each token with its number."""
    first_number: int
    """Number of the first line number; 0 where lines are not numbered."""

    def ids(self) -> list[int]:
        """Return the numbers of the elements, in the order in which they are written."""
        ids = []
        for at, line in enumerate(self.lines):
            if self.first_number:
                ids.append(self.first_number + at)
            ids += [number for number, token in line if token.is_element]
        return ids

    def markup(self, classes_of: Callable[[int], str] = lambda _: "") -> str:
        """Return the step's HTML; `classes_of` gives what the tokens of a line, from 1, have besides their colour."""
        return "".join(self._line(at, line, classes_of(at + 1)) for at, line in enumerate(self.lines))

    def _line(self, at: int, line: Sequence[tuple[int, Token]], classes: str) -> str:
        parts = []
        if self.first_number:
            width = len(str(len(self.lines)))
            parts.append(_span(f"shiki-magic-move-line-number {classes}", f"{at + 1:>{width}}  "))
        for _, token in line:
            letter = f"tk-{token.letter} " if token.letter else ""
            parts.append(_span(letter + classes, token.text) if token.is_element else token.text)
        return "".join([*parts, "<br>"])


def write_magic_move(block: CodeBlock, renderer: Renderer, out: list[str]) -> None:
    """Write a magic-move block that has a step."""
    steps = read_steps(block.code)
    options = read_options(block, renderer)
    states = [(index, stage) for index, step in enumerate(steps) for stage in step.ranges or ("all",)]
    if states[-1][1] not in {"all", "*"}:  # past the last state all of the last step is shown
        states.append((len(steps) - 1, "all"))
    if block.first_click is None:  # it takes no part in the clicks
        states = states[-1:]
    first = block.first_click or 0
    index, stage = states[max(0, min(int(renderer.first_click) - first + 1, len(states) - 1))]
    milliseconds = options.get("duration", renderer.config.features.magic_move_duration_ms)
    attributes = {
        "data-dc-move": " ".join([str(first), *(_state(at, shown, steps[at]) for at, shown in states)]),
        "data-dc-duration": to_text(milliseconds),
    }
    drawn = _draw(block, steps, options.get("lines"), renderer)
    open_wrapper(block, wrapper_classes(block, _CLASSES, renderer), attributes, out)
    if block.title:
        write_title(block, block.title, renderer, out)
    shown = _shown(stage, steps[index])
    markup = drawn[index].markup(lambda line: LINE_SHOWN if line in shown else LINE_DIMMED)
    out.append(f'<pre class="{_PRE}"{scope_of(block)}>{markup}</pre><template data-dc-steps>')
    out.extend(
        f'<div data-dc-ids="{" ".join(number_runs(each.ids()))}">{each.markup()}</div>' for each in drawn
    )
    out.append(f"</template>{_copy_button(renderer, is_last=index == len(steps) - 1)}</div>")


def _state(index: int, stage: str, step: MagicMoveStep) -> str:
    """Return a state as the page writes it: "0" for a step, "0:1-2" for lines of it, "0:-" for none."""
    shown = _shown(stage, step)
    if len(shown) == step.code.count("\n") + 1:
        return str(index)
    return f"{index}:{','.join(number_runs(sorted(shown))) or '-'}"


def _shown(stage: str, step: MagicMoveStep) -> frozenset[int]:
    return shown_lines(stage, step.code.count("\n") + 1, 1)


def _draw(
    block: CodeBlock, steps: Sequence[MagicMoveStep], numbered: Value, renderer: Renderer
) -> tuple[_Drawn, ...]:
    """Return the steps in tokens; `numbered` is what the block says of line numbers."""
    by_step = [_tokens(step, block.span, renderer.report) for step in steps]
    ids = number_tokens(by_step)
    unused = max((number for numbers in ids for number in numbers), default=0) + 1
    is_numbered = renderer.config.line_numbers if numbered is None else is_truthy(numbered)
    drawn = []
    for step, numbers, tokens in zip(steps, ids, by_step, strict=True):
        lines: list[list[tuple[int, Token]]] = [[] for _ in range(step.code.count("\n") + 1)]
        for number, token in zip(numbers, tokens, strict=True):
            lines[token.line].append((number, token))
        has_numbers = is_numbered if step.line_numbers is None else step.line_numbers
        first = unused + _WIDTH_APART * len(str(len(lines)))
        drawn.append(_Drawn(tuple(map(tuple, lines)), first if has_numbers else 0))
    return tuple(drawn)


def _tokens(step: MagicMoveStep, span: Span, report: Report) -> tuple[Token, ...]:
    place = replace(span, line=span.line + step.line, column=4, length=max(1, len(step.language)))
    return split_tokens(colour_code(step.code, step.language, place, report))


def _span(classes: str, text: str) -> str:
    classes = classes.strip()
    return (
        f'<span class="{classes}">{escape_text(text)}</span>'
        if classes
        else f"<span>{escape_text(text)}</span>"
    )


def _copy_button(renderer: Renderer, *, is_last: bool) -> str:
    """Return the button that copies the step shown, if the deck wants one (spec 3, `magicMoveCopy`)."""
    wanted = renderer.config.features.magic_move_copy
    if not renderer.config.code_copy or not wanted:
        return ""
    if wanted != "final":
        return COPY_BUTTON
    return COPY_BUTTON.replace(
        " data-deckc-ui", f" data-dc-final data-deckc-ui{'' if is_last else ' hidden'}"
    )
