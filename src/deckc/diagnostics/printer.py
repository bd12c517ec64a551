"""Print diagnostics for people: where, what, the line itself, and the way out.

    decks/intro.md:14:9: error[unknown-layout]: theme "seriph" has no layout "two-col"
      14 | layout: two-col
         |         ^^^^^^^
         = help: did you mean "two-cols"?

    1 error, 2 warnings

This is the only place that lays diagnostics out; `deckc build`, `serve` and `export` all print through it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TextIO
from unicodedata import combining, east_asian_width

from deckc.diagnostics.report import Diagnostic, Severity
from deckc.diagnostics.span import Span

LinesOf = Callable[[str], Sequence[str] | None]
"""Gives the lines of a file by its shown path; None where they cannot be had."""

_SHOWN_COLUMNS = 120
_SHOWN_MESSAGE = 400
_TAB = "    "
_BOLD, _RESET = "1", "0"
_STYLES = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}
_GUTTER, _HELP = "34", "32"


def print_diagnostics(
    diagnostics: Iterable[Diagnostic],
    lines_of: LinesOf,
    stream: TextIO,
    environment: Mapping[str, str] = os.environ,
) -> None:
    """Print diagnostics and a summary line to a stream, file by file from top to bottom; nothing for none.

    Colours are used when the stream is a terminal. A `NO_COLOR` that is not empty turns them off, a
    `FORCE_COLOR` that is not empty turns them on; the first wins.
    """
    found = _in_reading_order(diagnostics)
    if not found:
        return
    is_colored = wants_color(stream, environment)
    blocks = [format_diagnostic(diagnostic, lines_of, is_colored=is_colored) for diagnostic in found]
    text = "\n\n".join([*blocks, summarise(found)]) + "\n"
    encoding = getattr(stream, "encoding", None) or "utf-8"
    stream.write(text.encode(encoding, "replace").decode(encoding))
    stream.flush()


def _in_reading_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return diagnostics by file, as files first come up, and by place in it; those of no place come last."""
    found = list(diagnostics)
    files = {path: at for at, path in enumerate(dict.fromkeys(item.span.path for item in found if item.span))}

    def order(item: Diagnostic) -> tuple[int, int, int]:
        span = item.span
        return (len(files), 0, 0) if span is None else (files[span.path], span.line, span.column)

    return sorted(found, key=order)


def wants_color(stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether a stream is to be written to in colour."""
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return environment["FORCE_COLOR"] != "0"
    return stream.isatty() and environment.get("TERM") != "dumb"


def summarise(diagnostics: Iterable[Diagnostic]) -> str:
    """Return how many there are of each severity: "1 error, 2 warnings"."""
    severities = [diagnostic.severity for diagnostic in diagnostics]
    counts = ((severity, severities.count(severity)) for severity in Severity)
    return ", ".join(f"{count} {severity}{'' if count == 1 else 's'}" for severity, count in counts if count)


def format_diagnostic(diagnostic: Diagnostic, lines_of: LinesOf, *, is_colored: bool = False) -> str:
    """Return a diagnostic as lines of text, without a line end after the last."""
    paint = _paint if is_colored else _leave
    span = diagnostic.span
    label = paint(_STYLES[diagnostic.severity], f"{diagnostic.severity}[{diagnostic.code}]")
    place = "" if span is None else paint(_BOLD, _visible(str(span))) + ": "
    lines = [f"{place}{label}: {_visible(_shortened(diagnostic.message))}"]
    gutter = 0
    if span is not None and (source := _source_line(span, lines_of)) is not None:
        gutter = len(str(span.line))
        shown, caret = _excerpt(source, span)
        lines.append(f"  {paint(_GUTTER, f'{span.line} |')} {shown}".rstrip())
        lines.append(f"  {' ' * gutter} {paint(_GUTTER, '|')} {paint(_STYLES[diagnostic.severity], caret)}")
    if diagnostic.help is not None:
        bar = f"  {' ' * (gutter + 1)}" if gutter else "  "
        lines.append(
            f"{bar}{paint(_GUTTER, '=')} {paint(_HELP, 'help')}: {_visible(_shortened(diagnostic.help))}"
        )
    return "\n".join(lines)


def _shortened(message: str) -> str:
    """Return a message without the middle of a text that it quotes, where that is very long."""
    if len(message) <= _SHOWN_MESSAGE:
        return message
    half = _SHOWN_MESSAGE // 2
    return f"{message[:half]}…{message[-half:]}"


def columns_of(text: str) -> int:
    """Return how many columns a terminal gives a text: Chinese, Japanese and Korean characters take two."""
    return sum(map(_columns_of_character, text))


def _columns_of_character(character: str) -> int:
    if character.isascii():
        return 1
    if combining(character) or character in "\u200b\u200c\u200d\ufe0e\ufe0f\u2060\ufeff":
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def _source_line(span: Span, lines_of: LinesOf) -> str | None:
    lines = lines_of(span.path)
    return lines[span.line - 1] if lines is not None and span.line <= len(lines) else None


def _excerpt(line: str, span: Span) -> tuple[str, str]:
    """Return the part of a line around the span, made visible, and the caret under it."""
    start = span.column - 1
    before, marked, after = line[:start], line[start : start + span.length], line[start + span.length :]
    cut = max(0, len(before) - _SHOWN_COLUMNS // 2)
    lead = ("…" if cut else "") + _visible(before[cut:])
    shown = _visible(marked)[:_SHOWN_COLUMNS] or " "
    room = max(0, _SHOWN_COLUMNS - len(lead) - len(shown))
    tail = _visible(after)
    tail = tail if len(tail) <= room else tail[:room] + "…"
    return lead + shown + tail, " " * columns_of(lead) + "^" * max(1, columns_of(shown))


def _visible(text: str) -> str:
    """Return a text that cannot steer the terminal: control characters become their pictures."""
    if text.isprintable():
        return text
    return "".join(map(_visible_character, text))


def _visible_character(character: str) -> str:
    if character == "\t":
        return _TAB
    if character < " ":
        return chr(0x2400 + ord(character))
    if "\x7f" <= character < "\xa0" or "\ud800" <= character <= "\udfff" or "\u202a" <= character <= "\u202e":
        return "�"
    return character


def _paint(style: str, text: str) -> str:
    return f"\x1b[{style}m{text}\x1b[{_RESET}m"


def _leave(_style: str, text: str) -> str:
    return text
