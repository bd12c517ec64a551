"""The time that the environment says an export is made at, so that two of them are the same bytes.

SOURCE_DATE_EPOCH=1700000000    2023-11-14 22:13:20 UTC; None where it is not set, or names no time there is
"""

from __future__ import annotations

import os
from datetime import UTC, datetime


def fixed_time() -> datetime | None:
    """Return the time of SOURCE_DATE_EPOCH."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.fromtimestamp(int(given), UTC)
    except (ValueError, OverflowError, OSError):
        return None
