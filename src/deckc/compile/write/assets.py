"""Put files where the page can find them: tokens become addresses, used assets become output files.

    place_assets({"index.html": '<img src="deckc-asset:0123456789abcdef">'}, assets, single_file=False)

    texts  {"index.html": '<img src="./assets/logo-1a2b3c4d.png">'}
    files  {"assets/logo-1a2b3c4d.png": b"..."}

A text in `assets/` itself (the style sheet of a folder build) names its neighbours without the folder; so does a token with
a "~" behind it, which a rule of that sheet takes from the page. A single file carries its assets as data: URIs.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from deckc.compile.write.digests import Digests
from deckc.dataclass import dataclass
from deckc.model.deck import OF_SHEET, Asset

ASSETS_FOLDER = "assets"
_TOKEN = re.compile(r"deckc-asset:[0-9a-f]{16}")
_PLACE = re.compile(rf"({_TOKEN.pattern})({OF_SHEET})?")
_UNSAFE = re.compile(r"[^A-Za-z0-9_]+")
_LONGEST_STEM = 48
_HASH_DIGITS = 8


@dataclass(frozen=True, slots=True)
class PlacedAssets:
    """Texts in which every token is an address, and the files that those addresses name."""

    texts: Mapping[str, str]
    """Output path -> text."""
    files: Mapping[str, bytes]
    """Output path -> content; empty in a single-file build."""


def place_assets(
    texts: Mapping[str, str],
    assets: Mapping[str, Asset],
    *,
    single_file: bool,
    base: str = "./",
    digests: Digests | None = None,
) -> PlacedAssets:
    """Return the texts with addresses for tokens, and the assets that they use, by output path.

    A token without an asset stays as it is: that is a mistake of deckc's, and shows in the page as one.
    """
    used = _used_tokens(texts, assets)
    if single_file:
        data = {token: data_uri(assets[token]) for token in used}
        return PlacedAssets({path: _replace(text, data, data) for path, text in texts.items()}, {})
    known = digests or Digests()
    names = {token: hashed_name(assets[token].name, known.of(assets[token].content)) for token in used}
    of_sheet = {
        token: ("" if base == "./" else f"{base}{ASSETS_FOLDER}/") + name for token, name in names.items()
    }
    placed: dict[str, str] = {}
    for path, text in texts.items():
        is_neighbour = PurePosixPath(path).parent.as_posix() == ASSETS_FOLDER
        start = "" if is_neighbour else f"{base}{ASSETS_FOLDER}/"
        placed[path] = _replace(text, {token: start + name for token, name in names.items()}, of_sheet)
    files = {f"{ASSETS_FOLDER}/{names[token]}": assets[token].content for token in used}
    return PlacedAssets(placed, files)


def hashed_name(name: str, digest: str) -> str:
    """Return a file name that changes with the content's digest: "My Logo.PNG" -> "my-logo-1a2b3c4d.png".

    Lower-case ASCII alone: such a name is the same on every disk and static host, and needs no escapes in
    an address, in CSS or in a script.
    """
    path = PurePosixPath(name)
    stem = _UNSAFE.sub("-", path.stem).strip("-").lower()[:_LONGEST_STEM] or "file"
    suffix = _UNSAFE.sub("", path.suffix).lower()
    short = digest[:_HASH_DIGITS]
    return f"{stem}-{short}.{suffix}" if suffix else f"{stem}-{short}"


def data_uri(asset: Asset) -> str:
    """Return an asset as an address that is its own content."""
    return f"data:{asset.media_type};base64,{base64.b64encode(asset.content).decode('ascii')}"


def _used_tokens(texts: Mapping[str, str], assets: Mapping[str, Asset]) -> list[str]:
    found = dict.fromkeys(token for text in texts.values() for token in _TOKEN.findall(text))
    return [token for token in found if token in assets]


def _replace(text: str, addresses: Mapping[str, str], of_sheet: Mapping[str, str]) -> str:
    def address(match: re.Match[str]) -> str:
        return (of_sheet if match[2] else addresses).get(match[1], match[0])

    return _PLACE.sub(address, text)
