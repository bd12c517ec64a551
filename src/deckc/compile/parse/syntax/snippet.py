"""Snippets (spec 5.5): a line `<<< path` becomes a fence that holds the file.

<<< @/snippets/add.ts#sum {1|2}{lines:true}

```ts {1|2}{lines:true}
(the lines of region "sum")
```
"""

from __future__ import annotations

import os
import re
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from markdown_it.rules_block import StateBlock

from deckc.compile.parse.syntax.region import find_region, region_names
from deckc.compile.parse.writer import Dialect
from deckc.dataclass import dataclass
from deckc.diagnostics import Report, Span
from deckc.diagnostics.suggest import did_you_mean
from deckc.model.files import Files
from deckc.model.source import SlideSource

OPENER = "<<<"
_REGION = re.compile(r"#([\w-]+)\Z")
_TITLE = re.compile(r"[ \t]+(\[[^\]]*\])\Z")
_INTERRUPTED = ["paragraph", "reference", "blockquote", "list"]


@dataclass(frozen=True, slots=True)
class SnippetPlace:
    """Where a slide's snippets are looked for."""

    slide: SlideSource
    folder: Path
    """The entry's: what `@/` stands for."""
    allowed: tuple[Path, ...]
    """Nothing is read from outside these."""
    files: Files
    report: Report


@dataclass(frozen=True, slots=True)
class Snippet:
    """What stands behind `<<<`."""

    path: str
    region: str | None
    language: str
    rest: str
    """Title, ranges and options."""

    @property
    def info(self) -> str:
        """Return the info string of the fence that it becomes."""
        return f"{self.language} {self.rest}".strip()


def install(dialect: Dialect) -> None:
    """Add the block rule."""
    dialect.markdown.block.ruler.before("fence", "snippet", _read_line, {"alt": _INTERRUPTED})


def read_snippet(line: str) -> Snippet | None:
    """Return what a line says; None where it is no snippet."""
    if not line.startswith(OPENER):
        return None
    said = line[len(OPENER) :].strip(" \t")
    brace = said.find("{", 1)
    head, rest = (said, "") if brace < 0 else (said[:brace].rstrip(" \t"), said[brace:])
    title = _TITLE.search(head)
    if title is not None:
        head, rest = head[: title.start()], f"{title[1]} {rest}".rstrip()
    if not head:
        return None
    path, language = head, ""
    words = head.rsplit(None, 1)
    if len(words) > 1 and not _REGION.match(words[1]):
        path, language = words[0], words[1]
    region = _REGION.search(path)
    if region is not None and region.start():
        path = path[: region.start()].rstrip(" \t")
    language = language or os.path.splitext(path)[1][1:]  # noqa: PTH122 - a path with slashes on every system
    return Snippet(path, region[1] if region else None, language, rest)


def snippet_code(snippet: Snippet, place: SnippetPlace, span: Span) -> str | None:
    """Return a snippet's text, with a line end; None where it is not to be had, which is reported."""
    path = _find(snippet, place, span)
    if path is None:
        return None
    text = place.files.read_bytes(path).decode(errors="replace").removeprefix("\ufeff")
    lines = text.replace("\r\n", "\n").split("\n")
    if snippet.region is not None:
        found = find_region(lines, snippet.region)
        if found is None:
            message = f'"{snippet.path}" has no region "{snippet.region}"; all of it is shown'
            help_text = did_you_mean(snippet.region, region_names(lines)) or "name a region, or write none"
            place.report.warn("unknown-region", message, span, help_text)
        lines = lines if found is None else found
    code = "\n".join(lines)
    return code if code.endswith("\n") else f"{code}\n"


def _find(snippet: Snippet, place: SnippetPlace, span: Span) -> Path | None:
    written = snippet.path.replace("\0", "\ufffd").replace("\\", "/")
    base = place.folder if written.startswith("@/") else place.slide.file.path.parent
    path = Path(os.path.normpath(base / written.removeprefix("@/")))
    is_inside = any(path.is_relative_to(folder) for folder in place.allowed)
    if not is_inside or place.files.is_outside(path):
        message = f'"{snippet.path}" lies outside of the project'
        place.report.error("snippet-outside", message, span, "move the file into the project")
        return None
    if place.files.is_file(path):
        return path
    names = [found.name for found in place.files.list_folder(path.parent)]
    help_text = did_you_mean(path.name, names) or "check the path: it is relative to the slide's file"
    message = f'there is no file "{place.files.show(path)}"'
    place.report.error("snippet-not-found", message, span, help_text)
    return None


def _read_line(state: StateBlock, start_line: int, _end_line: int, silent: bool) -> bool:
    start = state.bMarks[start_line] + state.tShift[start_line]
    if not state.src.startswith(OPENER, start) or state.is_code_block(start_line):
        return False
    line = state.src[start : state.eMarks[start_line]].rstrip()
    snippet = read_snippet(line)
    place = snippet_place(state.env)
    if snippet is None or place is None:
        return False
    if silent:
        return True
    offset = place.slide.content.find(line, state.bMarks[start_line])
    code = snippet_code(snippet, place, place.slide.span(max(0, offset), len(line)))
    token = state.push("fence", "code", 0)
    # what cannot be had shows where it is missed
    token.content, token.info = (code, snippet.info) if code is not None else (f"{line}\n", "text")
    token.markup = OPENER
    token.map = [start_line, start_line + 1]
    state.line = start_line + 1
    return True


def snippet_place(env: MutableMapping[str, Any]) -> SnippetPlace | None:
    """Return where snippets of the text being parsed are looked for; None where there can be none."""
    place = env.get("snippets")
    return place if isinstance(place, SnippetPlace) else None
