"""Walk over a slide and replace every component, outermost first.

Outermost first, because `<v-clicks>` counts what is written inside it: a component there is one step,
whatever it shows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field, replace

from deckc.compile.realize.components.native_tags import NATIVE_TAGS
from deckc.compile.realize.conditions import Folder
from deckc.compile.realize.numbering import NumberedSlide
from deckc.compile.realize.scope import LAYER_NAMES, DeckScope, names_of
from deckc.compile.realize.slots import slot_of
from deckc.dataclass import dataclass
from deckc.diagnostics import Report
from deckc.model.nodes import CodeBlock, Element, Node
from deckc.model.source import Value

_DEEPEST = 32
"""Components inside components; one that holds itself would never end."""
_MOST = 10_000
"""Components in all; one that holds itself twice would grow beyond any page before it is too deep."""
_DEEPEST_ELEMENT = 240
"""Elements inside elements, those of components included: what comes later walks over them recursively."""


@dataclass(slots=True)
class Expander:
    """Expands the components of one slide, or of one global layer."""

    deck: DeckScope
    slide: NumberedSlide
    """For a global layer the first one."""
    is_layer: bool = False
    """Whether it is for a global layer, whose slide is the one on screen: only the page knows which."""
    texts: dict[str, None] = field(default_factory=dict)
    """What templates wrote, and classes that built-ins bring along: utilities are searched in them."""
    ids: int = 0
    """Ids given out so far: a drawing names its parts, and no two of a page may have the same name."""
    names: Mapping[str, object] = field(init=False)
    """What is known while compiling."""
    _components: int = 0
    """Components around the one at hand."""
    _made: int = 0
    """Components expanded so far."""
    _elements: int = 0
    """Elements around the one at hand."""

    def __post_init__(self) -> None:
        self.names = LAYER_NAMES if self.is_layer else names_of(self.slide)

    @property
    def frontmatter(self) -> dict[str, Value]:
        """Return what `$frontmatter` is here."""
        return {} if self.is_layer else dict(self.slide.frontmatter)

    @property
    def number(self) -> int:
        """Return the slide's number, for what is written into it."""
        self.deck.tells_number = True
        return self.slide.number

    def next_id(self) -> str:
        """Return an id that no other element of the page has: slide and running number."""
        self.ids += 1
        return f"{'g' if self.is_layer else self.number}-{self.ids}"

    @property
    def report(self) -> Report:
        """Return where mistakes are told."""
        return self.deck.report

    def expand(self, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        """Return the nodes without components."""
        out: list[Node] = []
        changed = False
        for node in nodes:
            if isinstance(node, CodeBlock) and node.title:
                node = self._code_block(node)  # noqa: PLW2901 - the node as it stays
                changed = True
            if not isinstance(node, Element):
                out.append(node)
                continue
            made = self._element(node)
            changed = changed or made is not node
            if isinstance(made, Element):
                out.append(made)
            else:
                out.extend(made)
        return tuple(out) if changed else nodes

    def _element(self, element: Element) -> Element | tuple[Node, ...]:
        if element.tag in NATIVE_TAGS or element.is_plain or element.attribute("v-pre") is not None:
            return self.inside(element)
        from deckc.compile.realize.components.lookup import find_builder

        self._made += 1
        if self._components >= _DEEPEST or self._made > _MOST:
            message = f'"{element.tag}" stands inside itself without end; it is left out'
            self.report.error("endless-component", message, element.span)
            return ()
        builder = find_builder(element, self)
        if builder is None:
            return self.inside(element)
        self._components += 1
        made = builder(element, self)
        self._components -= 1
        return _carry_conditions(element, made)

    def _code_block(self, block: CodeBlock) -> CodeBlock:
        from deckc.compile.realize.components.title_icon import with_icon

        return with_icon(block, self)

    def inside(self, element: Element) -> Element:
        """Return an element that stays, its content expanded."""
        if element.attribute("v-pre") is not None or not element.children:
            return element
        if self._elements >= _DEEPEST_ELEMENT:
            self.report.error("nesting-too-deep", f'"{element.tag}" is nested too deep', element.span)
            return element.with_children(())
        self._elements += 1
        children = self.expand(element.children)
        self._elements -= 1
        return element if children is element.children else element.with_children(children)

    def fold(self, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        """Return a template's nodes with constant conditions and loops settled."""
        return Folder(self.names, self.report).fold(nodes, {})


Build = Callable[[Element, Expander], tuple[Node, ...]]
"""Makes the nodes that stand for a component."""


def _carry_conditions(element: Element, made: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return what a component became with the conditions that stood on its tag."""
    kept = tuple(a for a in element.attributes if a.name in {"v-if", "v-else-if", "v-else", "v-for"})
    if not kept:
        return made
    if len(made) == 1 and isinstance(made[0], Element) and slot_of(made[0]) is None:
        root = made[0]
        own = tuple(a for a in root.attributes if a.name not in {k.name for k in kept})
        return (replace(root, attributes=(*kept, *own)),)
    return (Element("template", kept, made, element.span),)
