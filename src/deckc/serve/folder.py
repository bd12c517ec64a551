"""Find the decks of a folder, and write the page that lists them.

    talks/intro.md              "intro"
    talks/2026/slides.md        "2026"

A deck is a Markdown file with a headmatter or a separator; a README is none.
"""

from __future__ import annotations

import html
import os
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote

from deckc.compile.load import load_deck
from deckc.dataclass import dataclass
from deckc.diagnostics import Report
from deckc.model.files import DiskFiles
from deckc.model.source import text_of_title

_NO_DECKS = frozenset({"readme", "changelog", "contributing", "license", "code_of_conduct", "security"})
_PASSED_OVER = frozenset({"node_modules", "dist", "build", "pages", "__pycache__"})
_DEPTH = 3
_LOOKED_AT = 64 * 1024


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    path: Path
    title: str
    slides: int
    changed_s: float


def find_decks(folder: Path) -> Mapping[str, Path]:
    """Return the decks in a folder and below it by their names."""
    decks: dict[str, Path] = {}
    for path in _markdown_in(folder, _DEPTH):
        relative = path.relative_to(folder)
        is_whole_folder = path.stem == "slides" and len(relative.parts) > 1
        name = (relative.parent if is_whole_folder else relative.with_suffix("")).as_posix()
        if name not in decks and _is_deck(path):
            decks[name] = path
    return decks


def index_page(folder: Path) -> bytes:
    """Return the page that lists a folder's decks, the newest first."""
    described = (_describe(name, path) for name, path in find_decks(folder).items())
    entries = sorted(filter(None, described), key=lambda entry: -entry.changed_s)
    cards = "".join(map(_card, entries)) or "<p>There is no deck here yet.</p>"
    title = html.escape(folder.name or str(folder))
    count = f"{len(entries)} deck{'' if len(entries) == 1 else 's'}"
    return _PAGE.format(title=title, count=count, cards=cards).encode()


def _markdown_in(folder: Path, depth: int) -> Iterator[Path]:
    try:
        found = sorted(os.scandir(folder), key=lambda each: each.name)
    except OSError:
        return
    for each in found:
        if each.name.startswith(".") or each.is_symlink():
            continue
        if each.is_dir() and depth and each.name not in _PASSED_OVER:
            yield from _markdown_in(Path(each.path), depth - 1)
        elif each.is_file() and each.name.endswith(".md") and Path(each.name).stem.lower() not in _NO_DECKS:
            yield Path(each.path)


def _is_deck(path: Path) -> bool:
    if path.name == "slides.md":
        return True
    try:
        with path.open("rb") as file:
            start = file.read(_LOOKED_AT).replace(b"\r\n", b"\n").removeprefix(b"\xef\xbb\xbf")
    except OSError:
        return False
    return start.startswith(b"---\n") or b"\n---\n" in start


def _describe(name: str, path: Path) -> _Entry | None:
    """Return what is told of a deck; None where it went meanwhile."""
    try:
        changed_s = path.stat().st_mtime
    except OSError:
        return None
    source = load_deck(path, DiskFiles(), Report())
    first = source.slides[0].title if source.slides else None
    title = text_of_title(source.headmatter.get("title")) or first or name
    return _Entry(name, path, title, len(source.slides), changed_s)


def _card(entry: _Entry) -> str:
    day = time.strftime("%Y-%m-%d", time.localtime(entry.changed_s))
    address = html.escape(f"./{quote(entry.name)}/", quote=True)
    count = f"{entry.slides} slide{'' if entry.slides == 1 else 's'}"
    return (
        f'<li><a href="{address}"><span class="shot"><iframe src="{address}?embedded#/1" loading="lazy" inert'
        f' tabindex="-1" aria-hidden="true" title=""></iframe></span><strong>{html.escape(entry.title)}</strong>'
        f'<small><time datetime="{day}">{day}</time> · {count} · {html.escape(entry.path.name)}</small></a></li>\n'
    )


_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'">
<style>
:root {{ color-scheme: light dark; --line: #8883; --quiet: #6b7280; }}
* {{ box-sizing: border-box; }}
body {{ margin: 0; padding: clamp(16px, 4vw, 56px); font: 16px/1.5 system-ui, sans-serif; }}
h1 {{ margin: 0 0 4px; font-size: 28px; }} p {{ margin: 0 0 24px; color: var(--quiet); }}
ul {{ display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 280px), 1fr)); gap: 28px;
  margin: 0; padding: 0; }}
li {{ list-style: none; }} a {{ display: block; color: inherit; text-decoration: none; }}
strong, small {{ display: block; }} strong {{ margin-top: 10px; }} small {{ color: var(--quiet); }}
.shot {{ display: block; position: relative; aspect-ratio: 980 / 552; overflow: hidden; container-type: inline-size;
  border: 1px solid var(--line); border-radius: 8px; background: #8881; }}
iframe {{ position: absolute; inset: 0; width: 980px; height: 552px; border: 0; pointer-events: none;
  transform-origin: 0 0; transform: scale(calc(100cqw / 980px)); }}
a:hover .shot, a:focus-visible .shot {{ outline: 3px solid #3b82f6; outline-offset: 2px; }}
a:focus-visible {{ outline: none; }}
</style></head>
<body><h1>{title}</h1><p>{count}</p>
<ul>
{cards}</ul></body></html>
"""
