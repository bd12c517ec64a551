"""Realize global layers: what stands above and below every slide, or once around all (spec 11.2).

    global-bottom.html    <footer v-text="$nav.currentPage"></footer>      once, below the slides
    slide-top.html        <img src="/logo.svg" class="abs-tr">             in each slide, above its content

All roots' files are shown, in root order: theme, addons, deck.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from deckc.compile.realize.clicks.place import CLICK_DIRECTIVES, Placer
from deckc.compile.realize.clicks.timeline import Timeline
from deckc.compile.realize.components.expand import Expander
from deckc.compile.realize.layouts import asked_layout
from deckc.compile.realize.numbering import NumberedSlide
from deckc.compile.realize.scope import LAYER_NAMES, DeckScope
from deckc.compile.realize.slots import SlotFiller
from deckc.dataclass import dataclass
from deckc.model.nodes import Attribute, CodeBlock, Element, Node, rewrite
from deckc.model.source import Value
from deckc.model.theme import VUE_ENDINGS

GLOBAL_LAYERS = ("global-bottom", "global-top", "custom-nav-controls")
"""Those that stand in the page once."""

_OF_CLICKS = (
    *("data-dc-click", "data-dc-hide", "data-dc-mark", "data-dc-motion"),
    *("data-slidev-clicks-start", "data-slidev-clicks-end"),
)


@dataclass(frozen=True, slots=True)
class RealizedLayers:
    """The layers that stand in the page once."""

    nodes: Mapping[str, tuple[Node, ...]]
    markups: tuple[str, ...]
    """Texts in which utilities are searched."""


def realize_layers(deck: DeckScope) -> RealizedLayers:
    """Return the layers that a deck has once; those of slides come with each slide."""
    if not deck.outline.slides:
        return RealizedLayers({}, ())
    layers: dict[str, tuple[Node, ...]] = {}
    texts: dict[str, None] = {}
    slides = tuple(_described(slide, deck.default_layout) for slide in deck.slides)
    for name in GLOBAL_LAYERS:
        expander = Expander(deck, deck.slides[0], is_layer=True)
        nodes = layer_nodes(name, expander, slides)
        if nodes:
            placer = Placer(Timeline(), (), LAYER_NAMES, deck.report)
            layers[name] = rewrite(placer.place(expander.expand(_always_shown(nodes))), _settled)
            texts.update(expander.texts)
    return RealizedLayers(layers, tuple(texts))


def _described(slide: NumberedSlide, default_layout: Value) -> Mapping[str, Value]:
    """Return what a template is told of a slide."""
    return {
        "no": slide.number,
        "title": slide.title,
        "layout": asked_layout(slide, default_layout),
        "frontmatter": dict(slide.frontmatter),
    }


def layer_nodes(
    name: str, expander: Expander, slides: Sequence[Mapping[str, Value]] = ()
) -> tuple[Node, ...]:
    """Return what the files of one layer write, components still in it."""
    deck = expander.deck
    nodes: list[Node] = []
    for path in layer_paths(name, deck):
        if path.suffix in VUE_ENDINGS:
            from deckc.compile.realize.vue.draw import draw_layer  # most decks have none

            nodes += draw_layer(path, expander) or ()
            continue
        template = deck.templates.read(path)
        written = deck.templates.run(path, template.props, frozenset(), expander.frontmatter, slides)
        expander.texts[written.markup] = None
        nodes += expander.fold(SlotFiller({}).fill(written.nodes))
    return tuple(nodes)


def layer_paths(name: str, deck: DeckScope) -> Iterator[Path]:
    """Yield the templates of a layer in root order."""
    for root in deck.theme.roots:
        path = root.layers.get(name)
        if path is not None:
            yield path


def _always_shown(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return the nodes without click directives: a layer belongs to no slide, so no click is its own."""

    def kept(attributes: tuple[Attribute, ...]) -> tuple[Attribute, ...]:
        return tuple(a for a in attributes if a.name.partition(".")[0] not in CLICK_DIRECTIVES)

    out: list[Node] = []
    for node in nodes:
        match node:
            case Element(attributes=attributes, children=children):
                out.append(replace(node, attributes=kept(attributes), children=_always_shown(children)))
            case CodeBlock(attributes=attributes):
                out.append(replace(node, attributes=kept(attributes), ranges=()))
            case _:
                out.append(node)
    return tuple(out)


def _settled(element: Element) -> tuple[Node, ...]:
    """Return an element as its last click leaves it: `<v-clicks>` and `<v-switch>` have none here either."""
    return (element.without(*_OF_CLICKS),)
