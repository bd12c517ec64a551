"""The components that deckc brings along: name -> what makes their nodes (spec section 10).

Their modules are loaded when a deck first uses them: most decks use two or three.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from deckc.compile.realize.components.expand import Build

BUILTINS: Mapping[str, str] = {
    "Arrow": "arrow.build_arrow",
    "AutoFitText": "fit_text.build_fit_text",
    "BlueSky": "post.build_bluesky",
    "CodeGroup": "code_group.build_code_group",
    "Component": "vue_builtin.build_dynamic",
    "KeepAlive": "vue_builtin.build_content",
    "LightOrDark": "light_or_dark.build_light_or_dark",
    "Link": "link.build_link",
    "RenderWhen": "render_when.build_render_when",
    "RouterLink": "link.build_link",
    "SlideCurrentNo": "slide_number.build_slide_number",
    "SlidesTotal": "slide_number.build_slides_total",
    "SlidevVideo": "slidev_video.build_slidev_video",
    "Suspense": "vue_builtin.build_content",
    "TitleRenderer": "title.build_title",
    "Titles": "title.build_title",
    "Toc": "toc.build_toc_component",
    "Transform": "transform.build_transform",
    "Transition": "vue_builtin.build_content",
    "TransitionGroup": "vue_builtin.build_content",
    "Tweet": "post.build_tweet",
    "VAfter": "clicks.build_after",
    "VClick": "clicks.build_click",
    "VClicks": "clicks.build_clicks",
    "VDrag": "drag.build_drag",
    "VDragArrow": "arrow.build_drag_arrow",
    "Youtube": "youtube.build_youtube",
}
"""Component -> module and function."""

KEPT = frozenset({"VClickGap", "VSwitch", "Slot"})
"""Stay elements until clicks are placed; a `<slot>` in a slide has nothing to be filled with."""

NOT_DRAWN = frozenset(["Mermaid", "Monaco", "PlantUml", "ShikiMagicMove", "Teleport"])
"""Known names that show only their content."""


@cache
def builder_of(name: str) -> Build:
    """Return what makes the nodes of a built-in component."""
    module, function = BUILTINS[name].split(".")
    return cast("Build", getattr(import_module(f"{__package__}.{module}"), function))
