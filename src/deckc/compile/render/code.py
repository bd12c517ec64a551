"""Write a block of code as Slidev's DOM (spec 5.6 rule 9).

    ```ts {1|2}      <div class="slidev-code-wrapper relative group" data-dc-lines="1 1 2"><pre class="shiki ...
                     <code><span class="line slidev-code-highlighted highlighted">...</span> ...

Where a block has several stages the runtime flips the classes of its lines.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from deckc.compile.render.block_options import read_options, whole_number
from deckc.compile.render.clicks import click_classes
from deckc.compile.render.code_stages import Stage, Stages, read_stages
from deckc.compile.render.code_tokens import highlight
from deckc.compile.render.markup import attribute_markup, escape_text
from deckc.diagnostics import Span
from deckc.expression.values import is_truthy, to_text
from deckc.model.code_title import shown_title
from deckc.model.nodes import CodeBlock
from deckc.model.source import Value

if TYPE_CHECKING:
    from deckc.compile.render.nodes import Renderer

_SHOWN = "slidev-code-highlighted highlighted"
_DIMMED = "slidev-code-dishonored dishonored"
_HIDDEN = "slidev-vclick-hidden"
_PRE = "shiki shiki-themes vitesse-dark vitesse-light slidev-code"
_COPY = '<button class="slidev-code-copy" type="button" title="Copy" data-deckc-ui></button>'


def write_code(block: CodeBlock, renderer: Renderer, out: list[str]) -> None:
    """Write a code block: wrapper, title bar, lines, copy button."""
    options = read_options(block, renderer)
    lines = [
        *highlight(block.code.removesuffix("\n"), block.language, _language_span(block), renderer.report)
    ]
    first_line = whole_number(options.get("startLine"), 1)
    stages = read_stages(block, options, len(lines), first_line)
    stage = None if stages is None else stages.at(renderer.first_click)
    scope = next((f" {a.name}" for a in block.attributes if a.name.startswith("data-v-")), "")
    title = block.title or to_text(options.get("title") or "")
    _open_wrapper(block, title, options, stages, renderer, out)
    if title and block.tab is None:
        _write_title(title, block, scope, renderer, out)
    language = escape_text(block.language) or "text"
    out.append(f'<pre class="{_PRE}"{scope}><code class="language-{language}"{scope}>')
    out.append("\n".join(_lines(lines, stage)))
    out.append("</code></pre>")
    if renderer.config.code_copy:
        out.append(_COPY)
    out.append("</div>")


def _language_span(block: CodeBlock) -> Span:
    """Return the place of the language, right behind the fence."""
    if not block.language or block.fence[:1] not in {"`", "~"}:
        return block.span
    column = block.span.column + len(block.fence)
    return replace(block.span, column=column, length=max(1, len(block.language)))


def _open_wrapper(
    block: CodeBlock,
    title: str,
    options: dict[str, Value],
    stages: Stages | None,
    renderer: Renderer,
    out: list[str],
) -> None:
    classes = ["slidev-code-wrapper", "relative", "group"]
    lines = options.get("lines")
    if renderer.config.line_numbers if lines is None else is_truthy(lines):
        classes.append("slidev-code-line-numbers")
    if block.tab:
        classes.append("active")
    style = f"--start: {whole_number(options.get('startLine'), 1)}"
    height = options.get("maxHeight")
    if height:
        style = f"max-height: {to_text(height)}; overflow-y: scroll; {style}"
    attributes = {"data-title": title, "style": style}
    if stages is not None and not (stages.is_still and not height):
        attributes["data-dc-lines"] = str(stages)
    for attribute in block.attributes:
        if attribute.name == "class":
            classes.extend((attribute.value or "").split())
        elif attribute.name == "style":
            attributes["style"] = f"{style};{attribute.value or ''}"
        elif not attribute.is_dynamic:
            attributes[attribute.name] = attribute.value or ""
    classes.extend(click_classes(block.attributes, renderer.first_click))
    if stages is not None:
        _hide(stages.at(renderer.first_click), classes)
    out.append(f'<div class="{escape_text(" ".join(dict.fromkeys(classes)))}"')
    out.extend(attribute_markup("div", name, value) for name, value in attributes.items())
    out.append(">")


def _hide(stage: Stage, classes: list[str]) -> None:
    """Hide the block in a state that asks for it; a block with stages is never hidden otherwise."""
    if stage.is_hidden:
        classes.append(_HIDDEN)
    elif _HIDDEN in classes:
        classes.remove(_HIDDEN)


def _write_title(title: str, block: CodeBlock, scope: str, renderer: Renderer, out: list[str]) -> None:
    out.append(f'<div class="slidev-code-block-title"{scope}>')
    if block.icon is not None:
        renderer.write((block.icon,), out, "div", 0)
    out.append(f'<div class="leading-1em"{scope}>{escape_text(shown_title(title))}</div></div>')


def _lines(lines: list[str], stage: Stage | None) -> list[str]:
    if stage is None:
        return [f'<span class="line">{line}</span>' for line in lines]
    return [
        f'<span class="line {_SHOWN if number in stage.shown else _DIMMED}">{line}</span>'
        for number, line in enumerate(lines, 1)
    ]
