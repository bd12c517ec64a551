"""A script's tokens on the way to their colours, and the few looks ahead that tell roles apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field

from deckc.compile.render.lexers.script_tokens import MARK, NAME, Token
from deckc.dataclass import dataclass

LITERALS = {
    "true": "k",
    "false": "k",
    "NaN": "k",
    "Infinity": "k",
    "this": "d",
    "super": "d",
    "arguments": "d",
}
QUIET = frozenset(
    ["=", "<", ">", "<=", ">=", "=>", "...", ".", "?.", ",", ";", ":", "(", ")", "[", "]", "{", "}", "@"]
)
OPENERS = {"(": ")", "[": "]", "{": "}"}
DEEPEST = 80
_LONGEST_TYPE = 300
"""Tokens of `<...>` that are tried as type arguments."""


@dataclass(slots=True)
class Walk:
    """Gives each name and mark its class letter."""

    tokens: list[Token]
    """Without blanks and comments."""
    close: dict[int, int]
    """Index of an opening bracket -> of the closing one."""
    is_typed: bool
    walk_code: Callable[[Walk, int, int, str], None]
    """Paints what stands between two places: parameters in types are code again."""
    depth: int = field(default=0)

    def text(self, at: int) -> str:
        """Return the word or mark at a place; empty where something else stands, or nothing."""
        return (
            self.tokens[at].text
            if 0 <= at < len(self.tokens) and self.tokens[at].kind in {NAME, MARK}
            else ""
        )

    def is_name(self, at: int) -> bool:
        """Return whether a word stands at a place."""
        return 0 <= at < len(self.tokens) and self.tokens[at].kind == NAME

    def paint(self, at: int, letter: str) -> None:
        """Settle the colour of a word or mark; what has a colour of its own keeps it."""
        if at < len(self.tokens) and self.tokens[at].kind in {NAME, MARK}:
            self.tokens[at].letter = letter

    def names_left(self, start: int, end: int, letter: str) -> None:
        """Paint what is left between two places: names in one colour, marks as operators are."""
        for at in range(start, end):
            token = self.tokens[at]
            if token.letter == "?":
                token.letter = letter if token.kind == NAME else "p" if token.text in QUIET else "o"


def brackets_of(tokens: list[Token]) -> dict[int, int]:
    """Return for each opening bracket where it is closed; one that is not closed has no entry."""
    close: dict[int, int] = {}
    open_at: list[int] = []
    for at, token in enumerate(tokens):
        if token.kind != MARK:
            continue
        if token.text in OPENERS:
            open_at.append(at)
        elif token.text in OPENERS.values() and open_at:
            if OPENERS[tokens[open_at[-1]].text] == token.text:
                close[open_at.pop()] = at
            elif len(open_at) > 1 and OPENERS[tokens[open_at[-2]].text] == token.text:
                open_at.pop()
                close[open_at.pop()] = at
    return close


def is_function(walk: Walk, at: int) -> bool:
    """Return whether a function starts here: `function`, `async`, `(...) =>`, `x =>`."""
    word = walk.text(at)
    if word == "async":
        return walk.text(at + 1) == "function" or is_function(walk, at + 1)
    if word == "function":
        return True
    if word == "(":
        return arrow_follows(walk, at)
    if word == "<" and walk.is_typed:
        stop = angle_end(walk, at, len(walk.tokens), is_sure=True)
        return bool(stop) and arrow_follows(walk, stop + 1)
    return walk.is_name(at) and walk.text(at + 1) == "=>"


def arrow_follows(walk: Walk, at: int) -> bool:
    """Return whether parentheses that open here are an arrow function's parameters."""
    close = walk.close.get(at)
    if close is None:
        return False
    if walk.text(close + 1) == "=>":
        return True
    if walk.text(close + 1) != ":" or not walk.is_typed:
        return False
    for index in range(close + 2, min(close + 40, len(walk.tokens))):
        text = walk.text(index)
        if text == "=>":
            return True
        if text in {";", ",", ")", "=", "?"}:
            return False
    return False


def angle_end(walk: Walk, at: int, end: int, *, is_sure: bool = False) -> int:
    """Return where `<` closes as type arguments do; 0 where it is an operator."""
    depth = 0
    index = at
    while index < min(end, at + _LONGEST_TYPE):
        token = walk.tokens[index]
        text = token.text if token.kind == MARK else ""
        if text == "<":
            depth += 1
        elif text == ">":
            depth -= 1
            if depth == 0:
                behind = walk.text(index + 1)
                is_call = behind in {"(", ".", ";", ")", ",", "{", "[", "=>"} or index + 1 == len(walk.tokens)
                quote = index + 1 < len(walk.tokens) and walk.tokens[index + 1].text == "`"
                is_cast = not _is_operand(walk, at - 1)
                return index if is_sure or is_call or quote or is_cast else 0
        elif text in OPENERS and index in walk.close:
            index = walk.close[index]
        elif text in {"&&", "||", ";", "+", "*", "/", "==", "===", ")", "]", "}"} or (
            token.kind == "n" and not is_sure
        ):
            return 0
        index += 1
    return 0


def _is_operand(walk: Walk, at: int) -> bool:
    if at < 0:
        return False
    token = walk.tokens[at]
    return token.kind in {NAME, "n", "d", "q"} or token.text in {")", "]"}
