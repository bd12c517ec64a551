"""Show what the stages made as plain text, for the expected blocks of spec cases."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from deckc.diagnostics import Diagnostic
from deckc.model.deck import Deck, ParsedDeck
from deckc.model.nodes import (
    Attribute,
    CodeBlock,
    Comment,
    Element,
    Formula,
    Interpolation,
    Node,
    RawHtml,
    Text,
    text_of,
    walk,
)
from deckc.model.rendered import RenderedDeck
from deckc.model.source import DeckSource, SlideSource, Value


def dump_value(value: Value | Mapping[str, Value]) -> str:
    """Show a value as JSON on one line."""
    return json.dumps(dict(value) if isinstance(value, Mapping) else value, ensure_ascii=False)


def dump_slides(source: DeckSource) -> str:
    """Show each slide: number, title, level; frontmatter; note lines behind `>`; content lines behind `|`."""
    return "\n".join(line for number, slide in enumerate(source.slides, 1) for line in _slide(number, slide))


def _slide(number: int, slide: SlideSource) -> Iterator[str]:
    title = "-" if slide.title is None else json.dumps(slide.title, ensure_ascii=False)
    yield f"{number} {title}" + ("" if slide.level is None else f" level {slide.level}")
    if len(slide.frontmatter):
        yield "  " + dump_value(slide.frontmatter)
    if slide.note is not None:
        yield from (f"  > {line}".rstrip() for line in slide.note.split("\n"))
    if slide.content:
        yield from (f"  | {line}".rstrip() for line in slide.content.split("\n"))


def dump_nodes(parsed: ParsedDeck) -> str:
    """Show each slide's body as an outline; where there are several slides, under `slide N`."""
    lines: list[str] = []
    for number, slide in enumerate(parsed.slides, 1):
        if len(parsed.slides) > 1:
            lines.append(f"slide {number}")
        lines += _outline(slide.body.nodes, "  " if len(parsed.slides) > 1 else "")
    return "\n".join(lines)


def _outline(nodes: Iterable[Node], indent: str) -> Iterator[str]:
    for node in nodes:
        match node:
            case Element(tag=tag, attributes=attributes, children=children):
                yield indent + " ".join([tag, *(_attribute(attribute) for attribute in attributes)])
                yield from _outline(children, indent + "  ")
            case Text(value=value):
                yield indent + json.dumps(value, ensure_ascii=False)
            case Interpolation(expression=expression):
                yield f"{indent}{{{{ {expression.strip()} }}}}"
            case Comment(value=value):
                yield f"{indent}<!--{value}-->"
            case RawHtml(html=html):
                yield f"{indent}raw {json.dumps(html, ensure_ascii=False)}"
            case Formula():
                yield indent + _formula_head(node)
            case CodeBlock():
                yield indent + _code_head(node)
                yield from (
                    f"{indent}  | {line}".rstrip() for line in node.code.removesuffix("\n").split("\n")
                )


def _formula_head(formula: Formula) -> str:
    kind = "block" if formula.is_block else "displayed" if formula.is_displayed else "inline"
    ranges = "{" + "|".join(formula.ranges) + "}" if formula.ranges else ""
    options = formula.options or ""
    return " ".join(word for word in ("formula", kind, json.dumps(formula.source), ranges, options) if word)


def _attribute(attribute: Attribute) -> str:
    value = attribute.value
    return attribute.name if value is None else f'{attribute.name}="{value}"'


def _code_head(block: CodeBlock) -> str:
    parts = ["code", block.language or "-"]
    if block.title is not None:
        parts.append(f"[{block.title}]")
    if block.ranges:
        parts.append("{" + "|".join(block.ranges) + "}")
    return " ".join([*parts, *([block.options] if block.options else []), *block.words.split()])


def dump_tree(deck: Deck) -> str:
    """Show each realized slide as an outline, its layout's root included, and each layer; several under `slide N`."""
    lines: list[str] = []
    for slide in deck.slides:
        if len(deck.slides) > 1:
            lines.append(f"slide {slide.number}")
        lines += _outline(slide.nodes, "  " if len(deck.slides) > 1 else "")
    for name, nodes in deck.layers.items():
        lines += [f"layer {name}", *_outline(nodes, "  ")]
    text = "\n".join(lines)
    for token, asset in deck.assets.items():
        text = text.replace(token, f"asset:{asset.name}")
    return text


def dump_clicks(deck: Deck) -> str:
    """Show each click element's label and range, and each slide's total; under `slide N` where there are several."""
    lines: list[str] = []
    for slide in deck.slides:
        if len(deck.slides) > 1:
            lines.append(f"slide {slide.number}")
        for node in walk(slide.nodes):
            if isinstance(node, Element):
                lines += _click(node)
            elif isinstance(node, CodeBlock | Formula) and (click := _steps(node)):
                lines.append(click)
        lines.append(f"total {slide.clicks_total}")
    return "\n".join(lines)


def _click(element: Element) -> Iterator[str]:
    for name, word in (("data-dc-click", ""), ("data-dc-switch", " switch"), ("data-dc-mark", " mark")):
        value = element.get(name)
        if value is not None:
            hide = " hide" if not word and element.attribute("data-dc-hide") else ""
            yield f"{_label(element)}  {re.sub(r'(?<=.)-', ',', value)}{hide}{word}"


def _steps(block: CodeBlock | Formula) -> str:
    click = next((a.value for a in block.attributes if a.name == "data-dc-click"), None)
    words = [] if click is None else [click]
    words += [] if block.first_click is None else [f"{block.first_click} steps"]
    text = block.code if isinstance(block, CodeBlock) else block.source
    return f"{' '.join(text.split())[:20].strip()}  {' '.join(words)}" if words else ""


def _label(element: Element) -> str:
    text = " ".join(text_of(element.children).split())
    return text[:20].strip() or element.tag


def dump_bindings(rendered: RenderedDeck) -> str:
    """Show each slide's bindings, one slide a line."""
    return "\n".join(slide.bindings for slide in rendered.slides)


def dump_diagnostics(diagnostics: Iterable[Diagnostic]) -> str:
    """Show each diagnostic as `path:line:column: severity[code]: message`."""
    return "\n".join(
        f"{diagnostic.span or '-'}: {diagnostic.severity}[{diagnostic.code}]: {diagnostic.message}"
        for diagnostic in diagnostics
    )


def tidy_lines(text: str) -> str:
    """Take blank ends of lines and blank lines around off."""
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")


def tidy_html(html: str) -> str:
    """Normalise white space: line ends and the indents around them count as nothing beside a tag, else as one blank."""
    html = re.sub(r"(?<=>)\s*\n\s*|\s*\n\s*(?=<)", "", html.strip())
    return re.sub(r"\s+", " ", html)


def tidy_css(css: str) -> str:
    """Show CSS with one declaration or brace a line."""
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r"\s*([{};])\s*", r"\1\n", css)
    return "\n".join(
        line.strip().rstrip(";") for line in re.sub(r":\s+", ":", css).split("\n") if line.strip(" ;")
    )


def inside_root(html: str) -> str:
    """Take the outermost tag off."""
    html = html.strip()
    return html[html.find(">") + 1 : html.rfind("</")] if html.startswith("<") else html
