"""Turn what the page says of its pictures into `Picture`s and the images that they show.

Bytes are kept once for each different picture. What PowerPoint cannot read is drawn by the browser as PNG; what is
no picture at all (a video, a frame, a formula, an element with a filter) is a picture of just that element.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping, Sequence
from typing import Any, Protocol
from urllib.parse import unquote_to_bytes

from deckc.export.scene.boxes import border_of, radii_of, shadow_of
from deckc.export.scene.snapshot import Laid
from deckc.export.scene.surroundings import Surroundings, intersection
from deckc.export.scene.values import Image, Picture, Rect, Side

_DATA = re.compile(r"data:([\w.+/-]*)((?:;[^,;]*)*),", re.DOTALL)
_KEPT = frozenset({"image/png", "image/jpeg", "image/gif"})
_NO_CROP = (0.0, 0.0, 0.0, 0.0)
Shares = tuple[float, float, float, float]


class Painter(Protocol):
    """What a browser can draw."""

    def draw(self, source: str, width_px: float, height_px: float) -> bytes:
        """Return a picture or a drawing as PNG; empty where the browser will not."""

    def photograph(self, key: int, rect: Rect, *, is_background: bool) -> bytes:
        """Return what an element looks like, and nothing else, as PNG."""


class Pictures:
    """The pictures of a page, and the images that have been needed so far."""

    def __init__(self, told: Mapping[str, Any], painter: Painter) -> None:
        self._pictures: Sequence[Mapping[str, Any]] = told["pictures"]
        self._sources: Sequence[str] = told["sources"]
        self._painter = painter
        self._places: dict[object, int] = {}
        self.images: list[Image] = []

    def picture_of(self, laid: Laid, around: Surroundings, name: str) -> Picture | None:
        """Return the picture that an element is, or that is its ground; None for an empty one."""
        key = laid.attributes[f"data-scene-{name}"]
        if key == "none":
            return None
        told = self._pictures[int(key)]
        place, crop = _fit(told, _content_box(Rect(*told["rect"]), laid, around, name))
        if not around.turns:
            place, crop = _clip(place, crop, around.clip)
        shown = around.shown and laid["visibility"] == "visible"
        if place.width < 0.5 or place.height < 0.5 or not shown:
            return None
        is_ground = name == "background"
        border = None if is_ground or told["kind"] == "painted" else _one_border(laid, around)
        return Picture(
            rect=place,
            image=self._image(told, is_ground=is_ground),
            crop=crop,
            radii_px=(0, 0, 0, 0) if told["kind"] == "painted" else radii_of(laid, around.scale, place),
            opacity=around.opacity,
            alt=str(told["alt"]).strip(),
            turns=around.turns,
            link=around.link,
            shadow=None if is_ground or told["kind"] == "painted" else shadow_of(laid, around),
            border=border,
        )

    def is_painted(self, laid: Laid) -> bool:
        """Whether the picture of the ground shows the whole box: colour, border and all."""
        return bool(self._pictures[int(laid.attributes["data-scene-background"])]["kind"] == "painted")

    def _image(self, told: Mapping[str, Any], *, is_ground: bool) -> int:
        identity: object = told["look"] if told["kind"] == "painted" else told["source"]
        if identity not in self._places:
            image = (
                self._photograph(told, is_ground=is_ground) if told["kind"] == "painted" else self._read(told)
            )
            self._places[identity] = len(self.images)
            self.images.append(image)
        return self._places[identity]

    def _read(self, told: Mapping[str, Any]) -> Image:
        source = self._sources[told["source"]]
        _, _, width, height = told["rect"]
        if told["kind"] == "drawing":
            raster = b"" if told.get("needsPage") else self._painter.draw(source, width, height)
            raster = raster or self._photograph(told, is_ground=False).content
            return Image("image/svg+xml", source.encode(), raster)
        media_type, content = _decoded(source)
        if media_type in _KEPT:
            return Image(media_type, content)
        raster = self._painter.draw(source, *told.get("natural", (width, height)))
        if media_type == "image/svg+xml" and raster:
            return Image(media_type, content, raster)
        return Image("image/png", raster) if raster else self._photograph(told, is_ground=False)

    def _photograph(self, told: Mapping[str, Any], *, is_ground: bool) -> Image:
        rect = Rect(*told["rect"])
        return Image("image/png", self._painter.photograph(told["key"], rect, is_background=is_ground))


def _decoded(address: str) -> tuple[str, bytes]:
    """Return type and bytes of a data address; nothing for another."""
    found = _DATA.match(address)
    if not found:
        return "", b""
    body = address[found.end() :]
    content = base64.b64decode(body) if "base64" in found[2] else unquote_to_bytes(body)
    return found[1].lower().replace("image/jpg", "image/jpeg"), content


def _content_box(rect: Rect, laid: Laid, around: Surroundings, name: str) -> Rect:
    """Return where an `<img>` shows its picture: inside of padding and border."""
    if name == "background" or laid.name != "img":
        return rect
    top, right, bottom, left = (
        (laid.px(f"padding-{side}") + laid.px(f"border-{side}-width")) * around.scale
        for side in ("top", "right", "bottom", "left")
    )
    return Rect(
        rect.x + left, rect.y + top, max(0, rect.width - left - right), max(0, rect.height - top - bottom)
    )


def _fit(told: Mapping[str, Any], box: Rect) -> tuple[Rect, Shares]:
    """Return where the picture is drawn and which shares of it are cut off, as `object-fit` says."""
    fit, natural = told.get("fit", "fill"), told.get("natural")
    if fit == "fill" or not natural or not all(natural) or not box.width or not box.height:
        return box, _NO_CROP
    across, down = box.width / natural[0], box.height / natural[1]
    scale = {"cover": max(across, down), "contain": min(across, down), "none": 1.0}.get(
        fit, min(1.0, across, down)
    )
    width, height = natural[0] * scale, natural[1] * scale
    left, top = _position(told.get("position", "50% 50%"), box.width - width, box.height - height)
    drawn = Rect(box.x + left, box.y + top, width, height)
    return _clip(drawn, _NO_CROP, box)


def _position(text: str, spare_x: float, spare_y: float) -> tuple[float, float]:
    places = [*text.split(), "50%", "50%"]

    def length(place: str, spare: float) -> float:
        if place.endswith("%"):
            return spare * float(place[:-1]) / 100
        return float(place[:-2]) if place.endswith("px") else spare / 2

    return length(places[0], spare_x), length(places[1], spare_y)


def _clip(rect: Rect, crop: Shares, clip: Rect) -> tuple[Rect, Shares]:
    """Return what is left of a picture inside of a clip."""
    seen = intersection(rect, clip)
    if seen == rect or not rect.width or not rect.height:
        return rect, crop
    left, top, right, bottom = crop
    across, down = (1 - left - right) / rect.width, (1 - top - bottom) / rect.height
    return seen, (
        left + (seen.x - rect.x) * across,
        top + (seen.y - rect.y) * down,
        right + (rect.right - seen.right) * across,
        bottom + (rect.bottom - seen.bottom) * down,
    )


def _one_border(laid: Laid, around: Surroundings) -> Side | None:
    sides = border_of(laid, around)
    return sides[0] if sides[0] is not None and all(side == sides[0] for side in sides) else None
