"""Leave the outlines of unused characters out of a TrueType font, and pack it as WOFF.

    subset_font(ttf, {"a", "b"})     a font of 4 KB that still draws "a" and "b"; None for another kind of font

Glyphs keep their numbers, only their outlines go: every table that refers to glyphs stays true, and hints
work as before. That takes a millisecond; fontTools, which `font_cut` uses for a deck's own fonts, takes 20 for each
font and 70 to be imported, which every build with a formula would pay. A font with ligatures or other substitutions is left
whole: what they show is not told by the characters alone.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator

_TRUETYPE = b"\x00\x01\x00\x00"
_WOFF = b"wOFF"
_NEEDED = frozenset(["glyf", "loca", "head", "maxp", "cmap"])
_LEFT_OUT = frozenset(["FFTM", "DSIG"])
"""Tables that no browser reads."""
_NO_NAMES = struct.pack(">HHH", 0, 0, 6)
_COMPOSITE_WORDS, _COMPOSITE_MORE = 0x0001, 0x0020
_COMPOSITE_SCALES = ((0x0008, 2), (0x0040, 4), (0x0080, 8))

Tables = dict[str, bytes]


def subset_font(font: bytes, characters: Iterable[str] | None) -> bytes | None:
    """Return a WOFF font with the outlines of these characters, all where it is None; None for another kind of font."""
    try:
        tables = _read_tables(font)
        if not tables.keys() >= _NEEDED or "GSUB" in tables:
            return None
        if characters is not None:
            used = _glyphs(tables["cmap"], {ord(character) for character in characters})
            _keep_outlines(tables, {0, *used})
    except (struct.error, IndexError):
        return None
    tables["post"] = struct.pack(">I", 0x00030000) + tables.get("post", bytes(32))[4:32]  # no glyph names
    tables["name"] = _NO_NAMES  # browsers refuse a font without the table
    return _pack({tag: table for tag, table in tables.items() if tag not in _LEFT_OUT})


def _read_tables(font: bytes) -> Tables:
    if font[:4] != _TRUETYPE:
        return {}
    (count,) = struct.unpack_from(">H", font, 4)
    entries = (struct.unpack_from(">4sIII", font, 12 + 16 * at) for at in range(count))
    return {tag.decode("latin-1"): font[offset : offset + length] for tag, _, offset, length in entries}


def _glyphs(cmap: bytes, codes: set[int]) -> Iterator[int]:
    """Yield the glyphs of characters, by the subtables of format 4 and 12."""
    (count,) = struct.unpack_from(">H", cmap, 2)
    for at in range(count):
        (start,) = struct.unpack_from(">I", cmap, 4 + 8 * at + 4)
        (kind,) = struct.unpack_from(">H", cmap, start)
        if kind == 4:
            yield from _segment_glyphs(cmap, start, codes)
        elif kind == 12:
            yield from _group_glyphs(cmap, start, codes)


def _segment_glyphs(cmap: bytes, start: int, codes: set[int]) -> Iterator[int]:
    (doubled,) = struct.unpack_from(">H", cmap, start + 6)
    ends = start + 14
    for at in range(0, doubled, 2):
        last, first, delta, offset = (
            struct.unpack_from(">H", cmap, place + at)[0]
            for place in (ends, ends + doubled + 2, ends + 2 * doubled + 2, ends + 3 * doubled + 2)
        )
        for code in range(first, last + 1):
            if code not in codes:
                continue
            if offset:
                place = ends + 3 * doubled + 2 + at + offset + 2 * (code - first)
                (glyph,) = struct.unpack_from(">H", cmap, place)
                yield (glyph + delta) % 0x10000 if glyph else 0
            else:
                yield (code + delta) % 0x10000


def _group_glyphs(cmap: bytes, start: int, codes: set[int]) -> Iterator[int]:
    (count,) = struct.unpack_from(">I", cmap, start + 12)
    for at in range(min(count, 0x10000)):
        first, last, glyph = struct.unpack_from(">III", cmap, start + 16 + 12 * at)
        yield from (glyph + code - first for code in codes if first <= code <= last)


def _keep_outlines(tables: Tables, glyphs: set[int]) -> None:
    """Empty the outlines of all other glyphs, in `glyf` and `loca`."""
    is_long = struct.unpack_from(">h", tables["head"], 50)[0] == 1
    (count,) = struct.unpack_from(">H", tables["maxp"], 4)
    loca = struct.unpack_from(f">{count + 1}{'I' if is_long else 'H'}", tables["loca"])
    places = loca if is_long else [2 * place for place in loca]
    outlines = [tables["glyf"][places[at] : places[at + 1]] for at in range(count)]
    kept = _with_components(glyphs, outlines)
    starts, glyf = [0], bytearray()
    for at, outline in enumerate(outlines):
        if at in kept:
            glyf += outline + bytes(-len(outline) % 4)
        starts.append(len(glyf))
    tables["glyf"] = bytes(glyf)
    entries = starts if is_long else [place // 2 for place in starts]
    tables["loca"] = struct.pack(f">{count + 1}{'I' if is_long else 'H'}", *entries)


def _with_components(glyphs: set[int], outlines: list[bytes]) -> set[int]:
    """Return the glyphs and those that they are put together from."""
    kept: set[int] = set()
    waiting = [glyph for glyph in glyphs if glyph < len(outlines)]
    while waiting:
        glyph = waiting.pop()
        if glyph in kept:
            continue
        kept.add(glyph)
        waiting += [part for part in _components(outlines[glyph]) if part < len(outlines)]
    return kept


def _components(outline: bytes) -> Iterator[int]:
    if len(outline) < 10 or struct.unpack_from(">h", outline)[0] >= 0:
        return
    at, flags = 10, _COMPOSITE_MORE
    while flags & _COMPOSITE_MORE:
        flags, glyph = struct.unpack_from(">HH", outline, at)
        yield glyph
        at += 4 + (4 if flags & _COMPOSITE_WORDS else 2)
        at += next((size for flag, size in _COMPOSITE_SCALES if flags & flag), 0)


def _pack(tables: Tables) -> bytes:
    """Return tables as a WOFF file (W3C, WOFF 1.0, section 3)."""
    directory, body = bytearray(), bytearray()
    place = 44 + 20 * len(tables)
    plain_size = 12 + 16 * len(tables)
    for tag, table in sorted(tables.items()):
        packed = zlib.compress(table, 9)
        stored = packed if len(packed) < len(table) else table
        entry = (tag.encode("latin-1"), place + len(body), len(stored), len(table), _checksum(tag, table))
        directory += struct.pack(">4sIIII", *entry)
        body += stored + bytes(-len(stored) % 4)
        plain_size += len(table) + -len(table) % 4
    size = place + len(body)
    head = struct.pack(
        ">4s4sIHHIHHIIIII", _WOFF, _TRUETYPE, size, len(tables), 0, plain_size, 1, 0, 0, 0, 0, 0, 0
    )
    return head + bytes(directory) + bytes(body)


def _checksum(tag: str, table: bytes) -> int:
    if tag == "head":  # its own checksum field counts as nothing
        table = table[:8] + bytes(4) + table[12:]
    table += bytes(-len(table) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(table) // 4}I", table)
    return sum(words) & 0xFFFFFFFF
