"""Turn an element's ground, border and shadow into a `Box`.

<div style="background: #eee; border-left: 4px solid red; border-radius: 8px">     Box(rect, fills=(grey,), ...)
"""

from __future__ import annotations

from deckc.export.scene.css import faded, faded_fill, read_color, read_shadow, split_list
from deckc.export.scene.gradients import read_gradient
from deckc.export.scene.snapshot import Laid
from deckc.export.scene.surroundings import Surroundings, intersection
from deckc.export.scene.values import Box, Fill, Rect, Shadow, Side

SIDES = ("top", "right", "bottom", "left")
_CORNERS = ("top-left", "top-right", "bottom-right", "bottom-left")
_NO_BORDER = (None, None, None, None)


def veil_of(laid: Laid, around: Surroundings) -> Box | None:
    """Return the gradients that an element has over the picture of its ground."""
    fills = tuple(faded_fill(gradient, around.opacity) for gradient in _gradients(laid, over_picture=True))
    rect = intersection(around.clip, laid.rect) if not around.turns else laid.rect
    if not fills or not rect.width or not rect.height:
        return None
    return Box(
        rect, fills, radii_px=radii_of(laid, around.scale, rect), turns=around.turns, shown=around.shown
    )


def box_of(laid: Laid, around: Surroundings, place: Rect | None = None) -> Box | None:
    """Return what an element paints below its content; None where that is nothing.

    `place` stands for one line of an inline element that runs over several.
    """
    rect = place or laid.rect
    fills = fills_of(laid, around.opacity)
    border = border_of(laid, around)
    shadow = shadow_of(laid, around)
    seen = intersection(around.clip, rect) if not around.turns else rect
    if seen.width < 0.2 or seen.height < 0.2 or not (fills or any(border) or shadow):
        return _outline(laid, around, rect)
    radii = radii_of(laid, around.scale, rect)
    is_cut = seen != rect and not any(border)
    return Box(
        rect=seen if is_cut else rect,
        fills=fills,
        border=border,
        radii_px=(0, 0, 0, 0) if is_cut and not any(radii) else radii,
        shadow=shadow,
        turns=around.turns,
        link=around.link,
        shown=around.shown and laid["visibility"] == "visible",
    )


def _outline(laid: Laid, around: Surroundings, rect: Rect) -> Box | None:
    width = laid.px("outline-width") * around.scale
    if laid["outline-style"] not in {"solid", "dashed", "dotted", "double"} or not width or not rect.width:
        return None
    side = Side(width, faded(read_color(laid["outline-color"]), around.opacity), laid["outline-style"])
    wider = Rect(rect.x - width, rect.y - width, rect.width + 2 * width, rect.height + 2 * width)
    return Box(wider, border=(side, side, side, side), turns=around.turns, shown=around.shown)


def fills_of(laid: Laid, opacity: float) -> tuple[Fill, ...]:
    """Return colour and gradients of the ground, the lowest first; a ground that only fills the letters is none."""
    if "text" in laid["background-clip"]:
        return ()
    fills: list[Fill] = []
    color = faded(read_color(laid["background-color"]), opacity)
    if color.alpha > 0.003:
        fills.append(color)
    return (*fills, *(faded_fill(gradient, opacity) for gradient in gradients_of(laid)))


def gradients_of(laid: Laid) -> tuple[Fill, ...]:
    """Return the gradients of the ground, the lowest first; those over a picture of it are not among them."""
    return _gradients(laid, over_picture=False)


def _gradients(laid: Laid, *, over_picture: bool) -> tuple[Fill, ...]:
    image = laid["background-image"]
    if image == "none":
        return ()
    layers = split_list(image)
    picture = next((at for at, layer in enumerate(layers) if layer.startswith("url(")), None)
    if over_picture:
        layers = layers[: picture or 0]
    elif picture is not None:
        layers = layers[picture + 1 :]
    read = (read_gradient(layer, laid.rect.width, laid.rect.height) for layer in reversed(layers))
    return tuple(
        gradient for gradient in read if gradient and any(color.alpha for _, color in gradient.stops)
    )


def border_of(laid: Laid, around: Surroundings) -> tuple[Side | None, Side | None, Side | None, Side | None]:
    """Return the sides of the border that are seen."""
    top, right, bottom, left = (_side(laid, name, around) for name in SIDES)
    return (top, right, bottom, left) if top or right or bottom or left else _NO_BORDER


def _side(laid: Laid, name: str, around: Surroundings) -> Side | None:
    style = laid[f"border-{name}-style"]
    width = laid.px(f"border-{name}-width") * around.scale
    if style in {"none", "hidden", ""} or width <= 0:
        return None
    color = faded(read_color(laid[f"border-{name}-color"]), around.opacity)
    return Side(width, color, style) if color.alpha > 0.003 else None


def radii_of(laid: Laid, scale: float, rect: Rect) -> tuple[float, float, float, float]:
    """Return the corners' radii in px, no larger than the box allows."""
    longest = min(rect.width, rect.height) / 2
    radii = [min(longest, _radius(laid[f"border-{corner}-radius"], rect) * scale) for corner in _CORNERS]
    return radii[0], radii[1], radii[2], radii[3]


def _radius(text: str, rect: Rect) -> float:
    first = text.partition(" ")[0]
    if first.endswith("%"):
        return float(first[:-1]) / 100 * min(rect.width, rect.height)
    return float(first[:-2]) if first.endswith("px") else 0.0


def shadow_of(laid: Laid, around: Surroundings) -> Shadow | None:
    """Return the shadow below the box."""
    text = laid["box-shadow"]
    shadow = None if text in {"none", ""} else read_shadow(text)
    if shadow is None:
        return None
    scale = around.scale
    color = faded(shadow.color, around.opacity)
    return Shadow(shadow.dx_px * scale, shadow.dy_px * scale, shadow.blur_px * scale, color)
