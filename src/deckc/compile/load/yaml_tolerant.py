"""Read a frontmatter block that is not quite YAML, and say what is wrong with it.

    title: Deck: part 2     ->  {"title": {"Deck": "part 2"}}, a problem at `Deck`
    a:<newline><tab>b: 1    ->  {"a": None, "b": 1}, a problem at the tab

Slidev never stops at such a block: it goes on with what its YAML library could make of it, and decks have
come to rely on that (spec 2.2 rule 4, 2.3). This reader recovers where that library recovers. It is only
used where `yaml_events` refuses a block.
"""

from __future__ import annotations

import re

from deckc.compile.load.yaml_events import MAX_DEPTH, MAX_VALUES, Reading
from deckc.compile.load.yaml_scalar import fold_lines
from deckc.compile.load.yaml_scanner import Problem, Scanner
from deckc.dataclass import dataclass
from deckc.model.source import Value, text_of_value

_EMPTY_LINES = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*")
_SPACES = re.compile(r" *")
_PROPERTY = re.compile(r"([&!])([^\s,\[\]{}]*)")
_BLOCK_HEADER = re.compile(r"([|>])([-+1-9]{0,2})[ \t]*(#[^\n]*)?([^\n]*)(?:\n|\Z)")
_DIRECTIVES = re.compile(r"(?:%[^\n]*\n)*(?:---[ \t]*\n)?")


@dataclass(frozen=True, slots=True)
class TolerantReading:
    """The best reading of a block."""

    reading: Reading
    problems: tuple[Problem, ...]


def read_tolerantly(text: str) -> TolerantReading:
    """Return what can be made of any text."""
    reader = _BlockReader(text)
    reader.read()
    return TolerantReading(reader.reading, tuple(reader.problems))


class _BlockReader(Scanner):
    """Reads block mappings and sequences; between entries it stands where a line's content starts."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.reading = Reading()

    def read(self) -> None:
        """Read the whole block; what stands further left than its first line joins the same mapping."""
        if match := _DIRECTIVES.match(self.text):
            self.at = match.end()
        self._to_content()
        self.reading.value = self._node(self.column(self.at), "") if self._goes_on() else None
        while self._goes_on():
            self.report("this stands outside of the values above", "give all keys the same indent")
            if isinstance(self.reading.value, dict) and self.depth <= MAX_DEPTH:
                self._mapping(self.column(self.at), "", self.reading.value)
            else:
                self._skip_to_next_line()

    # Lines

    def _goes_on(self) -> bool:
        return self.at < len(self.text) and not (
            self.text.startswith("...", self.at) and self.column(self.at) == 0
        )

    def _to_content(self) -> int:
        """Go to the next line's content, over blank lines and comments; return how many spaces indent it."""
        start = self.at
        while True:
            self._go_over(_EMPTY_LINES)
            start = self.at
            self._go_over(_SPACES)
            indent = self.at - start
            if self.peek() != "\t":
                break
            self.skip_blanks()
            if self.peek() not in {"", "\n", "#"}:
                self.report("a tab indents nothing", "indent with spaces", at=start + indent, harmless=True)
                break
        if self.peek() == "#":
            self.skip_line()
        return indent

    def _skip_to_next_line(self) -> None:
        self.skip_line()
        self._to_content()

    def _ends_line(self) -> bool:
        """Go over blanks and a comment; return whether nothing else stands on the line."""
        before = self.at
        self.skip_blanks()
        if self.peek() == "#" and self.at > before:
            self.skip_line()
        return self.peek() in {"", "\n"}

    def _finish_line(self) -> None:
        """Go to the next line's content; what is left of this line is lost."""
        if not self._ends_line():
            self.report("this is left over behind the value", "put the whole value in quotes")
            self.skip_line()
        self._to_content()

    def _at_colon(self) -> bool:
        before = self.at
        self.skip_blanks()
        if self.peek() == ":" and self.is_blank(1):
            return True
        self.at = before
        return False

    def _at_item(self) -> bool:
        return self.peek() == "-" and self.is_blank(1)

    def _is_too_much(self) -> bool:
        if self.depth <= MAX_DEPTH and self.size <= MAX_VALUES:
            return False
        self.report("there is too much of this", "say it with fewer values")
        self.at = len(self.text)
        return True

    # Block collections

    def _node(self, indent: int, path: str) -> Value:
        """Read the value that starts here."""
        if self._is_too_much():
            return None
        self.depth += 1
        start = self.at
        value: Value
        if self._at_item():
            value = self._sequence(indent, path)
        else:
            value = self.scalar(indent)
            if self._at_colon():
                self.at = start
                mapping: dict[str, Value] = {}
                self._mapping(indent, path, mapping)
                value = mapping
            else:
                self._finish_line()
        self.depth -= 1
        return value

    def _sequence(self, indent: int, path: str) -> Value:
        items: list[Value] = []
        while self._at_item() and not self._is_too_much():
            self.at += 1
            self.size += 1
            item_path = f"{path}{len(items)}"
            start = self.at
            value: Value = None
            if not self._ends_line() or (self._to_content() > indent and self._goes_on()):
                start = self.at
                value = self._node(self.column(start), f"{item_path}.")
            items.append(value)
            self._note_place(item_path, start)
            if self._at_item() and 0 < self.column(self.at) != indent:
                self.report(
                    "this item is indented otherwise than the items before it", "give all items one indent"
                )
            elif self.column(self.at) != indent:
                break
        return items

    def _mapping(self, indent: int, path: str, mapping: dict[str, Value]) -> None:
        """Read entries into a mapping until a line stands further left."""
        while self._goes_on() and not self._is_too_much():
            start = self.at
            if self.column(start) > indent and mapping:
                self.report("this is indented deeper than the key before", "give all keys the same indent")
            self._entry(indent, indent, path, mapping)
            if self.column(self.at) < indent:
                return
            if self.at == start:
                self._skip_to_next_line()

    def _entry(self, key_indent: int, indent: int, path: str, mapping: dict[str, Value]) -> None:
        start = self.at
        if self._at_item():
            self.report("a list item stands among keys", "write `key: value`, or put the list under a key")
        value = self.scalar(key_indent)
        source = self.text[start : self.at]
        key = self.key_text(start, self.at, value)
        place = self.place(start, self.at)
        if key in mapping:
            self.reading.repeated.append((key, place))
        self.reading.key_places[path + key] = place
        self.size += 1
        if "\n" in source.rstrip() or not self._at_colon():
            self.report('a ":" is missing', "write `key: value`", at=start)
        if self._at_colon():
            self.at += 1
            mapping[key] = None
            mapping[key] = self._value(indent, path + key)
        else:
            mapping.setdefault(key, None)
            self._finish_line()

    # Values

    def _value(self, indent: int, path: str) -> Value:
        """Read what stands behind a key's colon, and go to the next line's content."""
        self.skip_blanks()
        if match := _PROPERTY.match(self.text, self.at):
            if not match[2] and match[1] == "&":
                self.report('"&" gives a name to a value', "put the value in quotes")
            self.at = match.end()
            before = self.size
            value = self._value(indent, path)
            if match[1] == "&":
                self.anchors[match[2]] = (value, self.size - before + 1)
            return text_of_value(value) if match[0] == "!!str" else value
        start = self.at
        if self._ends_line():
            return self._value_below(indent, path, start)
        if header := _BLOCK_HEADER.match(self.text, self.at):
            self._note_place(path, start)
            if header[4]:
                self.report(
                    f'behind "{header[1]}" the text starts on the next line', "put the value in quotes"
                )
            return self._block_scalar(header, indent)
        if self._at_item():
            self.report("a list cannot start behind a key", "start it on the next line")
            self._skip_to_next_line()
            return None
        value = self.scalar(indent + 1)
        self._note_place(path, start)
        if not self._at_colon():
            self._finish_line()
            return value
        return self._second_key(indent, path, start)

    def _second_key(self, indent: int, path: str, start: int) -> Value:
        """Read `b: c` of `a: b: c`: Slidev's library takes all further lines of this indent in with it."""
        self.report('the ": " makes this a key, not a text', "put the whole value in quotes", at=start)
        self.at = start
        inner: dict[str, Value] = {}
        if self._is_too_much():
            return inner
        self.depth += 1
        self._entry(indent + 1, indent, f"{path}.", inner)
        if self.column(self.at) >= indent:
            self._mapping(indent, f"{path}.", inner)
        self.depth -= 1
        return inner

    def _value_below(self, indent: int, path: str, start: int) -> Value:
        below = self._to_content()
        if self._goes_on() and (below > indent or (below == indent and self._at_item())):
            self._note_place(path, self.at)
            return self._node(self.column(self.at), f"{path}.")
        self._note_place(path, start)
        return None

    def _note_place(self, path: str, start: int) -> None:
        place = self.place(start, len(self.text))
        shown = self.text[start : start + place.length].rstrip()
        self.reading.places[path] = self.place(start, start + len(shown))

    def _block_scalar(self, header: re.Match[str], indent: int) -> str:
        """Read the lines of `|` and `>`; stand at the next line's content after."""
        self.at = header.end()
        digits = header[2].strip("+-")
        depth = indent + int(digits) if digits.isdigit() else 0
        lines: list[str] = []
        while self.at < len(self.text):
            end = self.text.find("\n", self.at)
            line = self.text[self.at : len(self.text) if end < 0 else end]
            spaces = len(line) - len(line.lstrip(" "))
            if line.strip(" "):
                depth = depth or max(spaces, indent + 1)
                if spaces < depth:
                    break
            lines.append(line[depth:] if depth else "")
            self.at = len(self.text) if end < 0 else end + 1
        self._to_content()
        return _chomp(lines, header)


def _chomp(lines: list[str], header: re.Match[str]) -> str:
    kept = len(lines)
    while kept and not lines[kept - 1]:
        kept -= 1
    body = "\n".join(lines[:kept]) if header[1] == "|" else fold_lines("\n".join(lines[:kept]))
    if not kept or "-" in header[2]:
        return body
    return body + "\n" * (len(lines) - kept + 1 if "+" in header[2] else 1)
