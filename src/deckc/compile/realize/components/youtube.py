"""`<Youtube id="luoMHjh-XcQ"/>` -> a frame of its size with a poster of ours (spec section 10).

Nothing is asked of another host until the poster is pressed: it is a link inside the frame, to the player.
"""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from deckc.compile.realize.attributes import laid_over
from deckc.compile.realize.components.expand import Expander
from deckc.compile.realize.declared import read_builtin
from deckc.model.nodes import Attribute, Element, Node

_PLAYER = "https://www.youtube.com/embed/"
_POSTER = (
    "<style>html,body{{margin:0;height:100%;background:#ddd;box-shadow:inset 0 0 0 1px #0001}}"
    "a{{display:grid;place-items:center;height:100%}}svg{{width:22%;min-width:40px;max-width:72px}}"
    "a:hover rect,a:focus rect{{fill:#c00}}</style>"
    '<a href="{address}" aria-label="Play the video on YouTube"><svg viewBox="0 0 68 48">'
    '<rect width="68" height="48" rx="12" fill="#555"/><path d="M27 14v20l18-10z" fill="#fff"/></svg></a>'
)


def build_youtube(element: Element, expander: Expander) -> tuple[Node, ...]:
    """Return the frame; `id` may carry a query, such as `ID?start=30`."""
    props = read_builtin("Youtube", element, expander.names, expander.report)
    span = element.span
    own = [Attribute("class", "youtube", span)]
    for each in ("width", "height"):
        if (bound := props.bound.get(each)) is not None:
            own.append(Attribute(f":{each}", bound.value, bound.span, bound.value_span))
        elif props.text(each):
            own.append(Attribute(each, props.text(each), span))
    own += [
        Attribute("srcdoc", poster_of(props.text("id")), span),
        Attribute("title", "YouTube", span),
        Attribute("frameborder", "0", span),
        Attribute(
            "allow",
            "accelerometer; autoplay; clipboard-write; encrypted-media; gyroscope; picture-in-picture",
            span,
        ),
        Attribute("allowfullscreen", None, span),
    ]
    return (Element("iframe", laid_over(tuple(own), props.rest), (), span),)


def poster_of(name: str) -> str:
    """Return the document that stands in the frame of a video: a link that leads the frame to the player."""
    name, _, query = name.strip().partition("?")
    address = f"{_PLAYER}{quote(name)}?{query + '&' if query else ''}autoplay=1"
    return _POSTER.format(address=escape(address))
