"""Name the usual mistakes in an expression that does not parse.

foo('a        ->  the string opened here is never closed
(a + b        ->  "(" is never closed
a + b)        ->  ")" closes nothing
join(’ ’)     ->  the typographer changed the quotes
"""

from __future__ import annotations

from deckc.pattern import pattern

_PIECE = pattern(
    r"//[^\n]*|/\*[\s\S]*?\*/|'(?:\\[\s\S]|[^'\\\n])*'|\"(?:\\[\s\S]|[^\"\\\n])*\"|`(?:\\[\s\S]|[^`\\])*`|['\"`‘’“”()\[\]{}]"
)
_CLOSERS = {")": "(", "]": "[", "}": "{"}


def find_mistake(text: str) -> tuple[str, int, int, str | None] | None:
    """Return message, offset, length and advice of the first mistake that is easy to name."""
    open_brackets: list[tuple[str, int]] = []
    for match in _PIECE.finditer(text):
        piece, at = match[0], match.start()
        if piece in {"'", '"', "`"}:
            return "the string that starts here is never closed", at, 1, None
        if piece in {"‘", "’", "“", "”"}:
            return f'unexpected "{piece}"', at, 1, "write double quotes: the typographer turns ' into ’"
        if piece in {"(", "[", "{"}:
            open_brackets.append((piece, at))
        elif piece in _CLOSERS:
            if not open_brackets or open_brackets[-1][0] != _CLOSERS[piece]:
                return f'"{piece}" closes nothing', at, 1, None
            open_brackets.pop()
    if open_brackets:
        bracket, at = open_brackets[-1]
        return f'"{bracket}" is never closed', at, 1, None
    return None
