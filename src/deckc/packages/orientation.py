"""Turn and mirror an icon: Iconify aliases such as "arrow-left" are often "arrow-right", flipped.

orient(icon, Orientation(flip_x=True))   the body inside <g transform="translate(24 0) scale(-1 1)">
"""

from __future__ import annotations

from dataclasses import replace

from deckc.dataclass import dataclass
from deckc.model.services import Icon


@dataclass(frozen=True, slots=True)
class Orientation:
    """How an icon is to be shown: mirrored first, then turned."""

    quarter_turns: int = 0
    """Clockwise, 0 to 3."""
    flip_x: bool = False
    """Left and right change places."""
    flip_y: bool = False
    """Top and bottom change places."""


def orient(icon: Icon, orientation: Orientation) -> Icon:
    """Return the icon with its body and box turned about the middle of its box."""
    middle_x = icon.left + icon.width / 2
    middle_y = icon.top + icon.height / 2
    transforms: list[str] = []
    if orientation.quarter_turns:
        transforms.append(f"rotate({orientation.quarter_turns * 90} {middle_x:g} {middle_y:g})")
    if orientation.flip_x:
        transforms.append(f"translate({2 * middle_x:g} 0) scale(-1 1)")
    if orientation.flip_y:
        transforms.append(f"translate(0 {2 * middle_y:g}) scale(1 -1)")
    if not transforms:
        return icon
    turned = replace(icon, body=f'<g transform="{" ".join(transforms)}">{icon.body}</g>')
    if orientation.quarter_turns % 2 == 0:
        return turned
    return replace(
        turned,
        left=middle_x - icon.height / 2,
        top=middle_y - icon.width / 2,
        width=icon.height,
        height=icon.width,
    )
