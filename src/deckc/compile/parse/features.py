"""What of Slidev's syntax is on in a deck, as far as the deck decides it as a whole."""

from __future__ import annotations

import re
from operator import attrgetter

from deckc.dataclass import dataclass
from deckc.model.source import DeckSource, is_truthy

_RAW = attrgetter("raw")
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
    text = "".join(map(_RAW, source.slides))  # as Slidev joins them, without a line end between
    return Features(
        has_math=_DOLLAR_PAIR.search(text) is not None,
        is_mdc=any(is_truthy(source.headmatter.get(key)) for key in ("comark", "mdc")),
    )
