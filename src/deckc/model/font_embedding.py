"""What fonts a page needs, and what it is given: texts by their look in, faces cut down to those characters out.

Apart from `model.fonts`, since only a page that has fonts in it loads this.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Protocol

from deckc.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class FontText:
    """Characters that are shown, or may be, in one look."""

    families: tuple[str, ...]
    """In the order in which a browser tries them."""
    weight: int
    italic: bool
    characters: frozenset[str]


@dataclass(frozen=True, slots=True)
class FontWish:
    """What fonts are to be put into a page."""

    texts: tuple[FontText, ...]
    weights: tuple[int, ...]
    """The weights that the deck loads; a text of another is shown in the nearest, as CSS finds it."""
    italic: bool
    features: frozenset[str] = frozenset()
    """OpenType features that style sheets turn on ("tnum"), besides those that browsers apply unasked."""


@dataclass(frozen=True, slots=True)
class EmbeddedFace:
    """A font file for an `@font-face`, cut down."""

    family: str
    weight: int
    italic: bool
    characters: frozenset[str]
    content: bytes
    """WOFF2."""
    is_part: bool
    """Whether other faces of this family and look hold other characters."""


@dataclass(frozen=True, slots=True)
class EmbeddedFonts:
    """What could be had."""

    faces: tuple[EmbeddedFace, ...] = ()
    credits: Mapping[str, str] = field(default_factory=dict)
    """Family -> who holds the rights, and the licence."""
    problems: Mapping[str, str] = field(default_factory=dict)
    """Family -> why it is not to be had, with what to run where that is known."""


class FontEmbedding(Protocol):
    """Finds families and cuts them down."""

    def embed(self, wish: FontWish) -> EmbeddedFonts:
        """Return the faces for all texts of a page, fetching families where need be."""
        ...
