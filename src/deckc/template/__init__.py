"""HTML as Vue's template compiler reads it -> nodes with spans."""

from deckc.template.parse import parse_template
from deckc.template.tree import Replacement

__all__ = ["Replacement", "parse_template"]
