"""Put pictures into a printed PDF in place of the blank ones that stood in for them.

    MARK + "3;"                            what the comment of the third blank JPEG says (lighter_pictures.js)
    put_pictures(pdf, {3: picture})        the PDF shows the picture wherever it showed the blank

A browser copies a JPEG into a PDF as it is, comment and all, and needs next to no time for that: the real pictures
are made meanwhile. What it had to draw anew has no comment any more, so that a blank that is lost is known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from deckc.export.pdf_picture import PdfPicture

if TYPE_CHECKING:
    from pikepdf import Pdf, Stream

Pictures = Callable[[], Mapping[int, PdfPicture]]
"""Waits for the pictures, and returns them by the numbers of their blanks."""
MARK = "deckc picture "
_MARKED = re.compile(rb"\A\xff\xd8.{0,64}?" + MARK.encode() + rb"(\d+);", re.DOTALL)


class LostPictureError(Exception):
    """A blank is not to be found in the PDF, or there is no picture for it."""


def put_pictures(pdf: Pdf, pictures: Mapping[int, PdfPicture]) -> None:
    """Replace every blank.

    Raises:
        LostPictureError: The browser drew a blank anew, and so perhaps a grey box.
    """
    from pikepdf import Name, Stream

    if not pictures:
        return
    masks: dict[int, Stream | None] = {}
    for item in pdf.objects:
        if not isinstance(item, Stream) or item.get("/Filter") != Name.DCTDecode:
            continue
        found = _MARKED.match(item.read_raw_bytes())
        if found is None:
            continue
        index = int(found[1])
        if index not in pictures:
            raise LostPictureError(index)
        masks[index] = _fill(pdf, item, pictures[index], masks.get(index))
    if lost := pictures.keys() - masks.keys():
        raise LostPictureError(min(lost))


def _fill(pdf: Pdf, blank: Stream, picture: PdfPicture, mask: Stream | None) -> Stream | None:
    """Let the blank hold the picture, and return its mask; it keeps its profile, which is sRGB's as the picture's."""
    from pikepdf import Name

    blank.write(picture.pixels, filter=Name.DCTDecode if picture.is_jpeg else Name.FlateDecode)
    blank.Width, blank.Height = picture.width, picture.height
    if not picture.mask:
        return None
    if mask is None:
        mask = pdf.make_stream(
            b"",
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=picture.width,
            Height=picture.height,
            ColorSpace=Name.DeviceGray,
            BitsPerComponent=8,
        )
        mask.write(picture.mask, filter=Name.FlateDecode)
    blank.SMask = mask
    return mask
