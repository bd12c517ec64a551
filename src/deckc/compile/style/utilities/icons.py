"""Icons as CSS: a mask in the text's colour, or a picture where the icon has colours of its own.

i-carbon:add  i-carbon-add     mask
i-logos:vue                    background
i-logos:vue?mask               mask anyway
"""

from __future__ import annotations

import math
import re

from deckc.compile.style.design import Design, IconBody
from deckc.compile.style.patterns import LazyPattern
from deckc.compile.style.rules import Family, Rule
from deckc.compile.style.theme_color import Declarations
from deckc.compile.style.values import format_number

_ICON = LazyPattern(r"([\w:-]+)(?:\?(mask|bg|auto))?")
_MOST_COLLECTION_WORDS = 3
_LETTER_CAPITAL = LazyPattern(r"([a-z])([A-Z])")
_LETTER_DIGITS = LazyPattern(r"([a-z])(\d+)")
_CODES = (("%", "%25"), ('"', "'"), ("#", "%23"), ("{", "%7B"), ("}", "%7D"), ("<", "%3C"), (">", "%3E"))
"""In the order in which they may be written one after the other; at once, `str.translate` takes ten times as long."""


def _spellings(name: str) -> tuple[str, ...]:
    return name, _LETTER_CAPITAL.sub(r"\1-\2", name).lower(), _LETTER_DIGITS.sub(r"\1-\2", name)


def _look_up(design: Design, collection: str, name: str) -> IconBody | None:
    if design.find_icon is None or not name:
        return None
    for spelling in dict.fromkeys(_spellings(name)):
        found = design.find_icon(collection, spelling)
        if found is not None:
            return found
    return None


def find_icon(design: Design, text: str) -> IconBody | None:
    """Return the icon that "carbon:add" or "carbon-add" names; the longest known collection is tried first."""
    if ":" in text:
        collection, name = text.split(":")[:2]
        return _look_up(design, collection, name) if collection in design.collections else None
    words = text.split("-")
    for count in range(min(_MOST_COLLECTION_WORDS, len(words)), 0, -1):
        collection = "-".join(words[:count])
        if collection in design.collections:
            found = _look_up(design, collection, "-".join(words[count:]))
            if found is not None:
                return found
    return None


def icon_size(icon: IconBody) -> str:
    """Return the width that goes with a height of 1em."""
    _, _, _, width, height = icon
    ratio = width / height if height else 1.0
    return "1em" if ratio == 1 else f"{format_number(math.ceil(ratio * 100) / 100)}em"


def icon_address(icon: IconBody, color: str = "") -> str:
    """Return the icon as `url("data:...")`; `color` takes the place of currentColor."""
    body, *box = icon
    view = " ".join(format_number(float(number)) for number in box)
    names = 'xmlns="http://www.w3.org/2000/svg" '
    if "xlink:" in body:
        names += 'xmlns:xlink="http://www.w3.org/1999/xlink" '
    svg = f'<svg viewBox="{view}" width="{icon_size(icon)}" height="1em" {names}>{body}</svg>'
    encoded = " ".join(svg.split())
    for sign, code in _CODES:
        encoded = encoded.replace(sign, code)
    if color:
        encoded = re.sub("currentcolor", lambda _: color, encoded, flags=re.ASCII | re.IGNORECASE)
    return f'url("data:image/svg+xml;utf8,{encoded}")'


def _icon(design: Design, value: str) -> Declarations | None:
    match = _ICON.fullmatch(value)
    icon = find_icon(design, match[1]) if match else None
    if match is None or icon is None:
        return None
    address = icon_address(icon)
    size: Declarations = [("width", icon_size(icon)), ("height", "1em")]
    mode = match[2] or "auto"
    if mode == "bg" or (mode == "auto" and "currentColor" not in icon[0]):
        return [
            ("background", f"{address} no-repeat"),
            ("background-size", "100% 100%"),
            ("background-color", "transparent"),
            *size,
        ]
    return [
        ("--un-icon", address),
        ("-webkit-mask", "var(--un-icon) no-repeat"),
        ("mask", "var(--un-icon) no-repeat"),
        ("-webkit-mask-size", "100% 100%"),
        ("mask-size", "100% 100%"),
        ("background-color", "currentColor"),
        ("color", "inherit"),
        *size,
    ]


ICONS: Family = [Rule("i-*", _icon, layer="icons")]
