"""Tell the words of a shell command apart, which Pygments leaves as plain text.

npm install --save-dev vue | cat     npm, cat: function; install, vue: string; --save-dev: constant
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import field

from deckc.dataclass import dataclass

SHELLS = frozenset(["bash", "sh", "zsh", "shell", "console", "fish", "ksh", "batch"])

_WORD = re.compile(r"\s+|[^\s;|&<>()]+|[;|&<>()]+")
_STARTS_COMMAND = frozenset(["|", "||", "&", "&&", ";", "(", ";;"])
_TAKES_WORDS = frozenset(["for", "in", "case", "select"])
_DECLARING = frozenset(["export", "function", "local"])
_TRUTHS = frozenset(["true", "false"])
_TEST_OPENS, _TEST_CLOSES = frozenset(["[", "[["]), frozenset(["]", "]]"])


def colour_words(tokens: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the tokens with plain text split in words, each with its class letter instead of its kind."""
    words = _Words()
    listed = list(tokens)
    for at, (kind, text) in enumerate(listed):
        after = listed[at + 1][1][:1] if at + 1 < len(listed) else ""
        yield from words.read(kind, text, after)


@dataclass(slots=True)
class _Words:
    """Where in a command the next word stands."""

    is_command_next: bool = True
    in_comment: bool = False
    in_quotes: bool = False
    in_test: bool = False
    is_loop_name_next: bool = False
    is_declaring: bool = False
    inside: str = ""
    """Class letter of the word that goes on without a blank."""
    around: list[str] = field(default_factory=list)
    """What each `$(` that is open stands in."""

    def read(self, kind: str, text: str, after: str) -> Iterator[tuple[str, str]]:
        """Yield the pieces of a token; `after` is the character behind it."""
        if self.in_comment and kind != "Text":
            self.in_comment = "\n" not in text
            yield "c", text
        elif kind == "Text" or kind.startswith("Text."):
            for word in _WORD.findall(text):
                yield self._plain(word), word
        elif kind.startswith("Literal.String"):
            if kind == "Literal.String.Double":
                self.in_quotes ^= text.count('"') % 2 == 1
            if (
                kind != "Literal.String.Escape" or text != "\\\n"
            ):  # there the command goes on in the next line
                self._end_word()
            yield kind, text
        elif kind == "Name.Variable" and text[0] == "$":
            self._end_word()
            yield "s" if self.in_quotes else kind, text
        elif self.in_quotes:
            yield kind, text
        else:
            yield self._known(kind, text, after), text

    def _end_word(self) -> None:
        """Go on behind a word whose own colour says nothing of what follows it."""
        self.inside = "s"
        self.is_command_next = False

    def _plain(self, word: str) -> str:
        """Return the class letter of a piece of plain text."""
        self.in_comment = (self.in_comment or (word[0] == "#" and not self.inside)) and "\n" not in word
        if self.in_comment:
            return "c"
        if word.isspace():
            self.inside = ""
            if "\n" in word:
                self.is_command_next, self.in_test, self.is_declaring = True, False, False
            return "Text"
        if word[0] in ";|&<>()":
            self.inside = ""
            self.is_command_next = word in _STARTS_COMMAND
            return "p" if word[0] in ";()" or word == "&&" else "o"
        if not self.inside:
            self.inside = self._word(word)
        return self.inside

    def _word(self, word: str) -> str:
        """Return the class letter of a word."""
        if word in _TEST_CLOSES and self.in_test:
            self.in_test = False
            return "p"
        if self.in_test:
            return "o" if word[0] in "-!" else " "
        if word in {"{", "}"}:
            self.is_command_next = True
            return "p"
        if self.is_loop_name_next:
            self.is_loop_name_next = False
            return "v"
        if self.is_command_next:
            self.is_command_next = False
            return "f"
        return "d" if word[0] == "-" else "k" if word in _TRUTHS else "s"

    def _known(self, kind: str, text: str, after: str) -> str:
        """Return the class letter, or the kind, of what Pygments tells apart outside of texts."""
        word = text.strip()
        if kind in {"Name.Builtin", "Literal.Number"} or word in _DECLARING:
            return self._named(kind, word, after)
        if kind == "Name.Variable":  # in an assignment
            if not (self.is_command_next or self.is_declaring):
                self.inside = self.inside or "s"
            return self.inside or kind
        if kind == "Operator" or kind.startswith("Punctuation"):
            return self._mark(kind, word)
        if word in {"$(", "`", "${"}:
            return self._opened(kind, word)
        self.inside = ""
        if word in _TAKES_WORDS:
            self.is_command_next, self.is_loop_name_next = False, word == "for"
        elif word == ")":  # of `$(`
            self.inside, self.is_command_next = (self.around.pop() if self.around else ""), False
            return "p"
        elif word == "}":
            self.inside = "s"
        elif kind.startswith(("Comment", "Keyword")) or kind == "Generic.Prompt" or "\n" in text:
            self.is_command_next = True
        return kind

    def _opened(self, kind: str, word: str) -> str:
        if word == "$(":
            self.around.append(self.inside or "s")
            self.inside, self.is_command_next = "", True
            return "p"
        return kind

    def _named(self, kind: str, word: str, after: str) -> str:
        """Return the class letter, or the kind, of a number or a word that Pygments knows wherever it stands."""
        if self.inside:
            return self.inside
        is_command, self.is_command_next = self.is_command_next, False
        if self.in_test:
            return kind
        if word in _TRUTHS:
            return "k"
        if word in _DECLARING:
            self.is_command_next = is_command and word == "function"
            self.is_declaring = is_command and word != "function"
            return "o" if is_command else "s"
        if kind == "Name.Builtin":
            return kind if is_command else "s"
        if after.strip() and after not in ";|&<>()":
            self.inside = "f" if is_command else "s"
        return "f" if is_command else self.inside or kind

    def _mark(self, kind: str, word: str) -> str:
        """Return the class letter, or the kind, of an operator."""
        if word == "=" and not self.in_test:
            was, self.inside = self.inside, self.inside or "s"
            return was or kind
        if word in _TEST_OPENS and self.is_command_next:
            self.in_test, self.is_command_next, self.inside = True, False, ""
            return "p"
        if word in _TEST_CLOSES:
            self.in_test = False
            return "p"
        if self.in_test:
            return "o" if word not in {"&&", "||"} else "p"
        if word in _STARTS_COMMAND:
            self.is_command_next, self.inside = True, ""
        elif word[:1] in "<>":
            self.inside = ""
        return "o" if word[:1] in {"|", "<", ">"} else "p"
