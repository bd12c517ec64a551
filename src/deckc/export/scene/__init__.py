"""What a deck shows, measured once in the browser: the source of PowerPoint files and of overflow checks."""

from deckc.export.scene.measure import measure_scene
from deckc.export.scene.values import Scene

__all__ = ["Scene", "measure_scene"]
