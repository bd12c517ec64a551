"""Cut a font file down to some of its characters and one weight, and keep what came of it for the next build.

    cut_font(slice, "标题", weight=600)      WOFF2 with two hanzi, of a variable font the one weight

fontTools closes over ligatures and alternates, so that `=>` still becomes an arrow in a font that has one.
"""

from __future__ import annotations

import contextlib
import io
import json
import logging
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from deckc.packages.cache import cache_folder, keep
from deckc.packages.fontsource import FontSlice
from deckc.packages.problem import PackageError

_FORMAT = 2
"""Counted up when deckc itself makes something else from the same."""
_USELESS_TABLES = ["DSIG", "BASE", "STAT", "gasp", "meta", "FFTM"]
_VERTICAL_TABLES = ["vhea", "vmtx", "VORG"]
_VERTICAL_FEATURES = frozenset(["vert", "vrt2", "valt", "vpal", "vkrn", "vhal", "vchw"])


@lru_cache(maxsize=4096)
def characters_in(font: FontSlice) -> frozenset[str]:
    """Return every character that a file has a glyph for.

    Raises:
        PackageError: The file is broken.
    """
    place = _place("map", (font.label,), "json")
    with contextlib.suppress(OSError, ValueError, TypeError):
        return frozenset(
            chr(code) for first, last in json.loads(place.read_bytes()) for code in range(first, last + 1)
        )
    codes = _read_codes(font.path)
    with contextlib.suppress(OSError):
        keep(place, json.dumps(_spans(codes)).encode())
    return frozenset(map(chr, codes))


def cut_font(font: FontSlice, characters: frozenset[str], weight: int, features: frozenset[str]) -> bytes:
    """Return a file's glyphs for some characters, as WOFF2; of a variable font those of one weight.

    Raises:
        PackageError: The file is broken.
    """
    made_from = (font.label, "".join(sorted(characters)), weight, sorted(features))
    place = _place("cut", made_from, "woff2")
    with contextlib.suppress(OSError):
        if content := place.read_bytes():
            return content
    try:
        content = _cut(font.path, characters, weight, features)
    except Exception as error:  # a font may be broken in any way
        raise PackageError(f'"{font.path.name}" cannot be read ({type(error).__name__})') from error
    with contextlib.suppress(OSError):
        keep(place, content)
    return content


def _cut(path: Path, characters: frozenset[str], weight: int, features: frozenset[str]) -> bytes:
    from fontTools import subset
    from fontTools.ttLib import TTFont

    logging.getLogger("fontTools").setLevel(logging.ERROR)
    is_vertical = "vert" in features
    options = subset.Options()
    options.drop_tables = [*options.drop_tables, *_USELESS_TABLES, *([] if is_vertical else _VERTICAL_TABLES)]
    defaults = {
        feature for feature in options.layout_features if is_vertical or feature not in _VERTICAL_FEATURES
    }
    options.layout_features = sorted(defaults | features)
    options.name_IDs = [6]  # what a PDF calls it
    options.notdef_outline = False
    options.hinting = False
    options.glyph_names = False
    font = TTFont(path, lazy=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(characters))
    subsetter.subset(font)
    if "fvar" in font:
        from fontTools.varLib.instancer import instantiateVariableFont

        axes = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
        font = instantiateVariableFont(
            font, axes | {"wght": weight} if "wght" in axes else axes, inplace=True
        )
    font.flavor = "woff2"
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


def _read_codes(path: Path) -> list[int]:
    from fontTools.ttLib import TTFont

    try:
        with TTFont(path, lazy=True) as font:
            return sorted(font.getBestCmap() or ())
    except Exception as error:  # a font may be broken in any way
        raise PackageError(f'"{path.name}" cannot be read ({type(error).__name__})') from error


def _spans(codes: Iterable[int]) -> list[list[int]]:
    """Return sorted numbers as first and last of each run."""
    spans: list[list[int]] = []
    for code in codes:
        if spans and spans[-1][1] == code - 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    return spans


def _place(kind: str, made_from: tuple[object, ...], suffix: str) -> Path:
    digest = blake2b(json.dumps([_FORMAT, kind, made_from]).encode(), digest_size=16).hexdigest()
    return cache_folder() / "fonts" / digest[:2] / f"{digest}.{suffix}"
