r"""Text of a deck as plain words, for where there is neither Markdown nor HTML.

plain_title("**Deep** dive [here](x)")    Deep dive here
plain_note("a\n\n[click] b")              the same: click markers are cues
"""

from __future__ import annotations

import html
import re

_TAG = re.compile(r"<[^>]*>")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARK = re.compile(r"[*`~]|\b_|_\b")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def plain_title(text: str | None) -> str:
    """Return a title without its Markdown and HTML; the runtime shows titles alike (titles.js)."""
    return html.unescape(_MARK.sub("", _LINK.sub(r"\1", _TAG.sub("", text or "")))).strip()


def plain_info(info: str | bool) -> str:
    """Return the deck's description on one line."""
    if not isinstance(info, str):
        return ""
    lines = (re.sub(r"^#+\s*", "", line) for line in info.splitlines())
    return " ".join(plain_title(" ".join(lines)).split())


def plain_note(note: str | None) -> str:
    """Return a note as it was written, without comments and HTML tags."""
    return html.unescape(_TAG.sub("", _COMMENT.sub("", note or ""))).strip()
