"""What stands in the way of a file is told by the file's own name."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckc.export.formats import FORMATS
from deckc.export.run import Request, _place


@pytest.mark.parametrize(
    ("error", "place"),
    [
        (OSError(13, "Permission denied", "out/.deckc-new-77-a.pdf"), "out/a.pdf"),
        (OSError(13, "Permission denied", ".deckc-new-x/1.png", None, "pictures/1.png"), "pictures/1.png"),
        (OSError(17, "File exists", "out"), "out"),
        (OSError("no more room"), "out/a.pdf"),
    ],
)
def test_place_is_the_one_its_author_named(error: OSError, place: str) -> None:
    assert str(_place(error, Request(FORMATS["pdf"], Path("out/a.pdf")))) == place
