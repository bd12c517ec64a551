"""What the components of a deck were made from: every question that was asked of files, icons and packages.

inquiry = Inquiry(files, icons, find_asset)
inquiry.read_bytes(path)             remembers which content it was
later.holds(inquiry.answers)         whether every question still has the same answer
inquiry.go_on(later)                 the same inquiry in the next compilation of `deckc serve`
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

from deckc.engine.vue.keys import as_text, digest_of
from deckc.model.files import Files
from deckc.model.services import Icon, IconLookup

_OF_FILES = ("read ", "file ", "list ", "asset ")
FindAsset = Callable[[str, Path], Path | None]


class Inquiry:
    """Asks, and remembers each answer by its question."""

    def __init__(self, files: Files, icons: IconLookup, find_asset: FindAsset) -> None:
        self._files = files
        self._icons = icons
        self._find_asset = find_asset
        self.answers: dict[str, str] = {}

    def read_bytes(self, path: Path) -> bytes:
        """Return a file's bytes; raise OSError where it cannot be read."""
        question = f"read {path}"
        self.answers[question] = ""
        content = self._files.read_bytes(path)
        self.answers[question] = blake2b(content, digest_size=16).hexdigest()
        return content

    def is_file(self, path: Path) -> bool:
        """Return whether there is a file."""
        found = self._files.is_file(path)
        self.answers[f"file {path}"] = str(found)
        return found

    def list_folder(self, path: Path) -> tuple[Path, ...]:
        """Return the paths in a folder."""
        found = self._files.list_folder(path)
        self.answers[f"list {path}"] = _digest_of_names(found)
        return found

    def find_asset(self, address: str, base: Path) -> Path | None:
        """Return the file that an address names."""
        found = self._find_asset(address, base)
        self.answers[f"asset {address}\n{base}"] = str(found)
        return found

    def is_outside(self, path: Path) -> bool:
        """Return whether a path leads out of what may be read."""
        return self._files.is_outside(path)

    def show(self, path: Path) -> str:
        """Return the path as an author would name it."""
        return self._files.show(path)

    def split(self, text: str) -> tuple[str, str] | None:
        """Return collection and name of an icon."""
        found = self._icons.split(text)
        self.answers[f"split {text}"] = as_text(found)
        return found

    def icon(self, collection: str, name: str) -> Icon | None:
        """Return an icon; None where it is not to be had."""
        found = self._icons.icon(collection, name)
        self.answers[f"icon {collection} {name}"] = _digest_of_icon(found)
        return found

    def prepare(self, collections: Iterable[str]) -> None:
        """Fetch sets of icons."""
        self._icons.prepare(collections)

    def problem(self, collection: str) -> str | None:
        """Return why a set of icons could not be had."""
        return self._icons.problem(collection)

    def admit(self, folder: Path) -> None:
        """Let a package be read."""
        self.answers[f"admit {folder}"] = ""
        self._files.admit(folder)

    def stamp(self, path: Path) -> None:
        """Remember the state of a file of a package, there or not."""
        self.answers[f"stamp {path}"] = _stamp_of(path)

    def holds(self, answers: Mapping[str, str]) -> bool:
        """Return whether all questions have these answers; then they are this inquiry's as well."""
        if any(self._changed(answers)):
            return False
        self.answers.update(answers)
        return True

    def go_on(self, later: Inquiry, *, is_unchanged: bool) -> bool:
        """Ask as a later inquiry from now on; return whether the answers so far hold.

        Where files are said to be unchanged, just that is asked of which they tell nothing.
        """
        self._files, self._icons, self._find_asset = later._files, later._icons, later._find_asset
        answers = self.answers
        if is_unchanged:
            answers = {each: answer for each, answer in answers.items() if not each.startswith(_OF_FILES)}
        return not any(self._changed(answers))

    def is_packaged_as(self, answers: Mapping[str, str]) -> bool:
        """Return whether icons and packages, which no file of the deck tells of, are as they were."""
        return not any(
            self._changed({each: answers[each] for each in answers if not each.startswith(_OF_FILES)})
        )

    def _changed(self, answers: Mapping[str, str]) -> Iterator[str]:
        """Yield the questions that have another answer by now; what was let in is let in again."""
        for question, answer in answers.items():
            if question.startswith("admit "):
                self._files.admit(Path(question[6:]))
            elif self._ask(question) != answer:
                yield question

    def _ask(self, question: str) -> str:
        kind, _, about = question.partition(" ")
        match kind:
            case "read":
                try:
                    return blake2b(self._files.read_bytes(Path(about)), digest_size=16).hexdigest()
                except OSError:
                    return ""
            case "file":
                return str(self._files.is_file(Path(about)))
            case "list":
                return _digest_of_names(self._files.list_folder(Path(about)))
            case "asset":
                address, _, base = about.partition("\n")
                return str(self._find_asset(address, Path(base)))
            case "split":
                return as_text(self._icons.split(about))
            case "icon":
                collection, _, name = about.partition(" ")
                return _digest_of_icon(self._icons.icon(collection, name))
            case _:
                return _stamp_of(about)


def _digest_of_names(paths: Iterable[Path]) -> str:
    return digest_of("\n".join(path.name for path in paths))


def _digest_of_icon(icon: Icon | None) -> str:
    return "" if icon is None else digest_of(repr(icon))


def _stamp_of(path: Path | str) -> str:
    try:
        found = os.stat(path)  # noqa: PTH116 - half the time of Path.stat
    except (OSError, ValueError):
        return ""
    return f"{found.st_size} {found.st_mtime_ns}"
