"""What the built-in components take (spec section 10).

Transform: scale origin         may change while the page runs, `:scale="$clicks"`
VDrag: | pos                    is settled while compiling; what only the page knows is reported
"""

from __future__ import annotations

from collections.abc import Mapping

from deckc.compile.realize.props import Props, read_props
from deckc.diagnostics import Report
from deckc.model.nodes import Element

_TABLE: Mapping[str, str] = {
    "Arrow": "x1 y1 x2 y2 width color | twoWay",
    "AutoFitText": "modelValue | max min multiLine",
    "BlueSky": "scale | uri",
    "LightOrDark": "|",
    "Link": "to title |",
    "PoweredBySlidev": "|",
    "RenderWhen": "context |",
    "SlideCurrentNo": "|",
    "SlidesTotal": "|",
    "SlidevVideo": "poster printPoster controls | autoplay autoreset timestamp printTimestamp",
    "TitleRenderer": "no |",
    "Toc": "| columns listClass start listStyle maxDepth minDepth mode",
    "Transform": "scale origin |",
    "Tweet": "scale | id cards conversation",
    "VAfter": "|",
    "VClick": "| at hide fade animation depth every",
    "VClickGap": "| size",
    "VClicks": "| at hide fade animation depth every",
    "VDrag": "| pos",
    "VDragArrow": "width color | pos twoWay",
    "VSwitch": "| at unmount transition tag childTag",
    "Youtube": "width height | id",
}
"""Component -> props that may change | props that are settled."""
TAKEN: Mapping[str, frozenset[str]] = {
    name: frozenset(names.replace("|", "").split()) for name, names in _TABLE.items()
}
"""Component -> all its props."""


def read_builtin(name: str, element: Element, scope: Mapping[str, object], report: Report) -> Props:
    """Return the props of a built-in component; one that would have to be settled and is not, is reported."""
    props = read_props(element, TAKEN[name], scope, report)
    for settled in _TABLE[name].partition("|")[2].split() if props.bound else ():
        if (bound := props.bound.get(settled)) is not None:
            message = f'"{settled}" is not known before the page runs; taken as not given'
            report.warn("dynamic-prop", message, bound.span, "write a constant")
    return props
