"""Colour TypeScript's types: `Map<string, number[]>`, `(a: A) => B`, `{ a?: C }`."""

from __future__ import annotations

from deckc.compile.render.lexers.script_tokens import MARK, NAME
from deckc.compile.render.lexers.script_walk import DEEPEST, LITERALS, OPENERS, Walk
from deckc.dataclass import dataclass

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


_GOES_ON = frozenset(["|", "&", "?", ":", "extends", "."])
"""What at the start of a line belongs to the type on the line before."""


def walk_type(walk: Walk, at: int, end: int) -> int:
    """Paint a type from here to where it ends; return that place."""
    walk.depth += 1
    kind = _Type(walk)
    while at < end and walk.depth <= DEEPEST and not kind.ends_before(at):
        following = kind.take(at)
        if following == at:
            break
        at = following
    walk.depth -= 1
    return at


@dataclass(slots=True)
class _Type:
    """A type as far as it was read."""

    walk: Walk
    angles: int = 0
    """Open `<`."""
    choices: int = 0
    """`?` of conditional types that wait for their `:`."""
    is_complete: bool = False
    """Whether it could end here."""

    def ends_before(self, at: int) -> bool:
        """Return whether what stands here belongs to the type no more."""
        token, text = self.walk.tokens[at], self.walk.text(at)
        if self.is_complete and not self.angles:
            if token.is_after_line_end and text not in _GOES_ON:
                return True
            if token.kind == NAME:
                return text not in {"extends", "is", "in"}
            if text == "{" or (token.kind == "q" and self.walk.tokens[at - 1].kind not in "sq"):
                return True
        return text == ">" and not self.angles

    def take(self, at: int) -> int:
        """Paint what stands here and return the place behind it; the same place where it is part of no type."""
        walk, token, text = self.walk, self.walk.tokens[at], self.walk.text(at)
        if token.kind == NAME:
            _type_name(walk, at)
            self.is_complete = text not in _TYPE_WORDS or text in {"null", "undefined"}
        elif text in OPENERS and at in walk.close:
            self.is_complete = True
            return _type_bracket(walk, at)
        elif text in {"<", ">"}:
            walk.paint(at, "p")
            self.angles += 1 if text == "<" else -1
            self.is_complete = text == ">"
        elif token.kind == MARK:
            return self._take_mark(at, text)
        elif token.kind in {"q", "s", "n", "k", "d"}:
            self.is_complete = True
        else:
            return at
        return at + 1

    def _take_mark(self, at: int, text: str) -> int:
        letter = "p"
        if (text == "?" and self.is_complete) or (text == ":" and self.choices):
            self.choices += 1 if text == "?" else -1
            letter = "o"
        elif text in {"-", "+"}:
            letter = "o"
        elif text not in {"|", "&", "."}:
            belongs = (text in {",", "=", "..."} and self.angles) or (text == "=>" and self._may_return(at))
            if not belongs:
                return at
        self.walk.paint(at, letter)
        self.is_complete = False
        return at + 1

    def _may_return(self, at: int) -> bool:
        """Return whether `=>` here is that of a function's type: right behind its parameters."""
        return self.walk.text(at - 1) == ")" and self.walk.tokens[at - 1].letter == "p"


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
