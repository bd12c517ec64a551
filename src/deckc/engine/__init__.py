"""What exists in JavaScript only, in an embedded engine: formulas (KaTeX), diagrams (Mermaid). Loaded on need."""

from deckc.engine.diagrams import DiagramDrawer
from deckc.engine.katex import KatexTypesetter

__all__ = ["DiagramDrawer", "KatexTypesetter"]
