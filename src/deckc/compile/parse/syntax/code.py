"""Code: fences become `CodeBlock`s by their info string (spec 5.6), inline code is left alone by Vue.

```ts [main.ts] {1|2-3}{lines:true} twoslash
   language, title, ranges, options, words

Behind words nothing but words is read, as in Slidev; a magic move's own word stands before its title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

from deckc.compile.parse.writer import Dialect, MarkupWriter
from deckc.diagnostics import Report
from deckc.model.nodes import CodeBlock
from deckc.pattern import pattern

_INFO = pattern(
    r"""(?P<language>[\w'-]+)?
    (?P<move>[ \t]+magic-move(?=[ \t\[{]))? [ \t]*
    (?:\[(?P<title>[^\]]*)\])? [ \t]*
    (?:\{(?P<ranges>[\w,|*-]+)\})? [ \t]*
    (?P<options>\{[^}]*\})?
    (?P<rest>.*)""",
    re.VERBOSE | re.ASCII | re.DOTALL,
)


def install(dialect: Dialect) -> None:
    """Write fences as blocks of code and inline code as `<code v-pre>`."""
    dialect.rules["fence"] = _write_fence
    dialect.rules["code_inline"] = _write_inline_code


def _write_fence(writer: MarkupWriter, tokens: Sequence[Token], index: int) -> None:
    token = tokens[index]
    line = token.map[0] if token.map else 0
    writer.add_code_block(read_fence(token, writer, line))


def report_unclosed(tokens: Sequence[Token], writer: MarkupWriter, content: str, report: Report) -> None:
    """Warn of a fence that nothing closes: it takes in all up to the slide's end, so it comes last."""
    last = tokens[-1] if tokens else None
    if last is None or last.type != "fence" or last.map is None or last.markup[:1] not in {"`", "~"}:
        return  # a snippet, `<<< path`, is a fence as well
    first_line, behind = last.map
    start, end = writer.cursor.line(first_line)
    closing = content[slice(*writer.cursor.line(behind - 1))].rstrip()
    is_closed = behind - first_line > 1 and closing.startswith(last.markup) and not closing.strip(closing[0])
    if not is_closed:
        help_text = f'close it with "{last.markup}"'
        report.warn(
            "unclosed-fence", "this code is never closed", writer.place(start, end - start), help_text
        )


def read_fence(token: Token, writer: MarkupWriter, line: int) -> CodeBlock:
    """Return a fence's code and what its info string says."""
    info = token.info.strip()
    said = _INFO.match(info)
    assert said is not None  # noqa: S101 - every part may be empty
    start, end = writer.cursor.line(line)
    ranges = said["ranges"] or ""
    words = f"{said['move'] or ''} {said['rest']}".strip()
    if ranges.startswith("monaco"):  # an editor's kind stands where ranges would
        ranges, words = "", f"{{{ranges}}} {words}".strip()
    return CodeBlock(
        code=token.content,
        language=(said["language"] or "").lower(),
        title=said["title"] or None,
        ranges=tuple(stage.strip() for stage in ranges.split("|")) if ranges else (),
        options=said["options"],
        words=words,
        span=writer.place(start, max(1, end - start)),
        fence=token.markup,
        info=info,
    )


def _write_inline_code(writer: MarkupWriter, tokens: Sequence[Token], index: int) -> None:
    text = tokens[index].content
    writer.add("<code v-pre>")
    writer.add_copy(text, writer.cursor.find(text))
    writer.add("</code>")
