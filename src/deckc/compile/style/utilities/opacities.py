"""The variables that hold a colour's opacity.

bg-op-50     --un-bg-opacity:0.5
"""

from __future__ import annotations

from deckc.compile.style.arbitrary import bracket
from deckc.compile.style.rules import Handler
from deckc.compile.style.values import Reader, cssvar, first_of, percent


def opacity_variable(name: str, *readers: Reader) -> Handler:
    """Return the handler that sets `--un-NAME-opacity`; a percentage is always read."""
    kinds = (bracket, percent) if readers == (bracket,) else (bracket, percent, cssvar)
    return lambda _design, value: [(f"--un-{name}-opacity", first_of(value, *kinds))]
