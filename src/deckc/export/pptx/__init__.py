"""PowerPoint files: editable ones from a measured scene, and plain ones of pictures."""

from deckc.export.pptx.deck import write_pptx
from deckc.export.pptx.facts import DeckFacts, SlideFacts, facts_of

__all__ = ["DeckFacts", "SlideFacts", "facts_of", "write_pptx"]
