"""Put files where the page can find them: tokens become addresses, used assets become output files.

    place_assets({"index.html": '<img src="deckc-asset:0123456789abcdef">'}, assets, single_file=False)

    texts  {"index.html": '<img src="./assets/logo-1a2b3c4d.png">'}
    files  {"assets/logo-1a2b3c4d.png": b"..."}

A text in `assets/` itself (the style sheet of a folder build) names its neighbours without the folder; so does a token with
a "~" behind it, which a rule of that sheet takes from the page. A single file carries its assets as data: URIs; with a "!"
behind its token, so does a folder.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from deckc.compile.write.digests import Digests
from deckc.dataclass import dataclass
from deckc.model.deck import AS_CONTENT, OF_SHEET, Asset

ASSETS_FOLDER = "assets"
_TOKEN = re.compile(r"deckc-asset:[0-9a-f]{16}")
_PLACE = re.compile(rf"({_TOKEN.pattern})([{OF_SHEET}{AS_CONTENT}])?")
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
    used, read = _used_tokens(texts, assets)
    data = {token: data_uri(assets[token]) for token in ([*used, *read] if single_file else read)}
    if single_file:
        return PlacedAssets({path: _replace(text, data, data, data) for path, text in texts.items()}, {})
    known = digests or Digests()
    names = {token: hashed_name(assets[token].name, known.of(assets[token].content)) for token in used}
    of_sheet = {
        token: ("" if base == "./" else f"{base}{ASSETS_FOLDER}/") + name for token, name in names.items()
    }
    placed: dict[str, str] = {}
    for path, text in texts.items():
        is_neighbour = PurePosixPath(path).parent.as_posix() == ASSETS_FOLDER
        start = "" if is_neighbour else f"{base}{ASSETS_FOLDER}/"
        addresses = {token: start + name for token, name in names.items()}
        placed[path] = _replace(text, addresses, of_sheet, data)
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


def reads_files(text: str) -> bool:
    """Return whether a script reads files, which stand in it as their content."""
    return any(match[2] == AS_CONTENT for match in _PLACE.finditer(text))


def _used_tokens(texts: Mapping[str, str], assets: Mapping[str, Asset]) -> tuple[list[str], list[str]]:
    """Return the tokens that need an address, and those that need their content."""
    used: dict[str, None] = {}
    read: dict[str, None] = {}
    for text in texts.values():
        for match in _PLACE.finditer(text):
            (read if match[2] == AS_CONTENT else used)[match[1]] = None
    return [token for token in used if token in assets], [token for token in read if token in assets]


def _replace(
    text: str, addresses: Mapping[str, str], of_sheet: Mapping[str, str], data: Mapping[str, str]
) -> str:
    by_mark = {OF_SHEET: of_sheet, AS_CONTENT: data}

    def address(match: re.Match[str]) -> str:
        return by_mark.get(match[2], addresses).get(match[1], match[0])

    return _PLACE.sub(address, text)
