"""Colour TypeScript's types: `Map<string, number[]>`, `(a: A) => B`, `{ a?: C }`."""

from __future__ import annotations

from deckc.compile.render.lexers.script_tokens import MARK, NAME
from deckc.compile.render.lexers.script_walk import DEEPEST, LITERALS, OPENERS, Walk

_TYPE_WORDS = frozenset(
    [
        "extends",
        "keyof",
        "typeof",
        "infer",
        "is",
        "in",
        "readonly",
        "asserts",
        "unique",
        "new",
        "null",
        "undefined",
        "abstract",
        "import",
    ]
)


def walk_type(walk: Walk, at: int, end: int) -> int:  # noqa: C901, PLR0912, PLR0915 - a type is many things
    """Paint a type from here to where it ends; return that place."""
    walk.depth += 1
    angles, choices = 0, 0
    is_complete = False
    while at < end and walk.depth <= DEEPEST:
        token = walk.tokens[at]
        text = token.text if token.kind in {NAME, MARK} else ""
        if (
            is_complete
            and not angles
            and token.is_after_line_end
            and text not in {"|", "&", "?", ":", "extends", "."}
        ):
            break
        if token.kind == NAME:
            if is_complete and not angles and text not in {"extends", "is", "in"}:
                break
            _type_name(walk, at)
            is_complete = text not in _TYPE_WORDS or text in {"null", "undefined"}
        elif text in OPENERS and at in walk.close:
            if text == "{" and is_complete and not angles:
                break
            at = _type_bracket(walk, at)
            is_complete = True
            continue
        elif text == "<":
            walk.paint(at, "p")
            angles += 1
            is_complete = False
        elif text == ">":
            if not angles:
                break
            walk.paint(at, "p")
            angles -= 1
            is_complete = True
            if not angles and at + 1 >= end:
                at += 1
                break
        elif text == "?" and is_complete:
            choices += 1
            walk.paint(at, "o")
            is_complete = False
        elif text == ":" and choices:
            choices -= 1
            walk.paint(at, "o")
            is_complete = False
        elif text in {"|", "&", "-", "+"}:
            walk.paint(at, "p" if text in {"|", "&"} else "o")
            is_complete = False
        elif (
            text == "." or (text in {",", "=", "..."} and angles) or (text == "=>" and _may_return(walk, at))
        ):
            walk.paint(at, "p")
            is_complete = False
        elif token.kind in {"q", "s", "n", "k", "d"} and not (
            is_complete and not angles and token.kind == "q" and walk.tokens[at - 1].kind not in "sq"
        ):
            is_complete = True
        else:
            break
        at += 1
    walk.depth -= 1
    return at


def _may_return(walk: Walk, at: int) -> bool:
    """Return whether `=>` here is that of a function's type: right behind its parameters."""
    return walk.text(at - 1) == ")" and walk.tokens[at - 1].letter == "p"


def _type_name(walk: Walk, at: int) -> None:
    word = walk.text(at)
    if word in LITERALS:
        walk.paint(at, LITERALS[word])
    else:
        walk.paint(at, "o" if word in _TYPE_WORDS else "t")


def _type_bracket(walk: Walk, at: int) -> int:
    close = walk.close[at]
    text = walk.tokens[at].text
    walk.paint(at, "p")
    if text == "{":
        walk_members(walk, at + 1, close)
    elif text == "(" and walk.text(close + 1) == "=>":
        walk.walk_code(walk, at + 1, close, "params")
    else:
        index = at + 1
        while index < close:
            index = max(walk_type(walk, index, close), index)
            if index < close:
                walk.names_left(index, index + 1, "t")
                index += 1
    walk.paint(close, "p")
    return close + 1


def walk_members(walk: Walk, at: int, end: int) -> None:
    """Paint the members of an interface or an object type: names, then types behind colons."""
    while at < end:
        token = walk.tokens[at]
        text = token.text if token.kind == MARK else ""
        if token.kind == NAME:
            behind = walk.text(at + 1)
            if token.text in {"readonly", "get", "set", "new"} and behind not in {":", "?", "("}:
                walk.paint(at, "o")
            elif behind in {"(", "<"} or (behind == "?" and walk.text(at + 2) == "("):
                walk.paint(at, "f")
            else:
                is_function = (
                    behind == ":"
                    and walk.text(at + 2) == "("
                    and walk.text(walk.close.get(at + 2, -3) + 1) == "=>"
                )
                walk.paint(at, "f" if is_function else "v")
        elif text in {"(", "["} and at in walk.close:
            close = walk.close[at]
            walk.paint(at, "p")
            if text == "(":
                walk.walk_code(walk, at + 1, close, "params")
            else:
                _walk_index(walk, at + 1, close)
            walk.paint(close, "p")
            at = close
        elif text in {":", "<"}:
            walk.paint(at, "p")
            at = walk_type(walk, at + 1, end)
            continue
        elif token.kind == MARK:
            walk.paint(at, "o" if text in {"?", "-", "+"} else "p")
        at += 1


def _walk_index(walk: Walk, at: int, end: int) -> None:
    """Paint `[key: string]` or `[P in keyof T]`."""
    if walk.is_name(at) and walk.text(at + 1) == ":":
        walk.paint(at, "v")
        walk.paint(at + 1, "p")
        at += 2
    walk_type(walk, at, end)
