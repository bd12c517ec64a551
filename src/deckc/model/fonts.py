"""The font families that a deck asks for.

fonts: { sans: Inter, mono: Fira Code }     WebFonts(sans=("Inter",), mono=("Fira Code",), ...)
"""

from __future__ import annotations

from dataclasses import replace

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
