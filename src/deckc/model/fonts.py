"""The font families that a deck asks for, and what is put into its page of them.

    fonts: { sans: Inter, mono: Fira Code }     WebFonts(sans=("Inter",), mono=("Fira Code",), ...)

A family is asked for by name; `FontEmbedding` finds it and cuts it down to the characters that are shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from typing import Protocol

from deckc.dataclass import dataclass
from deckc.diagnostics import Span


@dataclass(frozen=True, slots=True)
class WebFonts:
    """The families of `fonts:` that are not on every machine: without generic names and those of `local` (spec 14.6)."""

    sans: tuple[str, ...] = ()
    serif: tuple[str, ...] = ()
    mono: tuple[str, ...] = ()
    custom: tuple[str, ...] = ()
    """Those that no stack holds; a style sheet may name them."""
    own: frozenset[str] = frozenset()
    """Those that the deck itself names, not its theme."""
    weights: tuple[int, ...] = (200, 400, 600)
    italic: bool = False
    """Whether italic faces are wanted; without them the browser slants the upright ones."""
    span: Span | None = None
    """Where the deck names them."""

    @property
    def names(self) -> tuple[str, ...]:
        """Return every family once."""
        return tuple(dict.fromkeys((*self.sans, *self.serif, *self.mono, *self.custom)))

    def only(self, names: frozenset[str]) -> WebFonts:
        """Return the same without the families that are not in `names`."""

        def kept(kind: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(name for name in kind if name in names)

        return replace(
            self,
            sans=kept(self.sans),
            serif=kept(self.serif),
            mono=kept(self.mono),
            custom=kept(self.custom),
            own=self.own & names,
        )


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
