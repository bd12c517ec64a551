r"""Properties in braces.

{.big #top key="a b" :bind="x + 1" open}    class, id, key, :bind; open is "true"
"""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

_PAIRS = {"[": "]", "{": "}", "(": ")"}
_QUOTES = frozenset("'\"`")
_END_OF_WORD = frozenset(" #.}")
_END_OF_KEY = frozenset(" }=")
_END_OF_VALUE = frozenset(" }")

Properties = tuple[tuple[str, str], ...]


def read_properties(text: str, start: int) -> tuple[Properties, int] | None:
    """Return the properties in the braces that open at `start`, and the offset behind them.

    None where it is an interpolation. Braces that are not closed take the rest of the text.
    """
    if text.startswith("{{", start):
        return None
    reader = _Reader(text, start + 1)
    found = reader.read()
    return tuple((key, _unquote(value)) for key, value in found if key), min(reader.at, len(text))


def add_properties(token: Token, properties: Sequence[tuple[str, str]]) -> None:
    """Lay properties over a token's attributes; classes join those that are there."""
    for key, value in properties:
        if key == "class":
            token.attrJoin(key, value)
        else:
            token.attrSet(key, value)


def _unquote(value: str) -> str:
    quoted = len(value) > 1 and value[0] in _QUOTES and value[0] == value[-1] and "\n" not in value
    return value[1:-1] if quoted else value


class _Reader:
    """Walks over one pair of braces."""

    def __init__(self, text: str, at: int) -> None:
        self._text = text
        self.at = at

    def read(self) -> list[tuple[str, str]]:
        """Return keys and values as they stand there, quotes included."""
        text = self._text
        found: list[tuple[str, str]] = []
        while self.at < len(text):
            match text[self.at]:
                case "\\":
                    self.at += 2
                case "}":
                    self.at += 1
                    break
                case " ":
                    self.at += 1
                case "." | "#" as mark:
                    self.at += 1
                    found.append(("class" if mark == "." else "id", self._until(_END_OF_WORD)))
                case _:
                    found.append(self._pair())
        return found

    def _pair(self) -> tuple[str, str]:
        text, start = self._text, self.at
        self.at += 1
        while self.at < len(text) and text[self.at] not in _END_OF_KEY:
            self.at += 1
        key = text[start : self.at].strip()
        if not text.startswith("=", self.at):
            return key, "true"
        self.at += 1
        return key, self._value()

    def _value(self) -> str:
        text, start = self._text, self.at
        opener = text[start : start + 1]
        if opener in _PAIRS:
            self._skip_pair()
        elif opener in _QUOTES:
            self._until(frozenset(opener))
        else:
            return self._until(_END_OF_VALUE)
        self.at += 1
        return text[start : self.at]

    def _until(self, ends: frozenset[str]) -> str:
        """Return the text up to one of these characters; the first is never looked at."""
        text, start = self._text, self.at
        while self.at < len(text):
            self.at += 1
            if text.startswith("\\", self.at):
                self.at += 2
            if text[self.at : self.at + 1] in ends:
                break
        return text[start : self.at]

    def _skip_pair(self) -> None:
        """Move from an opening bracket to the one that closes it."""
        text = self._text
        closers = [_PAIRS[text[self.at]]]
        while self.at < len(text) and closers:
            self.at += 1
            character = text[self.at : self.at + 1]
            if character == closers[-1]:
                closers.pop()
            elif character in _PAIRS:
                closers.append(_PAIRS[character])
            elif character in _QUOTES:
                self._until(frozenset(character))
