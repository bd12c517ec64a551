"""`<carbon-add class="x"/>` -> an inline SVG, 1.2em high and as wide as its drawing (spec 14.11 and 9.4)."""

from __future__ import annotations

import math
import re

from deckc.compile.realize.attributes import laid_over
from deckc.compile.realize.components.expand import Build, Expander
from deckc.model.nodes import Attribute, Element, Node, RawHtml
from deckc.model.services import MISSING_ICON, Icon
from deckc.pattern import pattern

_SCALE = 1.2
_ID = pattern(r'\bid="([^"]+)"')


def find_icon(element: Element, expander: Expander) -> Build | None:
    """Return what draws the icon that a tag names; None where no icon set has such a name."""
    tag = element.tag
    if not ("-" in tag or ":" in tag or tag[:1].isupper()):
        return None
    names = expander.deck.services.icons.split(tag.removeprefix("i-"))
    if names is None:
        return None
    return lambda each, _expander: build_icon(each, names, expander)


def build_icon(element: Element, names: tuple[str, str], expander: Expander) -> tuple[Node, ...]:
    """Return the icon; a neutral box of its size where it is not to be had."""
    icons = expander.deck.services.icons
    icon = icons.icon(*names)
    if icon is None:
        collection, name = names
        message = f'the icon "{name}" of "{collection}" is not to be had'
        expander.report.warn("missing-icon", message, element.span, icons.problem(collection))
        icon = MISSING_ICON
    return (_svg(element, icon, _body(icon, expander)),)


def drawing_of(icon: Icon, expander: Expander) -> str:
    """Return an icon as SVG markup that fills its box."""
    return f'<svg viewBox="{_view_box(icon)}" aria-hidden="true">{_body(icon, expander)}</svg>'


def _view_box(icon: Icon) -> str:
    return " ".join(f"{number:g}" for number in (icon.left, icon.top, icon.width, icon.height))


def _svg(element: Element, icon: Icon, body: str) -> Element:
    span = element.span
    own = (
        Attribute("class", "slidev-icon", span),
        Attribute("viewBox", _view_box(icon), span),
        Attribute(
            "width",
            f"{_rounded_up(_SCALE * _rounded_up(icon.width / (icon.height or icon.width or 1))):g}em",
            span,
        ),
        Attribute("height", f"{_SCALE:g}em", span),
    )
    return Element("svg", laid_over(own, element.attributes), (RawHtml(body, span),), span)


def _rounded_up(ems: float) -> float:
    """Return a size to hundredths as Iconify's loader rounds it, both before and after scaling (measured)."""
    return math.ceil(ems * 100) / 100


def _body(icon: Icon, expander: Expander) -> str:
    """Return the drawing with ids of its own: a gradient of a slide that is not shown cannot be used."""
    if 'id="' not in icon.body:
        return icon.body
    suffix = f"-{expander.next_id()}"
    body = icon.body
    for name in dict.fromkeys(_ID.findall(body)):
        quoted = re.escape(name)
        body = re.sub(rf'(\bid="|url\(#|href="#){quoted}(?=["\)])', rf"\g<1>{name}{suffix}", body)
    return body
