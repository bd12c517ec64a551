"""Note once for a deck what of its code a static page shows in a plainer way than Slidev does.

```ts twoslash        note[no-types]: ...
```ts {monaco}        note[plain-editor]: ...
```py {monaco-run}    note[cannot-run]: ...
"""

from __future__ import annotations

from collections.abc import Iterable

from deckc.compile.render.editor_code import is_runnable
from deckc.compile.render.twoslash import is_twoslash
from deckc.diagnostics import Report, Span
from deckc.model.config import DeckConfig
from deckc.model.deck import Slide
from deckc.model.editor import EditorKind, editor_kind
from deckc.model.nodes import CodeBlock, walk


def report_plainer_code(slides: Iterable[Slide], config: DeckConfig, report: Report) -> None:
    """Report each kind of loss at its first block."""
    first: dict[str, Span] = {}
    features = config.features
    for slide in slides:
        for node in walk(slide.nodes):
            if not isinstance(node, CodeBlock) or not node.words:
                continue
            kind = editor_kind(node) if features.monaco else None
            if features.twoslash and is_twoslash(node):
                first.setdefault("types", node.span)
            if kind is not None:
                first.setdefault("editor", node.span)
            if kind is EditorKind.RUN and not is_runnable(node):
                first.setdefault("run", node.span)
    if "types" in first:
        message = "types are not worked out: TwoSlash blocks are shown as plain code"
        report.note("no-types", message, first["types"])
    if "editor" in first:
        message = "code is edited as plain text: without completion, and coloured as it was written"
        report.note("plain-editor", message, first["editor"])
    if "run" in first:
        message = "only JavaScript without types is run; other code is shown"
        report.note("cannot-run", message, first["run"], "leave the types out")
