"""Read CSS colours and write them with an opacity.

#f00                 rgb(255 0 0 / 0.5)
rgba(1,2,3,.5)       rgba(1, 2, 3, 0.5)
lab(50% 40 59)       lab(50% 40 59 / 0.5)
"""

from __future__ import annotations

import re
from typing import NamedTuple

from deckc.compile.style.brackets import split_all
from deckc.compile.style.patterns import LazyPattern
from deckc.compile.style.values import format_number

FUNCTIONS = frozenset(("hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "rgb", "rgba"))

_COMMA_SPACES = frozenset(("hsla", "rgba"))
_COMMA_FUNCTION = LazyPattern(r"(rgb|rgba|hsl|hsla)\((.+)\)", re.ASCII | re.IGNORECASE)
_FUNCTION = LazyPattern(r"(hsl|hsla|hwb|lab|lch|oklab|oklch|rgb|rgba)\((.+)\)", re.ASCII | re.IGNORECASE)
_COLOR_FUNCTION = LazyPattern(r"color\((.+)\)")
_ALPHA_PLACES = ("%alpha", "<alpha-value>")


class Color(NamedTuple):
    """A colour in parts, as CSS text."""

    space: str
    """A colour function's name, or the first argument of color()."""
    components: tuple[str, ...]
    alpha: str | None = None

    @property
    def opacity(self) -> str:
        """The alpha to start from; a colour without one is opaque."""
        return "1" if self.alpha is None or self.alpha in _ALPHA_PLACES else self.alpha

    def with_alpha(self, alpha: str | None = None) -> str:
        """Return the colour as CSS, with `alpha` instead of its own."""
        space, components, own = self
        alpha = own if alpha is None else alpha
        if space in _COMMA_SPACES:
            return f"{space}({', '.join(components)}{'' if alpha is None else f', {alpha}'})"
        text = " ".join(components) if alpha is None else f"{' '.join(components)} / {alpha}"
        return f"{space}({text})" if space in FUNCTIONS else f"color({space} {text})"


def fill_alpha(text: str, alpha: str | None) -> str:
    """Return a colour that is kept as text, with the places for an alpha filled."""
    for place in _ALPHA_PLACES:
        if place in text:
            text = text.replace(place, "1" if alpha is None else alpha)
    return text


def read_color(text: str | None) -> Color | None:
    """Return the colour that `text` is; None for names and for what is no colour."""
    if not text:
        return None
    if text[0] == "#":
        return _read_hex(text)
    if text == "rebeccapurple":
        return Color("rgb", ("102", "51", "153"), "1")
    if text[-1] != ")":
        return None
    color = _read_function(text)
    if color is None or not color.components:
        return None
    space = color.space.lower()
    if space in FUNCTIONS and len(color.components) not in {1, 3}:
        return None
    alpha = color.alpha.strip() if color.alpha is not None else None
    return Color(space, tuple(part.strip() for part in color.components), alpha)


def _read_hex(text: str) -> Color | None:
    digits = text[1:]
    if len(digits) in {3, 4}:
        digits = "".join([digit * 2 for digit in digits])
    if len(digits) not in {6, 8} or not digits.isalnum():
        return None
    try:
        red, green, blue, *opacity = bytes.fromhex(digits)
    except ValueError:
        return None
    alpha = format_number(int(opacity[0] / 255 * 100 + 0.5) / 100) if opacity else None
    return Color("rgb", (str(red), str(green), str(blue)), alpha)


def _read_function(text: str) -> Color | None:
    match = _COMMA_FUNCTION.fullmatch(text)
    if match:
        parts = split_all(match[2], ",", 5)
        if parts and len(parts) in {3, 4}:
            return Color(match[1], tuple(parts[:3]), parts[3] if len(parts) == 4 else None)
        if parts and len(parts) != 1:
            return None
    match = _FUNCTION.fullmatch(text)
    if match:
        color = _read_spaced(f"{match[1]} {match[2]}")
        if color:
            return color
    match = _COLOR_FUNCTION.fullmatch(text)
    return _read_spaced(match[1]) if match else None


def _read_spaced(text: str) -> Color | None:
    """Read "rgb 1 2 3 / 50%": the space first, the alpha behind a slash with or without blanks."""
    parts = split_all(text, " ")
    if not parts:
        return None
    if len(parts) > 1 and parts[-2] == "/":
        return Color(parts[0], tuple(parts[1:-2]), parts[-1])
    if len(parts) > 1 and (parts[-2].endswith("/") or parts[-1].startswith("/")):
        parts[-2:] = [" ".join(parts[-2:])]
    last = split_all(parts[-1], "/", 2)
    if last is None:
        return None
    if len(last) == 1 or last[-1] == "":
        return Color(parts[0], tuple(parts[1:]))
    *front, alpha = last
    return Color(parts[0], (*parts[1:-1], "/".join(front)) if len(parts) > 1 else (), alpha)
