"""Turn what the page says of its pictures into `Picture`s and the images that they show.

Bytes are kept once for each different picture. What PowerPoint cannot read is drawn by the browser as PNG; what is
no picture at all (a video, a frame, a formula, an element with a filter) is a picture of just that element.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import unquote_to_bytes, urlsplit
from urllib.request import url2pathname

from deckc.export.scene.boxes import border_of, radii_of, shadow_of
from deckc.export.scene.snapshot import Laid
from deckc.export.scene.surroundings import Surroundings, intersection
from deckc.export.scene.values import Image, Picture, Rect, Side

_DATA = re.compile(r"data:([\w.+/-]*)((?:;[^,;]*)*),", re.DOTALL)
_SVG = "image/svg+xml"
_TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".svg": _SVG,
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".bmp": "image/bmp",
    ".ico": "image/x-icon",
}
_KEPT = frozenset({"image/png", "image/jpeg", "image/gif"})
_NO_CROP = (0.0, 0.0, 0.0, 0.0)
Shares = tuple[float, float, float, float]


class Painter(Protocol):
    """What a browser can draw."""

    async def draw(self, source: str, width_px: float, height_px: float) -> bytes:
        """Return a picture or a drawing as PNG; empty where the browser will not."""

    async def photograph(self, key: int, rect: Rect, *, is_ground: bool) -> bytes:
        """Return what an element looks like, or its ground alone, as PNG."""


class Pictures:
    """The pictures of a page, and the images that have been needed so far."""

    def __init__(self, told: Mapping[str, Any]) -> None:
        self._pictures: Sequence[Mapping[str, Any]] = told["pictures"]
        self._sources: Sequence[str] = told["sources"]
        self._places: dict[object, int] = {}
        self._wanted: list[tuple[Mapping[str, Any], bool]] = []
        """What the page says of each image, and whether it is the ground of its element."""

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
            is_ground=is_ground,
        )

    def is_painted(self, laid: Laid) -> bool:
        """Whether the picture of the ground shows the whole box: colour, border and all."""
        return bool(self._pictures[int(laid.attributes["data-scene-background"])]["kind"] == "painted")

    async def draw(self, painter: Painter) -> tuple[Image, ...]:
        """Return the images that were asked for, in the order of their numbers."""
        return tuple([await self._drawn(told, painter, is_ground=ground) for told, ground in self._wanted])

    def _image(self, told: Mapping[str, Any], *, is_ground: bool) -> int:
        """Return the number of an image."""
        identity: object = told["look"] if told["kind"] == "painted" else told["source"]
        if identity not in self._places:
            self._places[identity] = len(self._wanted)
            self._wanted.append((told, is_ground))
        return self._places[identity]

    async def _drawn(self, told: Mapping[str, Any], painter: Painter, *, is_ground: bool) -> Image:
        if told["kind"] == "painted":
            return await _photograph(told, painter, is_ground=is_ground)
        source = self._sources[told["source"]]
        _, _, width, height = told["rect"]
        if told["kind"] == "drawing":
            raster = b"" if told.get("needsPage") else await painter.draw(source, width, height)
            raster = raster or (await _photograph(told, painter, is_ground=is_ground)).content
            return Image(_SVG, source.encode(), raster)
        media_type, content = _read(source)
        if media_type in _KEPT:
            return Image(media_type, content)
        address = _data_address(media_type, content) if content else source
        raster = await painter.draw(address, *told.get("natural", (width, height)))
        if media_type == _SVG and raster:
            return Image(media_type, content, raster)
        if raster:
            return Image("image/png", raster)
        return await _photograph(told, painter, is_ground=is_ground)


async def _photograph(told: Mapping[str, Any], painter: Painter, *, is_ground: bool) -> Image:
    return Image("image/png", await painter.photograph(told["key"], Rect(*told["rect"]), is_ground=is_ground))


def _read(address: str) -> tuple[str, bytes]:
    """Return type and bytes of a data address, or of a file of the site; nothing for another."""
    if address.startswith("file:"):
        path = Path(url2pathname(urlsplit(address).path))
        try:
            return _TYPES.get(path.suffix.lower(), ""), path.read_bytes()
        except OSError:
            return "", b""
    found = _DATA.match(address)
    if not found:
        return "", b""
    body = address[found.end() :]
    content = base64.b64decode(body) if "base64" in found[2] else unquote_to_bytes(body)
    return found[1].lower().replace("image/jpg", "image/jpeg"), content


def _data_address(media_type: str, content: bytes) -> str:
    return f"data:{media_type};base64,{base64.b64encode(content).decode()}"


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
