"""Choose a slide's layout, run its template and fill its slots (spec 4 and 8).

layout: two-cols                    <div class="slidev-layout two-columns ...">
# Left              ->                <div class="col-left"><h1>Left</h1></div>
::right::                             <div class="col-right"><h1>Right</h1></div>
# Right                             </div>
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from deckc.compile.realize.attributes import attribute_of, laid_over, merged_style
from deckc.compile.realize.background import shows_nothing
from deckc.compile.realize.numbering import NumberedSlide
from deckc.compile.realize.scope import DeckScope, names_of
from deckc.compile.realize.slot_props import slot_binder
from deckc.compile.realize.slots import (
    SlotFiller,
    has_content,
    slot_name,
    slot_of,
    slot_patterns,
    split_slots,
)
from deckc.dataclass import dataclass
from deckc.diagnostics.suggest import did_you_mean
from deckc.model.nodes import Attribute, Comment, Element, Node
from deckc.model.source import Value, text_of_value
from deckc.model.theme import VUE_ENDINGS
from deckc.template.names import camelize

_STRIPPED = """
    clicks clicksStart disabled hide hideInToc layout level preload routeAlias src title transition zoom
    dragPos lang clickAnimation
"""
_STRIPPED_ON_FIRST = """
    theme titleTemplate info author keywords presenter browserExporter download exportFilename export
    highlighter lineNumbers monaco monacoTypesSource monacoTypesAdditionalPackages monacoRunAdditionalDeps
    monacoRunUseStrict remoteAssets selectable record colorSchema routerMode aspectRatio canvasWidth
    themeConfig favicon plantUmlServer fonts defaults drawings htmlAttrs mdc comark contextMenu wakeLock pwa
    seoMeta notesAutoRuby magicMoveDuration preloadImages
"""
STRIPPED = frozenset(_STRIPPED.split())
"""Frontmatter that no layout sees (spec 4.2)."""
STRIPPED_ON_FIRST = STRIPPED | frozenset(_STRIPPED_ON_FIRST.split())
"""The same on slide 1 (spec 4.3)."""
_GROUNDS = frozenset(["background", "image"])


@dataclass(frozen=True, slots=True)
class FilledLayout:
    """A slide in its layout."""

    name: str
    nodes: tuple[Node, ...]
    text: str
    """What the template wrote: utilities are searched in it."""


def fill_layout(
    slide: NumberedSlide, body: tuple[Node, ...], scope_attribute: str | None, deck: DeckScope
) -> FilledLayout:
    """Return the slide's layout with the slide's body in its slots."""
    name, path = choose_layout(slide, deck)
    if path is None:
        return FilledLayout(name, body, "")
    if path.suffix in VUE_ENDINGS:
        drawn = _vue_layout(slide, path, body, scope_attribute, deck)
        if drawn is not None:
            return FilledLayout(name, drawn, "")
        path = _plain_layout(name, deck) or _plain_layout("default", deck)
        if path is None:
            return FilledLayout(name, body, "")
        # what only stands in need not have the slots of the layout that was asked for
        return replace(_filled(slide, path, body, scope_attribute, deck)[0], name=name)
    filled, places = _filled(slide, path, body, scope_attribute, deck)
    report_unknown_slots(body, places, f'layout "{name}"', deck)
    return replace(filled, name=name)


def _filled(
    slide: NumberedSlide, path: Path, body: tuple[Node, ...], scope_attribute: str | None, deck: DeckScope
) -> tuple[FilledLayout, set[str]]:
    """Return a slide in the layout of a template, and the names of the slots that it has."""
    template = deck.templates.read(path)
    declared = dict(template.props)
    props: dict[str, Value] = {}
    extra: list[Attribute] = []
    span = slide.parsed.source.file.span(0)
    for key, value in layout_props(slide):
        if camelize(key) in declared:
            if value is not None:
                props[camelize(key)] = value
            if key in _GROUNDS and isinstance(value, str) and shows_nothing(value):
                _report_ground(key, value, slide, deck)
        elif (attribute := attribute_of(key, value, slide.frontmatter.span(key) or span)) is not None:
            extra.append(attribute)
    if scope_attribute is not None:
        extra.append(Attribute(scope_attribute, None, span))
    slots = split_slots(body)
    written = deck.templates.run(path, {**declared, **props}, frozenset(slots), dict(slide.frontmatter))
    filler = SlotFiller(slots, patterns=slot_patterns(body), bind=slot_binder(names_of(slide), deck.report))
    nodes = filler.fill(with_fallthrough(written.nodes, extra))
    return FilledLayout("default", nodes, written.markup), filler.places


def _report_ground(key: str, value: str, slide: NumberedSlide, deck: DeckScope) -> None:
    message = f'"{key}" names a picture, or a colour by "#" or "rgb": nothing is shown of "{value}"'
    help_text = "give the slide a style: .slidev-layout { background: ... }"
    deck.report.warn("invalid-value", message, slide.frontmatter.span(key), help_text)


def choose_layout(slide: NumberedSlide, deck: DeckScope) -> tuple[str, Path | None]:
    """Return the name and template of a slide's layout; `default` where there is no such layout."""
    name = asked_layout(slide, deck.default_layout)
    path = deck.theme.layout(name)
    span = slide.frontmatter.span("layout")
    if path is None:
        message = f'theme "{deck.theme.name}" has no layout "{name}"'
        deck.report.error("unknown-layout", message, span, did_you_mean(name, deck.theme.layout_names))
        name, path = "default", deck.theme.layout("default")
    return name, path


def asked_layout(slide: NumberedSlide, fallback: Value) -> str:
    """Return the layout that a slide names, else the headmatter's default, else `cover` or `default`."""
    own = slide.frontmatter.get("layout")
    asked = own if own is not None else fallback
    return text_of_value(asked) if asked else "cover" if slide.number == 1 else "default"


def _vue_layout(
    slide: NumberedSlide, path: Path, body: tuple[Node, ...], scope_attribute: str | None, deck: DeckScope
) -> tuple[Node, ...] | None:
    """Return a slide in a layout that is written in Vue; None where Vue is not run."""
    from deckc.compile.realize.vue.draw import draw_layout  # most decks have none

    props = {key: value for key, value in layout_props(slide) if value is not None}
    if "style" in props:
        props["style"] = merged_style(props["style"])
    over = []
    if scope_attribute is not None:
        over.append(Attribute(scope_attribute, None, slide.parsed.source.file.span(0)))
    return draw_layout(slide, path, body, props, over, deck)


def layout_props(slide: NumberedSlide) -> Iterator[tuple[str, Value]]:
    """Yield what the slide hands to its layout (spec 4.1)."""
    stripped = STRIPPED_ON_FIRST if slide.number == 1 else STRIPPED
    for key, value in slide.frontmatter.items():
        if key not in stripped:
            yield key, value
    yield "frontmatter", dict(slide.frontmatter)


def with_fallthrough(nodes: tuple[Node, ...], extra: list[Attribute]) -> tuple[Node, ...]:
    """Return a template's nodes with attributes laid over its root; several roots drop them (spec 4.5)."""
    roots = [node for node in nodes if has_content((node,))]
    if len(roots) != 1 or not isinstance(roots[0], Element) or roots[0].tag == "slot" or not extra:
        return nodes
    root = roots[0]
    merged = replace(root, attributes=laid_over(root.attributes, extra))
    return tuple(merged if node is root else node for node in nodes if not isinstance(node, Comment))


def report_unknown_slots(body: tuple[Node, ...], places: set[str], owner: str, deck: DeckScope) -> None:
    """Warn of content for slots that a layout or component does not have."""
    for node in body:
        attribute = slot_of(node)
        if attribute is not None and (name := slot_name(attribute)) not in places:
            message = f'{owner} has no slot "{name}"; its content is not shown'
            deck.report.warn("unknown-slot", message, attribute.span, did_you_mean(name, sorted(places)))


def _plain_layout(name: str, deck: DeckScope) -> Path | None:
    """Return the latest layout of this name that is not a Vue component."""
    paths = (root.layouts[name] for root in reversed(deck.theme.roots) if name in root.layouts)
    return next((path for path in paths if path.suffix not in VUE_ENDINGS), None)
