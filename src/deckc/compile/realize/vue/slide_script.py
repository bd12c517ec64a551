"""A slide with a script of its own: the slide, in its layout, becomes a component with that script.

<script setup>const n = ref(1)</script>            <script setup>const n = ref(1)</script>
# {{ n }}                                     ->   <template><div class="slidev-layout default"><h1>{{ n }}</h1>..

What is no template of Vue's (code, formulas) goes in as slots. A layout that is written in Vue stays around: each slot's
content is a component then.
"""

from __future__ import annotations

import re
from dataclasses import replace

from deckc.compile.realize.numbering import NumberedSlide
from deckc.compile.realize.scope import DeckScope
from deckc.compile.realize.slots import slot_of
from deckc.compile.realize.vue.as_template import TemplateWriter
from deckc.compile.realize.vue.draw import draw_script
from deckc.model.nodes import Element, Node
from deckc.pattern import pattern
from deckc.template.names import pascal

_IMPORT = pattern(r"""import\s+(?:([\w$]+)\s*,?\s*)?(?:\{([^}]*)\})?[^"']*["']([^"'\n]+)["']\s*;?""")
_COMMENT = pattern(r"//[^\n]*|/\*.*?\*/", re.DOTALL)


def needs_script(slide: NumberedSlide, deck: DeckScope) -> bool:
    """Return whether a slide's script does more than import what is known by its name anyway."""
    script = slide.parsed.body.script
    if not script:
        return False
    left = _COMMENT.sub("", script)
    for match in _IMPORT.finditer(left):
        name, others, source = match.groups()
        is_known = bool(name) and not others and deck.theme.component(pascal(name))[1] is not None
        if not (is_known or source == "#slidev/title-renderer"):
            return True
    return bool(_IMPORT.sub("", left).strip())


def with_script(nodes: tuple[Node, ...], slide: NumberedSlide, deck: DeckScope) -> tuple[Node, ...] | None:
    """Return what nodes show with the slide's script; None where Vue is not run."""
    writer = TemplateWriter()
    template = writer.write(nodes)
    body = slide.parsed.body
    span = body.script_span or slide.parsed.source.file.span(0)
    language = f' lang="{body.script_language}"' if body.script_language != "js" else ""
    ahead = "\n" * (span.line - 1)  # so that a mistake's line is that of the slide's file
    source = f"{ahead}<script setup{language}>{body.script}\n</script>\n<template>{template}</template>\n"
    return draw_script(slide, source, writer.parts, span, deck)


def slots_with_script(
    nodes: tuple[Node, ...], slide: NumberedSlide, deck: DeckScope
) -> tuple[Node, ...] | None:
    """Return a slide's body for a layout in Vue: the content of each slot with the script."""
    loose = tuple(node for node in nodes if slot_of(node) is None)
    named = [node for node in nodes if isinstance(node, Element) and slot_of(node) is not None]
    first = with_script(loose, slide, deck)
    if first is None:
        return None
    others = [replace(node, children=with_script(node.children, slide, deck) or ()) for node in named]
    return (*first, *others)
