"""Follow imports: slides of the entry in, all shown slides of the deck out, in order.

    ---                        the second slide of pages/a.md, with `class: dark` over its own frontmatter
    src: ./pages/a.md#2
    class: dark
    ---

Rules of spec 2.5. An import that cannot be followed is reported and left out.
"""

from __future__ import annotations

import os
from pathlib import Path

from deckc.compile.load.kept import KeptFile, KeptSlides
from deckc.compile.load.ranges import read_range
from deckc.compile.load.text import read_source
from deckc.compile.load.workspace import find_workspace
from deckc.dataclass import dataclass
from deckc.diagnostics import Report, Span
from deckc.diagnostics.suggest import did_you_mean
from deckc.model.files import Files
from deckc.model.source import Frontmatter, SlideSource, SourceText, is_truthy

_MAX_NESTING = 64
_MAX_SLIDES = 10_000
"""A few files that import each other's slides many times over would otherwise fill the memory."""

_UNKNOWN = object()
"""The workspace is only looked for when an import leaves the entry's folder."""


_NOTHING_ABOVE = Frontmatter()


@dataclass(frozen=True, slots=True)
class _Importer:
    """An import that is being followed."""

    path: Path
    frontmatter: Frontmatter
    """All importers' entries, the outermost on top, without `src`."""
    outer: _Importer | None
    nesting: int

    def holds(self, path: Path) -> bool:
        """Return whether a file is on the import chain."""
        return self.path == path or (self.outer is not None and self.outer.holds(path))


class Importer:
    """Follows the imports of one deck; every file is read and cut once."""

    def __init__(self, entry: SourceText, files: Files, report: Report, kept: KeptSlides) -> None:
        self._kept = kept
        self._files = files
        self._report = report
        self._user_root = entry.path.parent
        self._workspace: Path | object | None = _UNKNOWN
        self._loaded: dict[Path, KeptFile | None] = {}
        self._entry = self._keep(entry)
        self._shown: list[SlideSource] = []

    def first_source_slide(self) -> SlideSource:
        """Return the entry's first slide, shown or not: it holds the headmatter."""
        return self._kept.read(self._entry, 0, self._report)

    def shown_slides(self) -> tuple[SlideSource, ...]:
        """Return every slide that is shown, imports put in."""
        entry = self._entry
        chain = _Importer(entry.source.path, _NOTHING_ABOVE, None, 0)
        done = 0
        for index in tuple(entry.open):
            self._show(entry, done, index)
            self._follow(self._kept.read(entry, index, self._report), chain)
            done = index + 1
        self._show(entry, done, len(entry.slides))
        return tuple(self._shown)

    def _show(self, file: KeptFile, first: int, end: int) -> None:
        """Show slides that just stand for themselves."""
        self._shown += [slide for slide in file.slides[first:end] if slide is not None]
        if len(self._shown) > _MAX_SLIDES:
            del self._shown[_MAX_SLIDES:]
            self._report_too_many()

    def _follow(self, slide: SlideSource, chain: _Importer) -> None:
        own = slide.frontmatter
        if is_truthy(own.get("disabled")) or is_truthy(own.get("hide")):
            return
        if len(self._shown) >= _MAX_SLIDES:
            self._report_too_many()
        elif is_truthy(own.get("src")):
            self._import(slide, chain)
        elif chain.nesting:
            self._shown.append(self._kept.under(chain.frontmatter, slide))
        else:
            self._shown.append(slide)

    def _report_too_many(self) -> None:
        start = self._entry.source.span(0)  # one place for all, so that it is said once
        self._report.error("too-many-slides", f"the deck has more than {_MAX_SLIDES} slides", start)

    def _import(self, slide: SlideSource, chain: _Importer) -> None:
        target = self._target(slide)
        if target is None:
            return
        path, range_text = target
        span = slide.frontmatter.span("src")
        if chain.holds(path) or chain.nesting >= _MAX_NESTING:
            way = ", by way of others" if chain.path != path else ""
            message = (
                f'"{self._files.show(path)}" imports itself{way}'
                if chain.holds(path)
                else "imports are nested too deep"
            )
            self._report.error("circular-import", message, span, "remove one of the imports")
            return
        loaded = self._load(path, span)
        if loaded is None:
            return
        inner = _Importer(
            path, self._kept.under(chain.frontmatter, slide).frontmatter, chain, chain.nesting + 1
        )
        chosen = read_range(range_text, len(loaded.slides))
        if chosen.problem:
            tell = self._report.error if chosen.is_impossible else self._report.warn
            tell("import-range", chosen.problem, span, "write numbers and ranges: `#2,5-7`")
        for number in chosen.numbers:
            self._follow(self._kept.read(loaded, number - 1, self._report), inner)

    def _target(self, slide: SlideSource) -> tuple[Path, str] | None:
        """Return the imported file and the range, if the import may be followed."""
        src = slide.frontmatter["src"]
        span = slide.frontmatter.span("src")
        if not isinstance(src, str):
            self._report.error(
                "import-not-found", '"src" is not a path', span, "write `src: ./pages/more.md`"
            )
            return None
        name, _, behind = src.partition("#")
        folder, name = (self._user_root, name[1:]) if name.startswith("/") else (slide.file.path.parent, name)
        path = (
            Path(os.path.normpath(folder / name))
            if "\0" not in name
            else folder / name.replace("\0", "\ufffd")
        )
        return (path, behind.partition("#")[0].strip()) if self._may_read(path, src, span) else None

    def _may_read(self, path: Path, src: str, span: Span | None) -> bool:
        """Return whether an import stays in the project, so that a stranger's deck cannot show any file."""
        if self._workspace is _UNKNOWN:
            self._workspace = find_workspace(self._user_root, self._files)
        project = self._workspace if isinstance(self._workspace, Path) else self._user_root
        if path.is_relative_to(project) and not self._files.is_outside(path):
            return True
        message = f'"{src}" lies outside of the project'
        may_follow = self._workspace is None and path.suffix == ".md"
        if may_follow:
            self._files.admit(path)
        if may_follow and not self._files.is_outside(path):
            # Nothing says where the project ends: Slidev up to 52.15 follows, and decks rely on that.
            self._report.warn(
                "import-outside", message, span, "put a file pyproject.toml or package.json above both"
            )
            return True
        self._report.error(
            "import-outside", message, span, "move it into the project; the import is left out"
        )
        return False

    def _load(self, path: Path, span: Span | None) -> KeptFile | None:
        if path not in self._loaded:
            self._loaded[path] = self._read(path)
        loaded = self._loaded[path]
        if loaded is None:
            near = did_you_mean(path.name, [found.name for found in self._files.list_folder(path.parent)])
            message = f'there is no file "{self._files.show(path)}"'
            self._report.error(
                "import-not-found", message, span, near or "check the path; the import is left out"
            )
        return loaded

    def _read(self, path: Path) -> KeptFile | None:
        if not self._files.is_file(path):
            return None
        try:
            return self._keep(read_source(path, self._files, self._report))
        except OSError:
            return None

    def _keep(self, source: SourceText) -> KeptFile:
        file = self._kept.open(source)
        if file.split.open_comment is not None:
            self._report.warn(
                "unclosed-comment",
                "this comment is never closed, so no separator behind it counts",
                source.span(file.split.open_comment, 4),
                "close it with `-->`",
            )
        self._loaded[source.path] = file
        return file
