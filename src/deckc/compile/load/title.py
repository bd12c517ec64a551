"""Find a slide's title and level.

    frontmatter `title: T`        "T", no level
    ## Why *now*                  "Why *now*", level 2

The first line of one or more `#` and a space counts wherever it stands, in code too (spec 2.4 rules 1 to 3).
"""

from __future__ import annotations

import re

from deckc.compile.load.text import JS_SPACE
from deckc.model.source import Frontmatter, is_truthy, text_of_title, text_of_value

_HEADING = re.compile(r"^(#+) ([^\n]*)$", re.MULTILINE)


def find_title(frontmatter: Frontmatter, content: str) -> tuple[str | None, int | None]:
    """Return title (raw inline Markdown) and level; None for what the slide does not have."""
    title, level = _own_title(frontmatter), None
    if title is None and (heading := _HEADING.search(content)):
        title, level = heading[2].strip(JS_SPACE), len(heading[1])
    return title, _own_level(frontmatter, level)


def _own_title(frontmatter: Frontmatter) -> str | None:
    for key in ("title", "name"):
        value = frontmatter.get(key)
        if is_truthy(value):
            return text_of_title(value)
    return None


def _own_level(frontmatter: Frontmatter, level: int | None) -> int | None:
    own = frontmatter.get("level")
    if isinstance(own, bool) or not is_truthy(own):
        return level
    try:
        return int(float(text_of_value(own)))
    except (ValueError, OverflowError):
        return level
