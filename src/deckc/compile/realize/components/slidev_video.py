"""`<SlidevVideo>` -> a `<video>` that plays while it is on screen (spec section 10).

<SlidevVideo v-click autoplay="once" poster="/a.png">   ->   <video data-dc-video="once" poster="/a.png" ...>
"""

from __future__ import annotations

from deckc.compile.realize.attributes import laid_over
from deckc.compile.realize.components.expand import Expander
from deckc.compile.realize.declared import read_builtin
from deckc.compile.realize.props import Props
from deckc.compile.realize.slots import split_slots
from deckc.model.nodes import Attribute, Element, Node

_LAST = "last"
_SHOWN = (("controls", "controls"), ("poster", "poster"), ("printPoster", "data-dc-print-poster"))
"""Prop -> the film's attribute."""


def build_slidev_video(element: Element, expander: Expander) -> tuple[Node, ...]:
    """Return the film; the runtime reads how it plays from one attribute, and from others what paper shows."""
    props = read_builtin("SlidevVideo", element, expander.names, expander.report)
    span = element.span
    own = [Attribute("data-dc-video", _manner(props), span)]
    for name, written in _SHOWN:
        if (bound := props.bound.get(name)) is not None:
            own.append(Attribute(f":{written}", bound.value, bound.span, bound.value_span))
        elif name == "controls" and props.flag(name):
            own.append(Attribute(written, None, span))
        elif name != "controls" and props.text(name):
            own.append(Attribute(written, props.text(name), span))
    content = expander.expand(split_slots(element.children).get("default", ()))
    return (Element("video", laid_over(tuple(own), props.rest), content, span),)


def _manner(props: Props) -> str:
    """Return start and still in seconds, then what the film does by itself: `0 last once reset-slide`.

    The still of a film with a poster is the poster, `-`, unless a time is asked for.
    """
    start = props.finite_number("timestamp", 0)
    still = props.text("printTimestamp")
    if still != _LAST:
        is_poster = not still and any(props.text(n) or n in props.bound for n in ("poster", "printPoster"))
        still = "-" if is_poster else f"{props.finite_number('printTimestamp', start):g}"
    words = [f"{start:g}", still]
    if props.text("autoplay") == "once":
        words.append("once")
    elif props.flag("autoplay"):
        words.append("play")
    reset = props.text("autoreset")
    return " ".join([*words, f"reset-{reset}"] if reset in {"slide", "click"} else words)
