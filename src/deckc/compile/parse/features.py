"""What of Slidev's syntax is on in a deck, as far as the deck decides it as a whole."""

from __future__ import annotations

import re

from deckc.dataclass import dataclass
from deckc.model.source import DeckSource, is_truthy

_DOLLAR_PAIR = re.compile(r"\$[^\n$]*\$")


@dataclass(frozen=True, slots=True)
class Features:
    """Switches of the Markdown of one deck."""

    has_math: bool = True
    """Whether dollars make formulas: only where two of them stand on one line somewhere (spec 5.8 rule 5)."""
    is_mdc: bool = False
    """Whether components and attributes may be written in Markdown (spec 5.9)."""


def read_features(source: DeckSource) -> Features:
    """Return what is on in a deck."""
    has_dollars = any("$" in slide.raw for slide in source.slides)
    # Slidev joins the slides as they are, without a line end between them.
    text = "".join(slide.raw for slide in source.slides) if has_dollars else ""
    return Features(
        has_math=_DOLLAR_PAIR.search(text) is not None,
        is_mdc=any(is_truthy(source.headmatter.get(key)) for key in ("comark", "mdc")),
    )
