"""Write values as DrawingML: lengths, colours, fills, lines and shadows.

emu(1)                              9525
solid_fill('<a:srgbClr .../>')      <a:solidFill>...</a:solidFill>
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from xml.sax.saxutils import escape

from deckc.export.scene.values import Color, Fill, Rect, Shadow, Side, Turn

EMU_PER_PX = 9525
PT_PER_PX = 0.75
A_NAMESPACE = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
P_NAMESPACE = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
R_NAMESPACE = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
NAMESPACES = f"{A_NAMESPACE} {P_NAMESPACE} {R_NAMESPACE}"
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")
_DASHES = {"dashed": "dash", "dotted": "sysDot"}

Colored = Callable[[Color], str]
"""Writes a colour, as one of the theme where it is one."""


def emu(length_px: float) -> int:
    """Return a length in PowerPoint's units."""
    return round(length_px * EMU_PER_PX)


def hundredths(length_px: float) -> int:
    """Return a length in hundredths of a point."""
    return round(length_px * PT_PER_PX * 100)


def _angle(degrees: float) -> int:
    """Return an angle in the format's units, less than a whole turn."""
    return round(degrees * 60000) % 21600000


def allowed(text: str) -> str:
    """Return a text without what XML has no place for."""
    return _FORBIDDEN.sub("", text)


def words(text: str) -> str:
    """Return a text for an element or an attribute: XML has no place for control characters."""
    return escape(allowed(text), {'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def fill_of(fill: Fill | None, colored: Colored) -> str:
    """Return the fill."""
    if fill is None:
        return "<a:noFill/>"
    if isinstance(fill, Color):
        return f"<a:solidFill>{colored(fill)}</a:solidFill>"
    stops = "".join(
        f'<a:gs pos="{round(place * 100000)}">{colored(color)}</a:gs>' for place, color in fill.stops
    )
    if fill.kind == "linear":
        # CSS counts from the top, DrawingML from the right
        way = f'<a:lin ang="{_angle(fill.degrees - 90)}" scaled="0"/>'
    else:
        way = '<a:path path="circle"><a:fillToRect l="50000" t="50000" r="50000" b="50000"/></a:path>'
    return f'<a:gradFill rotWithShape="1"><a:gsLst>{stops}</a:gsLst>{way}</a:gradFill>'


def line_of(side: Side | None, colored: Colored, name: str = "a:ln") -> str:
    """Return a border line."""
    if side is None:
        return f"<{name}><a:noFill/></{name}>"
    double = ' cmpd="dbl"' if side.style == "double" else ""
    dash = f'<a:prstDash val="{_DASHES[side.style]}"/>' if side.style in _DASHES else ""
    color = f"<a:solidFill>{colored(side.color)}</a:solidFill>"
    return f'<{name} w="{emu(side.width_px)}"{double}>{color}{dash}<a:miter lim="800000"/></{name}>'


def shadow_of(shadow: Shadow | None, colored: Colored) -> str:
    """Return the effects of a shape."""
    if shadow is None:
        return ""
    distance = math.hypot(shadow.dx_px, shadow.dy_px)
    degrees = math.degrees(math.atan2(shadow.dy_px, shadow.dx_px))
    return (
        f'<a:effectLst><a:outerShdw blurRad="{emu(shadow.blur_px)}" dist="{emu(distance)}" '
        f'dir="{_angle(degrees)}" algn="ctr" rotWithShape="0">{colored(shadow.color)}</a:outerShdw></a:effectLst>'
    )


def place_of(rect: Rect, turns: tuple[Turn, ...] = (), attributes: str = "", name: str = "a:xfrm") -> str:
    """Return where a shape stands; turns move its middle and turn it about that."""
    x, y = rect.x + rect.width / 2, rect.y + rect.height / 2
    degrees = 0.0
    for turn in turns:
        angle = math.radians(turn.degrees)
        dx, dy = x - turn.x, y - turn.y
        x = turn.x + dx * math.cos(angle) - dy * math.sin(angle)
        y = turn.y + dx * math.sin(angle) + dy * math.cos(angle)
        degrees += turn.degrees
    rotation = f' rot="{_angle(degrees)}"' if turns else ""
    return (
        f'<{name}{rotation}{attributes}><a:off x="{emu(x - rect.width / 2)}" y="{emu(y - rect.height / 2)}"/>'
        f'<a:ext cx="{max(0, emu(rect.width))}" cy="{max(0, emu(rect.height))}"/></{name}>'
    )
