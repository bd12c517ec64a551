"""Find the pictures that other sites show of a deck (`seoMeta.ogImage`, `twitterImage`; spec 13.3).

ogImage: ./cover.png       the file, as an asset
ogImage: auto              og-image.png beside the deck, where the command line puts a picture of slide 1
nothing                    og-image.png, where there is one
"""

from __future__ import annotations

from collections.abc import Mapping

from deckc.compile.realize.assets.shelf import AssetShelf, is_remote
from deckc.model.config import AUTO_IMAGE, DeckConfig
from deckc.model.source import DeckSource

_KEYS = ("ogImage", "twitterImage")


def place_social_images(config: DeckConfig, source: DeckSource, shelf: AssetShelf) -> Mapping[str, str]:
    """Return `seoMeta` with tokens for local files; a missing one is reported and left out."""
    base = source.entry.path.parent
    placed = dict(config.seo_meta)
    if placed.get("ogImage", "auto") == "auto" and shelf.places.files.is_file(base / AUTO_IMAGE):
        placed["ogImage"] = f"./{AUTO_IMAGE}"
    for key in _KEYS:
        address = placed.get(key, "")
        if not address or address == "auto" or is_remote(address):
            continue
        span = source.headmatter.span(f"seoMeta.{key}") or source.entry.span(0)
        token = shelf.file(address, base, span)
        if token is None:
            message = f'there is no file "{address}"'
            shelf.report.warn("missing-asset", message, span, "name a file beside the deck")
            del placed[key]
        else:
            placed[key] = token
    return placed
