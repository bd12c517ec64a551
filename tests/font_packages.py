"""Font packages as Fontsource makes them, with square glyphs, for tests without network.

write_family(folder / "node_modules", "Noto Sans SC", ["标题", "abc"], weights=(100, 900))
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.TupleVariation import TupleVariation


def write_family(
    packages: Path,
    name: str,
    slices: Sequence[str],
    *,
    weights: tuple[int, ...] = (100, 900),
    is_variable: bool = True,
    has_italics: bool = False,
    suffix: str = "",
) -> Path:
    """Write a package below `packages` (a node_modules folder, or the cache's npm) and return its folder.

    A variable family has the weights from the first to the last; `suffix` is what the cache calls it by.
    """
    slug = name.lower().replace(" ", "-")
    folder = packages / ("@fontsource-variable" if is_variable else "@fontsource") / f"{slug}{suffix}"
    (folder / "files").mkdir(parents=True)
    sheets: dict[str, str] = {}
    for style in ["normal", *(["italic"] if has_italics else [])]:
        for weight in ["wght"] if is_variable else map(str, weights):
            sheet = f"{weight}{'-italic' if style == 'italic' else ''}.css"
            sheets[sheet] = "".join(
                _write_slice(
                    folder, f"{slug}-{at}-{weight}-{style}", characters, weights, is_variable=is_variable
                )
                for at, characters in enumerate(slices)
            )
    sheets["index.css"] = next(iter(sheets.values()))
    for sheet, css in sheets.items():
        (folder / sheet).write_text(css)
    (folder / "package.json").write_text(json.dumps({"name": folder.name, "version": "5.1.0"}))
    (folder / "metadata.json").write_text(
        json.dumps({"license": {"type": "OFL-1.1", "url": "https://example.org/ofl"}})
    )
    (folder / "LICENSE").write_text("Copyright The Makers\n\nmore")
    return folder


def characters_of(content: bytes) -> set[str]:
    """Return the characters that a font has glyphs for."""
    return set(map(chr, TTFont(io.BytesIO(content)).getBestCmap()))


def _write_slice(
    folder: Path, file: str, characters: str, weights: tuple[int, ...], *, is_variable: bool
) -> str:
    (folder / "files" / f"{file}.woff2").write_bytes(make_font(characters, weights if is_variable else ()))
    ranges = ",".join(f"U+{ord(character):x}" for character in sorted(set(characters)))
    weight = f"{weights[0]} {weights[-1]}" if is_variable else "400"
    return (
        f"/* {file} */\n@font-face {{\n  font-weight: {weight};\n"
        f"  src: url(./files/{file}.woff2) format('woff2');\n  unicode-range: {ranges};\n}}\n"
    )


def make_font(
    characters: Iterable[str], axis: tuple[int, ...] = (), ligatures: Mapping[str, str] | None = None
) -> bytes:
    """Return a WOFF2 font with a square for each character, variable in weight over `axis`."""
    names = {ord(character): f"uni{ord(character):04X}" for character in characters}
    extra = [f"lig{at}" for at, _ in enumerate(ligatures or {})]
    order = [".notdef", *sorted(set(names.values())), *extra]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(names)
    builder.setupGlyf({name: _square(50 + 7 * at) for at, name in enumerate(order)})
    builder.setupHorizontalMetrics(dict.fromkeys(order, (1000, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Made", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    if axis:
        builder.setupFvar([("wght", axis[0], min(400, axis[-1]), axis[-1], "Weight")], [])
        builder.setupGvar({name: [TupleVariation({"wght": (0, 1, 1)}, [(9, 0)] * 8)] for name in order})
    if ligatures:
        pairs = zip(ligatures, extra, strict=True)
        rules = (f"sub {' '.join(names[ord(one)] for one in text)} by {glyph};" for text, glyph in pairs)
        addOpenTypeFeaturesFromString(builder.font, f"feature liga {{ {' '.join(rules)} }} liga;")
    builder.font.flavor = "woff2"
    written = io.BytesIO()
    builder.font.save(written)
    return written.getvalue()


def _square(size: int) -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for point in [(0, size), (size, size), (size, 0)]:
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph()
