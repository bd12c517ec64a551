"""Read computed CSS values: colours and shadows, as Chromium writes them.

read_color("rgba(0, 128, 255, 0.5)")                      Color(0, 128, 255, 0.5)
read_shadow("rgba(0, 0, 0, 0.1) 0px 4px 6px -1px")        Shadow(0.0, 4.0, 6.0, Color(0, 0, 0, 0.1))
"""

from __future__ import annotations

import math
import re

from deckc.export.scene.values import Color, Gradient, Shadow

CLEAR = Color(0, 0, 0, 0.0)
_FUNCTION = re.compile(r"([\w-]+)\((.*)\)$", re.DOTALL)
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?%?")


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
            red, green, blue = from_oklab(
                first, second * math.cos(math.radians(third)), second * math.sin(math.radians(third))
            )
        case "oklab":
            red, green, blue = from_oklab(first, second, third)
        case "color" if space == "srgb":
            red, green, blue = first, second, third
        case _:
            return CLEAR
    return Color(to_byte(red), to_byte(green), to_byte(blue), round(alpha, 4))


def _number(text: str, whole: float) -> float:
    return float(text[:-1]) / 100 * whole if text.endswith("%") else float(text)


def to_byte(share: float) -> int:
    """Return a share of a colour as a number to 255."""
    return max(0, min(255, round(share * 255)))


def from_oklab(lightness: float, a: float, b: float) -> tuple[float, float, float]:
    """Return sRGB, by the matrices of CSS Color 4, section 10."""
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _gamma(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
        _gamma(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
        _gamma(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
    )


def to_oklab(color: Color) -> tuple[float, float, float]:
    """Return lightness, a and b, by the matrices of CSS Color 4, section 10."""
    red, green, blue = (_linear(part / 255) for part in (color.red, color.green, color.blue))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


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
