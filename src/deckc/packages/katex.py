"""The files of KaTeX, which sets formulas: scripts, style sheet, fonts, licence (npm's `katex`).

katex = find_katex(NpmStore(Path("/deck")))
katex.version                  "0.16.45"
katex.scripts()                KaTeX itself, then its mhchem extension
"""

from __future__ import annotations

from pathlib import Path

from deckc.dataclass import dataclass
from deckc.packages.npm_store import NpmPackage, NpmStore, version_of

_SCRIPTS = ("dist/katex.min.js", "dist/contrib/mhchem.min.js")
_SHEET = "dist/katex.min.css"
PACKAGE = NpmPackage(
    "katex", ("package.json", "LICENSE", *_SCRIPTS, _SHEET, "dist/fonts/*.ttf"), series="0.16"
)
"""The series that Slidev 52 uses."""


@dataclass(frozen=True, slots=True)
class Katex:
    """KaTeX in a folder."""

    folder: Path
    version: str

    def scripts(self) -> tuple[str, ...]:
        """Return the scripts in loading order."""
        return tuple((self.folder / path).read_text("utf-8") for path in _SCRIPTS)

    def sheet(self) -> str:
        """Return the style sheet."""
        return (self.folder / _SHEET).read_text("utf-8")

    def licence(self) -> str:
        """Return the licence, which has to stand wherever parts of KaTeX go."""
        return (self.folder / "LICENSE").read_text("utf-8")

    def font(self, name: str) -> bytes | None:
        """Return a TrueType font by the name of its file ("KaTeX_Main-Regular.ttf"); None where it is missing."""
        try:
            return (self.folder / "dist" / "fonts" / name).read_bytes()
        except OSError:
            return None


def find_katex(store: NpmStore) -> Katex:
    """Return KaTeX, fetched where need be.

    Raises:
        PackageError: Why it is not to be had, and what to run.
        OSError: The cache cannot be written.
    """
    folder = store.folder_of(PACKAGE)
    return Katex(folder, version_of(folder))
