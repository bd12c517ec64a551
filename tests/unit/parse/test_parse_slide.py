"""What a slide's body knows besides its nodes: places, styles, the script, the text for utilities."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckc.compile.parse import parse_deck, parse_slide
from deckc.diagnostics import Report
from deckc.model.deck import ParsedSlide
from deckc.model.files import MemoryFiles
from deckc.model.nodes import CodeBlock, Element, Interpolation, StyleBlock, Text, walk
from deckc.model.source import DeckSource, Frontmatter, SlideSource, SourceText

HEAD = "---\nlayout: x\n---\n\n"


def source(content: str, note: str | None = None) -> SlideSource:
    file = SourceText(Path("/deck/a.md"), "a.md", HEAD + content)
    return SlideSource(file, 1, 1, content, Frontmatter(), content, len(HEAD), note, 0, None, None)


def parse(content: str) -> ParsedSlide:
    return parse_slide(source(content), Frontmatter(), MemoryFiles({}), Report())


def elements(content: str) -> list[Element]:
    return [node for node in walk(parse(content).body.nodes) if isinstance(node, Element)]


def spot(content: str, line: int, column: int) -> str:
    """Return what stands at a place of the file that holds the content."""
    return (HEAD + content).split("\n")[line - 1][column - 1 :]


@pytest.mark.parametrize(
    "content",
    [
        "text <b x>a</b>",
        "# h\n\n> <b x>a</b>",
        "- a\n  - <b x>a</b>",
        "> <div>\n> <b x>a</b>\n> </div>",
        "- <div>\n  <b x>a</b>\n  </div>",
        "| a | b |\n|--|--|\n| `c` | <b x>a</b> |",
        'it\'s "a" & (c) \\* &amp; <b x>a</b>',
        "a <b\nx>c</b>",
        "::right::\n\na <b x>c</b>",
        "x[^1]\n\n[^1]: a <b x>c</b>\n\ny",
        "<Foo/> a <b x>c</b>",
        "```\n<b x>\n```\n\n<b x>c</b>",
    ],
)
def test_a_tag_and_its_attributes_know_their_place(content: str) -> None:
    [element] = [element for element in elements(content) if element.tag == "b"]
    span, attribute = element.span, element.attributes[0]

    assert spot(content, span.line, span.column).startswith(("b x>", "b"))
    assert spot(content, span.line, span.column - 1).startswith("<b")
    assert spot(content, attribute.span.line, attribute.span.column).startswith("x>")


@pytest.mark.parametrize(
    "content",
    [
        "a {{ bc }}",
        "<div>\n\n**{{ bc }}** it's\n\n</div>",
        '"q" & {{ bc }}',
        "> {{ bc }}",
        '<b>"&amp;"{{ bc }}</b>',
    ],
)
def test_an_interpolation_knows_its_place(content: str) -> None:
    [node] = [node for node in walk(parse(content).body.nodes) if isinstance(node, Interpolation)]

    assert spot(content, node.span.line, node.span.column).startswith("bc }}")


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("![a](./b.png)", "src"),
        ("[a *c*](./b.png)", "to"),
        ("[a](https://b.png)", "href"),
        ("x ![a\n b](./b.png 'c')", "src"),
    ],
)
def test_an_address_knows_its_place(content: str, name: str) -> None:
    [attribute] = [a for element in elements(content) for a in element.attributes if a.name == name]

    assert attribute.value_span is not None
    span = attribute.value_span
    assert spot(content, span.line, span.column).startswith(attribute.value or "-")


def test_text_knows_its_place() -> None:
    [_, text] = [node for node in walk(parse("# a\n\nit's *b*").body.nodes) if isinstance(node, Text)][:2]

    assert (text.value, str(text.span)) == ("it’s ", "a.md:7:1")


def test_a_mistake_is_reported_at_its_place() -> None:
    report = Report()
    parse_slide(source("# a\n\n- b <i>c"), Frontmatter(), MemoryFiles({}), report)

    assert [str(diagnostic.span) for diagnostic in report.diagnostics] == ["a.md:7:6"]


def test_styles_are_lifted_with_their_language_and_place() -> None:
    body = parse("a\n\n<style lang='SCSS'>\nb { c: d }\n</style>\n\n<style></style>").body

    [style] = body.styles
    assert style == StyleBlock("\nb { c: d }\n", "scss", style.span, scoped=True)
    assert str(style.span) == "a.md:7:20"


def test_a_style_in_a_slot_is_lifted() -> None:
    body = parse("::right::\n\na\n<div><style>b{}</style></div>").body

    assert [style.css for style in body.styles] == ["b{}"]


def test_script_setup_is_lifted_with_its_place() -> None:
    body = parse("<script setup lang='ts'>\nconst a = 1 < 2\n</script>\n\n{{ a }}").body

    assert (body.script, str(body.script_span)) == ("\nconst a = 1 < 2\n", "a.md:5:25")


def test_markup_is_the_html_with_code_and_styles() -> None:
    body = parse('# *a*\n\n```html\n<b class="c">\n```\n\n<style>.d { @apply e; }</style>').body

    assert body.markup == (
        "<h1><em>a</em></h1>\n"
        "<pre><code>&lt;b class=&quot;c&quot;&gt;\n</code></pre>\n"
        "<style>.d { @apply e; }</style>"
    )


def test_a_block_of_code_keeps_its_fence_and_info() -> None:
    [block] = parse("````md magic-move {at:4}\n```js {1}\na\n```\n````").body.nodes

    assert isinstance(block, CodeBlock)
    assert (block.fence, block.info, block.language, block.words, block.options) == (
        "````",
        "md magic-move {at:4}",
        "md",
        "magic-move",
        "{at:4}",
    )
    assert (block.code, str(block.span)) == ("```js {1}\na\n```\n", "a.md:5:1")


def test_an_element_named_like_the_code_placeholder_is_the_authors() -> None:
    [first, second] = parse('<deckc-code-block data-index="7"/>\n<deckc-code-block/>').body.nodes

    assert isinstance(first, Element)
    assert isinstance(second, Element)


def test_slides_do_not_share_state() -> None:
    slides = (source("a[^1]\n\n[^1]: b"), source("a[^1]"), source("::r::\n\na"), source("a"))
    deck = parse_deck(DeckSource(slides[0].file, Frontmatter(), slides), MemoryFiles({}), Report())

    assert [slide.body.markup for slide in deck.slides][1::2] == ["<p>a[^1]</p>\n", "<p>a</p>\n"]


def test_the_headmatter_gives_notes_their_readings() -> None:
    slide = source("a", note="cat")
    deck = DeckSource(slide.file, Frontmatter({"notesAutoRuby": {"cat": "kat"}}), (slide,))

    assert (
        parse_deck(deck, MemoryFiles({}), Report()).slides[0].note_html
        == "<p><ruby>cat<rt>kat</rt></ruby></p>\n"
    )


@pytest.mark.parametrize("value", ["cat", ["cat"], {"cat": None}, {"": "x"}, None])
def test_readings_of_another_kind_are_left_out(value: object) -> None:
    slide = source("a", note="cat")
    deck = DeckSource(slide.file, Frontmatter({"notesAutoRuby": value}), (slide,))  # type: ignore[dict-item]

    assert parse_deck(deck, MemoryFiles({}), Report()).slides[0].note_html == "<p>cat</p>\n"
