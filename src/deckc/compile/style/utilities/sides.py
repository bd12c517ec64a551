"""The sides and corners that a letter or word stands for.

DIRECTIONS["x"]     -left and -right
CORNERS["tl"]       -top-left
"""

from __future__ import annotations

DIRECTIONS = {
    "l": ("-left",),
    "r": ("-right",),
    "t": ("-top",),
    "b": ("-bottom",),
    "s": ("-inline-start",),
    "e": ("-inline-end",),
    "x": ("-left", "-right"),
    "y": ("-top", "-bottom"),
    "": ("",),
    "bs": ("-block-start",),
    "be": ("-block-end",),
    "is": ("-inline-start",),
    "ie": ("-inline-end",),
    "block": ("-block-start", "-block-end"),
    "inline": ("-inline-start", "-inline-end"),
}

INSETS = {
    "l": ("left",),
    "r": ("right",),
    "t": ("top",),
    "b": ("bottom",),
    "s": ("inset-inline-start",),
    "e": ("inset-inline-end",),
    "start": ("inset-inline-start",),
    "end": ("inset-inline-end",),
    "x": ("left", "right"),
    "y": ("top", "bottom"),
    "bs": ("inset-block-start",),
    "be": ("inset-block-end",),
    "is": ("inset-inline-start",),
    "ie": ("inset-inline-end",),
    "block": ("inset-block-start", "inset-block-end"),
    "inline": ("inset-inline-start", "inset-inline-end"),
}

CORNERS = {
    "": ("",),
    "l": ("-top-left", "-bottom-left"),
    "r": ("-top-right", "-bottom-right"),
    "t": ("-top-left", "-top-right"),
    "b": ("-bottom-left", "-bottom-right"),
    "s": ("-end-start", "-start-start"),
    "e": ("-start-end", "-end-end"),
    "tl": ("-top-left",),
    "lt": ("-top-left",),
    "tr": ("-top-right",),
    "rt": ("-top-right",),
    "bl": ("-bottom-left",),
    "lb": ("-bottom-left",),
    "br": ("-bottom-right",),
    "rb": ("-bottom-right",),
    "bs": ("-start-start", "-start-end"),
    "be": ("-end-start", "-end-end"),
    "is": ("-end-start", "-start-start"),
    "ie": ("-start-end", "-end-end"),
    "ss": ("-start-start",),
    "se": ("-start-end",),
    "es": ("-end-start",),
    "ee": ("-end-end",),
    "bs-is": ("-start-start",),
    "is-bs": ("-start-start",),
    "bs-ie": ("-start-end",),
    "ie-bs": ("-start-end",),
    "be-is": ("-end-start",),
    "is-be": ("-end-start",),
    "be-ie": ("-end-end",),
    "ie-be": ("-end-end",),
}

_PLACES = (
    "top,top center,top left,top right,bottom,bottom center,bottom left,bottom right,left,left center,left top,"
    "left bottom,right,right center,right top,right bottom,center,center top,center bottom,center left,"
    "center right,center center"
).split(",")

POSITIONS = {place.replace(" ", "-"): place for place in _PLACES} | {
    "".join(word[0] for word in place.split()): place for place in _PLACES
}
"""Places by their words and by their first letters."""
