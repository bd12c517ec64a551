"""A subset keeps the outlines of its characters and everything that glyph numbers refer to."""

from __future__ import annotations

import struct
import zlib

import pytest

from deckc.packages.font_subset import subset_font

OUTLINE = struct.pack(">hhhhh", 1, 0, 0, 9, 9) + bytes(6)


def composite(*parts: int) -> bytes:
    outline = struct.pack(">hhhhh", -1, 0, 0, 9, 9)
    for at, part in enumerate(parts):
        more = 0x0020 if at + 1 < len(parts) else 0
        outline += struct.pack(">HHbb", more, part, 0, 0)
    return outline + bytes(-len(outline) % 4)


def cmap(first: int, last: int, glyph: int) -> bytes:
    """Return a cmap whose one segment gives characters `first` to `last` the glyphs from `glyph` on."""
    segments = [(last, first, glyph - first, 0), (0xFFFF, 0xFFFF, 1, 0)]
    ends, starts, deltas, offsets = (
        b"".join(struct.pack(">H", part % 0x10000) for part in parts) for parts in zip(*segments, strict=True)
    )
    body = struct.pack(">HHHH", 4, 0, 0, 0) + ends + b"\0\0" + starts + deltas + offsets
    table = struct.pack(">HHH", 4, len(body) + 6, 0) + struct.pack(">H", 4) + body[2:]
    return struct.pack(">HHHHI", 0, 1, 3, 1, 12) + table


def font(outlines: list[bytes], *, is_long: bool = False, **tables: bytes) -> bytes:
    places = [0]
    for outline in outlines:
        places.append(places[-1] + len(outline))
    entries = places if is_long else [place // 2 for place in places]
    content = {
        "cmap": cmap(ord("a"), ord("c"), 1),
        "glyf": b"".join(outlines),
        "head": bytes(50) + struct.pack(">hh", int(is_long), 0),
        "loca": struct.pack(f">{len(entries)}{'I' if is_long else 'H'}", *entries),
        "maxp": struct.pack(">IH", 0x10000, len(outlines)) + bytes(26),
        "hmtx": bytes(4 * len(outlines)),
        **tables,
    }
    place = 12 + 16 * len(content)
    directory, body = b"", b""
    for tag, table in content.items():
        directory += struct.pack(">4sIII", tag.encode(), 0, place + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    return struct.pack(">4sHHHH", b"\0\1\0\0", len(content), 0, 0, 0) + directory + body


def unpack(woff: bytes) -> dict[str, bytes]:
    count = struct.unpack_from(">H", woff, 12)[0]
    tables = {}
    for at in range(count):
        tag, offset, packed, size, _ = struct.unpack_from(">4sIIII", woff, 44 + 20 * at)
        content = woff[offset : offset + packed]
        tables[tag.decode()] = content if packed == size else zlib.decompress(content)
        assert len(tables[tag.decode()]) == size
    return tables


def drawn(woff: bytes | None) -> list[int]:
    """Return the glyphs that have an outline."""
    assert woff is not None
    tables = unpack(woff)
    is_long = struct.unpack_from(">h", tables["head"], 50)[0]
    kind, size = ("I", 4) if is_long else ("H", 2)
    places = struct.unpack(f">{len(tables['loca']) // size}{kind}", tables["loca"])
    return [at for at in range(len(places) - 1) if places[at] < places[at + 1]]


@pytest.mark.parametrize("is_long", [False, True])
def test_only_outlines_of_the_characters_stay(is_long: bool) -> None:
    whole = font([OUTLINE] * 4, is_long=is_long)

    assert drawn(subset_font(whole, "ac")) == [0, 1, 3]
    assert drawn(subset_font(whole, "xyz")) == [0]


def test_parts_of_a_composite_stay_with_it() -> None:
    whole = font([OUTLINE, composite(4, 5), OUTLINE, OUTLINE, OUTLINE, composite(3)])

    assert drawn(subset_font(whole, "a")) == [0, 1, 3, 4, 5]
    assert drawn(subset_font(whole, "b")) == [0, 2]


def test_glyphs_keep_their_numbers_and_widths() -> None:
    whole = font([OUTLINE] * 4, hmtx=b"0123456789abcdef")
    tables = unpack(subset_font(whole, "b") or b"")

    assert tables["hmtx"] == b"0123456789abcdef"
    assert tables["cmap"] == cmap(ord("a"), ord("c"), 1)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"OTTO" + bytes(20),
        b"wOF2" + bytes(40),
        font([OUTLINE] * 4)[:200],
        font([OUTLINE] * 4, GSUB=b"1"),
    ],
)
def test_what_cannot_be_subset_is_left_to_the_caller(content: bytes) -> None:
    assert subset_font(content, "a") is None
