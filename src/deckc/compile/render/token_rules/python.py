"""Tell Python's names apart: named arguments, bases, decorators, what a format says.

greet(name=who)     name: variable          class Cat(Pet)     Pet: function
def go(self, n=1)   self: plain, =: operator
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from deckc.compile.render.token_rules import PLAIN, Tokens, joined_marks
from deckc.dataclass import dataclass

_NAMES = frozenset(["Name", "Name.Builtin", "Name.Builtin.Pseudo"])
_WORDS = frozenset(["and", "or", "not", "is"])
_COLLECTIONS = frozenset(["list", "dict", "tuple", "set"])
_BUILT_IN = frozenset(["property", "staticmethod", "classmethod"])
_ADDING = frozenset(["+=", "-=", "*=", "/=", "%=", "->"])
_CALL, _DEF, _CLASS, _LIST = "call", "def", "class", "list"


def colour_python(tokens: Tokens) -> Tokens:
    """Return the tokens with the class letters of what their surroundings tell."""
    reader = _Reader(joined_marks(tokens))
    return [piece for at in range(len(reader.tokens)) for piece in reader.read(at)]


@dataclass(slots=True)
class _Reader:
    """Where in the code a token stands."""

    tokens: Tokens
    around: list[str] = field(default_factory=list)
    """What each bracket that is open belongs to."""
    is_annotated: bool = False
    in_decorator: bool = False
    in_format: bool = False
    in_lambda: bool = False

    def read(self, at: int) -> Iterator[tuple[str, str]]:
        """Yield the pieces of a token."""
        kind, text = self.tokens[at]
        if "\n" in text and not self.around:
            self.in_decorator = self.in_lambda = False
        if kind == "Name.Decorator":
            self.in_decorator = True
            yield "p", "@"
            yield "r" if text[1:] in _BUILT_IN else "f", text[1:]
        elif kind == "Name.Namespace":
            yield from _dotted(text)
        elif kind == "Literal.String.Interpol":
            yield from self._interpolated(text)
        elif kind == "Literal.Number.Hex" or kind in {"Literal.Number.Oct", "Literal.Number.Bin"}:
            yield "o", text[:2]
            yield "n", text[2:]
        else:
            yield self._kind(kind, text, at), text

    def _interpolated(self, text: str) -> Iterator[tuple[str, str]]:
        self.in_format = text.endswith(":")
        if text == ":":
            yield "o", text
        elif text[0] == "!":
            yield "o", text.removesuffix("}")
            yield "d", "}" if text.endswith("}") else ""
        else:
            yield "d", text

    def _kind(self, kind: str, text: str, at: int) -> str:
        if kind.startswith("Literal.String"):
            return "o" if self.in_format else kind
        if kind in _NAMES:
            return self._name(kind, text, at)
        if kind == "Punctuation":
            self._bracket(text, at)
        elif kind == "Operator":
            return self._mark(kind, text, at)
        elif text in _WORDS:
            return "o"
        elif text == "lambda":
            self.in_lambda = True
        elif text == "async" and self._beside(at, 1) != "def":
            return "k"
        return kind

    def _name(self, kind: str, text: str, at: int) -> str:
        where = self.around[-1] if self.around else ""
        is_given = self._beside(at, 1) == "="
        if self.in_decorator and not self.around:
            return "f"
        if where == _CLASS:
            return ("r" if text == "metaclass" else "v") if is_given else "f"
        if where == _CALL and is_given and not self.in_lambda:
            return "v"
        if where == _CALL and text in _COLLECTIONS:
            return "r"
        return PLAIN if text == "self" and where == _DEF else kind

    def _mark(self, kind: str, text: str, at: int) -> str:
        if text in _ADDING:
            return "p"
        if text == "...":
            return "d"
        in_def = bool(self.around) and self.around[-1] == _DEF
        if text == "*" and in_def and self._beside(at, 1) == ",":
            return PLAIN
        if text == "=" and (self.in_lambda or (in_def and not self.is_annotated)):
            return "o"
        return kind

    def _bracket(self, text: str, at: int) -> None:
        """Keep what the brackets belong to; most tokens of punctuation are one character."""
        named = self._beside(at - 1, -1) if "(" in text else ""
        for mark in text:
            if mark == "(":
                self.around.append({"def": _DEF, "class": _CLASS}.get(named, _CALL))
                self.is_annotated = False
            elif mark in "[{":
                self.around.append(_LIST)
            elif mark in ")]}" and self.around:
                self.around.pop()
            elif mark == ",":
                self.is_annotated = self.is_annotated and bool(self.around) and self.around[-1] == _LIST
            elif mark == ":":
                self.is_annotated, self.in_lambda = True, False

    def _beside(self, at: int, step: int) -> str:
        """Return the text of the next token that is not blank."""
        place = at + step
        while 0 <= place < len(self.tokens) and not self.tokens[place][1].strip():
            place += step
        return self.tokens[place][1] if 0 <= place < len(self.tokens) else ""


def _dotted(text: str) -> Iterator[tuple[str, str]]:
    for number, part in enumerate(text.split(".")):
        if number:
            yield "p", "."
        yield "r" if part == "__future__" else "Name.Namespace", part
