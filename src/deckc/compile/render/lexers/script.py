"""Colour JavaScript and TypeScript as Shiki's vitesse themes do.

    const a: T = f(b.c)      const o, a v, : p, T t, = p, f f, ( p, b v, . p, c v, ) p

A name's colour hangs on its role: function, type, property, key. The roles are told by a walk over the tokens that
knows blocks, objects, classes, parameters and types from each other, but builds no tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckc.compile.render.lexers.script_tokens import MARK, NAME, cut_script
from deckc.compile.render.lexers.script_types import walk_members, walk_type
from deckc.compile.render.lexers.script_walk import (
    DEEPEST,
    OPENERS,
    QUIET,
    Walk,
    angle_end,
    arrow_follows,
    brackets_of,
)
from deckc.compile.render.lexers.script_words import walk_word

_STATEMENT_MARKS = {
    "=": {"declare": "value"},
    ",": {"declare": "declare", "value": "declare", "class": "class", "interface": "interface"},
    ";": {},
}
"""What a statement is behind a mark, from what it was before."""
_BLOCK_HEADS = frozenset(["if", "for", "while", "switch", "catch", "with"])
_DOC_TAG = re.compile(r"(?<=[\s*])(@[a-z]\w*)")


def colour_script(code: str, *, is_typed: bool, has_jsx: bool) -> Iterator[tuple[str, str]]:
    """Yield class letter and text of each piece of a script."""
    tokens = cut_script(code, has_jsx=has_jsx)
    solid = [token for token in tokens if token.kind not in {"", "c"}]
    walk = Walk(solid, brackets_of(solid), is_typed, _walk_code)
    _walk_code(walk, 0, len(solid), "block")
    walk.names_left(0, len(solid), "v")
    for token in tokens:
        if token.letter == "c" and token.text.startswith("/**"):
            yield from _documentation(token.text)
        else:
            yield "s" if token.letter == "v" and token.is_in_template else token.letter, token.text


def _documentation(text: str) -> Iterator[tuple[str, str]]:
    """Yield a JSDoc comment with its tags apart."""
    for at, piece in enumerate(_DOC_TAG.split(text)):
        if at % 2:
            yield "p", "@"
            yield "k", piece[1:]
        else:
            yield "c", piece


def _walk_code(walk: Walk, at: int, end: int, place: str) -> None:  # noqa: C901 - one way for each mark
    """Paint statements, or what stands in an object, class, enum, pattern or list of parameters."""
    walk.depth += 1
    if walk.depth <= DEEPEST:
        pending = ""
        questions = 0
        while at < end:
            token = walk.tokens[at]
            if token.kind == NAME:
                at, pending = walk_word(walk, at, end, place, pending)
                continue
            text = token.text if token.kind == MARK else ""
            if text in OPENERS and at in walk.close:
                at = _bracket(walk, at, place, pending)
                pending = "" if text == "{" and pending != "import" else pending
                continue
            if text == "?":
                questions += walk.text(at + 1) not in {":", ",", ")"}
            elif text == ":":
                is_choice = questions > 0 and place not in {"class", "params"}
                questions -= is_choice
                if not is_choice and _starts_type(walk, at, place, pending):
                    walk.paint(at, "p")
                    at = walk_type(walk, at + 1, end)
                    continue
                walk.paint(at, "o" if is_choice else "p")
            elif text in _STATEMENT_MARKS and pending != "import":
                pending = _STATEMENT_MARKS[text].get(pending, "")
                questions = 0 if text == ";" else questions
            if text == "<" and walk.is_typed and (stop := angle_end(walk, at, end)):
                at = walk_type(walk, at, stop + 1)
                continue
            if text == "*" and (pending == "import" or walk.text(at - 1) in {"function", "export"}):
                walk.paint(at, "o" if pending == "import" else "k")
            elif token.letter == "?":
                walk.paint(at, "p" if text in QUIET else "o")
            at += 1
    walk.depth -= 1


def _starts_type(walk: Walk, at: int, place: str, pending: str) -> bool:
    if not walk.is_typed:
        return False
    if place in {"params", "class"} or pending == "declare":
        return True
    return walk.text(at - 1) == ")" and place != "object" and walk.text(at - 2) != "case"


def _bracket(walk: Walk, at: int, place: str, pending: str) -> int:
    """Paint what stands in brackets; return the place behind them."""
    close = walk.close[at]
    walk.paint(at, "p")
    inner = _place_inside(walk, at, close, place, pending)
    if inner == "types":
        walk_members(walk, at + 1, close)
    else:
        _walk_code(walk, at + 1, close, inner)
    walk.paint(close, "p")
    if inner == "params" and walk.is_typed and walk.text(close + 1) == ":":
        walk.paint(close + 1, "p")
        return walk_type(walk, close + 2, len(walk.tokens))
    return close + 1


def _place_inside(walk: Walk, at: int, close: int, place: str, pending: str) -> str:  # noqa: PLR0911 - one for each place
    bracket, before, behind = walk.tokens[at].text, _text_before(walk, at), walk.text(close + 1)
    if bracket == "(":
        if pending == "function" and walk.tokens[at - 1].letter in "fotkp" and before != ")":
            return "params"
        if arrow_follows(walk, at) and before not in _BLOCK_HEADS:
            return "params"
        is_method = place in {"class", "object"} and walk.tokens[at - 1].letter in "fop"
        return "params" if is_method and (behind == "{" or (behind == ":" and place == "class")) else "list"
    if bracket == "[":
        return (
            "pattern"
            if place in {"params", "pattern"} or (pending == "declare" and before != "=")
            else "list"
        )
    if pending in {"class", "enum"}:
        return pending
    if pending == "interface":
        return "types"
    if pending == "import" or (place in {"params", "pattern"} and before not in {"=", "=>"}):
        return "pattern"
    if pending == "declare" and before in {"const", "let", "var", ","}:
        return "pattern"
    if before in {
        "(",
        ",",
        "=",
        ":",
        "[",
        "?",
        "return",
        "&&",
        "||",
        "??",
        "...",
        "in",
        "of",
        "default",
        "yield",
    }:
        is_block = before == ":" and place == "block" and pending != "declare" and walk.text(at - 3) == "case"
        return "block" if is_block else "object"
    return "block"


def _text_before(walk: Walk, at: int) -> str:
    return walk.tokens[at - 1].text if at else ""
