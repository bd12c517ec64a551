"""Whatever a slide holds, it is parsed, and every place lies in its file."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from deckc.compile.parse import parse_slide
from deckc.diagnostics import Report, Span
from deckc.model.files import MemoryFiles
from deckc.model.nodes import Element, walk
from deckc.model.source import Frontmatter, SlideSource, SourceText

PIECES = st.sampled_from(
    [
        "<div>",
        "</div>",
        "<b",
        "</b>",
        "<Foo/>",
        "<svg>",
        "<pre>",
        "<style>",
        "</style>",
        "<script\xa0setup>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?",
        ">",
        "/>",
        "=",
        '"',
        "'",
        "{{",
        "}}",
        "v-pre",
        ":a=",
        "@b",
        "#c",
        "&amp;",
        "&lt",
        "&#",
        "[",
        "](",
        "![",
        ")",
        "`",
        "```",
        "~~~",
        "*",
        "**",
        "_",
        "#",
        ">",
        "-",
        "1.",
        "|",
        "|-|",
        "::a::",
        "[^1]",
        "^[",
        "[^1]:",
        "[!NOTE]",
        "[x]",
        "$",
        "$$",
        "\\",
        "中",
        "🚀",
        "\u2028",
        "\xa0",
    ]
)
GLUE = st.sampled_from(["", " ", "\n", "\n\n", "\n    ", "\t"])
PIECEWISE = st.lists(st.tuples(PIECES | st.text(max_size=4), GLUE), max_size=40).map(
    lambda pairs: "".join(piece + glue for piece, glue in pairs)
)


@settings(max_examples=300, deadline=None)
@given(content=PIECEWISE | st.text(), note=st.none() | PIECEWISE)
def test_any_slide_is_parsed_and_every_place_lies_in_the_file(content: str, note: str | None) -> None:
    content = content.replace("\r\n", "\n").strip()
    head = "---\na: b\n---\n\n"
    file = SourceText(Path("/a.md"), "a.md", head + content)
    slide = SlideSource(file, 1, 1, content, Frontmatter(), content, len(head), note, 0, None, None)
    report = Report()
    body = parse_slide(slide, Frontmatter({"notesAutoRuby": {"a": "b"}}), MemoryFiles({}), report).body

    lines = file.text.split("\n")

    def is_inside(span: Span) -> bool:
        line = lines[span.line - 1]
        return 1 <= span.column <= len(line) + 1 and span.length <= max(1, len(line) - span.column + 1)

    spans = [diagnostic.span for diagnostic in report.diagnostics] + [style.span for style in body.styles]
    for node in walk(body.nodes):
        spans.append(node.span)
        if isinstance(node, Element):
            spans += [span for a in node.attributes for span in (a.span, a.value_span)]
    assert all(is_inside(span) for span in spans if span is not None)
