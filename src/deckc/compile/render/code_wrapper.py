"""Write what stands around every kind of code block: the wrapper's start tag, the title bar, the copy button.

[main.ts]   <div class="slidev-code-wrapper ..."><div class="slidev-code-block-title">...<div class="leading-1em">main.ts
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from deckc.compile.render.clicks import click_classes
from deckc.compile.render.markup import attribute_markup, escape_attribute, escape_text
from deckc.model.code_title import shown_title
from deckc.model.nodes import CodeBlock

if TYPE_CHECKING:
    from deckc.compile.render.nodes import Renderer

LINE_SHOWN = "slidev-code-highlighted highlighted"
LINE_DIMMED = "slidev-code-dishonored dishonored"
COPY_BUTTON = '<button class="slidev-code-copy" type="button" title="Copy" data-deckc-ui></button>'


def scope_of(block: CodeBlock) -> str:
    """Return the attribute that scoped styles ask for, a blank before it; empty where there is none."""
    return next((f" {a.name}" for a in block.attributes if a.name.startswith("data-v-")), "")


def wrapper_classes(block: CodeBlock, own: Iterable[str], renderer: Renderer) -> list[str]:
    """Return the wrapper's classes: its own, the author's, and those of the click it stands at."""
    given = " ".join(a.value or "" for a in block.attributes if a.name == "class")
    return [*own, *given.split(), *click_classes(block.attributes, renderer.first_click)]


def open_wrapper(
    block: CodeBlock, classes: Iterable[str], attributes: Mapping[str, str], out: list[str]
) -> None:
    """Write the wrapper's start tag; what the block's attributes say goes over `attributes`."""
    laid = dict(attributes)
    for attribute in block.attributes:
        if attribute.name == "style":
            laid["style"] = ";".join(filter(None, [laid.get("style"), attribute.value]))
        elif attribute.name != "class" and not attribute.is_dynamic:
            laid[attribute.name] = attribute.value or ""
    out.append(f'<div class="{escape_attribute(" ".join(dict.fromkeys(classes)))}"')
    out.extend(attribute_markup("div", name, value) for name, value in laid.items())
    out.append(">")


def write_title(block: CodeBlock, title: str, renderer: Renderer, out: list[str]) -> None:
    """Write the title bar."""
    scope = scope_of(block)
    out.append(f'<div class="slidev-code-block-title"{scope}>')
    if block.icon is not None:
        renderer.write((block.icon,), out, "div", 0)
    out.append(f'<div class="leading-1em"{scope}>{escape_text(shown_title(title))}</div></div>')
