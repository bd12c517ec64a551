"""Give the page's icon a token (`favicon:`, spec section 3)."""

from __future__ import annotations

from deckc.compile.realize.assets.shelf import AssetShelf, is_remote
from deckc.model.config import DeckConfig
from deckc.model.source import DeckSource


def place_favicon(config: DeckConfig, source: DeckSource, shelf: AssetShelf) -> str | None:
    """Return what stands for the icon's address; None where the deck names none that is there."""
    address = config.favicon
    if not address:
        return None
    base = source.entry.path.parent
    span = source.headmatter.span("favicon") or source.entry.span(0)
    if is_remote(address):
        shelf.picture(address, base, span)
        shelf.fetch_remote()
        return shelf.picture(address, base, span)
    token = shelf.file(address, base, span)
    if token is None and not address.startswith("data:"):
        shelf.report.warn(
            "missing-asset", f'there is no file "{address}"', span, "name a file beside the deck"
        )
        return None
    return token or address
