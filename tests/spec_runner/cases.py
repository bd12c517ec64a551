"""Read a spec file: Markdown in, cases out.

## A separator cuts              Case("A separator cuts", {"deck": "# A\\n...", "slides": "1 ..."})

~~~~~~~~ deck
# A
~~~~~~~~

~~~~~~~~ slides
1 "A" level 1
~~~~~~~~
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

INPUTS = ("deck", "file", "markup", "candidates", "stylesheet")
OUTPUTS = (
    "headmatter",
    "slides",
    "config",
    "nodes",
    "tree",
    "clicks",
    "html",
    "bindings",
    "page",
    "css",
    "diagnostics",
)
FORMS = ("crlf", "bom", "unterminated")

_FENCE = re.compile(r"^(~{8,})[ \t]*(.*?)[ \t]*$")
_HEADING = re.compile(r"^#{1,6} +(.+?)[ #]*$")


class SpecError(Exception):
    """A spec file is not written as tests/spec/README.md says."""


@dataclass(frozen=True)
class Case:
    """One rule of the language, as an example."""

    path: Path
    line: int
    """1-based, of the heading."""
    name: str
    files: dict[str, bytes] = field(default_factory=dict)
    """Absolute path -> content; the entry is /deck/slides.md."""
    inputs: dict[str, str] = field(default_factory=dict)
    """`markup`, `candidates` and `stylesheet` blocks."""
    expected: dict[str, str] = field(default_factory=dict)

    @property
    def stage(self) -> str:
        """Return the folder below tests/spec: the stage whose rule this is."""
        parts = self.path.parts
        return parts[len(parts) - 1 - parts[::-1].index("spec") + 1]

    def __str__(self) -> str:
        return f"{self.stage}/{self.path.name.removesuffix('.spec.md')}: {self.name}"


def read_cases(path: Path) -> list[Case]:
    """Return the cases of a spec file: every heading that has blocks under it."""
    cases: list[Case] = []
    lines = path.read_text(encoding="utf-8").split("\n")
    heading, at = Case(path, 1, path.name), 0
    while at < len(lines):
        if match := _FENCE.match(lines[at]):
            end = next((i for i in range(at + 1, len(lines)) if lines[i].rstrip() == match[1]), None)
            if end is None:
                message = f"{path}:{at + 1}: this block is never closed"
                raise SpecError(message)
            _add_block(heading, match[2], lines[at + 1 : end], f"{path}:{at + 1}")
            if not cases or cases[-1] is not heading:
                cases.append(heading)
            at = end
        elif match := _HEADING.match(lines[at]):
            heading = Case(path, at + 1, match[1])
        at += 1
    names = [case.name for case in cases]
    for case in cases:
        if names.count(case.name) > 1:
            message = f'{path}:{case.line}: there are two cases "{case.name}"'
            raise SpecError(message)
    return cases


def _add_block(case: Case, info: str, lines: list[str], place: str) -> None:
    kind, *words = info.split()
    text = "".join(line + "\n" for line in lines)
    if kind in {"deck", "file"}:
        name = "/deck/slides.md" if kind == "deck" else _absolute(words.pop(0))
        if name in case.files:
            message = f"{place}: the case has {name} already"
            raise SpecError(message)
        case.files[name] = _encode(text, words, place)
    elif kind in INPUTS:
        case.inputs[kind] = text
    elif kind in OUTPUTS and not words:
        case.expected[kind] = case.expected.get(kind, "") + text
    else:
        message = f'{place}: "{info}" is not a block; there are {", ".join(INPUTS + OUTPUTS)}'
        raise SpecError(message)


def _absolute(name: str) -> str:
    return name if name.startswith("/") else f"/deck/{name}"


def _encode(text: str, words: list[str], place: str) -> bytes:
    for word in words:
        if word not in FORMS:
            message = f'{place}: "{word}" is not a form; there are {", ".join(FORMS)}'
            raise SpecError(message)
    if "unterminated" in words:
        text = text.removesuffix("\n")
    if "crlf" in words:
        text = text.replace("\n", "\r\n")
    return text.encode("utf-8-sig" if "bom" in words else "utf-8")
