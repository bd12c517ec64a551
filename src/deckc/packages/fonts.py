"""The fonts of Fontsource's npm packages; what finds and cuts them is loaded by the first page that has any.

FontsourceFonts(Path("/deck")).embed(wish)
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deckc.model.font_embedding import EmbeddedFonts, FontWish
    from deckc.packages.font_embedding import FontEmbedder


class FontsourceFonts:
    """The fonts of decks in or below `folder`; implements `FontEmbedding`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._embedder: FontEmbedder | None = None

    def embed(self, wish: FontWish) -> EmbeddedFonts:
        """Return the faces for all texts of a page, fetching families where need be."""
        if self._embedder is None:
            from deckc.packages.font_embedding import FontEmbedder

            self._embedder = FontEmbedder(self._folder)
        return self._embedder.embed(wish)
