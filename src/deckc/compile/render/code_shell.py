"""Tell the words of a shell command apart, which Pygments leaves as plain text.

npm install --save-dev vue | cat     npm, cat: function; install, vue: string; --save-dev: constant
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

SHELLS = frozenset(["bash", "sh", "zsh", "shell", "console", "fish", "ksh", "batch"])

_WORD = re.compile(r"\s+|[^\s;|&<>()]+|[;|&<>()]+")
_STARTS_COMMAND = frozenset(["|", "||", "&", "&&", ";", "(", ";;"])


def colour_words(tokens: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the tokens with plain text split in words, each with its class letter instead of its kind."""
    is_command_next, in_comment = True, False
    for kind, text in tokens:
        if in_comment and kind != "Text":
            in_comment = "\n" not in text
            yield "c", text
        elif kind == "Text" or kind.startswith("Text."):
            for word in _WORD.findall(text):
                in_comment = (in_comment or word[0] == "#") and "\n" not in word
                if in_comment:
                    yield "c", word
                    continue
                letter, is_command_next = _word(word, is_command_next)
                yield letter or "Text", word
        else:
            is_command_next = _is_command_next(kind, text, is_command_next)
            yield kind, text


def _is_command_next(kind: str, text: str, before: bool) -> bool:
    """Return whether a command follows a token that is not plain text."""
    if kind.startswith(("Comment", "Keyword")) or kind == "Generic.Prompt" or "\n" in text:
        return True
    if kind == "Operator" or kind.startswith("Punctuation"):
        return before or text.strip() in _STARTS_COMMAND
    return before and kind != "Name.Builtin"


def _word(word: str, is_command_next: bool) -> tuple[str, bool]:
    """Return a word's class letter, and whether a command follows it."""
    if word.isspace():
        return "", is_command_next or "\n" in word
    if word[0] in ";|&<>()":
        return "o", word in _STARTS_COMMAND
    if is_command_next:
        return "f", False
    return ("d" if word[0] == "-" else "s"), False
