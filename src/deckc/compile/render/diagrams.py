"""Have all diagrams of a deck drawn in one go, and put them where their code stands (spec 5.7 rules 5 and 6).

    ```mermaid {scale: 0.8}     <div class="mermaid"><template shadowrootmode="open"><svg>...</svg></template></div>
    pie
    ```

As in Slidev the drawing stands in a shadow tree: its style sheet and the slide's do not meet. Where the deck may
be light or dark there are two of them, unless they are equal. What cannot be drawn stays a block of code.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from deckc.dataclass import dataclass
from deckc.diagnostics import Report, Span
from deckc.expression import NotConstantError, evaluate, parse_expression
from deckc.model.config import DeckConfig
from deckc.model.deck import Deck
from deckc.model.nodes import Attribute, CodeBlock, Element, Node, RawHtml
from deckc.model.services import Diagram, DiagramDrawing, DrawnDiagram
from deckc.model.source import Value
from deckc.pattern import pattern

_LANGUAGES = frozenset(["mermaid", "plantuml"])
_INFO = pattern(r"[a-z]+\s*(\{.*\})?", re.DOTALL)
_ROOT = pattern(r"<svg\b[^>]*>")
_VIEW_BOX = pattern(r'\bviewBox="\S+ \S+ \S+ ([\d.]+)"')
_SIZE = pattern(r'\s(?:width|height|style)="[^"]*"')
_BACKGROUND = pattern(r"\s*background-color: transparent;?")
_OWN_OPTIONS = frozenset(["theme", "scale", "codeLz", "code", "class", "style", "alt", "server"])
_SOURCE_SHOWN = "its source is shown instead"


@dataclass(frozen=True, slots=True)
class _Plan:
    """What to draw for a block of code, and how to show it."""

    diagrams: Mapping[str, Diagram]
    """By the colour scheme in which it is shown; "" for both."""
    scale: float | None
    alt: str


def draw_diagrams(deck: Deck, drawing: DiagramDrawing | None, report: Report) -> Deck:
    """Return the deck with drawings in place of the code of diagrams."""
    trees = (*(slide.nodes for slide in deck.slides), *deck.layers.values())
    blocks = list(dict.fromkeys(block for nodes in trees for block in _diagrams_in(nodes)))
    if not blocks or drawing is None:
        return deck
    plans = {block: _read_plan(block, deck.config, report) for block in blocks}
    drawn = drawing.draw([diagram for plan in plans.values() for diagram in plan.diagrams.values()])
    shown = {block: _show(block, plan, drawn, report) for block, plan in plans.items()}
    slides = tuple(replace(slide, nodes=_replaced(slide.nodes, shown)) for slide in deck.slides)
    layers = {name: _replaced(nodes, shown) for name, nodes in deck.layers.items()}
    return replace(deck, slides=slides, layers=layers)


def _diagrams_in(nodes: tuple[Node, ...]) -> Iterator[CodeBlock]:
    for node in nodes:
        if isinstance(node, Element):
            if node.children:
                yield from _diagrams_in(node.children)
        elif isinstance(node, CodeBlock) and node.language in _LANGUAGES:
            yield node


def _replaced(nodes: tuple[Node, ...], shown: Mapping[CodeBlock, tuple[Node, ...]]) -> tuple[Node, ...]:
    out: list[Node] = []
    changed = False
    for node in nodes:
        made: tuple[Node, ...] = (node,)
        if isinstance(node, Element):
            children = _replaced(node.children, shown)
            if children is not node.children:
                made = (node.with_children(children),)
        elif isinstance(node, CodeBlock) and node.language in _LANGUAGES:
            made = shown[node]
        changed = changed or made != (node,)
        out.extend(made)
    return tuple(out) if changed else nodes


def _read_plan(block: CodeBlock, config: DeckConfig, report: Report) -> _Plan:
    options = _read_options(block, report)
    scale = options.get("scale")
    factor = float(scale) if isinstance(scale, (int, float)) and not isinstance(scale, bool) else None
    alt = options.get("alt")
    source = block.code.strip()
    if block.language == "plantuml":
        diagram = Diagram("plantuml", source, server=config.features.plant_uml_server)
        return _Plan({"": diagram}, factor, alt if isinstance(alt, str) else "PlantUML diagram")
    settings = {name: value for name, value in options.items() if name not in _OWN_OPTIONS}
    theme = options.get("theme")
    themes = {"light": "", "dark": "dark"}
    if isinstance(theme, str) and theme:
        themes = {"": theme}
    elif config.color_schema in themes:
        themes = {"": themes[config.color_schema]}
    text = json.dumps(settings, sort_keys=True, ensure_ascii=False)
    diagrams = {schema: Diagram("mermaid", source, name, text) for schema, name in themes.items()}
    return _Plan(diagrams, factor, "")


def _read_options(block: CodeBlock, report: Report) -> dict[str, Value]:
    """Return the options in braces; nothing where they cannot be known while compiling."""
    found = _INFO.match(block.info)
    if found is None or found[1] is None:
        return {}
    expression = parse_expression(found[1], block.span, report)
    if expression is None:
        return {}
    try:
        value = evaluate(expression, {})
    except NotConstantError:
        message = "the options of a diagram cannot change in the running page"
        report.warn("diagram-options", message, block.span, "write them as plain values")
        return {}
    return value if isinstance(value, dict) else {}


def _show(
    block: CodeBlock, plan: _Plan, drawn: Mapping[Diagram, DrawnDiagram], report: Report
) -> tuple[Node, ...]:
    results = {schema: drawn[diagram] for schema, diagram in plan.diagrams.items()}
    failed = next((result for result in results.values() if not result.svg), None)
    if failed is not None:
        _report_failure(block, failed, report)
        return (block,)
    if block.language == "plantuml":
        return (_picture(block, results[""].svg, plan),)
    svgs = {
        schema: _sized(result.svg, plan.scale, _name_of(plan.diagrams[schema]))
        for schema, result in results.items()
    }
    if len({result.svg for result in results.values()}) == 1:
        svgs = {"": next(iter(svgs.values()))}
    return tuple(_host(block, schema, svg) for schema, svg in svgs.items())


def _report_failure(block: CodeBlock, failed: DrawnDiagram, report: Report) -> None:
    if failed.is_mistake:
        report.warn("diagram-syntax", failed.problem, _place(block, failed.line), _SOURCE_SHOWN)
    else:
        report.warn("diagram-unsupported", failed.problem, block.span, _SOURCE_SHOWN)


def _place(block: CodeBlock, line: int) -> Span:
    """Return the place of a line of the diagram, from 1; the fence's where it is not known."""
    lines = block.code.rstrip().split("\n")
    blank = next((index for index, text in enumerate(lines) if text.strip()), 0)
    if line < 1:
        return block.span
    index = min(line - 1 + blank, len(lines) - 1)
    text = lines[index]
    indent = len(text) - len(text.lstrip())
    length = max(1, len(text.strip()))
    return replace(block.span, line=block.span.line + 1 + index, column=indent + 1, length=length)


def _name_of(diagram: Diagram) -> str:
    """Return an id that no other diagram has."""
    from hashlib import blake2b

    text = f"{diagram.source}\0{diagram.theme}\0{diagram.settings}"
    return f"diagram-{blake2b(text.encode(), digest_size=6).hexdigest()}"


def _sized(svg: str, scale: float | None, name: str) -> str:
    """Return a drawing with an id of its own, as high as `scale` asks for."""
    root = _ROOT.search(svg)
    if root is None:
        return svg
    start = _BACKGROUND.sub("", root[0])
    height = _VIEW_BOX.search(start)
    if scale is not None and height is not None:
        start = _SIZE.sub("", start)
        start = f'{start[:-1]} height="{float(height[1]) * scale:g}">'
    return (svg[: root.start()] + start + svg[root.end() :]).replace("my-svg", name)


def _host(block: CodeBlock, schema: str, svg: str) -> Element:
    tree = RawHtml(f'<template shadowrootmode="open" shadowrootclonable>{svg}</template>', block.span)
    element = Element("div", block.attributes, (tree,), block.span).with_class("mermaid")
    return element.with_attribute("data-dc-schema", schema) if schema else element


def _picture(block: CodeBlock, svg: str, plan: _Plan) -> Element:
    """Return a PlantUML drawing as a picture, in which nothing runs."""
    if "xmlns=" not in svg[:500]:
        svg = svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    address = "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()
    attributes = [("src", address), ("alt", plan.alt)]
    if plan.scale is not None:
        attributes.append(("style", f"scale: {plan.scale:g}"))
    made = (Attribute(name, value, block.span) for name, value in attributes)
    return Element("img", (*block.attributes, *made), (), block.span)
