"""The components that deckc brings along: name -> what makes their nodes (spec section 10)."""

from __future__ import annotations

from collections.abc import Mapping

from deckc.compile.realize.components.clicks import build_after, build_click, build_clicks
from deckc.compile.realize.components.code_group import build_code_group
from deckc.compile.realize.components.expand import Build
from deckc.compile.realize.components.light_or_dark import build_light_or_dark
from deckc.compile.realize.components.link import build_link
from deckc.compile.realize.components.render_when import build_render_when
from deckc.compile.realize.components.slide_number import build_slide_number, build_slides_total
from deckc.compile.realize.components.title import build_title
from deckc.compile.realize.components.toc import build_toc_component
from deckc.compile.realize.components.transform import build_transform
from deckc.compile.realize.components.vue_builtin import build_content, build_dynamic

BUILTINS: Mapping[str, Build] = {
    "CodeGroup": build_code_group,
    "Component": build_dynamic,
    "KeepAlive": build_content,
    "LightOrDark": build_light_or_dark,
    "Link": build_link,
    "RenderWhen": build_render_when,
    "RouterLink": build_link,
    "SlideCurrentNo": build_slide_number,
    "SlidesTotal": build_slides_total,
    "Suspense": build_content,
    "TitleRenderer": build_title,
    "Titles": build_title,
    "Toc": build_toc_component,
    "Transform": build_transform,
    "Transition": build_content,
    "TransitionGroup": build_content,
    "VAfter": build_after,
    "VClick": build_click,
    "VClicks": build_clicks,
}

KEPT = frozenset({"VClickGap", "VSwitch", "Slot"})
"""Stay elements until clicks are placed; a `<slot>` in a slide has nothing to be filled with."""

NOT_DRAWN = frozenset(
    [
        *("Arrow", "AutoFitText", "BlueSky", "Mermaid", "Monaco", "PlantUml", "PoweredBySlidev"),
        *("ShikiMagicMove", "SlidevVideo", "Teleport", "Tweet", "VDrag", "VDragArrow", "Youtube"),
    ]
)
"""Known names that show only their content."""
