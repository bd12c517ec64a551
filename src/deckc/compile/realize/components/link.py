"""`<Link to="3">` -> `<a href="#/3" data-dc-link="3">` (spec 5.2 and section 10)."""

from __future__ import annotations

from urllib.parse import unquote

from deckc.compile.realize.assets.places import OutsideError
from deckc.compile.realize.attributes import laid_over
from deckc.compile.realize.components.expand import Expander
from deckc.compile.realize.declared import read_builtin
from deckc.compile.realize.links import Route
from deckc.compile.realize.props import Props
from deckc.compile.realize.slots import split_slots
from deckc.diagnostics.suggest import did_you_mean
from deckc.model.nodes import Attribute, Element, Node


def build_link(element: Element, expander: Expander) -> tuple[Node, ...]:
    """Return a link to a slide; to a file, or the page of another deck, where the address names one."""
    props = read_builtin("Link", element, expander.names, expander.report)
    content = expander.expand(split_slots(element.children).get("default", ()))
    own = _address(element, props, expander)
    if (bound := props.bound.get("title")) is not None:
        content, own = (), (*own, Attribute("v-html", bound.value, bound.span, bound.value_span))
    elif props.values.get("title") not in (None, ""):
        content = _title(element, props, expander)
    return (Element("a", laid_over(own, props.rest), content, element.span),)


def link_attributes(route: Route, element: Element, expander: Expander) -> tuple[Attribute, ...]:
    """Return the attributes of a link to a slide; a link to its own slide has the router's classes."""
    span = element.span
    made = [Attribute("href", f"#/{route.path}", span), Attribute("data-dc-link", route.path, span)]
    if expander.is_layer:
        here = f"$page === {route.number or 0}"
        made.append(Attribute(":class", f"{here} && 'router-link-active router-link-exact-active'", span))
        made.append(Attribute(":aria-current", f"{here} ? 'page' : null", span))
    elif route.number == expander.number:
        made.append(Attribute("class", "router-link-active router-link-exact-active", span))
        made.append(Attribute("aria-current", "page", span))
    return tuple(made)


def _address(element: Element, props: Props, expander: Expander) -> tuple[Attribute, ...]:
    span = element.span
    bound = props.bound.get("to")
    if bound is not None:
        expression = f"String({bound.value})"
        return (
            Attribute(":href", f"'#/' + {expression}", bound.span, bound.value_span),
            Attribute(":data-dc-link", expression, bound.span, bound.value_span),
        )
    to = props.text("to")
    route = expander.deck.routes.resolve(to, expander.slide)
    if route.is_known:
        return link_attributes(route, element, expander)
    page = expander.deck.places.find_deck(to.strip(), expander.slide.parsed.source.file.path.parent)
    if page is not None:
        return (Attribute("href", page, span),)
    if _names_file(to, expander):
        return (Attribute("href", to, span), Attribute("target", "_blank", span))
    place = element.attribute("to", ":to")
    expander.report.warn(
        "unknown-link",
        f'no slide has the address "{unquote(to)}"',
        span if place is None else place.value_span or place.span,
        did_you_mean(unquote(to).strip("./#"), expander.deck.routes.numbers)
        or f"slides are numbered 1 to {len(expander.deck.slides)}",
    )
    return link_attributes(route, element, expander)


def _names_file(to: str, expander: Expander) -> bool:
    """Whether an address names a file, which Slidev's router would take for a slide (spec 5.2)."""
    base = expander.slide.parsed.source.file.path.parent
    try:
        return expander.deck.places.find(to, base) is not None
    except OutsideError:
        return False


def _title(element: Element, props: Props, expander: Expander) -> tuple[Node, ...]:
    from deckc.template import parse_template

    span = element.span
    text = props.text("title")
    return parse_template(text, lambda _offset, _length: span, expander.report, interpolate=False)
