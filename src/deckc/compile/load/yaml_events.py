"""Read a frontmatter block that is good YAML: libyaml's events in, values with their places out.

    fonts: {sans: Inter}  ->  {"fonts": {"sans": "Inter"}},  "fonts" at 1:8, "fonts.sans" at 1:15

libyaml knows YAML 1.1; what differs from the 1.2 core schema that Slidev reads is settled here: scalars
are resolved by `yaml_scalar`, there are no merge keys, and a repeated key replaces the earlier value. A
block that libyaml refuses goes to `yaml_tolerant`.
"""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Any

from deckc.compile.load.yaml_scalar import plain_value
from deckc.dataclass import dataclass
from deckc.model.source import Value, text_of_value

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 64
"""Deeper values are refused: libyaml's time grows with the square of the depth."""
MAX_VALUES = 20_000
"""Of one block, aliases counted in full: a few lines of aliases of aliases would fill the memory."""


class RefusedYamlError(Exception):
    """The block is no YAML, or not of a kind that libyaml reads as YAML 1.2 does."""


@dataclass(frozen=True, slots=True)
class Place:
    """A run of characters of the block."""

    line: int
    """0-based."""
    column: int
    """0-based."""
    length: int
    """To the end of the line at most."""


@dataclass(slots=True)
class Reading:
    """What was read of a block."""

    value: Value = None
    places: dict[str, Place] = field(default_factory=dict)
    """Dotted path -> place of the value."""
    key_places: dict[str, Place] = field(default_factory=dict)
    """Dotted path -> place of the key."""
    repeated: list[tuple[str, Place]] = field(default_factory=list)
    """Keys that stand in one mapping twice, and where they do so again."""


@dataclass(slots=True)
class _Open:
    """A collection whose end was not met yet."""

    container: dict[str, Value] | list[Value]
    path: str
    anchor: str | None
    size_before: int
    key: str | None = None


def read_yaml(text: str) -> Reading:
    """Return the first document of a block; raise RefusedYamlError where it cannot be read."""
    import yaml

    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        # A text that ends without a line end loses the one of its last block scalar.
        return _Builder(text).build(_events(loader(text + "\n")))
    except (yaml.YAMLError, UnicodeError) as problem:
        raise RefusedYamlError from problem


def _events(parser: Any) -> Iterator[Any]:
    while (event := parser.get_event()) is not None:
        yield event


class _Builder:
    """Builds values from events, without recursion."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._reading = Reading()
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Value, int]] = {}
        self._size = 0

    def build(self, events: Iterator[Any]) -> Reading:
        documents = 0
        for event in events:
            match type(event).__name__:
                case "ScalarEvent":
                    self._scalar(event)
                case "MappingStartEvent":
                    self._start({}, event)
                case "SequenceStartEvent":
                    self._start([], event)
                case "MappingEndEvent" | "SequenceEndEvent":
                    self._end()
                case "AliasEvent":
                    self._alias(event)
                case "DocumentStartEvent":
                    documents += 1
                    if documents > 1 or event.version:
                        raise RefusedYamlError
        return self._reading

    def _scalar(self, event: Any) -> None:
        is_plain = not event.style and event.implicit[0]
        value = plain_value(event.value) if is_plain else _tagged(event.tag, event.value)
        if event.anchor:
            self._anchors[event.anchor] = (value, 1)
        self._size += 1
        self._put(value, event)

    def _alias(self, event: Any) -> None:
        if event.anchor not in self._anchors:
            raise RefusedYamlError
        value, size = self._anchors[event.anchor]
        self._size += size
        self._put(value, event)

    def _start(self, container: dict[str, Value] | list[Value], event: Any) -> None:
        if len(self._open) >= MAX_DEPTH or (self._open and self._wants_key()):
            raise RefusedYamlError
        self._size += 1
        path = self._put(container, event)
        self._open.append(_Open(container, path, event.anchor, self._size))

    def _end(self) -> None:
        closed = self._open.pop()
        if closed.anchor:
            self._anchors[closed.anchor] = (closed.container, self._size - closed.size_before + 1)

    def _wants_key(self) -> bool:
        top = self._open[-1]
        return isinstance(top.container, dict) and top.key is None

    def _put(self, value: Value, event: Any) -> str:
        """Add a value to the collection it stands in, and return its dotted path."""
        if self._size > MAX_VALUES:
            raise RefusedYamlError
        if not self._open:
            self._reading.value = value
            return ""
        top = self._open[-1]
        place = self._place(event)
        if isinstance(top.container, list):
            path = f"{top.path}{len(top.container)}"
            top.container.append(value)
        elif top.key is None:
            self._take_key(top, text_of_value(value), place)
            return ""
        else:
            path = top.path + top.key
            top.container[top.key] = value
            top.key = None
        self._reading.places[path] = place
        return path + "."

    def _take_key(self, top: _Open, key: str, place: Place) -> None:
        if key in top.container:
            self._reading.repeated.append((key, place))
        top.key = key
        self._reading.key_places[top.path + key] = place

    def _place(self, event: Any) -> Place:
        start, end = event.start_mark, event.end_mark
        line_end = len(self._lines[start.line]) if start.line < len(self._lines) else start.column
        stop = (
            end.column if end.line == start.line else len(self._lines[start.line].rstrip()) if line_end else 0
        )
        return Place(start.line, start.column, stop - start.column)


def _tagged(tag: str | None, text: str) -> Value:
    """Return a scalar with quotes or a tag: `!!int "3"` is 3, tags of other kinds leave the text."""
    if tag in {
        "tag:yaml.org,2002:int",
        "tag:yaml.org,2002:float",
        "tag:yaml.org,2002:bool",
        "tag:yaml.org,2002:null",
    }:
        return plain_value(text)
    return text
