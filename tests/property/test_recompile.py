"""A deck compiled again after edits is the deck that a new compilation gives, to the byte and the message."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from deckc.compile.pipeline import compile_deck
from deckc.compile.recompile import Recompiler
from deckc.compile.write import SiteOptions, assemble_site
from deckc.model.files import DiskFiles
from deckc.model.services import Services
from deckc.packages import IconSets, RemoteFiles

ENTRY = """\
---
title: Edited
routeAlias: start
---

# Start

<Toc/>

---
layout: two-cols
class: px-4
---

# Two {{ $page }} of {{ $nav.total }}

<<< ./snippet.py

::right::

![](./dot.svg)

<!-- note [click] here -->

---

# Three

<p v-click :class="$clicks > 1 && missing.name">a</p>

<Box title="hi"/> <Link to="start">back</Link>

---
src: ./more.md
---

---
layout: mine
---

# Last $x^2$ `{{ $nav.slides[1].meta.slide.title }}`

<style>
h1 { color: teal }
</style>

---

# Five is <SlideCurrentNo/> of <SlidesTotal/>

<Arrow x1="1" y1="2" x2="3" y2="4"/> <b v-drag="[1, 2, 3, 4]">drag</b>

---
routeAlias: end
---

# One end {{ $nav.currentPage }}

---
routeAlias: end
---

# Another end

<p v-click :class="$clicks && 'seen'">plain</p> <Link to="end">end</Link>

---

# No end

<p v-click :class="$clicks && 'seen'">plain</p>

```js {1|2}
a()
b()
```
"""
FILES = {
    "slides.md": ENTRY,
    "more.md": "# Imported\n\n<div class='mt-4 p-2'>text</div>\n\n---\n\n# Imported too\n\n<Arrow x1='1' y1='2' x2='3' y2='4'/>\n",
    "snippet.py": "print(1)\n",
    "dot.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "style.css": "h1 { --at: 1 }",
    "components/Box.html": "{# props: title #}<b class='font-bold'>{{ title }}<slot/></b>",
    "layouts/mine.html": "<div class='slidev-layout mine'><slot/></div>",
    "slide-bottom.html": "<footer v-text='$nav.currentPage'></footer>",
}

Edit = Callable[[Path, random.Random], None]


def rewrite(name: str, old: str, new: str) -> Edit:
    def edit(folder: Path, _: random.Random) -> None:
        path = folder / name
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text(text.replace(old, new) if old in text else FILES[name], encoding="utf-8")

    return edit


def write(name: str, text: str) -> Edit:
    def edit(folder: Path, _: random.Random) -> None:
        (folder / name).write_text(text, encoding="utf-8")

    return edit


def remove(name: str) -> Edit:
    def edit(folder: Path, _: random.Random) -> None:
        path = folder / name
        if path.exists():
            path.unlink()
        else:
            path.write_text(FILES[name], encoding="utf-8")

    return edit


def shuffle(folder: Path, chance: random.Random) -> None:
    head, *slides = (folder / "slides.md").read_text(encoding="utf-8").split("\n---\n\n# ")
    chance.shuffle(slides)
    (folder / "slides.md").write_text("\n---\n\n# ".join([head, *slides]), encoding="utf-8")


def add(folder: Path, chance: random.Random) -> None:
    parts = (folder / "slides.md").read_text(encoding="utf-8").split("\n---\n\n# ")
    parts.insert(chance.randrange(1, len(parts) + 1), f"Added {chance.random()}\n\n<p v-click>text</p>\n")
    (folder / "slides.md").write_text("\n---\n\n# ".join(parts), encoding="utf-8")


def take_out(folder: Path, chance: random.Random) -> None:
    parts = (folder / "slides.md").read_text(encoding="utf-8").split("\n---\n\n# ")
    if len(parts) > 2:
        parts.pop(chance.randrange(1, len(parts)))
    (folder / "slides.md").write_text("\n---\n\n# ".join(parts), encoding="utf-8")


def rename(folder: Path, chance: random.Random) -> None:
    text = (folder / "slides.md").read_text(encoding="utf-8")
    old, new = chance.sample(["routeAlias: end", "routeAlias: over"], 2)
    (folder / "slides.md").write_text(text.replace(old, new, chance.choice([1, 2])), encoding="utf-8")


def start_over(folder: Path, _: random.Random) -> None:
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")


EDITS: list[Edit] = [
    *[add] * 5,
    *[take_out] * 3,
    *[rename] * 2,
    start_over,
    rewrite("slides.md", "# Three", "# Three and more words"),
    rewrite("slides.md", "# Three", "\n\n# Three, moved down"),
    rewrite("slides.md", "# Last", "---\n\n# New slide\n\n---\n\n# Last"),
    rewrite("slides.md", "layout: mine", "layout: nosuch"),
    rewrite("slides.md", "title: Edited", "title: Renamed\ncolorSchema: dark"),
    rewrite("slides.md", "note [click] here", "another note"),
    rewrite("slides.md", "v-click", "v-click class='text-red-500 underline'"),
    rewrite("slides.md", "./dot.svg", "./nowhere.svg"),
    rewrite("slides.md", "src: ./more.md", "src: ./more.md#2"),
    rewrite("slides.md", "missing.name", "$clicks +"),
    rewrite("more.md", "text", "other text"),
    rewrite("more.md", "# Imported\n", "\n\n\n# Imported\n"),
    rewrite("snippet.py", "1", "2"),
    rewrite("dot.svg", "<svg", "<svg width='4'"),
    rewrite("style.css", "1", "2"),
    rewrite("components/Box.html", "font-bold", "italic"),
    rewrite("layouts/mine.html", "mine", "mine other"),
    rewrite("slide-bottom.html", "currentPage", "total"),
    write("components/Box.html", "{{ broken"),
    remove("snippet.py"),
    remove("style.css"),
    remove("layouts/mine.html"),
    remove("more.md"),
    shuffle,
]


@pytest.mark.parametrize("seed", range(6))
def test_edits_give_what_a_new_compilation_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setenv("DECKC_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("DECKC_OFFLINE", "1")
    folder = tmp_path / "deck"
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    services = Services(IconSets(folder), RemoteFiles())
    recompiler = Recompiler(folder / "slides.md", services)
    chance = random.Random(seed)  # noqa: S311 - a test
    recompiler.compile()
    for _ in range(40):
        edit = chance.choice(EDITS)
        before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        edit(folder, chance)
        touched = [
            path for path in folder.rglob("*") if path.is_file() and before.get(path) != path.read_bytes()
        ]
        again = recompiler.compile(touched)
        anew = compile_deck(folder / "slides.md", DiskFiles(), services)

        assert [piece.number for piece in again.pieces] == list(range(1, len(anew.deck.slides) + 1))
        assert [piece.slide.route_alias for piece in again.pieces] == [
            slide.route_alias for slide in anew.deck.slides
        ]
        assert assemble_site(again.rendered, again.css, SiteOptions()).files == anew.site.files
        assert set(again.report.diagnostics) == set(anew.report.diagnostics)
