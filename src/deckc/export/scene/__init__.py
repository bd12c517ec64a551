"""What a deck shows, measured once in the browser: the source of PowerPoint files and of overflow checks."""

from deckc.export.scene.measure import measure_layout, measure_scene
from deckc.export.scene.overflow import Overflow, overflows
from deckc.export.scene.plain import scene_to_json
from deckc.export.scene.values import Scene

__all__ = ["Overflow", "Scene", "measure_layout", "measure_scene", "overflows", "scene_to_json"]
