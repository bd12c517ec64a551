"""Source text and what is cut from it: files, frontmatter, slides.

    SourceText.span(offset, length) -> Span      any place of a file, as file:line:column

Everything here is frozen: a stage makes new values.
"""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cached_property
from itertools import accumulate
from pathlib import Path

from deckc.dataclass import dataclass
from deckc.diagnostics import Span

Value = None | bool | int | float | str | list["Value"] | dict[str, "Value"]
"""What YAML 1.2 core can say (no dates, no tags)."""


def is_truthy(value: Value) -> bool:
    """Return whether JavaScript takes the value for true: empty lists and mappings are, the text "no" is."""
    return isinstance(value, (list, dict)) or (bool(value) and value == value)  # noqa: PLR0124 - NaN is false


def text_of_value(value: Value) -> str:
    """Return the value as JavaScript's `String()` shows it; "" for null."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer():
            return str(int(value))
        case float():
            return {"inf": "Infinity", "-inf": "-Infinity", "nan": "NaN"}.get(str(value), str(value))
        case list():
            return ",".join(text_of_value(item) for item in value)
        case dict():
            return "[object Object]"
        case _:
            return str(value)


def text_of_title(value: Value) -> str:
    """Return a title as text: `title: Deck: part 2` is YAML for a mapping, its author meant the words."""
    if isinstance(value, dict) and value:
        key, first = next(iter(value.items()))
        return f"{key}: {text_of_title(first)}"
    return text_of_value(value)


_BLOCK = 4096
"""Characters of a text whose line ends are counted together."""


@dataclasses.dataclass(frozen=True)  # noqa: TID251 - a cached property needs a `__dict__`
class SourceText:
    r"""One file's text, line ends as `\n`, a leading byte-order mark removed.

    Offsets into `text` are 0-based and count characters.
    """

    path: Path
    """Absolute."""
    shown_path: str
    """As the author would name it, for messages."""
    text: str

    @cached_property
    def _lines_before(self) -> tuple[int, ...]:
        """How many lines end before each block: a tenth of the work of noting where each line starts."""
        text = self.text
        counts = (text.count("\n", at, at + _BLOCK) for at in range(0, len(text), _BLOCK))
        return tuple(accumulate(counts, initial=0))

    def span(self, offset: int, length: int = 1) -> Span:
        """Return the place of `length` characters from `offset`, cut at the end of its line."""
        text, size = self.text, len(self.text)
        offset = 0 if offset < 0 else min(offset, size)
        block = offset // _BLOCK
        line = self._lines_before[block] + text.count("\n", block * _BLOCK, offset) + 1
        start = text.rfind("\n", 0, offset) + 1
        end = text.find("\n", offset)
        room = max(1, (size if end < 0 else end) - offset)
        return Span(self.shown_path, line, offset - start + 1, room if length > room else max(1, length))

    def line_start(self, line: int) -> int:
        """Return the offset of the first character of a line (1-based); the text's end when past it."""
        before = self._lines_before
        if line > before[-1] + 1:
            return len(self.text)
        block = max(0, bisect_left(before, line - 1) - 1)
        offset = block * _BLOCK
        for _ in range(line - 1 - before[block]):
            offset = self.text.index("\n", offset) + 1
        return offset


@dataclass(frozen=True, slots=True)
class Frontmatter(Mapping[str, Value]):
    """A YAML mapping whose entries know their place.

    `spans` is keyed by dotted path ("fonts.sans", "addons.0") and gives the place of the value
    (of the key where the value is empty). An entry that came from code has no span.
    """

    values_by_key: Mapping[str, Value] = field(default_factory=dict)
    spans: Mapping[str, Span] = field(default_factory=dict)
    key_spans: Mapping[str, Span] = field(default_factory=dict)
    """Dotted path -> place of the key."""

    def __getitem__(self, key: str) -> Value:
        return self.values_by_key[key]

    def get(self, key: str, default: Value = None) -> Value:  # type: ignore[override]
        """Return a value, or the default; a sixth of the time that the inherited one takes."""
        return self.values_by_key.get(key, default)

    def __iter__(self) -> Iterator[str]:
        return iter(self.values_by_key)

    def __len__(self) -> int:
        return len(self.values_by_key)

    def span(self, path: str) -> Span | None:
        """Return the place of the value at a dotted path."""
        return self.spans.get(path) or self.key_spans.get(path)

    def over(self, base: Frontmatter) -> Frontmatter:
        """Return `base` with these entries laid over it (an importer's over its import's)."""
        return Frontmatter(
            {**base.values_by_key, **self.values_by_key},
            {**base.spans, **self.spans},
            {**base.key_spans, **self.key_spans},
        )

    def without(self, *keys: str) -> Frontmatter:
        """Return the entries but those of `keys`."""
        kept = {key: value for key, value in self.values_by_key.items() if key not in keys}
        return Frontmatter(kept, self.spans, self.key_spans)


@dataclass(frozen=True, slots=True)
class SlideSource:
    """One slide as cut from one file, imports resolved."""

    file: SourceText
    start_line: int
    """1-based line of `file` where the slide (with its frontmatter) starts."""
    end_line: int
    """1-based, inclusive."""
    raw: str
    """The slide's text, frontmatter and note included."""
    frontmatter: Frontmatter
    """Merged: the importers' entries over the slide's own (spec 2.5)."""
    content: str
    """Body Markdown, trimmed, without the note."""
    content_offset: int
    """Offset of `content` in `file.text`; content is a contiguous piece of it."""
    note: str | None
    """Inner text of the trailing comment, trimmed."""
    note_offset: int
    """Offset of `note` in `file.text`; 0 where there is none."""
    title: str | None
    level: int | None

    def span(self, offset: int, length: int = 1) -> Span:
        """Return the place of characters of `content`."""
        return self.file.span(self.content_offset + offset, length)


@dataclass(frozen=True, slots=True)
class DeckSource:
    """All shown slides of an entry and its imports, before their Markdown is read."""

    entry: SourceText
    headmatter: Frontmatter
    """Frontmatter of the entry's first source slide, shown or not."""
    slides: tuple[SlideSource, ...]
    workspace: Path | None = None
    """The project's folder, which the deck may read from; None where nothing marks one."""
