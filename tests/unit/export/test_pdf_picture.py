"""Pictures come out of Python as they would come out of the browser, or are left to it."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from deckc.export.pdf_picture import PdfPicture, make_picture, readable_pixels, unpack


def save(picture: Image.Image, path: Path, **more: object) -> Path:
    picture.save(path, **more)  # type: ignore[arg-type]
    return path


def made(path: Path, width: int, height: int, *, is_photo: bool = False) -> PdfPicture:
    return make_picture(unpack(path), width, height, is_photo=is_photo)


def test_fewer_pixels_in_the_same_colours(tmp_path: Path) -> None:
    picture = made(save(Image.new("RGB", (40, 20), (255, 0, 8)), tmp_path / "a.png"), 20, 10)

    assert (picture.width, picture.height, picture.is_jpeg, picture.mask) == (20, 10, False, b"")
    assert zlib.decompress(picture.pixels) == bytes((255, 0, 8)) * 200


def test_what_shines_through_becomes_a_mask(tmp_path: Path) -> None:
    whole = Image.new("RGBA", (4, 4), (9, 9, 9, 255))
    whole.putpixel((0, 0), (9, 9, 9, 0))
    picture = made(save(whole, tmp_path / "a.png"), 4, 4)

    assert zlib.decompress(picture.mask) == b"\0" + b"\xff" * 15


def test_mask_of_an_opaque_picture_is_left_out(tmp_path: Path) -> None:
    assert made(save(Image.new("RGBA", (4, 4), "red"), tmp_path / "a.png"), 4, 4).mask == b""


def test_palette_with_a_see_through_colour(tmp_path: Path) -> None:
    palette = Image.new("P", (2, 1))
    palette.putpalette([0, 0, 0, 255, 255, 255])
    palette.putpixel((1, 0), 1)
    picture = made(save(palette, tmp_path / "a.png", transparency=0), 2, 1)

    assert zlib.decompress(picture.mask) == b"\0\xff"


def test_photograph_becomes_jpeg_unless_something_shines_through(tmp_path: Path) -> None:
    opaque = save(Image.new("RGB", (8, 8), "red"), tmp_path / "a.png")
    glass = save(Image.new("RGBA", (8, 8), (255, 0, 0, 100)), tmp_path / "b.png")
    photo = made(opaque, 4, 4, is_photo=True)

    assert photo.is_jpeg
    assert Image.open(BytesIO(photo.pixels)).size == (4, 4)
    assert not made(glass, 4, 4, is_photo=True).is_jpeg


def test_colours_are_turned_into_srgb_by_the_profile(tmp_path: Path) -> None:
    # a profile in which red and green have changed places says of red that it is green
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    swapped = (
        bytes(profile).replace(b"rXYZ", b"tmp!", 1).replace(b"gXYZ", b"rXYZ", 1).replace(b"tmp!", b"gXYZ", 1)
    )
    path = save(Image.new("RGB", (2, 2), (255, 0, 0)), tmp_path / "a.png", icc_profile=swapped)
    red, green, _ = zlib.decompress(made(path, 2, 2).pixels)[:3]

    assert green > 200
    assert red < 50


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_plain_pictures_are_readable(tmp_path: Path, mode: str) -> None:
    assert readable_pixels(save(Image.new(mode, (5, 3)), tmp_path / "a.png")) == 15


def test_what_comes_out_otherwise_is_left_to_the_browser(tmp_path: Path) -> None:
    red = Image.new("RGB", (2, 2), "red")
    turned = Image.Exif()
    turned[0x0112] = 6
    grey_profile = b"\0" * 200
    left = [
        save(Image.new("I;16", (2, 2)), tmp_path / "deep.png"),
        save(red, tmp_path / "turned.png", exif=turned),
        save(red, tmp_path / "moving.png", save_all=True, append_images=[Image.new("RGB", (2, 2), "blue")]),
        save(red, tmp_path / "odd.png", icc_profile=grey_profile),
        save(red, tmp_path / "photo.jpg"),
        tmp_path / "none.png",
    ]
    (tmp_path / "text.png").write_text("no picture")

    assert [readable_pixels(path) for path in [*left, tmp_path / "text.png"]] == [0] * 7


@pytest.mark.parametrize("mode", ["1", "L", "RGB"])
def test_see_through_colour_of_unknown_depth_is_left_to_the_browser(tmp_path: Path, mode: str) -> None:
    clear = (0, 0, 0) if mode == "RGB" else 0

    assert readable_pixels(save(Image.new(mode, (4, 2)), tmp_path / "a.png", transparency=clear)) == 0


def test_huge_picture_is_left_to_the_browser_in_silence(
    tmp_path: Path, recwarn: pytest.WarningsRecorder
) -> None:
    assert readable_pixels(save(Image.new("1", (12000, 9000)), tmp_path / "a.png")) == 0
    assert not recwarn.list


@pytest.mark.parametrize("name", ["a.png", "a.webp"])
def test_picture_whose_end_is_missing_is_left_to_the_browser(tmp_path: Path, name: str) -> None:
    path = save(Image.effect_noise((60, 60), 50).convert("RGB"), tmp_path / name)
    assert readable_pixels(path) == 3600

    path.write_bytes(path.read_bytes()[:-40])
    assert readable_pixels(path) == 0


def test_colours_named_by_numbers_are_left_to_the_browser(tmp_path: Path) -> None:
    named = PngImagePlugin.PngInfo()
    named.add(b"cICP", bytes([12, 13, 0, 1]))

    assert readable_pixels(save(Image.new("RGB", (4, 2)), tmp_path / "a.png", pnginfo=named)) == 0


def test_broken_picture_raises_what_is_caught(tmp_path: Path) -> None:
    path = save(Image.effect_noise((60, 60), 50), tmp_path / "a.png")
    whole = path.read_bytes()
    path.write_bytes(whole[:900] + whole[-12:])

    assert readable_pixels(path) == 3600
    with pytest.raises((OSError, ValueError, SyntaxError)):
        unpack(path)
