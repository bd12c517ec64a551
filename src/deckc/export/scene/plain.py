"""Write a scene as JSON: each value an object of its fields, with its kind, and bytes in base64.

plain(Rect(0, 0, 10, 20))      {"kind": "Rect", "x": 0, "y": 0, "width": 10, "height": 20}
"""

from __future__ import annotations

import base64
import json
from typing import Any

from deckc.export.scene.values import Scene


def scene_to_json(scene: Scene) -> str:
    """Return the scene as text, the same for the same scene."""
    return json.dumps(plain(scene), ensure_ascii=False, separators=(",", ":"))


def plain(value: Any) -> Any:
    """Return a value of a scene as what JSON has for it."""
    if isinstance(value, tuple):
        return [plain(inner) for inner in value]
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    names = getattr(type(value), "__match_args__", None)
    if names is None:
        return value
    return {"kind": type(value).__name__} | {name: plain(getattr(value, name)) for name in names}
