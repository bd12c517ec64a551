"""`<Tweet id="20"/>` and `<BlueSky uri="..."/>` -> a card that links to the post (spec section 10).

The sites' own widgets are programs from another host; the card asks nothing of anyone.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from deckc.compile.realize.components.expand import Expander
from deckc.compile.realize.components.transform import build_transform
from deckc.compile.realize.declared import read_builtin
from deckc.compile.realize.props import Props
from deckc.model.nodes import Attribute, Element, Node, RawHtml

_POST = re.compile(r"at://([^/]+)/app\.bsky\.feed\.post/([^/?#]+)")
_X = '<path d="M3 3l15 18h3L6 3zM20 3l-7 8M11 13l-7 8"/>'
_BUTTERFLY = (
    '<path d="M12 11c-1-3-5-7-8-7-2 0-1 7 0 8s3 1 4 1c-3 0-4 2-2 4s5 2 6-2c1 4 4 4 6 2s1-4-2-4c1 0 3 0 4-1s2-8 0-8'
    'c-3 0-7 4-8 7z"/>'
)


def build_tweet(element: Element, expander: Expander) -> tuple[Node, ...]:
    """Return a card that links to a post on X."""
    props = read_builtin("Tweet", element, expander.names, expander.report)
    address = f"https://x.com/i/status/{quote(props.text('id').strip())}"
    return _card(element, props, expander, ("tweet slidev-tweet", address, "Post on X", _X))


def build_bluesky(element: Element, expander: Expander) -> tuple[Node, ...]:
    """Return a card that links to a post on Bluesky; `uri` is its address, or an `at://` one."""
    props = read_builtin("BlueSky", element, expander.names, expander.report)
    uri = props.text("uri").strip()
    post = _POST.fullmatch(uri)
    address = f"https://bsky.app/profile/{quote(post[1], ':')}/post/{quote(post[2])}" if post else uri
    if not address.startswith("https://"):
        address = "https://bsky.app/"
    return _card(element, props, expander, ("slidev-bluesky", address, "Post on Bluesky", _BUTTERFLY))


def _card(
    element: Element, props: Props, expander: Expander, shown: tuple[str, str, str, str]
) -> tuple[Node, ...]:
    classes, address, label, drawing = shown
    span = element.span
    icon = RawHtml(
        '<svg viewBox="0 0 24 24" width="1em" height="1em" fill="none" stroke="currentColor" stroke-width="2" '
        f'aria-hidden="true">{drawing}</svg>',
        span,
    )
    attributes = {
        "href": address,
        "target": "_blank",
        "class": "deckc-post",
        "aria-label": label,
        "title": address,
    }
    link = Element("a", tuple(Attribute(n, v, span) for n, v in attributes.items()), (icon,), span)
    box = Element("div", (Attribute("class", classes, span),), (link,), span)
    bound = props.bound.get("scale")
    scale = Attribute("scale", props.text("scale") or "1", span)
    scale = scale if bound is None else Attribute(":scale", bound.value, bound.span, bound.value_span)
    return build_transform(Element("Transform", (scale, *props.rest), (box,), span), expander)
