"""Read computed CSS values: colours, gradients and shadows, as Chromium writes them.

read_color("rgba(0, 128, 255, 0.5)")                      Color(0, 128, 255, 0.5)
read_gradient("linear-gradient(90deg, red 0%, ...)")      Gradient("linear", 90.0, ((0.0, Color(...)), ...))
read_shadow("rgba(0, 0, 0, 0.1) 0px 4px 6px -1px")        Shadow(0.0, 4.0, 6.0, Color(0, 0, 0, 0.1))
"""

from __future__ import annotations

import math
import re
from itertools import pairwise

from deckc.export.scene.values import Color, Gradient, Shadow

CLEAR = Color(0, 0, 0, 0.0)
_FUNCTION = re.compile(r"([\w-]+)\((.*)\)$", re.DOTALL)
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?%?")
_STOP = re.compile(r"^(.*?\)|[a-z]+)\s*((?:[-\d.]+(?:%|px)\s*)*)$", re.DOTALL)
_SIDES = {"to top": 0.0, "to right": 90.0, "to bottom": 180.0, "to left": 270.0}
_SIDES |= {"to top right": 45.0, "to bottom right": 135.0, "to bottom left": 225.0, "to top left": 315.0}
_SIDES |= {"to right top": 45.0, "to right bottom": 135.0, "to left bottom": 225.0, "to left top": 315.0}


def read_color(text: str) -> Color:
    """Return the colour; a clear one where it is none or not known."""
    found = _FUNCTION.match(text.strip())
    if not found:
        return CLEAR
    name, inside = found.groups()
    space = ""
    if name == "color":
        space, _, inside = inside.partition(" ")
    numbers = [_number(part, 1.0) for part in _NUMBER.findall(inside)]
    if len(numbers) < 3:
        return CLEAR
    alpha = numbers[3] if len(numbers) > 3 else 1.0
    first, second, third = numbers[:3]
    match name:
        case "rgb" | "rgba":
            red, green, blue = first / 255, second / 255, third / 255
        case "oklch":
            red, green, blue = _from_oklab(
                first, second * math.cos(math.radians(third)), second * math.sin(math.radians(third))
            )
        case "oklab":
            red, green, blue = _from_oklab(first, second, third)
        case "color" if space == "srgb":
            red, green, blue = first, second, third
        case _:
            return CLEAR
    return Color(_byte(red), _byte(green), _byte(blue), round(alpha, 4))


def _number(text: str, whole: float) -> float:
    return float(text[:-1]) / 100 * whole if text.endswith("%") else float(text)


def _byte(share: float) -> int:
    return max(0, min(255, round(share * 255)))


def _from_oklab(lightness: float, a: float, b: float) -> tuple[float, float, float]:
    """Return sRGB, by the matrices of CSS Color 4, section 10."""
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _gamma(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
        _gamma(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
        _gamma(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
    )


def _gamma(linear: float) -> float:
    if linear <= 0.0031308:
        return 12.92 * max(0.0, linear)
    return float(1.055 * linear ** (1 / 2.4) - 0.055)


def split_list(text: str) -> list[str]:
    """Return the parts between top-level commas."""
    parts, depth, start = [], 0, 0
    for at, letter in enumerate(text):
        if letter == "(":
            depth += 1
        elif letter == ")":
            depth -= 1
        elif letter == "," and not depth:
            parts.append(text[start:at].strip())
            start = at + 1
    return [*parts, text[start:].strip()]


def read_gradient(text: str, width_px: float, height_px: float) -> Gradient | None:
    """Return the gradient; None for what is no plain linear or radial one. The box settles "to top right"."""
    found = _FUNCTION.match(text.strip())
    if not found or found[1] not in {"linear-gradient", "radial-gradient"}:
        return None
    parts = split_list(found[2])
    degrees = 180.0
    is_linear = found[1] == "linear-gradient"
    if is_linear and parts[0] in _SIDES:
        degrees = _degrees_of(parts[0], width_px, height_px)
        parts = parts[1:]
    elif is_linear and (angle := re.fullmatch(r"([-\d.]+)deg", parts[0])):
        degrees = float(angle[1]) % 360
        parts = parts[1:]
    elif not parts[0].startswith(("rgb", "color", "oklch", "oklab")):
        parts = parts[1:]  # shape and place of a radial one, colour space of either
    stops = _stops(parts, _length_of(degrees, width_px, height_px) if is_linear else width_px / 2)
    return Gradient("linear" if is_linear else "radial", degrees, stops) if len(stops) > 1 else None


def _degrees_of(side: str, width_px: float, height_px: float) -> float:
    """Return the angle of a keyword; a corner's is that whose middle line runs through the other two corners."""
    degrees = _SIDES[side]
    if degrees % 90 == 0 or not width_px or not height_px:
        return degrees
    slant = math.degrees(math.atan2(height_px, width_px))
    return {45.0: slant, 135.0: 180 - slant, 225.0: 180 + slant, 315.0: 360 - slant}[degrees]


def _length_of(degrees: float, width_px: float, height_px: float) -> float:
    angle = math.radians(degrees)
    return abs(width_px * math.sin(angle)) + abs(height_px * math.cos(angle)) or 1.0


def _stops(parts: list[str], length_px: float) -> tuple[tuple[float, Color], ...]:
    """Return the stops, those without a place spread evenly between their neighbours."""
    colors: list[Color] = []
    places: list[float | None] = []
    for part in parts:
        found = _STOP.match(part)
        if not found:
            continue
        given = found[2].split() or [""]
        for place in given:
            colors.append(read_color(found[1]))
            places.append(_share(place, length_px))
    if not places:
        return ()
    places[0] = 0.0 if places[0] is None else places[0]
    places[-1] = 1.0 if places[-1] is None else places[-1]
    known = [at for at, place in enumerate(places) if place is not None]
    for before, after in pairwise(known):
        start, end = places[before] or 0.0, places[after] or 0.0
        for at in range(before + 1, after):
            places[at] = start + (end - start) * (at - before) / (after - before)
    bounded = [min(1.0, max(0.0, place or 0.0)) for place in places]
    return tuple(zip(bounded, _uncleared(colors), strict=True))


def _uncleared(colors: list[Color]) -> list[Color]:
    """Give clear stops the colour of their neighbour: CSS mixes premultiplied, PowerPoint would show grey."""
    solid = [color for color in colors if color.alpha]
    if not solid:
        return colors
    fixed = []
    for at, color in enumerate(colors):
        nearest = next((other for other in [*reversed(colors[:at]), *colors[at:]] if other.alpha), solid[0])
        fixed.append(color if color.alpha else Color(nearest.red, nearest.green, nearest.blue, 0.0))
    return fixed


def _share(place: str, length_px: float) -> float | None:
    if place.endswith("%"):
        return float(place[:-1]) / 100
    return float(place[:-2]) / length_px if place.endswith("px") else None


def read_shadow(text: str) -> Shadow | None:
    """Return the strongest shadow outside the box; None where there is none."""
    found: Shadow | None = None
    for part in split_list(text):
        lengths = [float(length) for length in re.findall(r"([-\d.]+)px", part)]
        color = read_color(part[: part.find(")") + 1])
        if len(lengths) < 3 or "inset" in part or color.alpha < 0.01:
            continue
        weight = color.alpha * (abs(lengths[0]) + abs(lengths[1]) + lengths[2])
        if weight and (found is None or weight > found.color.alpha * (abs(found.dy_px) + found.blur_px)):
            found = Shadow(lengths[0], lengths[1], lengths[2], color)
    return found


def faded(color: Color, opacity: float) -> Color:
    """Return the colour under an element's opacity."""
    return Color(color.red, color.green, color.blue, round(color.alpha * opacity, 4))


def faded_fill(fill: Color | Gradient, opacity: float) -> Color | Gradient:
    """Return the fill under an element's opacity."""
    if isinstance(fill, Color):
        return faded(fill, opacity)
    stops = tuple((place, faded(color, opacity)) for place, color in fill.stops)
    return Gradient(fill.kind, fill.degrees, stops)
