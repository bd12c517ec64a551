"""A scene is plain values, and can be written as JSON."""

from __future__ import annotations

import json

from deckc.export.scene.plain import scene_to_json
from deckc.export.scene.values import Box, Color, Image, Rect, Scene, SlideScene, SlideState


def test_values_are_objects_with_their_kind() -> None:
    box = Box(Rect(1, 2, 3, 4), (Color(5, 6, 7, 0.5),))
    scene = Scene(980, 552, (SlideScene(1, (SlideState(0, (box,)),)),), (Image("image/png", b"png"),))

    read = json.loads(scene_to_json(scene))

    found = read["slides"][0]["states"][0]["items"][0]
    assert (found["kind"], found["rect"]["x"], found["fills"][0]["alpha"]) == ("Box", 1, 0.5)
    assert read["images"][0]["content"] == "cG5n"
