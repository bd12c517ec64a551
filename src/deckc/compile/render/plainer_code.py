"""Note what of a deck's code is shown in a plainer way than Slidev does (once), or than its author may think.

```ts twoslash        note[no-types]: ...
```ts {monaco}        note[plain-editor]: ...
```py {monaco-run}    note[cannot-run]: ...
```ts twoslash {1|2}  note[fence-words]: ...
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckc.compile.render.editor_code import is_runnable
from deckc.compile.render.twoslash import is_twoslash
from deckc.diagnostics import Report, Span
from deckc.model.config import Features
from deckc.model.editor import EditorKind, editor_kind
from deckc.model.nodes import CodeBlock
from deckc.pattern import pattern

_LOST = pattern(r"[\w \t'-]+?([\[{].*)")
"""What looks like a title, ranges or options behind words."""


def report_plainer_code(blocks: Iterable[CodeBlock], features: Features, report: Report) -> None:
    """Report each kind of loss at its first block."""
    first: dict[str, Span] = {}
    for block in blocks:
        if block.words:
            for loss in _losses(block, features, report):
                first.setdefault(loss, block.span)
    if "types" in first:
        message = "types are not worked out: TwoSlash blocks are shown as plain code"
        report.note("no-types", message, first["types"])
    if "editor" in first:
        message = "code is edited as plain text: without completion, and coloured as it was written"
        report.note("plain-editor", message, first["editor"])
    if "run" in first:
        message = "only JavaScript without types is run; other code is shown"
        report.note("cannot-run", message, first["run"], "leave the types out")


def _losses(block: CodeBlock, features: Features, report: Report) -> Iterator[str]:
    """Yield what is plainer of a block; what is not read of its words is reported for each."""
    kind = editor_kind(block) if features.monaco else None
    if kind is None:
        _report_lost(block, report)
    if features.twoslash and is_twoslash(block):
        yield "types"
    if kind is not None:
        yield "editor"
    if kind is EditorKind.RUN and not is_runnable(block):
        yield "run"


def _report_lost(block: CodeBlock, report: Report) -> None:
    lost = _LOST.fullmatch(block.words)
    if lost is None or block.words.startswith("magic-move"):
        return
    words = block.words[: lost.start(1)].strip()
    message = f'"{lost[1].strip()}" is not read, as it stands behind words'
    help_text = f"write it before them: ```{block.language} {lost[1].strip()} {words}"
    report.note("fence-words", message, block.span, help_text)
