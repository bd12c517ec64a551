"""Find what esbuild read of files that are not the deck's: a package, or a computed import, may name any.

find_strangers(folder, is_outside, own)     {"m0": 'it imports "evil", which leads out of the project, to /etc/keys.json'}
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path

from deckc.dataclass import dataclass

METAFILE = "meta.json"
"""Where esbuild writes which files it has read, and what each imports."""
_PACKAGES = "node_modules"


@dataclass(frozen=True, slots=True)
class _Import:
    """An import as esbuild followed it."""

    path: str
    """The file that it leads to; with a `*` in it where it is computed."""
    specifier: str


def find_strangers(folder: Path, is_outside: Callable[[Path], bool], own: Collection[Path]) -> dict[str, str]:
    """Return what is wrong with the modules in a folder that led esbuild out of the project; `own` is deckc's."""
    inputs = _read(folder / METAFILE)
    known = [path.resolve() for path in own]
    strange = [
        name
        for name in inputs
        if (at := _file_of(name, folder)) and not any(map(at.is_relative_to, known)) and is_outside(at)
    ]
    if not strange:
        return {}
    modules = [name for name in inputs if "/" not in name]
    blamed: dict[str, _Import] = {}
    for name in modules:
        for made in inputs[name]:
            if any(each in strange or "*" in each for each in _reached(made.path, inputs)):
                blamed.setdefault(name, made)
    first = str((folder / strange[0]).resolve())
    if not blamed:
        return {Path(name).stem: f"it leads out of the project, to {first}" for name in modules}
    return {
        Path(name).stem: f'it imports "{made.specifier}", which leads out of the project, to {first}'
        for name, made in blamed.items()
    }


def _read(metafile: Path) -> dict[str, list[_Import]]:
    """Return every file that was read, by its path from the folder, with its imports."""
    inputs: Mapping[str, Mapping[str, list[Mapping[str, str]]]]
    inputs = json.loads(metafile.read_bytes())["inputs"]
    return {
        name: [_Import(made["path"], made.get("original") or made["path"]) for made in about["imports"]]
        for name, about in inputs.items()
    }


def _file_of(name: str, folder: Path) -> Path | None:
    """Return the file that was read; None for a module of the deck, and for one of an installed package."""
    if "/" not in name or _PACKAGES in Path(name).parts or ":" in name.partition("/")[0]:
        return None
    return (folder / name).resolve()


def _reached(path: str, inputs: Mapping[str, list[_Import]]) -> Iterator[str]:
    """Yield what an import leads to; the deck's own modules, which speak for themselves, are not entered."""
    waiting, seen = [path], set()
    while waiting:
        at = waiting.pop()
        if at not in seen and "/" in at:
            seen.add(at)
            yield at
            waiting += [made.path for made in inputs.get(at, ())]
