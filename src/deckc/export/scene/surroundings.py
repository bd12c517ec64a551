"""Work out what an element has from those around it: opacity, scale, turns, clip, link, and whether it is seen.

<div style="opacity: .5"><a href="#/3" style="scale: .5">       Surroundings(opacity=0.5, scale=0.5, link="#/3", ...)
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from deckc.dataclass import dataclass
from deckc.export.scene.css import read_color
from deckc.export.scene.snapshot import Laid
from deckc.export.scene.values import Rect, Turn, Underline

_SIDES = ("top", "right", "bottom", "left")
_CANVAS = re.compile(r"\b(print-slide-container|slidev-page|slidev-layout|deckc-layer)\b")
LEAST_OPACITY = 0.02
"""Below it nothing is seen."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What holds inside an element, the element itself included."""

    clip: Rect
    opacity: float = 1.0
    """Without that of what hides things altogether: a look is the same before and after it is shown."""
    is_hidden: bool = False
    scale: float = 1.0
    turns: tuple[Turn, ...] = ()
    """The innermost first."""
    link: str = ""
    underline: Underline = ""
    is_struck: bool = False
    click_root: int = -1
    """Place of the click element that it stands in; -1 for none."""

    @property
    def shown(self) -> bool:
        """Whether anything in it can be seen."""
        return not self.is_hidden


def enter(around: Surroundings, laid: Laid) -> Surroundings:
    """Return what holds inside an element that stands in `around`."""
    if laid.is_text:
        return around
    attributes = laid.attributes
    scale = around.scale * float(attributes.get("data-scene-scale", "1"))
    decoration = laid["text-decoration-line"]
    opacity = float(laid["opacity"] or 1)
    hides = opacity < LEAST_OPACITY
    is_apart = laid["display"] not in {"inline", "block"}  # decorations do not reach into those
    return Surroundings(
        clip=_clip(around.clip, laid),
        opacity=around.opacity if hides else around.opacity * opacity,
        is_hidden=around.is_hidden or hides,
        scale=scale,
        turns=_turns(around, laid, scale),
        link=_link(attributes) or around.link if laid.name == "a" else around.link,
        underline=_underline(laid, decoration) or ("" if is_apart else around.underline),
        is_struck="line-through" in decoration or (around.is_struck and not is_apart),
        click_root=laid.index if is_click_element(laid) else around.click_root,
    )


def underline_of(laid: Laid) -> Underline:
    """Return the line under an inline element whose only paint is that, as themes draw it under links."""
    styles = [laid[f"border-{side}-style"] if laid.px(f"border-{side}-width") else "none" for side in _SIDES]
    has_only_bottom = styles[2] in {"solid", "dashed", "dotted"} and set(styles) - {styles[2]} == {"none"}
    if laid["display"] != "inline" or not has_only_bottom or styles.count("none") != 3:
        return ""
    if read_color(laid["background-color"]).alpha > 0.003 or laid["background-image"] != "none":
        return ""
    return "dashed" if styles[2] == "dashed" else "dotted" if styles[2] == "dotted" else "solid"


def _underline(laid: Laid, decoration: str) -> Underline:
    if "underline" in decoration:
        return "dashed" if "dashed" in laid["text-decoration-style"] else "solid"
    return underline_of(laid)


def _link(attributes: Mapping[str, str]) -> str:
    """Return where a link leads; one to a slide says so apart, for its address may be that of a sheet."""
    slide = attributes.get("data-dc-link")
    return attributes.get("href", "") if slide is None else f"#/{slide}"


def is_click_element(laid: Laid) -> bool:
    """Whether clicks show and hide it."""
    return "slidev-vclick-target" in laid.attributes.get("class", "")


def _turns(around: Surroundings, laid: Laid, scale: float) -> tuple[Turn, ...]:
    text = laid.attributes.get("data-scene-turn")
    if text is None:
        return around.turns
    degrees, x, y = (float(part) for part in text.split())
    outer_scale = scale / float(laid.attributes.get("data-scene-scale", "1"))
    return (Turn(degrees, laid.rect.x + x * outer_scale, laid.rect.y + y * outer_scale), *around.turns)


def _clip(clip: Rect, laid: Laid) -> Rect:
    if laid["overflow-x"] == "visible" or laid["display"] == "inline" or laid.name == "svg":
        return clip
    if _CANVAS.search(laid.attributes.get("class", "")):
        return clip  # what lies over the slide's edge is part of it, and is seen by who edits the file
    return intersection(clip, laid.rect)


def intersection(first: Rect, second: Rect) -> Rect:
    """Return what two places share; its sides may be 0 but not less."""
    x, y = max(first.x, second.x), max(first.y, second.y)
    width = min(first.right, second.right) - x
    height = min(first.bottom, second.bottom) - y
    return Rect(x, y, max(0.0, width), max(0.0, height))
