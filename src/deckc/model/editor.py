"""Say what a Monaco fence asks for: an editor, a comparison, or an editor whose code runs (spec 5.7 rule 4).

```ts {monaco}{height: 'auto'}    edit
```ts {monaco-diff}               diff, two texts with a line of `~~~` between them
```js {monaco-run}                run
"""

from __future__ import annotations

import re
from enum import StrEnum

from deckc.model.nodes import CodeBlock

_ASKED = re.compile(r"\{monaco([\w-]*)\}")


class EditorKind(StrEnum):
    """What a reader can do with the code."""

    EDIT = "edit"
    DIFF = "diff"
    RUN = "run"


def editor_kind(block: CodeBlock) -> EditorKind | None:
    """Return what a block of code asks for; None for code that is only shown."""
    asked = _ASKED.match(block.words)
    if asked is None:
        return None
    return {"-diff": EditorKind.DIFF, "-run": EditorKind.RUN}.get(asked[1], EditorKind.EDIT)
