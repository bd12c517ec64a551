"""Read the frontmatter that most slides have, keys with a word behind them, without a YAML library.

    layout: center          {"layout": "center", "fonts": {"sans": "Inter"}}, with the place of each
    fonts:
      sans: Inter

What could mean anything else is left to libyaml, so that the two never differ (tests/property): lists, flow
collections, anchors, tags, scalars over several lines but for `|`. PyYAML takes 11 ms to import, of the 250 of a
build, and most decks can do without.
"""

from __future__ import annotations

import re

from deckc.compile.load.yaml_events import Place, Reading
from deckc.compile.load.yaml_scalar import plain_value
from deckc.model.source import Value

_LINE = re.compile(
    r"""(?P<indent>\ *)
    (?: (?P<key>[A-Za-z_][\w-]*+):
        (?:\ ++(?:
            (?P<literal>\|)
          | '(?P<single>(?:[^']|'')*+)'
          | "(?P<double>[^"\\]*+)"
          # no indicator in front, no ": " and no " #" inside, no blank at the end
          | (?P<plain>(?![-?:,\[\]{}#&*!|>'"%@`])(?:[^\ :#]|:(?!\ |\Z)|(?<!\ )\#|\ (?!\ *(?:\#|\Z)))++)
        ))?
    )?\ *""",
    re.VERBOSE,
)
_COMMENT = re.compile(r" *#")


def read_plain(text: str) -> Reading | None:
    """Return what a block says; None where only a YAML library can tell."""
    if not text.replace("\n", "").isprintable():  # tabs, YAML 1.1's other line ends, what YAML refuses
        return None
    reader = _PlainReader(text)
    return reader.reading if reader.read() else None


class _PlainReader:
    """Goes over the lines once."""

    def __init__(self, text: str) -> None:
        root: dict[str, Value] = {}
        self.reading = Reading(value=root)
        self._lines = text.split("\n")
        self._at = 0
        self._awaited: tuple[str, int] | None = None
        """The key at whose right nothing stood, and its indent: a mapping or nothing is to follow."""
        self._open: list[tuple[int, str, dict[str, Value]]] = [(-1, "", root)]
        """Of each mapping the indent (-1: not seen yet), the path in front of its keys, and itself."""

    def read(self) -> bool:
        """Return whether all lines were understood."""
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if line.strip(" ") and not _COMMENT.match(line):
                match = _LINE.fullmatch(line)
                if not match or not match["key"] or not self._take(match):
                    return False
            self._at += 1
        return self._awaited is None and bool(self.reading.value)

    def _take(self, match: re.Match[str]) -> bool:
        if not self._place_line(match.end("indent"), match.start("key")):
            return False
        indent, prefix, mapping = self._open[-1]
        key = match["key"]
        if key in mapping or plain_value(key) != key:
            return False
        path = prefix + key
        self.reading.key_places[path] = Place(self._at, indent, len(key))
        mapping[key] = None
        kind = match.lastgroup or "key"
        if kind == "key":
            self._awaited = (key, indent)
            return True
        place = Place(self._at, match.start(kind), match.end(kind) - match.start(kind))
        if kind in {"single", "double"}:
            place = Place(place.line, place.column - 1, place.length + 2)
        value = self._literal(indent) if kind == "literal" else _value(kind, match)
        self.reading.places[path] = place
        mapping[key] = value
        return value is not None or kind == "plain"

    def _place_line(self, indent: int, column: int) -> bool:
        """Open or close mappings so that the last one open is that of a line; return whether there is one."""
        if self._awaited is not None:
            key, above = self._awaited
            if indent <= above:
                return False  # nothing stands there: libyaml knows the place of that
            self._awaited = None
            _, prefix, mapping = self._open[-1]
            inner: dict[str, Value] = {}
            mapping[key] = inner
            path = prefix + key
            self.reading.places[path] = Place(self._at, column, 0)
            self._open.append((indent, path + ".", inner))
        elif self._open[0][0] < 0:
            self._open[0] = (indent, *self._open[0][1:])
        while self._open and self._open[-1][0] > indent:
            self._open.pop()
        return bool(self._open) and self._open[-1][0] == indent

    def _literal(self, above: int) -> str | None:
        """Return the lines that are indented deeper than the key; None where they are not plain to see."""
        first = self._lines[self._at + 1] if self._at + 1 < len(self._lines) else ""
        indent = len(first) - len(first.lstrip(" "))
        if indent <= above or indent == len(first):
            return None
        taken: list[str] = []
        for line in self._lines[self._at + 1 :]:
            if line.strip(" ") and not line.startswith(" " * indent):
                break
            taken.append(line[indent:])
        self._at += len(taken)
        while taken and not taken[-1].strip(" "):
            if taken.pop():
                return None
        return "\n".join(taken) + "\n"


def _value(kind: str, match: re.Match[str]) -> Value:
    text = match[kind]
    match kind:
        case "plain":
            return plain_value(text)
        case "single":
            return text.replace("''", "'")
        case _:
            return text
