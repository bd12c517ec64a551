"""Write a block of code as Slidev's DOM (spec 5.6 rule 9).

    ```ts {1|2}      <div class="slidev-code-wrapper relative group" data-dc-lines="1 1 2"><pre class="shiki ...
                     <code><span class="line slidev-code-highlighted highlighted">...</span> ...

Where a block has several stages the runtime flips the classes of its lines.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from deckc.compile.render.block_options import read_options, whole_number
from deckc.compile.render.code_stages import Stage, Stages, read_stages
from deckc.compile.render.code_tokens import highlight
from deckc.compile.render.code_wrapper import (
    COPY_BUTTON,
    LINE_DIMMED,
    LINE_SHOWN,
    open_wrapper,
    scope_of,
    wrapper_classes,
    write_title,
)
from deckc.compile.render.markup import escape_text
from deckc.diagnostics import Span
from deckc.expression.values import is_truthy, to_text
from deckc.model.nodes import CodeBlock
from deckc.model.source import Value

if TYPE_CHECKING:
    from deckc.compile.render.nodes import Renderer

_HIDDEN = "slidev-vclick-hidden"
_PRE = "shiki shiki-themes vitesse-dark vitesse-light slidev-code"


def write_code(block: CodeBlock, renderer: Renderer, out: list[str]) -> None:
    """Write a code block: wrapper, title bar, lines, copy button."""
    options = read_options(block, renderer)
    lines = [
        *highlight(block.code.removesuffix("\n"), block.language, _language_span(block), renderer.report)
    ]
    first_line = whole_number(options.get("startLine"), 1)
    stages = read_stages(block, options, len(lines), first_line)
    stage = None if stages is None else stages.at(renderer.first_click)
    scope = scope_of(block)
    title = block.title or to_text(options.get("title") or "")
    _open(block, title, options, stages, renderer, out)
    if title and block.tab is None:
        write_title(block, title, renderer, out)
    language = escape_text(block.language) or "text"
    out.append(f'<pre class="{_PRE}"{scope}><code class="language-{language}"{scope}>')
    out.append("\n".join(_lines(lines, stage)))
    out.append("</code></pre>")
    if renderer.config.code_copy:
        out.append(COPY_BUTTON)
    out.append("</div>")


def _language_span(block: CodeBlock) -> Span:
    """Return the place of the language, right behind the fence."""
    if not block.language or block.fence[:1] not in {"`", "~"}:
        return block.span
    column = block.span.column + len(block.fence)
    return replace(block.span, column=column, length=max(1, len(block.language)))


def _open(
    block: CodeBlock,
    title: str,
    options: dict[str, Value],
    stages: Stages | None,
    renderer: Renderer,
    out: list[str],
) -> None:
    own = ["slidev-code-wrapper", "relative", "group"]
    lines = options.get("lines")
    if renderer.config.line_numbers if lines is None else is_truthy(lines):
        own.append("slidev-code-line-numbers")
    if block.tab:
        own.append("active")
    style = f"--start: {whole_number(options.get('startLine'), 1)}"
    height = options.get("maxHeight")
    if height:
        style = f"max-height: {to_text(height)}; overflow-y: scroll; {style}"
    attributes = {"data-title": title, "style": style}
    if stages is not None and not (stages.is_still and not height):
        attributes["data-dc-lines"] = str(stages)
    classes = wrapper_classes(block, own, renderer)
    if stages is not None:
        _hide(stages.at(renderer.first_click), classes)
    open_wrapper(block, classes, attributes, out)


def _hide(stage: Stage, classes: list[str]) -> None:
    """Hide the block in a state that asks for it; a block with stages is never hidden otherwise."""
    if stage.is_hidden:
        classes.append(_HIDDEN)
    elif _HIDDEN in classes:
        classes.remove(_HIDDEN)


def _lines(lines: list[str], stage: Stage | None) -> list[str]:
    if stage is None:
        return [f'<span class="line">{line}</span>' for line in lines]
    return [
        f'<span class="line {LINE_SHOWN if number in stage.shown else LINE_DIMMED}">{line}</span>'
        for number, line in enumerate(lines, 1)
    ]
