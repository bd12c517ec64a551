"""Keep the pictures of a presentation, each once, and relate slides to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from deckc.export.scene.values import Image

if TYPE_CHECKING:
    from pptx.opc.package import Part
    from pptx.presentation import Presentation

_SUFFIX = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/svg+xml": "svg"}


class Media:
    """The pictures of one presentation."""

    def __init__(self, presentation: Presentation, images: Sequence[Image]) -> None:
        self._package = presentation.part.package
        self._images = images
        self._parts: dict[tuple[int, bool], Part] = {}
        self._count = 0

    def relate(self, owner: Any, image: int) -> tuple[str, str]:
        """Return the relations of a slide's part to an image's pixels, and to its drawing ("" for none)."""
        from pptx.opc.constants import RELATIONSHIP_TYPE

        told = self._images[image]
        is_drawing = told.media_type == "image/svg+xml"
        pixels = owner.relate_to(self._part(image, drawing=False), RELATIONSHIP_TYPE.IMAGE)
        if not is_drawing:
            return pixels, ""
        return pixels, owner.relate_to(self._part(image, drawing=True), RELATIONSHIP_TYPE.IMAGE)

    def _part(self, image: int, *, drawing: bool) -> Part:
        from pptx.opc.package import Part
        from pptx.opc.packuri import PackURI

        key = (image, drawing)
        if key not in self._parts:
            told = self._images[image]
            is_raster = bool(told.raster) and not drawing
            media_type = "image/png" if is_raster else told.media_type
            self._count += 1
            name = PackURI(f"/ppt/media/image{self._count}.{_SUFFIX[media_type]}")
            self._parts[key] = Part(
                name, media_type, self._package, told.raster if is_raster else told.content
            )
        return self._parts[key]
