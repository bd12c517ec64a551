"""What the title of a block of code says: `main.ts ~i-carbon:code~` is shown as "main.ts" with that icon."""

from __future__ import annotations

import re

_ICON = re.compile(r"~([^~]+)~")


def shown_title(title: str) -> str:
    """Return a title without the icon that it names."""
    return _ICON.sub("", title).strip()


def icon_of_title(title: str) -> str | None:
    """Return the icon that a title names, as written; None where it names none."""
    found = _ICON.search(title)
    return found[1].strip() if found else None
