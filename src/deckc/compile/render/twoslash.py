"""Take TwoSlash's own comments out of code: what Slidev shows is the code without them, plus types.

const hidden = 1
// ---cut---
const a = 1               const a = 1
//    ^?            ->    a.toFixed()
a.toFixed()
// @errors: 2339
"""

from __future__ import annotations

import re
from dataclasses import replace

from deckc.model.nodes import Attribute, CodeBlock
from deckc.pattern import pattern

_CUT_BEFORE = pattern(r".*^[ \t]*//[ \t]*---cut(?:-before)?---[ \t]*\n", re.MULTILINE | re.DOTALL)
_CUT_AFTER = pattern(r"^[ \t]*//[ \t]*---cut-after---[ \t]*$.*", re.MULTILINE | re.DOTALL)
_CUT_BETWEEN = pattern(
    r"^[ \t]*//[ \t]*---cut-start---[ \t]*\n.*?^[ \t]*//[ \t]*---cut-end---[ \t]*(?:\n|\Z)",
    re.MULTILINE | re.DOTALL,
)
_OWN_LINE = pattern(r"^[ \t]*//[ \t]*(?:\^[?|^]+.*|@\w+(?::.*)?[ \t]*)(?:\n|\Z)", re.MULTILINE)


def is_twoslash(block: CodeBlock) -> bool:
    """Whether a block asks for TwoSlash."""
    return "twoslash" in block.words.split()


def without_queries(block: CodeBlock) -> CodeBlock:
    """Return a block without the lines that are meant for TwoSlash, and without what they cut away."""
    code = _CUT_AFTER.sub("", _CUT_BEFORE.sub("", block.code, count=1))
    code = _OWN_LINE.sub("", _CUT_BETWEEN.sub("", code))
    mark = Attribute("class", "twoslash", block.span)
    return replace(block, code=code, attributes=(*block.attributes, mark))
