"""Write a block of code as Slidev's DOM (spec 5.6 rule 9), highlighted by Pygments.

    ```ts {1|2}      <div class="slidev-code-wrapper relative group"><pre class="shiki ... slidev-code"><code>
                     <span class="line slidev-code-highlighted highlighted">...</span> ...

A block of several stages binds the classes of its lines to `$clicks`: no line is ever written twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckc.compile.render.clicks import click_classes
from deckc.compile.render.code_languages import known_languages, lexer_name
from deckc.compile.render.code_lines import shown_lines
from deckc.compile.render.code_theme import token_class
from deckc.compile.render.markup import attribute_markup, escape_text
from deckc.diagnostics.suggest import did_you_mean
from deckc.expression.values import is_truthy, to_text
from deckc.model.nodes import CodeBlock
from deckc.model.source import Value

if TYPE_CHECKING:
    from deckc.compile.render.nodes import Renderer

_SHOWN = "slidev-code-highlighted highlighted"
_DIMMED = "slidev-code-dishonored dishonored"
_TITLE_ICON = re.compile(r"~[^~]+~")
_PRE = "shiki shiki-themes vitesse-dark vitesse-light slidev-code"
_MAX_HIGHLIGHTED = 200_000
"""Characters; a longer block is not coloured, it would only make the build slow."""


@dataclass(frozen=True, slots=True)
class _Stages:
    """What each state of a block shows, first to last."""

    shown: tuple[frozenset[int], ...]
    hidden: tuple[bool, ...]
    first_click: int | None

    def index_at(self, clicks: float) -> int:
        """Return which state holds at a click."""
        if self.first_click is None:
            return 0
        return max(0, min(len(self.shown) - 1, int(clicks - self.first_click + 1)))

    @property
    def index_code(self) -> str:
        """Return JavaScript for the number of the state."""
        return f"Math.max(0,Math.min({len(self.shown) - 1},$.$clicks-{(self.first_click or 0) - 1}))"


def write_code(block: CodeBlock, renderer: Renderer, out: list[str]) -> None:
    """Write a code block: wrapper, title bar, lines."""
    options = _options(block, renderer)
    code = block.code.removesuffix("\n")
    lines = [*_highlight(code, block, renderer)]
    first_line = _whole(options.get("startLine"), 1)
    stages = _stages(block, options, len(lines), first_line)
    scope = next((f" {a.name}" for a in block.attributes if a.name.startswith("data-v-")), "")
    _open_wrapper(block, options, stages, renderer, out)
    _write_title(block, options, scope, out)
    language = escape_text(block.language) or "text"
    out.append(f'<pre class="{_PRE}"{scope}><code class="language-{language}"{scope}>')
    for at, line in enumerate(lines):
        out.append("\n" if at else "")
        _write_line(line, at + first_line, stages, renderer, out)
    out.append("</code></pre></div>")


def _options(block: CodeBlock, renderer: Renderer) -> dict[str, Value]:
    """Return the options in braces; what is not known while compiling is left out."""
    if not block.options:
        return {}
    outcome = renderer.evaluator.read(block.options, block.span)
    return outcome.value if outcome is not None and isinstance(outcome.value, dict) else {}


def _whole(value: Value, default: int) -> int:
    if isinstance(value, str) and value.isascii() and value.isdigit():
        return int(value[:9])
    return value if isinstance(value, int) and not isinstance(value, bool) else default


def _stages(block: CodeBlock, options: dict[str, Value], total: int, first_line: int) -> _Stages | None:
    ranges = block.ranges
    if not ranges:
        return None
    last = options.get("finally", "last")
    final = ranges[-1] if last == "last" else to_text(last)
    states = [*ranges, final] if len(ranges) > 1 and block.first_click is not None else [ranges[0]]
    # A hidden state shows what comes next, unseen.
    following = [*ranges[1:], *[final] * (len(states) - len(ranges) + 1)]
    shown = tuple(
        shown_lines(following[at] if state == "hide" else state, total, first_line)
        for at, state in enumerate(states)
    )
    return _Stages(shown, tuple(state == "hide" for state in states), block.first_click)


def _open_wrapper(
    block: CodeBlock, options: dict[str, Value], stages: _Stages | None, renderer: Renderer, out: list[str]
) -> None:
    lines = options.get("lines")
    has_numbers = renderer.config.line_numbers if lines is None else is_truthy(lines)
    classes = ["slidev-code-wrapper", "relative", "group"]
    if has_numbers:
        classes.append("slidev-code-line-numbers")
    height = options.get("maxHeight")
    style = f"--start: {_whole(options.get('startLine'), 1)}"
    if height:
        style = f"max-height: {to_text(height)}; overflow-y: scroll; {style}"
    attributes = {
        "data-title": block.title or to_text(options.get("title") or ""),
        "style": style,
    }
    for attribute in block.attributes:
        if attribute.name == "class":
            classes.extend((attribute.value or "").split())
        elif attribute.name == "style":
            attributes["style"] = f"{style};{attribute.value or ''}"
        elif not attribute.is_dynamic:
            attributes[attribute.name] = attribute.value or ""
    classes.extend(click_classes(block.attributes, renderer.first_click))
    key = _bind_hiding(stages, classes, renderer)
    out.append(f'<div class="{escape_text(" ".join(dict.fromkeys(classes)))}"{key}')
    out.extend(attribute_markup("div", name, value) for name, value in attributes.items())
    out.append(">")


def _bind_hiding(stages: _Stages | None, classes: list[str], renderer: Renderer) -> str:
    """Hide the block in the states that ask for it; a block of several stages is never hidden otherwise."""
    if stages is None:
        return ""
    if not any(stages.hidden):
        if stages.first_click is not None and "slidev-vclick-hidden" in classes:
            classes.remove("slidev-vclick-hidden")
        return ""
    painted = "slidev-vclick-hidden" if stages.hidden[stages.index_at(renderer.first_click)] else ""
    if painted:
        classes.append(painted)
    if len(stages.hidden) == 1 or renderer.is_painting:
        return ""
    key = renderer.take_key()
    flags = "".join("1" if hidden else "0" for hidden in stages.hidden)
    code = f'$ => "{flags}"[{stages.index_code}]>0&&"slidev-vclick-hidden"'
    renderer.bind(key, f'"class","{painted}",{code}')
    return f" data-dc={key}"


def _write_title(block: CodeBlock, options: dict[str, Value], scope: str, out: list[str]) -> None:
    title = block.title or to_text(options.get("title") or "")
    shown = _TITLE_ICON.sub("", title).strip()
    if title:
        out.append(
            f'<div class="slidev-code-block-title"{scope}><div class="leading-1em"{scope}>'
            f"{escape_text(shown)}</div></div>"
        )


def _write_line(html: str, number: int, stages: _Stages | None, renderer: Renderer, out: list[str]) -> None:
    if stages is None:
        out.append(f'<span class="line">{html}</span>')
        return
    flags = "".join("1" if number in shown else "0" for shown in stages.shown)
    painted = _SHOWN if flags[stages.index_at(renderer.first_click)] == "1" else _DIMMED
    key = ""
    if len(set(flags)) > 1 and not renderer.is_painting:
        key = f" data-dc={renderer.take_key()}"
        code = f'$ => "{flags}"[{stages.index_code}]>0?"{_SHOWN}":"{_DIMMED}"'
        renderer.bind(int(key.rpartition("=")[2]), f'"class","{painted}",{code}')
    out.append(f'<span class="line {painted}"{key}>{html}</span>')


def _highlight(code: str, block: CodeBlock, renderer: Renderer) -> Iterator[str]:
    """Yield the lines of code as HTML."""
    name = lexer_name(block.language)
    if name is None:
        advice = did_you_mean(block.language, known_languages())
        renderer.report.note("unknown-language", f'"{block.language}" is not a language', block.span, advice)
    if name in {None, "text"} or len(code) > _MAX_HIGHLIGHTED:
        yield from (escape_text(line) for line in code.split("\n"))
        return
    from pygments.lexers import get_lexer_by_name

    lexer = get_lexer_by_name(name, stripnl=False, ensurenl=False)
    parts: list[str] = []
    for token, text in lexer.get_tokens(code):
        letter = token_class(str(token).removeprefix("Token."))
        for at, piece in enumerate(text.split("\n")):
            if at:
                yield "".join(parts)
                parts.clear()
            if not piece:
                continue
            escaped = escape_text(piece)
            parts.append(
                f'<span class="tk-{letter}">{escaped}</span>' if letter and piece.strip() else escaped
            )
    yield "".join(parts)
