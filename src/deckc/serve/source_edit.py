r"""Change one slide in the bytes of its file, and nothing else.

edit_slide(b"# A\r\n<!-- old -->\r\n", slide, {"note": "new"})      b"# A\r\n<!-- new -->\r\n"

Line ends stay what they are, and new lines get those of the file.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Mapping

from deckc.compile.load.slide import read_slide
from deckc.compile.load.split import split_slides
from deckc.compile.load.text import JS_SPACE, FileForm, take_form
from deckc.diagnostics import Report, Span
from deckc.model.source import SlideSource, SourceText

_PLAIN = re.compile(r"[\w.,+-][\w.,+ -]*")


class EditError(Exception):
    """The change cannot be made; the message says why, for the author."""


def edit_slide(content: bytes, slide: SlideSource, changes: Mapping[str, object]) -> bytes:
    """Return a file's bytes with a slide changed; `slide` was read from just these bytes.

    `changes` holds some of `content`, `note` (texts) and `dragPos` (name -> place).

    Raises:
        EditError: A change is none that can be made.
    """
    decoded = content.decode()
    text, form = take_form(decoded)
    pieces: list[tuple[int, int, str]] = []
    if "note" in changes:
        pieces.append(_note_edit(text, slide, _text_of(changes["note"])))
    if "content" in changes:
        pieces.append(_content_edit(slide, _text_of(changes["content"]).strip(JS_SPACE)))
    places = changes.get("dragPos", {})
    if not isinstance(places, dict):
        raise EditError("dragPos is no mapping")
    pieces += [_place_edit(text, slide, str(name), _text_of(place)) for name, place in places.items()]
    for start, end, new in sorted(pieces, reverse=True):
        at, stop = _original(text, form, start), _original(text, form, end)
        decoded = decoded[:at] + _with_ends(new, text, form) + decoded[stop:]
    return decoded.encode()


def read_back(before: SlideSource, edited: bytes, changes: Mapping[str, object]) -> SlideSource:
    """Return a slide as it stands in its file's new bytes.

    Raises:
        EditError: It is not what was written: an open fence or comment takes in what follows, a line of `---` divides
            the slide, or a comment at its end has become the note.
    """
    text, _ = take_form(edited.decode())
    old, new = split_slides(before.file.text).slides, split_slides(text).slides
    at = next(index for index, raw in enumerate(old) if raw.start_line == before.start_line)
    others_stay = [raw.raw for raw in old[:at] + old[at + 1 :]] == [
        raw.raw for raw in new[:at] + new[at + 1 :]
    ]
    if len(old) == len(new) and others_stay:
        slide = read_slide(SourceText(before.file.path, before.file.shown_path, text), new[at], Report())
        content = _text_of(changes.get("content", before.content)).strip(JS_SPACE)
        is_kept = "note" in changes or slide.note == before.note
        if slide.content.strip(JS_SPACE) == content and is_kept:
            return slide
    raise EditError(
        "as it stands this would change other slides or the note: close what is open (```, <!--); "
        "new slides (---) and notes are written elsewhere"
    )


def _text_of(value: object) -> str:
    if not isinstance(value, str):
        raise EditError("what is to be written is no text")
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise EditError("half of a character is no text")
    return value.replace("\r\n", "\n").replace("\r", "\n")


def _content_edit(slide: SlideSource, content: str) -> tuple[int, int, str]:
    """Return the range that the Markdown takes up, and what is to stand there.

    Where there was none, blank lines go around it: a text right behind a separator would be a frontmatter.
    """
    start = slide.content_offset
    if not slide.content and content:
        return start, start, f"\n{content}\n\n"
    return start, start + len(slide.content), content


def _note_edit(text: str, slide: SlideSource, note: str) -> tuple[int, int, str]:
    """Return the range that a note takes up, and what is to stand there."""
    if "-->" in note:
        raise EditError("a note cannot hold -->")
    end = slide.content_offset + len(slide.content)
    if slide.note is None:
        return (end, end, f"\n\n<!--\n{note}\n-->") if note.strip() else (end, end, "")
    start = slide.note_offset
    if note.strip() or not slide.note:
        return start, start + len(slide.note), note.strip("\n")
    return end, text.index("-->", start) + 3, ""


def _place_edit(text: str, slide: SlideSource, name: str, place: str) -> tuple[int, int, str]:
    """Return the range of a `v-drag` place in the frontmatter, and what is to stand there."""
    if not _PLAIN.fullmatch(place):
        raise EditError("that is no place")
    span = slide.frontmatter.spans.get(f"dragPos.{name}")
    if span is None:
        return _new_place(text, slide, name, place)
    start = _offset(slide, span)
    old = text[start : start + span.length]
    quote = old[0] if old[:1] in {"'", '"'} and old[-1:] == old[:1] else ""
    return start, start + span.length, f"{quote}{place}{quote}"


def _new_place(text: str, slide: SlideSource, name: str, place: str) -> tuple[int, int, str]:
    key = slide.frontmatter.key_spans.get("dragPos")
    held = slide.frontmatter.get("dragPos")
    if key is None or not isinstance(held, dict) or not held:
        raise EditError('the frontmatter has no "dragPos" to write the place to')
    first = slide.frontmatter.key_spans[f"dragPos.{next(iter(held))}"]
    line = _offset(slide, first) - (first.column - 1)
    indent = text[line : line + first.column - 1]
    if indent.strip():
        raise EditError('"dragPos" is written in braces; write its places in lines of their own')
    shown = name if re.fullmatch(r"[A-Za-z_][\w-]*", name) else json.dumps(name)
    return line, line, f'{indent}{shown}: "{place}"\n'


def _offset(slide: SlideSource, span: Span) -> int:
    return slide.file.line_start(span.line) + span.column - 1


def _original(text: str, form: FileForm, offset: int) -> int:
    """Return where a place of the text stands in the file as it is."""
    line = text.count("\n", 0, offset)
    return offset + bisect_left(form.returns, line) + form.has_mark


def _with_ends(new: str, text: str, form: FileForm) -> str:
    """Return new text with the line ends that most lines of the file have."""
    return new.replace("\n", "\r\n") if 2 * len(form.returns) > text.count("\n") else new
