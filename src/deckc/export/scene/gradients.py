"""Read gradients as Chromium writes them.

read_gradient("linear-gradient(90deg, red 0%, ...)", 100, 50)      Gradient("linear", 90.0, ((0.0, Color(...)), ...))
"""

from __future__ import annotations

import math
import re
from itertools import pairwise

from deckc.export.scene.css import from_oklab, read_color, split_list, to_byte, to_oklab
from deckc.export.scene.values import Color, Gradient

_FUNCTION = re.compile(r"([\w-]+)\((.*)\)$", re.DOTALL)
_STOP = re.compile(r"^(.*?\)|[a-z]+)\s*((?:[-\d.]+(?:%|px)\s*)*)$", re.DOTALL)
_SIDES = {"to top": 0.0, "to right": 90.0, "to bottom": 180.0, "to left": 270.0}
_SIDES |= {"to top right": 45.0, "to bottom right": 135.0, "to bottom left": 225.0, "to top left": 315.0}
_SIDES |= {"to right top": 45.0, "to right bottom": 135.0, "to left bottom": 225.0, "to left top": 315.0}
_BETWEEN = 4
"""Stops that stand for a mix which is no straight line in sRGB."""

Stops = tuple[tuple[float, Color], ...]


def read_gradient(text: str, width_px: float, height_px: float) -> Gradient | None:
    """Return the gradient; None for what is no plain linear or radial one. The box settles "to top right"."""
    found = _FUNCTION.match(text.strip())
    if not found or found[1] not in {"linear-gradient", "radial-gradient"}:
        return None
    parts = split_list(found[2])
    parts[0], _, space = (piece.strip() for piece in (" " + parts[0]).partition(" in "))
    degrees = 180.0
    is_linear = found[1] == "linear-gradient"
    if is_linear and parts[0] in _SIDES:
        degrees = _degrees_of(parts[0], width_px, height_px)
        parts = parts[1:]
    elif is_linear and (angle := re.fullmatch(r"([-\d.]+)deg", parts[0])):
        degrees = float(angle[1]) % 360
        parts = parts[1:]
    elif not parts[0].startswith(("rgb", "color", "oklch", "oklab")):
        parts = parts[1:]  # shape and place of a radial one
    stops = _stops(parts, _length_of(degrees, width_px, height_px) if is_linear else width_px / 2)
    if len(stops) < 2:
        return None
    return Gradient("linear" if is_linear else "radial", degrees, _mixed(stops, space))


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


def _stops(parts: list[str], length_px: float) -> Stops:
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


def _mixed(stops: Stops, space: str) -> Stops:
    """Return the stops with more of them between, where colours are mixed in a space of their own."""
    if not space.startswith(("oklab", "oklch")):
        return stops
    mixed: list[tuple[float, Color]] = [stops[0]]
    for (start, first), (end, second) in pairwise(stops):
        for at in range(1, _BETWEEN):
            share = at / _BETWEEN
            mixed.append((start + (end - start) * share, _mix(first, second, share, space)))
        mixed.append((end, second))
    return tuple(mixed)


def _mix(first: Color, second: Color, share: float, space: str) -> Color:
    one, two = to_oklab(first), to_oklab(second)
    if space.startswith("oklab"):
        lightness, a, b = (start + (end - start) * share for start, end in zip(one, two, strict=True))
    else:
        chroma = math.hypot(*one[1:]) * (1 - share) + math.hypot(*two[1:]) * share
        start, end = math.atan2(one[2], one[1]), math.atan2(two[2], two[1])
        turn = (end - start + math.pi) % (2 * math.pi) - math.pi  # the shorter way round
        lightness = one[0] + (two[0] - one[0]) * share
        a, b = chroma * math.cos(start + turn * share), chroma * math.sin(start + turn * share)
    red, green, blue = from_oklab(lightness, a, b)
    alpha = first.alpha + (second.alpha - first.alpha) * share
    return Color(to_byte(red), to_byte(green), to_byte(blue), round(alpha, 4))
