r"""Decode a Markdown file: bytes in, text with `\n` line ends out, and back again.

    b"\xef\xbb\xbf# A\r\n"  ->  SourceText("# A\n"), FileForm(has_mark=True, returns=(0,))

Slidev leaves a byte-order mark in the text, and a deck saved by an editor that writes one loses its
headmatter (spec 2.1 rule 8). deckc does better: the mark is taken off before anything is read.
"""

from __future__ import annotations

from pathlib import Path

from deckc.dataclass import dataclass
from deckc.diagnostics import Report, Span
from deckc.model.files import Files
from deckc.model.source import SourceText

BYTE_ORDER_MARK = "\ufeff"

JS_SPACE = (
    "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\ufeff"
)
"""What JavaScript's `trim()` takes off; Python's `strip()` differs (it keeps U+FEFF and takes U+0085)."""


@dataclass(frozen=True, slots=True)
class FileForm:
    """What of a file's form is not in its text."""

    has_mark: bool
    """Whether the file starts with a byte-order mark."""
    returns: tuple[int, ...]
    r"""Lines (0-based) that end with `\r\n` instead of `\n`."""


def read_source(path: Path, files: Files, report: Report) -> SourceText:
    """Return a file's text. Bytes that are not UTF-8 are reported and shown as U+FFFD; raises OSError."""
    content = files.read_bytes(path)
    shown_path = files.show(path)
    try:
        decoded = content.decode()
    except UnicodeDecodeError as problem:
        report.error(
            "not-utf8",
            f"byte 0x{content[problem.start]:02x} is not UTF-8 text",
            _span_of_byte(content, problem.start, shown_path),
            "save the file with the encoding UTF-8",
        )
        decoded = content.decode(errors="replace")
    text, _ = take_form(decoded)
    return SourceText(path, shown_path, text)


def take_form(decoded: str) -> tuple[str, FileForm]:
    """Return the text with plain line ends and without byte-order mark, and what was taken off."""
    text = decoded.removeprefix(BYTE_ORDER_MARK)
    has_mark = len(text) < len(decoded)
    if "\r\n" not in text:
        return text, FileForm(has_mark, ())
    lines = text.split("\n")
    returns = tuple(index for index, line in enumerate(lines[:-1]) if line.endswith("\r"))
    return text.replace("\r\n", "\n"), FileForm(has_mark, returns)


def give_form(text: str, form: FileForm) -> str:
    """Return the text as it stood in the file: the inverse of `take_form`."""
    lines = text.split("\n")
    for index in form.returns:
        lines[index] += "\r"
    return (BYTE_ORDER_MARK if form.has_mark else "") + "\n".join(lines)


def _span_of_byte(content: bytes, offset: int, shown_path: str) -> Span:
    line_start = content.rfind(b"\n", 0, offset) + 1
    column = len(content[line_start:offset].decode(errors="replace")) + 1
    return Span(shown_path, content.count(b"\n", 0, offset) + 1, column)
