"""Read scalars and flow collections off a text that may be broken YAML.

    "it's" rest   ->  it's, the scanner stands before " rest"
    [a, b: c      ->  ["a", {"b": "c"}], a problem at the bracket

A `Scanner` only moves forward. What is wrong is noted in `problems`, and reading goes on.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from deckc.compile.load.yaml_events import MAX_DEPTH, MAX_VALUES, Place
from deckc.compile.load.yaml_scalar import fold_lines, has_unknown_escape, plain_value, unescape
from deckc.dataclass import dataclass
from deckc.model.source import Value, text_of_value

_BLANKS = re.compile(r"[ \t]*")
_SPACE = re.compile(r"[ \t\n]*")
_BETWEEN_ITEMS = re.compile(r"(?:[ \t,]|(?<=[ \t\n,\[{])#[^\n]*)*")
_FLOW_KEY_LINE = re.compile(r"""[\w"'-][^\n:]*:(?:\s|$)""")
_DOUBLE_QUOTED = re.compile(r'(?:[^"\\]|\\.)*+', re.DOTALL)
_SINGLE_QUOTED = re.compile(r"(?:[^']|'')*+")
_ALIAS = re.compile(r"\*([^\s,\[\]{}]*)")
_PLAIN_LINE = re.compile(r"(?:[^\n:#]|:(?![ \t\n]|\Z)|(?<![ \t])#)*+")
_FLOW_PLAIN_LINE = re.compile(r"(?:[^\n:#,\[\]{}]|:(?![ \t\n,\[\]{}]|\Z)|(?<![ \t])#)*+")


@dataclass(frozen=True, slots=True)
class Problem:
    """What keeps a block from being YAML."""

    message: str
    line: int
    """0-based."""
    column: int
    """0-based."""
    length: int
    """In characters, on its line."""
    help: str | None = None
    is_harmless: bool = False
    """Whether the values are what the author meant all the same."""


class Scanner:
    """A place in a text, and what was found wrong on the way there."""

    def __init__(self, text: str) -> None:
        self.problems: dict[Problem, None] = {}
        self.text = text
        self.at = 0
        self.depth = 0
        self.size = 0
        self.anchors: dict[str, tuple[Value, int]] = {}
        """Name -> value, and how many values it holds."""
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", text))]

    # Where it stands

    def peek(self, ahead: int = 0) -> str:
        """Return the character there; "" behind the end."""
        return self.text[self.at + ahead : self.at + ahead + 1]

    def is_blank(self, ahead: int = 0) -> bool:
        """Return whether a blank, a line end or nothing is there."""
        return self.peek(ahead) in {"", " ", "\t", "\n"}

    def column(self, at: int) -> int:
        """Return the column (0-based) of an offset."""
        return at - self._line_starts[bisect_right(self._line_starts, at) - 1]

    def place(self, start: int, stop: int) -> Place:
        """Return the place of the characters up to `stop` or the end of the line."""
        line = bisect_right(self._line_starts, start) - 1
        end = self.text.find("\n", start)
        stop = min(stop, len(self.text) if end < 0 else end)
        return Place(line, start - self._line_starts[line], max(0, stop - start))

    def report(
        self, message: str, hint: str | None = None, *, at: int | None = None, harmless: bool = False
    ) -> None:
        """Note what is wrong here, or at an offset."""
        place = self.place(self.at if at is None else at, len(self.text))
        length = 1 if harmless else place.length
        self.problems[Problem(message, place.line, place.column, length, hint, harmless)] = None

    def skip_blanks(self) -> None:
        """Go over blanks on this line."""
        self._go_over(_BLANKS)

    def skip_line(self) -> None:
        """Go to the end of this line."""
        end = self.text.find("\n", self.at)
        self.at = len(self.text) if end < 0 else end

    def _go_over(self, pattern: re.Pattern[str]) -> None:
        if match := pattern.match(self.text, self.at):
            self.at = match.end()

    # Scalars

    def scalar(self, indent: int, *, in_flow: bool = False) -> Value:
        """Read a scalar or a flow collection; further lines of a plain scalar have this indent at least."""
        match self.peek():
            case '"' | "'":
                return self._quoted()
            case "[" | "{":
                return self._flow(indent)
            case "*" if match := _ALIAS.match(self.text, self.at):
                return self._alias(match)
            case "]" | "}" | "," if not in_flow:
                self.report("this closes nothing", "put the value in quotes")
                self.skip_line()
                return None
            case "@" | "`" | "%" as mark:
                self.report(f'"{mark}" cannot start a value', "put the value in quotes", harmless=True)
            case "?" if self.is_blank(1):
                self.report('"?" cannot start a value', "put the value in quotes", harmless=True)
        return plain_value(self._plain(indent, in_flow=in_flow))

    def _alias(self, match: re.Match[str]) -> Value:
        self.at = match.end()
        value, size = self.anchors.get(match[1], (None, 0))
        if match[1] in self.anchors and self.size + size <= MAX_VALUES:
            self.size += size
            return value
        problem = "too many values are" if match[1] in self.anchors else "nothing is"
        message = f'"{match[0]}" stands for what is named "&{match[1]}", and {problem}'
        self.report(message, "put the value in quotes", at=match.start())
        return match[0]

    def _plain(self, indent: int, *, in_flow: bool) -> str:
        start = self.at
        pattern = _FLOW_PLAIN_LINE if in_flow else _PLAIN_LINE
        stop = self._plain_line_end(pattern)
        while self.text[stop : stop + 1] == "\n" or self.text[self.at : self.at + 1] == "\n":
            before = self.at
            self._go_over(_SPACE)
            line_start = self.at - self.column(self.at)
            spaces = len(self.text[line_start : self.at]) - len(self.text[line_start : self.at].lstrip(" "))
            ends = (
                not self.peek()
                or self.peek() == "#"
                or self.text.startswith("...", line_start)
                or (spaces < indent and not in_flow)
                or (in_flow and (self.peek() in ",[]{}" or self._at_key_line(indent)))
            )
            if ends:
                self.at = before
                break
            stop = self._plain_line_end(pattern)
        self.at = stop
        return fold_lines(self.text[start:stop])

    def _plain_line_end(self, pattern: re.Pattern[str]) -> int:
        """Go to where a plain scalar ends on this line; return that without the blanks before it."""
        start = self.at
        self._go_over(pattern)
        return start + len(self.text[start : self.at].rstrip(" \t"))

    def _quoted(self) -> str:
        start = self.at
        quote = self.text[start]
        match = (_DOUBLE_QUOTED if quote == '"' else _SINGLE_QUOTED).match(self.text, start + 1)
        inner = match[0] if match else ""
        self.at = start + 1 + len(inner)
        if self.peek() == quote:
            self.at += 1
        else:
            self.report(f"this {quote} is never closed", f"close it with a second {quote}", at=start)
            self.at = len(self.text)
            inner = self.text[start + 1 :].rstrip()
        if quote == "'":
            return fold_lines(inner.replace("''", "'"))
        if has_unknown_escape(inner):
            self.report(
                r'"\" starts no escape that YAML knows', r"write `\\`, or use single quotes", at=start
            )
        return unescape(inner)

    def key_text(self, start: int, end: int, value: Value) -> str:
        """Return the text of a key; `{{ x }}` is a mapping whose key is a mapping, which stays as written."""
        if not isinstance(value, (list, dict)):
            return text_of_value(value)
        self.report("a list or mapping cannot be a key", "put the whole value in quotes", at=start)
        return self.text[start:end]

    # Flow collections

    def _flow(self, indent: int) -> Value:
        start = self.at
        opener = self.text[start]
        closer = "]" if opener == "[" else "}"
        items: list[Value] = []
        mapping: dict[str, Value] = {}
        self.at += 1
        self.depth += 1
        while self._has_item(indent):
            self._flow_item(items, mapping, indent, is_list=opener == "[")
        self.depth -= 1
        if self.peek() == closer:
            self.at += 1
        else:
            self.report(f'this "{opener}" is never closed', f'close it with "{closer}"', at=start)
            if self.peek() in {"[", "{"}:
                self.skip_line()
        return items if opener == "[" else mapping

    def _has_item(self, indent: int) -> bool:
        """Go to the next item, if there is one; a line that looks like a key ends the collection."""
        if self.depth > MAX_DEPTH or self.size > MAX_VALUES:
            return False
        self._go_over(_BETWEEN_ITEMS)
        while self.peek() == "\n":
            before = self.at
            self._go_over(_SPACE)
            if self._at_key_line(indent):
                self.at = before
                return False
            self._go_over(_BETWEEN_ITEMS)
        return self.peek() not in {"", "]", "}"}

    def _at_key_line(self, indent: int) -> bool:
        return self.column(self.at) < indent and _FLOW_KEY_LINE.match(self.text, self.at) is not None

    def _flow_item(
        self, items: list[Value], mapping: dict[str, Value], indent: int, *, is_list: bool
    ) -> None:
        start = self.at
        self.size += 1
        key = self.scalar(indent, in_flow=True)
        end = self.at
        self.skip_blanks()
        value: Value = None
        is_pair = self.peek() == ":"
        if is_pair:
            self.at += 1
            self.skip_blanks()
            if self.peek() not in {",", "]", "}", "", "\n"}:
                value = self.scalar(indent, in_flow=True)
        if self.at == start:  # nothing that could be an item: go on behind it
            self.at += 1
        elif is_list and not is_pair:
            items.append(key)
        elif is_list:
            items.append({self.key_text(start, end, key): value})
        else:
            mapping[self.key_text(start, end, key)] = value
