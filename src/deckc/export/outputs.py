"""Where exports go.

place_output(FORMATS["pdf"], "talk", Target())                        talk-export.pdf
place_output(FORMATS["pdf"], "talk", Target("out.pdf"))               out.pdf
place_output(FORMATS["pdf"], "talk", Target("out", is_folder=True))   out/talk.pdf
"""

from __future__ import annotations

from pathlib import Path

from deckc.dataclass import dataclass
from deckc.export.formats import Format


@dataclass(frozen=True, slots=True)
class Target:
    """What the command line says of where to write."""

    named: str = ""
    """The file, or folder; "" where nothing is said."""
    is_folder: bool = False
    """Whether it is a folder: files go into it under their deck's name, pictures lie in it."""
    is_shared: bool = False
    """Whether several exports go there, so that pictures want a folder of their own in it."""


def place_output(form: Format, name: str, target: Target, export_filename: str = "") -> Path:
    """Return the file, or the folder, of a deck in a form; `export_filename` is what the deck itself says."""
    if target.is_folder and (form.suffix or target.is_shared):
        return Path(target.named) / f"{name}{form.ending}{form.suffix}"
    if target.named:
        return _with_suffix(Path(target.named), form.suffix)
    own = Path(export_filename).name
    if own.lower().endswith(form.suffix) and form.suffix:
        own = own[: -len(form.suffix)]
    return Path(f"{own or f'{name}-export'}{form.ending}{form.suffix}")


def _with_suffix(path: Path, suffix: str) -> Path:
    has_it = not suffix or path.suffix.lower() == suffix
    return path if has_it else path.with_name(f"{path.name}{suffix}")
