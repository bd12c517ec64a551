r"""Write formulas as Slidev's DOM (spec 5.8 rules 3 and 4).

    $x$                <span class="katex">...</span>
    $$ {1|2}           <div class="slidev-katex-wrapper" data-dc-lines="1 1 2"><p><span class="katex-display">...
    a \\ b $$          <span class="mord highlighted slidev-vclick-target" data-dc-row=1>a ... dishonored ...>b

A formula with a mistake is its source, in red.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from deckc.compile.render.block_options import read_options, whole_number
from deckc.compile.render.clicks import click_classes
from deckc.compile.render.code_stages import Stage, read_stages
from deckc.compile.render.formula_rows import find_rows
from deckc.compile.render.markup import attribute_markup, escape_attribute, escape_text
from deckc.compile.render.typeset import Typeset
from deckc.model.deck import Deck, Slide
from deckc.model.nodes import Attribute, Formula
from deckc.model.services import TypesetFormula

if TYPE_CHECKING:
    from deckc.compile.render.nodes import Renderer

_HIDDEN = "slidev-vclick-hidden"
_IN_NOTE = re.compile(r'<deckc-formula data-index="(\d{1,6})"></deckc-formula>')
_OPENING = re.compile(r"<([a-zA-Z]+)")
_ROOT = re.compile(r'<(\w+)(?: data-v-\w+)?(?: class="([^"]*)")?')


def write_formula(formula: Formula, renderer: Renderer, out: list[str]) -> None:
    """Write a formula."""
    typeset = renderer.formulas.get((formula.source, formula.is_displayed))
    scope = next((a.name for a in formula.attributes if a.name.startswith("data-v-")), "")
    is_sound = typeset is not None and bool(typeset.html)
    html = typeset.html if typeset is not None and is_sound else _write_source(formula, typeset)
    if formula.is_block and is_sound:
        html = f"<p>{html}</p>"
    if scope:
        html = _OPENING.sub(rf"<\1 {scope}", html)
    if formula.is_block:
        rows = find_rows(html) if formula.ranges and is_sound else []
        _write_block(formula, html, rows, renderer, out)
    else:
        out.append(_with_attributes(html, formula.attributes, renderer))


def fill_notes(deck: Deck, formulas: Typeset) -> Deck:
    """Return the deck with the formulas of its notes in their places."""
    if not any(slide.note_formulas for slide in deck.slides):
        return deck
    return replace(deck, slides=tuple(_fill_note(slide, formulas) for slide in deck.slides))


def _fill_note(slide: Slide, formulas: Typeset) -> Slide:
    def write(place: re.Match[str]) -> str:
        index = int(place[1])
        if index >= len(slide.note_formulas):
            return place[0]
        formula = slide.note_formulas[index]
        typeset = formulas.get((formula.source, formula.is_displayed))
        is_sound = typeset is not None and bool(typeset.html)
        return typeset.html if typeset is not None and is_sound else _write_source(formula, typeset)

    return replace(slide, note_html=_IN_NOTE.sub(write, slide.note_html))


def _write_source(formula: Formula, typeset: TypesetFormula | None) -> str:
    source = escape_text(formula.source)
    if typeset is None:
        return f'<span class="katex-source">{source}</span>'
    title = escape_attribute(typeset.problem)
    return f'<span class="katex-error" title="{title}" style="color:#cc0000">{source}</span>'


def _with_attributes(html: str, attributes: tuple[Attribute, ...], renderer: Renderer) -> str:
    """Return an inline formula with attributes on its root."""
    own = [a for a in attributes if not a.is_dynamic and not a.name.startswith("data-v-")]
    root = _ROOT.match(html)
    if not own or root is None:
        return html
    classes = [root[2] or "", *(a.value or "" for a in own if a.name == "class")]
    classes += click_classes(attributes, renderer.first_click)
    words = " ".join(dict.fromkeys(" ".join(classes).split()))
    others = "".join(attribute_markup(root[1], a.name, a.value or "") for a in own if a.name != "class")
    return f'<{root[1]} class="{escape_attribute(words)}"{others}{html[root.end() :]}'


def _write_block(
    formula: Formula, html: str, rows: list[tuple[int, int]], renderer: Renderer, out: list[str]
) -> None:
    """Write a formula that stands alone, its rows lit as the slide's first click has it."""
    options = read_options(formula, renderer)
    classes = ["slidev-katex-wrapper"]
    attributes = {a.name: a.value or "" for a in formula.attributes if not a.is_dynamic}
    classes += attributes.pop("class", "").split()
    classes += click_classes(formula.attributes, renderer.first_click)
    first_line = whole_number(options.get("startLine"), 1)
    stages = read_stages(formula, options, max((number for _, number in rows), default=0), first_line)
    if stages is not None:
        stage = stages.at(renderer.first_click)
        if not stages.is_still:
            attributes["data-dc-lines"] = str(stages)
        classes = [*(name for name in classes if name != _HIDDEN), *([_HIDDEN] if stage.is_hidden else [])]
        html = _light(html, rows, stage)
    out.append(f'<div class="{escape_attribute(" ".join(dict.fromkeys(classes)))}"')
    out += [attribute_markup("div", name, value) for name, value in attributes.items()]
    out.append(f">{html}</div>")


def _light(html: str, rows: list[tuple[int, int]], stage: Stage) -> str:
    """Return a formula with each row's state among its classes; `rows` are ends of class values, and numbers."""
    parts = []
    done = 0
    for end, number in rows:
        state = "highlighted" if number in stage.shown else "dishonored"
        parts += [html[done:end], f' slidev-vclick-target {state}" data-dc-row="{number}']
        done = end
    return "".join([*parts, html[done:]])
