"""Write the outline of a shape by the radii of its corners.

outline_of(Rect(0, 0, 100, 50), (8, 8, 8, 8))      <a:prstGeom prst="roundRect">, 16 % of the shorter side
"""

from __future__ import annotations

from deckc.export.pptx.markup import emu
from deckc.export.scene.values import Rect

Radii = tuple[float, float, float, float]
_NEAR_PX = 0.5


def outline_of(rect: Rect, radii_px: Radii) -> str:
    """Return the geometry: a rectangle, a rounded one, an ellipse, or a path for unlike corners."""
    shorter = min(rect.width, rect.height)
    if shorter <= 0 or max(radii_px) < _NEAR_PX:
        return '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    if max(radii_px) - min(radii_px) > _NEAR_PX:
        return _path(rect, radii_px)
    is_round = radii_px[0] >= shorter / 2 - _NEAR_PX
    if is_round and abs(rect.width - rect.height) < _NEAR_PX:
        return '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'
    share = min(50000, round(radii_px[0] / shorter * 100000))
    return (
        f'<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val {share}"/></a:avLst></a:prstGeom>'
    )


def _path(rect: Rect, radii_px: Radii) -> str:
    width, height = emu(rect.width), emu(rect.height)
    top_left, top_right, bottom_right, bottom_left = (emu(radius) for radius in radii_px)
    steps = [
        _move(top_left, 0),
        _line(width - top_right, 0),
        _corner(top_right, 270),
        _line(width, height - bottom_right),
        _corner(bottom_right, 0),
        _line(bottom_left, height),
        _corner(bottom_left, 90),
        _line(0, top_left),
        _corner(top_left, 180),
        "<a:close/>",
    ]
    return (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{width}" h="{height}">{"".join(steps)}</a:path></a:pathLst></a:custGeom>'
    )


def _move(x: int, y: int) -> str:
    return f'<a:moveTo><a:pt x="{x}" y="{y}"/></a:moveTo>'


def _line(x: int, y: int) -> str:
    return f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>'


def _corner(radius: int, start_degrees: int) -> str:
    if not radius:
        return ""
    return f'<a:arcTo wR="{radius}" hR="{radius}" stAng="{start_degrees * 60000}" swAng="5400000"/>'
