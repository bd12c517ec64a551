"""Write a Monaco fence as code that can be edited in place, with the box that Monaco has in Slidev (spec 5.7 rule 4).

    ```js {monaco-run}     <div class="slidev-monaco-container relative">
    a                        <div class="slidev-monaco-container-inner relative" style="height:40px">
    ```                        <pre class="slidev-monaco shiki"><code contenteditable=...>a</code></pre></div>
                             <div class="slidev-runner">...</div><button class="slidev-run" data-dc-run="true" ...>

Measured in Slidev: lines of 16 px, 10 px above and below, the box 4 px higher than that and never scrolled by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from deckc.compile.render.block_options import read_options
from deckc.compile.render.clicks import click_classes
from deckc.compile.render.code_tokens import highlight
from deckc.compile.render.code_wrapper import open_wrapper, wrapper_classes
from deckc.compile.render.editor_code import is_runnable
from deckc.compile.render.markup import attribute_markup, escape_attribute, escape_text
from deckc.expression.values import is_truthy, to_text
from deckc.model.editor import EditorKind
from deckc.model.nodes import Attribute, CodeBlock
from deckc.model.source import Value

if TYPE_CHECKING:
    from deckc.compile.render.nodes import Renderer

_CLASSES = ("slidev-monaco-container", "relative")
_SPLIT = re.compile(r"^[ \t]*~~~[ \t]*\n", re.MULTILINE)
_LINE_PX = 16
_AROUND_PX = 24
_MAX_COMPARED = 1_000_000
_NOT_RUN = "Click the play button to run the code"


def write_editor(block: CodeBlock, kind: EditorKind, renderer: Renderer, out: list[str]) -> None:
    """Write a block of code as an editor."""
    options = read_options(block, renderer)
    if kind is EditorKind.DIFF:
        sides, lines = _comparison(block, options, renderer)
    else:
        code = block.code.rstrip()
        lines = code.count("\n") + 1
        content = "\n".join(highlight(code, block.language, block.span, renderer.report))
        sides = _numbers(options, lines) + _editor(content, block, options)
    open_wrapper(block, wrapper_classes(block, _CLASSES, renderer), {}, out)
    style = escape_attribute(f"height: {_height(options.get('height', 'initial'), lines)}")
    out.append(f'<div class="slidev-monaco-container-inner relative" style="{style}">{sides}</div>')
    if kind is EditorKind.RUN and is_runnable(block):
        _write_runner(block, options, renderer, out)
    out.append("</div>")


def _height(value: Value, lines: int) -> str:
    if value == "initial":
        return f"{lines * _LINE_PX + _AROUND_PX}px"
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return f"{value}px"
    return to_text(value)


def _editor(content: str, block: CodeBlock, options: Mapping[str, Value], side: str = "") -> str:
    is_fixed = is_truthy(options.get("readonly")) or side == "original"
    editable = (
        ""
        if is_fixed
        else ' contenteditable="plaintext-only" role="textbox" aria-multiline="true" aria-label="Code" spellcheck="false"'
        ' autocapitalize="off" title="Esc leaves the code"'
    )
    language = escape_text(block.language) or "text"
    classes = f"slidev-monaco {side} shiki".replace("  ", " ")
    return f'<pre class="{classes}"><code class="language-{language}"{editable}>{content}</code></pre>'


def _numbers(options: Mapping[str, Value], lines: int) -> str:
    if options.get("lineNumbers", "off") == "off":
        return ""
    numbers = "\n".join(str(line) for line in range(1, lines + 1))
    return f'<pre class="slidev-monaco-numbers" aria-hidden="true">{numbers}</pre>'


def _comparison(block: CodeBlock, options: Mapping[str, Value], renderer: Renderer) -> tuple[str, int]:
    """Return both sides of a comparison, and how many lines the longer one has."""
    original, *modified = _SPLIT.split(block.code, maxsplit=1)
    texts = [original.rstrip(), modified[0].rstrip() if modified else ""]
    drawn = [[*highlight(text, block.language, block.span, renderer.report)] for text in texts]
    left, right = _compare(*(text.split("\n") for text in texts))
    sides = (
        _editor(_lines(drawn[0], left), block, options, "original"),
        _editor(_lines(drawn[1], right), block, options, "modified"),
    )
    return f'<div class="slidev-monaco-diff">{"".join(sides)}</div>', max(len(left), len(right))


def _compare(left: list[str], right: list[str]) -> tuple[list[str], list[str]]:
    """Return for each row of a side what its line is: "" equal, "removed", "added", "none" where it has no line."""
    if len(left) * len(right) > _MAX_COMPARED:
        return ["removed"] * len(left), ["added"] * len(right)
    from difflib import SequenceMatcher

    rows: tuple[list[str], list[str]] = [], []
    for kind, start, end, new_start, new_end in SequenceMatcher(
        a=left, b=right, autojunk=False
    ).get_opcodes():
        removed, added = end - start, new_end - new_start
        height = max(removed, added)
        rows[0].extend([("" if kind == "equal" else "removed")] * removed + ["none"] * (height - removed))
        rows[1].extend([("" if kind == "equal" else "added")] * added + ["none"] * (height - added))
    return rows


def _lines(drawn: list[str], rows: Iterable[str]) -> str:
    remaining = iter(drawn)
    return "".join(
        f'<span class="line{f" {row}" if row else ""}">{"" if row == "none" else next(remaining)}</span>'
        for row in rows
    )


def _write_runner(block: CodeBlock, options: Mapping[str, Value], renderer: Renderer, out: list[str]) -> None:
    """Write the place of the output, and the button that runs the code."""
    clicks = block.output_clicks
    attributes = {"class": "slidev-runner"}
    if clicks:
        attributes["data-dc-switch"] = clicks
        classes = click_classes((Attribute("data-dc-switch", clicks, block.span),), renderer.first_click)
        attributes["class"] = " ".join(["slidev-runner", *classes])
    height = options.get("outputHeight")
    if height:
        attributes["style"] = f"height: {to_text(height)}"
    markup = "".join(attribute_markup("div", name, value) for name, value in attributes.items())
    out.append(f'<div{markup} aria-live="polite"><div class="slidev-runner-message">{_NOT_RUN}</div></div>')
    autorun = options.get("autorun", True)
    when = "once" if autorun == "once" else str(is_truthy(autorun)).lower()
    out.append(
        f'<button class="slidev-run" type="button" title="Run code" data-dc-run="{when}" data-deckc-ui></button>'
    )
