"""Turn a picture's file into what a PDF holds of it: as many pixels as paper shows, packed.

    readable_pixels(Path("plot.png"))                    16600325; 0 where it would not come out as the browser has it
    pixels = unpack(Path("plot.png"))                    most of the work, for which its size on paper does not matter
    make_picture(pixels, 1470, 980, is_photo=False)      a PdfPicture

It does what the browser would, beside it: colours are turned into sRGB, photographs become JPEG.
"""

from __future__ import annotations

import os
import warnings
import zlib
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from deckc.dataclass import dataclass

if TYPE_CHECKING:
    from PIL.Image import Image

_SUFFIXES = frozenset({".png", ".webp"})
_MODES = frozenset({"1", "L", "LA", "P", "PA", "RGB", "RGBA"})
_MOST_PIXELS = 40_000_000
"""Larger ones are left to the browser, which has a process of its own for them."""
_JPEG_QUALITY = 92
_SRGB_GAMMA = 0.45455
_HEAD_BYTES = 65536
"""What stands before a picture's pixels is hardly ever longer."""
_TAIL_BYTES = 64


@dataclass(frozen=True, slots=True)
class PdfPicture:
    """A picture as a PDF's stream holds it."""

    width: int
    height: int
    pixels: bytes
    """Packed by zlib, red, green and blue; or a JPEG."""
    is_jpeg: bool
    mask: bytes
    """How opaque each pixel is, packed by zlib; empty where all are."""


def readable_pixels(path: Path) -> int:
    """Return how many pixels the picture has; 0 where it cannot be made here as the browser would make it."""
    from PIL import Image

    if path.suffix.lower() not in _SUFFIXES:
        return 0
    try:
        with (
            warnings.catch_warnings(action="error", category=Image.DecompressionBombWarning),
            Image.open(path) as image,
        ):
            pixels = image.width * image.height
            is_plain = image.mode in _MODES and not getattr(image, "is_animated", False)
            is_known = is_plain and _has_known_colours(image) and _is_whole_and_plain(path)
            return pixels if is_known and pixels <= _MOST_PIXELS else 0
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return 0


def _has_known_colours(image: Image) -> bool:
    """Return whether the picture stands upright, in sRGB or by a profile for red, green and blue."""
    from PIL import ImageCms

    said = image.info
    if "exif" in said and image.getexif().get(0x0112, 1) != 1:
        return False
    if (
        "transparency" in said and image.mode != "P"
    ):  # a colour, of which Pillow does not say in how many bits
        return False
    profile = said.get("icc_profile")
    if profile:
        try:
            return bool(ImageCms.ImageCmsProfile(BytesIO(profile)).profile.xcolor_space.strip() == "RGB")
        except (OSError, ImageCms.PyCMSError):
            return False
    return "srgb" in said or ("chromaticity" not in said and said.get("gamma", _SRGB_GAMMA) == _SRGB_GAMMA)


def _is_whole_and_plain(path: Path) -> bool:
    """Return whether no end of the file is missing, and no numbers say what its colours are, as in HDR screenshots.

    A picture that turns out to be cut off later would let the whole deck be printed twice.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
        length = file.seek(0, os.SEEK_END)
        file.seek(max(0, length - _TAIL_BYTES))
        tail = file.read()
    if head.startswith(b"RIFF"):
        return int.from_bytes(head[4:8], "little") + 8 <= length
    return b"IEND" in tail and b"cICP" not in head


def unpack(path: Path) -> Image:
    """Return the picture as RGBA where something shines through it, else as RGB; its profile is in its `info`.

    Raises:
        OSError: The file is broken.
        ValueError: The same.
        SyntaxError: The same.
    """
    from PIL import Image

    with Image.open(path) as image:
        return _without_palette(image)


def make_picture(pixels: Image, width: int, height: int, *, is_photo: bool) -> PdfPicture:
    """Return what was unpacked with this many pixels."""
    from PIL.Image import Resampling

    size = (width, height)
    shown = pixels if pixels.size == size else pixels.resize(size, Resampling.HAMMING, reducing_gap=1.0)
    colours = shown.convert("RGB")
    if profile := pixels.info.get("icc_profile"):
        colours = _in_srgb(colours, profile)
    mask = zlib.compress(shown.getchannel("A").tobytes()) if shown.mode == "RGBA" else b""
    if is_photo and not mask:
        return PdfPicture(width, height, _jpeg(colours), is_jpeg=True, mask=b"")
    return PdfPicture(width, height, zlib.compress(colours.tobytes()), is_jpeg=False, mask=mask)


def _without_palette(image: Image) -> Image:
    if image.mode == "RGBA" or image.mode in {"LA", "PA"} or "transparency" in image.info:
        whole = image if image.mode == "RGBA" else image.convert("RGBA")
        least, _ = whole.getchannel("A").getextrema()
        return whole.convert("RGB") if least == 255 else whole
    return image.convert("RGB")


def _in_srgb(image: Image, profile: bytes) -> Image:
    from PIL import ImageCms

    srgb = ImageCms.createProfile("sRGB")
    turned = ImageCms.profileToProfile(
        image, BytesIO(profile), srgb, renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC
    )
    return turned or image


def _jpeg(image: Image) -> bytes:
    written = BytesIO()
    image.save(written, "JPEG", quality=_JPEG_QUALITY)
    return written.getvalue()
