"""Read one slide's text: frontmatter, body, note, title and level (spec 2.2, 2.4).

---<newline>layout: center<newline>---<newline># A<newline><!-- hi -->

frontmatter {"layout": "center"}, content "# A", note "hi", title "A", level 1
"""

from __future__ import annotations

from deckc.compile.load.frontmatter import read_frontmatter
from deckc.compile.load.notes import cut_note
from deckc.compile.load.split import RawSlide
from deckc.compile.load.text import JS_SPACE
from deckc.compile.load.title import find_title
from deckc.diagnostics import Report
from deckc.model.source import SlideSource, SourceText


def read_slide(file: SourceText, raw_slide: RawSlide, report: Report) -> SlideSource:
    """Return a slide with its own frontmatter, imports not followed."""
    raw = raw_slide.raw
    _check_separator(file, raw_slide, report)
    frontmatter, body_start = read_frontmatter(file, raw_slide.offset, raw, report)
    rest = raw[body_start:]
    body = rest.strip(JS_SPACE)
    body_offset = raw_slide.offset + body_start + (len(rest) - len(rest.lstrip(JS_SPACE)) if body else 0)
    note = cut_note(body)
    content = body if note is None else body[: note.body_end]
    title, level = find_title(frontmatter, content)
    return SlideSource(
        file=file,
        start_line=raw_slide.start_line,
        end_line=raw_slide.end_line,
        raw=raw,
        frontmatter=frontmatter,
        content=content,
        content_offset=body_offset,
        note=None if note is None else note.text,
        note_offset=0 if note is None else body_offset + note.offset,
        title=title,
        level=level,
    )


def _check_separator(file: SourceText, raw_slide: RawSlide, report: Report) -> None:
    """Tell text behind a separator's dashes, which is lost (spec 2.6, traps 6 and 13)."""
    opens_block = raw_slide.raw.startswith("---")
    end = file.text.find("\n", raw_slide.offset) if opens_block else raw_slide.offset - 1
    if end < 0:  # nothing stands before the first slide, nothing behind the last line
        return
    start = file.text.rfind("\n", 0, end) + 1
    line = file.text[start:end]
    text = line.lstrip("-").strip(JS_SPACE)
    if not text or not line.startswith("---"):
        return
    span = file.span(start, len(line))
    if "|" in text:
        message = "this line of a table is a separator of slides"
        report.warn("text-after-separator", message, span, 'start and end every line of the table with "|"')
    elif not opens_block:
        message = "what stands behind the dashes of a separator is not shown"
        report.note("text-after-separator", message, span, "write it into a comment below")
