"""The order of texts that browsers' `localeCompare` gives: punctuation, digits, letters without their case.

_  -  a  A  b       "a-b" before "a1" before "ab" before "aB"
"""

from __future__ import annotations

_ORDER = " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789aAbBcCdDeEfFgGhHiIjJkKlLmMnNoOpPqQrRsStTuUvVwWxXyYzZ"


def _weights() -> dict[int, str | None]:
    weights: dict[int, str | None] = {code: None for code in range(0x20) if not 0x09 <= code <= 0x0D}
    weights[0x7F] = None
    place = 0x0E
    for char in _ORDER:
        if char.isupper():
            weights[ord(char)] = weights[ord(char.lower())]
        else:
            weights[ord(char)] = chr(place)
            place += 1
    return weights


_WEIGHTS = _weights()


def collation_key(text: str) -> tuple[str, str]:
    """Return the sort key of a text: all characters without case, then the case, small letters first."""
    # Other than ASCII keeps the order of its code points, behind all letters.
    return text.translate(_WEIGHTS), text.swapcase()
