"""Find the deck that is meant.

find_entry("talk", folder)    folder/talk.md
find_entry(None, folder)      folder/slides.md, else the one deck in folder/decks/
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from deckc.cli.arguments import UsageError

_NO_DECKS = frozenset({"readme", "changelog", "contributing", "license", "code_of_conduct", "security"})
_DEFAULT = "slides.md"


def find_entry(named: str | None, folder: Path) -> Path:
    """Return the absolute path of the entry; a name that leads to no file is returned as it would be called.

    Raises:
        UsageError: None was named and it is not clear which is meant.
    """
    if named is None:
        return _only_deck(folder)
    path = Path(os.path.normpath(folder / named))
    if path.is_dir() and (path / _DEFAULT).is_file():
        return path / _DEFAULT
    with_suffix = path.with_name(f"{path.name}.md") if path.name else path
    return path if path.is_file() or path.suffix == ".md" else with_suffix


def name_entries(entries: list[Path]) -> Mapping[Path, str]:
    """Return a name for each entry: its own, or its folder's where several are called slides.md."""
    count = Counter(entry.stem for entry in entries)
    names: dict[Path, str] = {}
    for entry in entries:
        name = entry.stem if count[entry.stem] == 1 else entry.parent.name
        names[entry] = name if name not in names.values() else f"{name}-{len(names) + 1}"
    return names


def _only_deck(folder: Path) -> Path:
    if (folder / _DEFAULT).is_file():
        return folder / _DEFAULT
    decks = sorted([*_markdown_in(folder / "decks"), *(folder / "decks").glob(f"*/{_DEFAULT}")])
    if len(decks) == 1:
        return decks[0]
    candidates = decks or sorted([*_markdown_in(folder), *folder.glob(f"*/{_DEFAULT}")])
    if not candidates:
        text = f"there is no {_DEFAULT} here, and no deck in decks/; name the deck's file"
        raise UsageError(text)
    listed = "\n".join(f"  {path.relative_to(folder).as_posix()}" for path in candidates[:20])
    text = f"there is no {_DEFAULT} here; which of these is meant?\n{listed}"
    raise UsageError(text)


def _markdown_in(folder: Path) -> list[Path]:
    return [path for path in folder.glob("*.md") if path.is_file() and path.stem.lower() not in _NO_DECKS]
