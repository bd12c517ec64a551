"""Settle one slide: everything about it that does not depend on the running page.

body -> conditions folded -> marked for its styles -> in its layout, between the slide's layers
     -> components expanded -> clicks placed
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from deckc.compile.realize.clicks.outputs import place_outputs
from deckc.compile.realize.clicks.place import Placer
from deckc.compile.realize.clicks.timeline import Timeline
from deckc.compile.realize.components import Expander
from deckc.compile.realize.conditions import Folder
from deckc.compile.realize.config.check import guess_slide_keys
from deckc.compile.realize.layers import layer_nodes
from deckc.compile.realize.layouts import FilledLayout, asked_layout, fill_layout
from deckc.compile.realize.numbering import NumberedSlide
from deckc.compile.realize.scope import DeckScope, names_of
from deckc.compile.realize.style_scope import marked, scope_of
from deckc.compile.realize.transitions import read_transition
from deckc.diagnostics import Report
from deckc.model.deck import Slide
from deckc.model.nodes import Node
from deckc.model.source import Frontmatter, Value, is_truthy, text_of_value
from deckc.model.theme import VUE_ENDINGS

if TYPE_CHECKING:
    from deckc.compile.realize.clicks.gates import Gates

_WORDS = re.compile(r"[\s,]+")
_MOST = 999_999
"""Slidev's "after everything"; more clicks than that are a slip."""


def realize_slide(slide: NumberedSlide, deck: DeckScope) -> Slide:
    """Return a slide with its layout, its components and its clicks."""
    body = slide.parsed.body
    if slide.number > 1:  # the first one's keys are the deck's, and guessed among all of them
        guess_slide_keys(slide.frontmatter, deck.report)
    names = names_of(slide)
    scope = scope_of(slide)
    nodes = Folder(names, deck.report).fold(body.nodes, {})
    if scope is not None:
        nodes = marked(nodes, scope)
    layout = _in_layout(slide, nodes, scope, deck)
    expander = Expander(deck, slide)
    around = (*layer_nodes("slide-bottom", expander), *layout.nodes, *layer_nodes("slide-top", expander))
    timeline = Timeline()
    gates: list[Gates] = []
    placer = Placer(timeline, click_presets(slide, deck), names, deck.report, gates=gates)
    nodes = place_outputs(placer.place(expander.expand(around)), placer)
    given = read_number(slide.frontmatter, "clicks", deck.report)
    fixed = None if given is None else int(given)
    totals: tuple[int, ...] = (timeline.total if fixed is None else fixed,)
    if gates:
        from deckc.compile.realize.clicks.gates import go_through

        nodes, totals = go_through(nodes, gates[0], placer, fixed)
    start = read_number(slide.frontmatter, "clicksStart", deck.report)
    zoom = read_number(slide.frontmatter, "zoom", deck.report)
    return Slide(
        number=slide.number,
        source=slide.parsed.source,
        frontmatter=slide.frontmatter,
        title=slide.title,
        level=slide.level,
        route_alias=slide.alias,
        layout=layout.name,
        nodes=nodes,
        markups=(body.markup, *texts_of(slide), layout.text, *expander.texts, *placer.texts),
        styles=body.styles,
        scope=scope,
        clicks_total=totals[-1],
        clicks_start=0 if start is None else int(start),
        transition=read_transition(slide.frontmatter, deck.config, deck.report),
        note_html=slide.parsed.note_html,
        note_formulas=slide.parsed.note_formulas,
        zoom=1.0 if zoom is None or zoom <= 0 else zoom,
        lang=text_of_value(slide.frontmatter.get("lang")) or None,
        hide_in_toc=is_truthy(slide.frontmatter.get("hideInToc")),
        clicks_used=timeline.offset,
        click_totals=totals if min(totals) != max(totals) else (),
    )


def _in_layout(
    slide: NumberedSlide, nodes: tuple[Node, ...], scope: str | None, deck: DeckScope
) -> FilledLayout:
    """Return a slide's body in its layout, its script run where it has one."""
    if not slide.parsed.body.script:
        return fill_layout(slide, nodes, scope, deck)
    from deckc.compile.realize.vue.slide_script import needs_script, slots_with_script, with_script

    if not needs_script(slide, deck):
        return fill_layout(slide, nodes, scope, deck)
    path = deck.theme.layout(asked_layout(slide, deck.default_layout))
    is_inside = path is not None and path.suffix in VUE_ENDINGS
    drawn = slots_with_script(nodes, slide, deck) if is_inside else None
    layout = fill_layout(slide, drawn or nodes, scope, deck)
    if not is_inside:
        drawn = with_script(layout.nodes, slide, deck)
        layout = replace(layout, nodes=drawn or layout.nodes)
    if drawn is None and deck.vue.is_closed:  # what is wrong with a script itself is told where it was run
        deck.report.warn(
            "script-not-run",
            'what "<script setup>" declares is not known to the slide',
            slide.parsed.body.script_span,
            "keep values in the frontmatter and show them with $frontmatter, or write a component",
        )
    return layout


def click_presets(slide: NumberedSlide, deck: DeckScope) -> tuple[str, ...]:
    """Return the click animations of a slide's elements: its own `clickAnimation`, else the deck's."""
    own = slide.frontmatter.get("clickAnimation")
    if isinstance(own, str) and own.strip():
        return tuple(word for word in _WORDS.split(own) if word)
    return deck.config.click_animation


def read_number(frontmatter: Frontmatter, key: str, report: Report) -> float | None:
    """Return a number of a slide's frontmatter; None where it is absent or reported as none."""
    value: Value = frontmatter.get(key)
    if value is None or isinstance(value, bool):
        return None
    try:
        number = float(value) if isinstance(value, (int, float, str)) else None
    except ValueError:
        number = None
    if number is None or not 0 <= number < _MOST:
        message = f'"{key}" is no number: "{text_of_value(value)}"'
        if number is not None and math.isfinite(number):
            message = f'"{key}" is not from 0 to {_MOST}: "{text_of_value(value)}"'
        report.warn("invalid-value", message, frontmatter.span(key), "write a number")
        return None
    return number


def texts_of(slide: NumberedSlide) -> tuple[str, ...]:
    """Return the note and the texts in the frontmatter: utilities are searched in them."""
    texts = tuple(dict.fromkeys(_texts(list(slide.frontmatter.values()))))
    return (*texts, slide.parsed.note_html) if slide.parsed.note_html else texts


def _texts(value: Value) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for item in value:
                yield from _texts(item)
        case dict():
            for key, item in value.items():
                yield key
                yield from _texts(item)
        case _:
            pass
