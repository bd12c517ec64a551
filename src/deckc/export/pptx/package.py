"""Save a presentation so that the same deck gives the same bytes: parts in order, and no clock but the one given."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from deckc.export.fixed_time import fixed_time

if TYPE_CHECKING:
    from pptx.presentation import Presentation

_FIRST = "[Content_Types].xml"
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip file can say."""
_STORED = (".png", ".jpeg", ".jpg", ".gif")


def creation_time() -> datetime:
    """Return the time that a file says it was made: SOURCE_DATE_EPOCH's, else a fixed one."""
    return fixed_time() or datetime(2000, 1, 1, tzinfo=UTC)


def package_of(presentation: Presentation) -> bytes:
    """Return the file."""
    written = BytesIO()
    presentation.save(written)
    result = BytesIO()
    with (
        zipfile.ZipFile(written) as source,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as target,
    ):
        for name in sorted(source.namelist(), key=lambda name: (name != _FIRST, name)):
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.compress_type = zipfile.ZIP_STORED if name.endswith(_STORED) else zipfile.ZIP_DEFLATED
            entry.create_system = 0
            entry.external_attr = 0
            target.writestr(entry, source.read(name))
    return result.getvalue()
