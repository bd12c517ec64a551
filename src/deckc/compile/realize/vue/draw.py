"""Draw a component, layout or layer that is written in Vue.

<Badge kind="new">Beta</Badge>    ->   <span class="badge new">Beta</span>
<Counter/>, which has state       ->   <!--dc-island:i0--><button>0</button><!--dc-island-end-->

What never changes is plain HTML in the page; the rest is an island, which the page's script takes over.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from deckc.compile.realize.layouts import with_fallthrough
from deckc.compile.realize.scope import DeckScope, names_of
from deckc.compile.realize.slot_props import given_names
from deckc.compile.realize.slots import Slots, slot_patterns, split_slots
from deckc.compile.realize.vue.filled import Places, read_markup
from deckc.compile.realize.vue.tokens import files_placed, with_tokens
from deckc.compile.realize.vue.use import TagInput, read_tag, with_drag
from deckc.compile.realize.vue.workshop import close_components, open_components, slide_values
from deckc.dataclass import dataclass
from deckc.diagnostics import Span
from deckc.model.nodes import Attribute, Comment, Element, Node, Text
from deckc.model.source import Value
from deckc.model.theme import VUE_ENDINGS
from deckc.model.vue import ComponentUse, DrawnComponent
from deckc.pattern import pattern

if TYPE_CHECKING:
    from deckc.compile.realize.components.expand import Expander
    from deckc.compile.realize.numbering import NumberedSlide

_SCRIPT = "script"
_NEEDS_PLUGIN = pattern(r'it imports "([^"]+)", which needs a plugin')
BOX_STYLE = "border:1px dashed currentColor;border-radius:4px;padding:4px 8px;opacity:0.6"


@dataclass(frozen=True, slots=True)
class _Drawing:
    """One use of a component, and where it stands."""

    deck: DeckScope
    slide: NumberedSlide
    is_layer: bool
    path: Path
    label: str
    span: Span
    given: TagInput
    slots: Slots
    patterns: Mapping[str, Attribute]
    source: str = ""
    """The component itself, where it stands in a slide."""
    is_layout: bool = False

    def draw(self) -> tuple[Node, ...] | None:
        """Return what the component shows, components of deckc's own still in it; None where Vue is not run.

        A component that is broken becomes a box; None for a slide's script or a layout, which others stand in for.
        """
        runner, taken = open_components(self.deck, self.span), self.deck.vue.taken
        if runner is None:
            taken.is_open = True
            return None
        use = ComponentUse(
            self.path,
            self.given.props,
            tuple(sorted(self.slots)),
            slide_values(self.slide, self.deck, is_layer=self.is_layer),
            self.given.dynamic,
            self.given.events,
            self.source,
        )
        drawn = runner.render(use)
        if drawn is None:
            taken.is_open = True
            close_components(self.deck, self.span, runner.problem())
            return None
        taken.drawn.append((use, drawn.modules))
        taken.reads.update(drawn.reads or ())
        taken.is_open |= drawn.reads is None
        if drawn.reaches if self.is_layout else (drawn.reaches or (drawn.is_live and self.patterns)):
            whole = self._whole(drawn)
            if whole is not None:
                return whole
        if drawn.problem:
            self._report(drawn)
            return None if self.source or self.is_layout else self.box()
        span = self.span if self.source else Span(self.deck.files.show(self.path), 1, 1)
        places = Places(self._slot, span, drawn.is_live)
        html = with_tokens(drawn.html, self.deck, span)
        markup = read_markup(html, span, self.deck.report)
        nodes = places.fill(markup) if drawn.html else self._unseen(places, span)
        nodes = with_fallthrough(nodes, self.given.over)
        if not drawn.is_live:
            return nodes
        nodes += places.left(self.slots)
        props = with_drag(use.props, self.given.over, names_of(self.slide))
        placed = replace(use, props=files_placed(props, self.slide, self.deck))
        name = runner.island(placed)
        taken.islands.setdefault(name, placed)
        return (Comment(f"dc-island:{name}", span), *nodes, Comment("dc-island-end", span))

    def box(self) -> tuple[Node, ...]:
        """Return a labelled box for a component that cannot be drawn, with what it holds."""
        label = Element("small", (), (Text(f"<{self.label}>", self.span),), self.span)
        content = tuple(node for nodes in self.slots.values() for node in nodes)
        kept = tuple(a for a in self.given.over if a.name.startswith(("v-click", "v-after", "data-v-")))
        style = Attribute("style", BOX_STYLE, self.span)
        return (Element("div", (style, *kept), (label, *content), self.span),)

    def _unseen(self, places: Places, span: Span) -> tuple[Node, ...]:
        """Return the slots of a component that only a browser can run: their content has to be in the page."""
        empty = Attribute("data-p", "{}", span)
        return places.fill(
            tuple(
                Element("deckc-slot", (Attribute("data-n", name, span), empty), (), span)
                for name in self.slots
            )
        )

    def _whole(self, drawn: DrawnComponent) -> tuple[Node, ...] | None:
        """Return the component as one with its slots' content; None where that stays the slide's."""
        from deckc.compile.realize.vue.slot_content import find_taken, whole_tag

        taken = find_taken(drawn, self.slots, self.patterns, self.deck.theme)
        path = self.slide.parsed.source.file.path
        # a layout is no component that a tag finds by its name
        file = Path(os.path.relpath(self.path, path.parent)).as_posix() if self.is_layout else ""
        whole = whole_tag(self.label, self.slots, self.patterns, taken, file)
        if whole is None:
            return None
        made = replace(self, path=path, slots=whole.slots, patterns={}, source=whole.source)
        nodes = made.draw()
        return nodes if nodes is not None or self.is_layout else self.box()

    def _slot(self, name: str, props: Mapping[str, Value]) -> tuple[Node, ...]:
        content = self.slots.get(name, ())
        pattern = self.patterns.get(name)
        if pattern is None:
            return content
        return given_names(content, pattern, props, names_of(self.slide), self.deck.report)

    def _report(self, drawn: DrawnComponent) -> None:
        needed = _NEEDS_PLUGIN.search(drawn.problem)
        key = needed[1] if needed else f"{drawn.span}: {drawn.problem}"
        if key in self.deck.vue.reported:
            return
        self.deck.vue.reported.add(key)
        place = drawn.span or self.span
        if needed:
            message = f'components that import "{needed[1]}" are not drawn: it needs a plugin of a build tool'
            help_text = "write a fence, ```ts {monaco} or ```ts twoslash, or draw it without that package"
            self.deck.report.note("needs-plugin", message, place, help_text)
            return
        if self.source and self.label != _SCRIPT:  # a text that the author never wrote
            what, place = f"what <{self.label}> holds", self.span
        elif self.source:
            what = "the slide's script"
        else:
            what = f'the component "{self.deck.files.show(self.path)}"'
        message = f"{what} cannot be {'run' if self.label == _SCRIPT else 'drawn'}: {drawn.problem}"
        self.deck.report.error("broken-component", message, place)


def is_vue(path: Path) -> bool:
    """Return whether a file holds a component that Vue has to run."""
    return path.suffix in VUE_ENDINGS


def build_vue(element: Element, path: Path, expander: Expander) -> tuple[Node, ...]:
    """Return what stands for the tag of a component that is written in Vue."""
    drawing = _read_drawing(element, path, expander)
    drawn = drawing.draw()
    return expander.expand(drawing.box() if drawn is None else drawn)


def draw_tag(
    element: Element, source_of: Callable[[Iterable[str]], str], expander: Expander
) -> tuple[Node, ...] | None:
    """Return what a tag shows by the component that is made for its slots; None where Vue is not run."""
    drawing = _read_drawing(element, expander.slide.parsed.source.file.path, expander)
    return replace(drawing, source=source_of(drawing.slots)).draw()


def _read_drawing(element: Element, path: Path, expander: Expander) -> _Drawing:
    own = next((a for a in element.attributes if a.name[:1] == "#" or a.name.startswith("v-slot")), None)
    children = element.children
    if own is not None:
        children = (Element("template", (own,), children, element.span),)
    given = read_tag((a for a in element.attributes if a is not own), expander.names, expander.report)
    slots, patterns = split_slots(children), slot_patterns(children)
    return _Drawing(
        expander.deck,
        expander.slide,
        expander.is_layer,
        path,
        element.tag,
        element.span,
        given,
        slots,
        patterns,
    )


def draw_layout(
    slide: NumberedSlide,
    path: Path,
    body: tuple[Node, ...],
    props: Mapping[str, Value],
    over: list[Attribute],
    deck: DeckScope,
) -> tuple[Node, ...] | None:
    """Return a slide in a layout that is written in Vue; None where another has to stand in."""
    span = slide.frontmatter.span("layout") or slide.parsed.source.file.span(0)
    given = TagInput(props=dict(props), over=over)
    slots, patterns = split_slots(body), slot_patterns(body)
    drawing = _Drawing(deck, slide, False, path, path.stem, span, given, slots, patterns, is_layout=True)
    return drawing.draw()


def draw_layer(path: Path, expander: Expander) -> tuple[Node, ...] | None:
    """Return what a global layer shows that is written in Vue; None where Vue is not run."""
    span = Span(expander.deck.files.show(path), 1, 1)
    return _Drawing(
        expander.deck, expander.slide, expander.is_layer, path, path.stem, span, TagInput(), {}, {}
    ).draw()


def draw_script(
    slide: NumberedSlide, source: str, slots: Slots, span: Span, deck: DeckScope
) -> tuple[Node, ...] | None:
    """Return what a slide shows whose script and body are the component `source`; None where Vue is not run."""
    path = slide.parsed.source.file.path
    return _Drawing(deck, slide, False, path, _SCRIPT, span, TagInput(), slots, {}, source).draw()
