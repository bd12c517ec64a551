"""Numbers that look like chance and are the same in every build, for templates that draw with them.

scatter("aurora", 3)    [0.5034, 0.2617, 0.8741]
scatter(200, 3)         the same numbers as scatter("200", 3)
"""

from __future__ import annotations

from deckc.model.source import Value, text_of_value

_LONGEST = 4096
_WORD = 0xFFFFFFFF
_FNV_START, _FNV_PRIME = 0x811C9DC5, 0x01000193


def scatter(seed: Value, count: int) -> list[float]:
    """Return `count` numbers from 0 up to, not including, 1, in four places; at most 4096.

    A seed's text is hashed (FNV-1a), each further number is the next of a xorshift (13, 17, 5) on 32 bits.
    """
    state = _FNV_START
    for byte in text_of_value(seed).encode():
        state = (state ^ byte) * _FNV_PRIME & _WORD
    numbers: list[float] = []
    for _ in range(min(count, _LONGEST)):
        state = _next(state)
        # the state itself keeps like seeds alike for a few steps; its product does not
        numbers.append((state * 0x9E3779B1 & _WORD) // 429497 / 10_000)
    return numbers


def _next(state: int) -> int:
    state = state or _FNV_START  # zero would stay zero
    state ^= state << 13 & _WORD
    state ^= state >> 17
    return (state ^ state << 5) & _WORD
