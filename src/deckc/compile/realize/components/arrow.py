"""`<Arrow>` and `<VDragArrow>` -> a drawn arrow over the slide (spec section 10).

<Arrow x1="10" y1="20" x2="100" y2="200"/>
<svg class="absolute left-0 top-0" width="150" height="250"> marker, line, and a wider line that takes the pointer
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from deckc.compile.realize.attributes import laid_over
from deckc.compile.realize.components.expand import Expander
from deckc.compile.realize.declared import read_builtin
from deckc.compile.realize.drag import read_position
from deckc.compile.realize.props import Props
from deckc.diagnostics import Span
from deckc.model.nodes import Attribute, Element, Node

_ENDS = ("x1", "y1", "x2", "y2")
_DEFAULT_POSITION = "100,100,300,300"
_MARGIN = 50
"""px around the arrow, so that its head is not cut."""
_CLASSES = "absolute left-0 top-0"


def build_arrow(element: Element, expander: Expander) -> tuple[Node, ...]:
    """Return an arrow from one point to another."""
    props = read_builtin("Arrow", element, expander.names, expander.report)
    ends = {
        name: bound.value or "0" if (bound := props.bound.get(name)) else f"{props.finite_number(name, 0):g}"
        for name in _ENDS
    }
    return (_draw(ends, props, element, expander),)


def build_drag_arrow(element: Element, expander: Expander) -> tuple[Node, ...]:
    """Return an arrow along the diagonal of a box."""
    props = read_builtin("VDragArrow", element, expander.names, expander.report)
    position = read_position(
        props.values.get("pos", _DEFAULT_POSITION), expander.frontmatter, element.span, expander.report
    )
    left, top, width, height = (0.0 if math.isnan(n) else n for n in position.box)
    ends = dict(
        zip(_ENDS, (f"{n:g}" for n in (left, top, left + width, top + height)), strict=True),
    )
    drawn = _draw(ends, props, element, expander)
    return (drawn.with_attribute("data-drag-id", position.name or expander.next_id()),)


def _draw(ends: dict[str, str], props: Props, element: Element, expander: Expander) -> Element:
    """Draw an arrow whose `ends` are numbers, or expressions where the page moves it."""
    expander.texts[f'class="{_CLASSES}"'] = None
    span = element.span
    name = f"deckc-arrow-{expander.next_id()}"
    color, two_way = _color(props, "stroke", span), props.flag("twoWay")
    place = tuple(_attribute(key, text, span) for key, text in ends.items())
    heads = {"marker-end": f"url(#{name})", "marker-start": f"url(#{name}-rev)" if two_way else "none"}
    pointer = {"stroke": "transparent", "stroke-linecap": "round", "stroke-width": "20"}
    own = (
        Attribute("class", _CLASSES, span),
        _size("width", ends["x1"], ends["x2"], span),
        _size("height", ends["y1"], ends["y2"], span),
    )
    fill = _color(props, "fill", span)
    markers = (_head(name, fill, span), *([_head(name, fill, span, at_start=True)] if two_way else ()))
    children = (
        Element("defs", (), markers, span),
        Element("line", (*place, color, _width(props, span), *_static(heads, span)), (), span),
        Element("line", (*place, *_static(pointer, span)), (), span),
    )
    return Element("svg", laid_over(own, props.rest), children, span)


def _color(props: Props, name: str, span: Span) -> Attribute:
    """Return the colour as an attribute of a part, bound where the page decides it."""
    if (bound := props.bound.get("color")) is not None:
        return Attribute(f":{name}", f"({bound.value}) || 'currentColor'", bound.span)
    return Attribute(name, props.text("color") or "currentColor", span)


def _width(props: Props, span: Span) -> Attribute:
    if (bound := props.bound.get("width")) is not None:
        return Attribute(":stroke-width", f"({bound.value}) || 2", bound.span)
    return Attribute("stroke-width", f"{props.finite_number('width', 2) or 2:g}", span)


def _head(name: str, fill: Attribute, span: Span, *, at_start: bool = False) -> Element:
    shape, reference, width = (
        ("20 0, 10 3.5, 20 7", "11", "20") if at_start else ("0 0, 10 3.5, 0 7", "9", "10")
    )
    marker = {
        "id": f"{name}-rev" if at_start else name,
        "markerUnits": "strokeWidth",
        "markerWidth": width,
        "markerHeight": "7",
        "refX": reference,
        "refY": "3.5",
        "orient": "auto",
    }
    polygon = Element("polygon", (Attribute("points", shape, span), fill), (), span)
    return Element("marker", tuple(_static(marker, span)), (polygon,), span)


def _size(name: str, first: str, second: str, span: Span) -> Attribute:
    try:
        return Attribute(name, f"{max(float(first), float(second)) + _MARGIN:g}", span)
    except ValueError:
        return Attribute(f":{name}", f"Math.max(+({first}), +({second})) + {_MARGIN}", span)


def _attribute(name: str, text: str, span: Span) -> Attribute:
    try:
        float(text)
    except ValueError:
        return Attribute(f":{name}", text, span)
    return Attribute(name, text, span)


def _static(values: dict[str, str], span: Span) -> Iterator[Attribute]:
    return (Attribute(name, value, span) for name, value in values.items())
