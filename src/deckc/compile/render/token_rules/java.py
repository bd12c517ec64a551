"""Tell Java's names apart: variables, type arguments, what is extended, arguments of annotations.

List<String> xs = a.b();     String: operator, xs and a: variables
class Cat extends Pet        Pet: function
"""

from __future__ import annotations

from collections.abc import Iterator

from deckc.compile.render.token_rules import Tokens, joined_marks

_QUIET = frozenset(["->", "=", "::"])
_BASES = frozenset(["extends", "implements", "throws", "new"])


def colour_java(tokens: Tokens) -> Tokens:
    """Return the tokens with the class letters of what their surroundings tell."""
    reader = _Reader(_joined_colons(joined_marks(tokens)))
    return [piece for at in range(len(reader.tokens)) for piece in reader.read(at)]


class _Reader:
    """Where in the code a token stands."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.in_bases = False
        self.in_annotation = 0
        self.in_arguments = 0
        """How many `<` of type arguments are open."""
        self.in_constants = False

    def read(self, at: int) -> Iterator[tuple[str, str]]:
        """Yield the pieces of a token."""
        kind, text = self.tokens[at]
        if kind == "Name.Decorator":
            yield "p", "@"
            yield "o", text[1:]
        elif kind == "Name.Namespace":
            for number, part in enumerate(text.split(".")):
                if number:
                    yield "p", "."
                yield kind, part
        elif text == "import static":
            yield from (("k", "import"), ("", " "), ("o", "static"))
        else:
            yield self._kind(kind, text, at), text

    def _kind(self, kind: str, text: str, at: int) -> str:
        if kind in {"Name", "Name.Class"}:
            return self._name(kind, text, at)
        if kind in {"Operator", "Punctuation"}:
            return self._mark(kind, text, at)
        if kind.startswith("Keyword"):
            self.in_bases = text in {"extends", "implements"} or (self.in_bases and text == "throws")
            self.in_constants = self.in_constants or text == "enum"
        return kind

    def _name(self, kind: str, text: str, at: int) -> str:
        before, after = self._beside(at, -1), self._beside(at, 1)
        if self.in_arguments:
            return "o"
        if self.in_bases:
            return "f"
        if before[1] == "enum":
            return "t"
        if self.in_constants and after[1] in {",", ";", "}", "("} and text.isupper():
            return "d"
        if self.in_annotation and after[1] == "=":
            return "d"
        if after[1] == "." and text != "String":
            return "v"
        is_declared = (
            before[0] in {"Name", "Keyword.Type"}
            or before[1] in {">", "]", "var", "..."}
            or (before[1] == "." and self.tokens[at - 1][1].isspace())
        )
        return "v" if is_declared and after[1] != "(" and before[1] not in _BASES else kind

    def _mark(self, kind: str, text: str, at: int) -> str:
        if (
            text == "<"
            and (self.in_arguments or self._beside(at, 1)[0] in {"Name", "Operator"})
            and not self._is_compared(at)
        ):
            self.in_arguments += 1
            return "p"
        if text == ">" and self.in_arguments:
            self.in_arguments -= 1
            return "p"
        if text == "<>":
            return "p"
        if text == "{":
            self.in_bases = False
        elif text == ";":
            self.in_constants = False
        elif text == "(":
            if self.in_annotation or self.tokens[at - 1][0] == "Name.Decorator":
                self.in_annotation += 1
        elif text == ")" and self.in_annotation:
            self.in_annotation -= 1
        if text == "::":
            return "k"
        return "p" if text in _QUIET or kind == "Punctuation" else "o"

    def _is_compared(self, at: int) -> bool:
        return self.tokens[at - 1][1].isspace()

    def _beside(self, at: int, step: int) -> tuple[str, str]:
        """Return the next token that is not blank."""
        place = at + step
        while 0 <= place < len(self.tokens) and not self.tokens[place][1].strip():
            place += step
        return self.tokens[place] if 0 <= place < len(self.tokens) else ("", "")


def _joined_colons(tokens: Tokens) -> Tokens:
    out: Tokens = []
    for kind, text in tokens:
        if text == ":" and out and out[-1] == (kind, ":"):
            out[-1] = (kind, "::")
        else:
            out.append((kind, text))
    return out
