"""Blank pictures in a printed PDF give their places to the real ones, and none is lost in silence."""

from __future__ import annotations

import zlib
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Pdf
from PIL import Image

from deckc.export.pdf_picture import PdfPicture
from deckc.export.stand_ins import MARK, LostPictureError, put_pictures

PIXELS = zlib.compress(b"\1\2\3\4\5\6")
MASK = zlib.compress(b"\0\xff")


def blank(comment: str) -> bytes:
    written = BytesIO()
    Image.new("RGB", (9, 9)).save(written, "JPEG", comment=comment)
    return written.getvalue()


def printed(*comments: str) -> Pdf:
    """A PDF of one page for each JPEG with such a comment."""
    pdf = Pdf.new()
    for comment in comments:
        picture = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Image, Width=9, Height=9)
        picture.write(blank(comment), filter=Name.DCTDecode)
        pdf.add_blank_page(page_size=(10, 10)).obj.Resources = Dictionary(XObject=Dictionary(X=picture))
    return pdf


def picture_on(pdf: Pdf, page: int) -> pikepdf.Stream:
    return pdf.pages[page].Resources.XObject.X


def test_blanks_become_their_pictures() -> None:
    pdf = printed(f"{MARK}0;", "another JPEG", f"{MARK}12;")
    put_pictures(
        pdf, {0: PdfPicture(2, 1, PIXELS, False, b""), 12: PdfPicture(8, 8, blank("real"), True, b"")}
    )

    assert picture_on(pdf, 0).read_bytes() == b"\1\2\3\4\5\6"
    assert (picture_on(pdf, 0).Width, picture_on(pdf, 0).Height) == (2, 1)
    assert b"another" in picture_on(pdf, 1).read_raw_bytes()
    assert b"real" in picture_on(pdf, 2).read_raw_bytes()
    assert picture_on(pdf, 2).Filter == Name.DCTDecode


def test_mask_is_shared_where_a_blank_was_written_twice() -> None:
    pdf = printed(f"{MARK}0;", f"{MARK}0;")
    put_pictures(pdf, {0: PdfPicture(2, 1, PIXELS, False, MASK)})
    masks = [picture_on(pdf, page).SMask for page in (0, 1)]

    assert masks[0].read_bytes() == b"\0\xff"
    assert masks[0].objgen == masks[1].objgen


def test_blank_that_is_not_there_is_lost() -> None:
    with pytest.raises(LostPictureError):
        put_pictures(printed("another JPEG"), {0: PdfPicture(2, 1, PIXELS, False, b"")})


def test_blank_without_a_picture_is_lost() -> None:
    with pytest.raises(LostPictureError):
        put_pictures(printed(f"{MARK}0;", f"{MARK}1;"), {0: PdfPicture(2, 1, PIXELS, False, b"")})
