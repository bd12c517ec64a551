"""Read where an element that can be dragged stands (spec 10.4).

"100,50,200,_,10"    left 100, top 50, 200 wide, as high as its content, turned by 10 degrees
"title"              what the slide's `dragPos` says of "title"
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

from deckc.compile.realize.attributes import laid_over
from deckc.compile.realize.constants import fold
from deckc.dataclass import dataclass
from deckc.diagnostics import Report, Span
from deckc.diagnostics.suggest import did_you_mean
from deckc.model.nodes import Attribute, Element
from deckc.model.source import Value, text_of_value

_UNPLACED = "position:absolute;z-index:100"


@dataclass(frozen=True, slots=True)
class Position:
    """A place on the canvas; the box before it is turned about its centre."""

    box: tuple[float, float, float, float]
    """Left, top, width and height in px; NaN for a height that the content decides, or a place not given."""
    turn_deg: float = 0
    name: str | None = None
    """The id in `dragPos`."""

    @property
    def style(self) -> str:
        """Return the declarations that put an element there."""
        left, top, width, height = self.box
        if math.isnan(left) or math.isnan(width):
            return _UNPLACED
        high = "" if math.isnan(height) else f"height:{height:g}px;"
        return (
            f"{_UNPLACED};left:{left:g}px;top:{0 if math.isnan(top) else top:g}px;width:{width:g}px;{high}"
            f"transform-origin:center center;transform:rotate({self.turn_deg:g}deg)"
        )


def read_position(value: Value, frontmatter: Mapping[str, Value], span: Span, report: Report) -> Position:
    """Return the position that a value gives or names."""
    if isinstance(value, list):
        return _position(value, None)
    text = text_of_value(value).strip()
    if not text:
        return _position([], None)
    if "," in text:
        return _position(text.split(","), None)
    places = frontmatter.get("dragPos")
    places = places if isinstance(places, dict) else {}
    if text not in places:
        advice = (
            did_you_mean(text, places)
            or f'give it a place in the frontmatter: dragPos: {{{text}: "0,0,200,_"}}'
        )
        report.warn("unknown-drag-id", f'"dragPos" has no place for "{text}"', span, advice)
    place = places.get(text)
    return _position(place if isinstance(place, list) else text_of_value(place).split(","), text)


def place_drag(element: Element, scope: Mapping[str, object], report: Report) -> Element:
    """Return an element whose `v-drag` is settled; the element as it is where it has none."""
    directive = element.attribute("v-drag")
    if directive is None:
        return element
    span = directive.value_span or directive.span
    folded = fold(directive.value, span, scope, report)
    if folded is None:
        message = f'the place "{directive.value}" is not known before the page runs'
        report.warn("dynamic-drag", message, span, "write it out, as [100, 50, 200, 80]")
    known = scope.get("$frontmatter")
    frontmatter = known if isinstance(known, dict) else {}
    position = read_position(None if folded is None else folded.value, frontmatter, span, report)
    added = [Attribute("style", position.style, directive.span)]
    if position.name is not None:
        added.append(Attribute("data-drag-id", position.name, directive.span))
    return replace(element, attributes=laid_over(element.without("v-drag").attributes, added))


def _position(parts: list[Value] | list[str], name: str | None) -> Position:
    numbers = [_number(part) for part in parts[:5]]
    left, top, width, height, turn = (*numbers, *[math.nan] * (5 - len(numbers)))
    return Position((left, top, width, height), 0 if math.isnan(turn) else turn, name)


def _number(value: Value) -> float:
    try:
        number = float(text_of_value(value))
    except ValueError:
        return math.nan
    return number if math.isfinite(number) else math.nan
