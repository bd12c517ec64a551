"""The font that labels are measured with: as wide as what browsers show them in.

Mermaid asks for Trebuchet, Verdana or Arial. mermaidx measures with DejaVu Sans, which is a sixth wider than what
most readers see, and which takes a Chinese character for one of three fifths of its width. So its widths are set to
Arial's, those of what it lacks to a full em; its lines are as high as Trebuchet's, which is also what Mermaid finds
in a browser without it (19 px of 16); its outlines stay, they tell how far a letter rises.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator, Mapping

_PLAIN = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278"
    " 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667"
    " 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556"
    " 333 500 278 556 500 722 500 500 500 334 260 334 584"
)
_BOLD = (
    "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333"
    " 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667"
    " 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611"
    " 389 556 333 611 556 778 556 556 500 389 280 389 584"
)
"""Widths of the characters from the blank to the tilde, in thousandths of an em."""
_MARKS = {
    "–": 556,
    "—": 1000,
    "‘": 222,
    "’": 222,
    "“": 333,
    "”": 333,
    "…": 1000,
    "•": 350,
    "·": 278,
    "→": 1000,
}
_BOLD_MARKS = {"‘": 278, "’": 278, "“": 500, "”": 500}
_ASCENT, _DESCENT, _GAP = 939, 222, 0
"""Trebuchet's, in thousandths of an em."""
_IGNORED = {b"kern": b"xern", b"GPOS": b"xPOS", b"GSUB": b"xSUB"}
"""Tables that move or replace letters, by a name that nothing reads."""


def arial_wide(font: bytes, *, is_bold: bool) -> bytes:
    """Return a TrueType font with other widths.

    Raises:
        struct.error: It is no such font.
        KeyError: A table is missing.
    """
    patched = bytearray(font)
    tables = _tables(patched)
    em = struct.unpack_from(">H", font, tables[b"head"] + 18)[0]
    places = tables[b"hmtx"], struct.unpack_from(">H", font, tables[b"hhea"] + 34)[0]
    _set_width(patched, places, 0, em)  # the glyph that stands for what is missing
    widths = _widths(_BOLD) | _BOLD_MARKS if is_bold else _widths(_PLAIN)
    for code, glyph in _glyphs(font, tables[b"cmap"]):
        width = _width_of(chr(code), widths)
        if width is not None:
            _set_width(patched, places, glyph, round(width * em / 1000))
    heights = (round(value * em / 1000) for value in (_ASCENT, -_DESCENT, _GAP))
    struct.pack_into(">hhh", patched, tables[b"hhea"] + 4, *heights)
    return bytes(patched)


def _tables(font: bytearray) -> dict[bytes, int]:
    """Return where each table starts; those to ignore are renamed."""
    (count,) = struct.unpack_from(">H", font, 4)
    found: dict[bytes, int] = {}
    for entry in range(12, 12 + 16 * count, 16):
        tag = bytes(font[entry : entry + 4])
        font[entry : entry + 4] = _IGNORED.get(tag, tag)
        found[tag] = struct.unpack_from(">I", font, entry + 8)[0]
    return found


def _set_width(font: bytearray, places: tuple[int, int], glyph: int, width: int) -> None:
    start, count = places
    if glyph < count:
        struct.pack_into(">H", font, start + 4 * glyph, width)


def _widths(table: str) -> dict[str, int]:
    return {chr(code): int(width) for code, width in enumerate(table.split(), 0x20)} | _MARKS


def _width_of(character: str, widths: Mapping[str, int]) -> int | None:
    """Return a character's width; that of its letter where it has an accent; None for one of another script."""
    found = widths.get(character)
    return widths.get(unicodedata.normalize("NFD", character)[0]) if found is None else found


def _glyphs(font: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Yield characters of the basic plane and their glyphs, by the subtable of format 4."""
    (count,) = struct.unpack_from(">H", font, start + 2)
    subtables = (start + struct.unpack_from(">I", font, start + 8 + 8 * at)[0] for at in range(count))
    table = next(at for at in subtables if struct.unpack_from(">H", font, at)[0] == 4)
    (doubled,) = struct.unpack_from(">H", font, table + 6)
    ends, starts = table + 14, table + 16 + doubled
    for at in range(0, doubled, 2):
        (last,) = struct.unpack_from(">H", font, ends + at)
        (first,) = struct.unpack_from(">H", font, starts + at)
        (shift,) = struct.unpack_from(">H", font, starts + doubled + at)
        place = starts + 2 * doubled + at
        (offset,) = struct.unpack_from(">H", font, place)
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = (
                code
                if offset == 0
                else struct.unpack_from(">H", font, place + offset + 2 * (code - first))[0]
            )
            if offset == 0 or glyph:
                yield code, (glyph + shift) & 0xFFFF
