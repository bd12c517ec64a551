"""A deck with Vue components, compiled again after edits, is the deck that a new compilation gives.

But for the names of islands: what was on the page before an edit keeps its name. They are counted anew here.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from deckc.compile.pipeline import compile_deck
from deckc.compile.recompile import Recompiler
from deckc.compile.recompiled import Recompiled
from deckc.compile.write import SiteOptions, assemble_site
from deckc.engine.vue import VueRunner
from deckc.model.files import DiskFiles
from deckc.model.rendered import RenderedDeck
from deckc.model.services import Services
from deckc.packages import IconSets, RemoteFiles

ENTRY = """\
---
title: Edited
---

# Start

<Counter/> <Badge kind="first">beta</Badge>

---
layout: mine
kind: loud
---

# In a layout

<Badge :kind="$frontmatter.kind">**new** <Inner/></Badge>

---

# Number

<PageNo/>

---

# Neighbours

<Around/>

---

# Outline

<Outline/> <Counter :from="3"/>

---

# Settings

<Settings/> <Picture/>

---
src: ./more.md
---

---

# Script

<script setup>
import { ref } from 'vue'
import { word } from './words'
const n = ref(1)
</script>

<button @click="n++">{{ n }} {{ word }}</button>

---

# Slots

<Quiz v-slot="{ picked }">was {{ picked }}</Quiz> <Link to="7">seven</Link>

---

# Plain

No component here, on {{ $page }}: <Registered/>

---
layout: mine
routeAlias: named
---

# Last

<Counter/> <p v-click>one</p>
"""
FILES = {
    "slides.md": ENTRY,
    "more.md": "# Imported\n\n<Badge kind='more'/>\n\n---\n\n# Imported too\n\n<PageNo/>\n",
    "words.ts": "export const word = 'hello'\n",
    "title.ts": "import { configs } from '@slidev/client'\nexport const title = configs.title\n",
    "public/dot.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "components/Badge.vue": "<script setup>defineProps({ kind: String })</script>"
    "<template><b class='badge p-1' :class='kind'><slot/></b></template><style scoped>.badge { top: 1px }</style>",
    "components/Counter.vue": "<script setup>import { ref } from 'vue'; import Inner from './Inner.vue'\n"
    "const props = defineProps({ from: Number }); const n = ref(props.from ?? 1)</script>"
    "<template><button class='m-2' @click='n++'>{{ n }}<Inner/></button></template>",
    "components/Inner.vue": "<script setup>import { word } from '../words'</script><template><i>{{ word }}</i></template>"
    "<style>i { left: 1px }</style>",
    "components/PageNo.vue": "<template><u>{{ $nav.currentPage }} / {{ $nav.total }}</u></template>",
    "components/Around.vue": "<template><u>{{ $nav.nextRoute.meta.slide.title }} {{ $nav.prevRoute.meta }}</u></template>",
    "components/Outline.vue": "<template><ol><li v-for='each in $nav.tocTree'>{{ each.no }} {{ each.title }}</li></ol></template>",
    "components/Settings.vue": "<script setup>import { configs } from '@slidev/client'</script>"
    "<template><u>{{ configs.title }} {{ $page }} {{ $frontmatter.kind }}</u></template>",
    "components/Picture.vue": "<script setup>import { title } from '../title'</script>"
    "<template><img src='/dot.svg' :alt='title'></template>",
    "components/Quiz.vue": "<script setup>import { ref } from 'vue'; const picked = ref(2)</script>"
    "<template><p @click='picked++'><slot :picked='picked'/></p></template>",
    "layouts/mine.vue": "<template><div class='slidev-layout mine'><Inner/><slot/><footer>{{ $page }}</footer></div></template>",
    "slide-bottom.vue": "<template><small>{{ $nav.currentPage }}</small></template>",
    "global-top.vue": "<template><em>{{ $nav.currentPage }} of {{ $nav.total }}</em></template>",
}
SETUP = "import Inner from '../components/Inner.vue'\nexport default ({ app }) => { app.component('Registered', Inner) }"
Edit = Callable[[Path, random.Random], None]
SEPARATOR = "\n---\n\n# "


def rewrite(name: str, old: str, new: str) -> Edit:
    def edit(folder: Path, _: random.Random) -> None:
        path = folder / name
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        if name in FILES or old in text:
            path.write_text(text.replace(old, new) if old in text else FILES[name], encoding="utf-8")

    return edit


def toggle(name: str, text: str = "") -> Edit:
    """Remove a file, or write it: with another text than that of the beginning, where one is given."""

    def edit(folder: Path, _: random.Random) -> None:
        path = folder / name
        if path.exists():
            path.unlink()
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text or FILES[name], encoding="utf-8")

    return edit


def on_slides(change: Callable[[list[str], random.Random], None]) -> Edit:
    def edit(folder: Path, chance: random.Random) -> None:
        path = folder / "slides.md"
        head, *slides = path.read_text(encoding="utf-8").split(SEPARATOR)
        change(slides, chance)
        path.write_text(SEPARATOR.join([head, *slides]), encoding="utf-8")

    return edit


def add(slides: list[str], chance: random.Random) -> None:
    tag = chance.choice(
        ["<Counter/>", "<Badge/>", "<PageNo/>", "<Around/>", f"<Badge kind='k{chance.random()}'/>", ""]
    )
    slides.insert(
        chance.randrange(len(slides) + 1), f"Added {chance.random()}\n\n{tag} <p v-click>text</p>\n"
    )


def take_out(slides: list[str], chance: random.Random) -> None:
    if len(slides) > 1:
        slides.pop(chance.randrange(len(slides)))


def put_elsewhere(slides: list[str], chance: random.Random) -> None:
    if slides:
        slides.insert(chance.randrange(len(slides)), slides.pop())


def type_a_word(slides: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(slides))
    slides[at] = slides[at].replace("\n\n", f"\n\nword{chance.randrange(9)} ", 1)


def type_a_title(slides: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(slides))
    slides[at] = f"T{chance.randrange(9)} {slides[at]}"


def start_over(folder: Path, _: random.Random) -> None:
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")


EDITS: list[Edit] = [
    *[on_slides(type_a_word)] * 4,
    *[on_slides(type_a_title)] * 3,
    *[on_slides(add)] * 3,
    *[on_slides(take_out)] * 2,
    on_slides(lambda slides, chance: chance.shuffle(slides)),
    on_slides(put_elsewhere),
    *[start_over] * 2,
    rewrite("slides.md", "kind: loud", "kind: 1"),
    rewrite("slides.md", "kind: 1", "kind: true"),
    rewrite("slides.md", "title: Edited", "title: Renamed"),
    rewrite("slides.md", "<PageNo/>", "<Picture/>"),
    rewrite("slides.md", "routeAlias: named", "routeAlias: other"),
    rewrite("slides.md", ':from="3"', ':from="4"'),
    rewrite("slides.md", "ref(1)", "ref(2)"),
    rewrite("slides.md", "# Script", "\n\n# Script"),
    rewrite("slides.md", "**new**", "*newer*"),
    rewrite("slides.md", "layout: mine", "layout: center"),
    rewrite("slides.md", "<Outline/>", "<Outline/><Nowhere/>"),
    rewrite("more.md", "# Imported\n", "\n\n# Imported\n"),
    rewrite("more.md", "'more'", "'less'"),
    rewrite("words.ts", "hello", "goodbye"),
    rewrite("components/Badge.vue", "1px", "2px"),
    rewrite("components/Badge.vue", "p-1", "p-3"),
    rewrite("components/Badge.vue", "</b></template>", "</template>"),
    rewrite("components/Counter.vue", "n++", "n += 2"),
    rewrite("components/Counter.vue", "const n", "boom(); const n"),
    rewrite("components/Inner.vue", "<i>", "<i class='mt-4'>"),
    rewrite("components/Inner.vue", "left", "right"),
    rewrite("components/PageNo.vue", "/", "of"),
    rewrite("components/PageNo.vue", " / {{ $nav.total }}", ""),
    rewrite("components/Picture.vue", "/dot.svg", "../public/dot.svg"),
    rewrite("components/Settings.vue", "$page", "$nav.slides.length"),
    rewrite("layouts/mine.vue", "mine", "mine other"),
    rewrite("slide-bottom.vue", "$nav.currentPage", "$nav.total"),
    rewrite("global-top.vue", "of", "out of"),
    toggle("words.ts"),
    toggle("public/dot.svg"),
    toggle("components/Inner.vue"),
    toggle("components/Badge.vue"),
    toggle("components/Nowhere.vue", "<template><s>somewhere</s></template>"),
    toggle("layouts/mine.vue"),
    toggle("slide-bottom.vue"),
    toggle("global-top.vue"),
    *[toggle("setup/main.ts", SETUP)] * 2,
    rewrite("setup/main.ts", "'Registered'", "'Other'"),
]


@pytest.fixture(scope="module")
def services() -> Services:
    runner = VueRunner(Path("/"))
    if problem := runner.problem():
        pytest.skip(f"Vue is not to be had: {problem}")
    return Services(IconSets(Path("/")), RemoteFiles(), vue=lambda: runner)


@pytest.mark.parametrize("seed", range(4))
def test_edits_give_what_a_new_compilation_gives(tmp_path: Path, services: Services, seed: int) -> None:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    anew_runner = VueRunner(Path("/"))
    others = replace(services, vue=lambda: anew_runner)
    recompiler = Recompiler(tmp_path / "slides.md", services)
    chance = random.Random(seed)  # noqa: S311 - a test
    recompiler.compile()
    for _ in range(25):
        edit = chance.choice(EDITS)
        before = contents(tmp_path)
        edit(tmp_path, chance)
        after = contents(tmp_path)
        again = recompiler.compile(path for path in {*before, *after} if before.get(path) != after.get(path))
        anew = compile_deck(tmp_path / "slides.md", DiskFiles(), others)
        assert files_of(again) == anew.site.files
        assert set(again.report.diagnostics) == set(anew.report.diagnostics)


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def files_of(deck: Recompiled) -> Mapping[str, bytes]:
    """Return a deck's files, its islands named as if they were met for the first time."""
    return assemble_site(renamed(deck.rendered), deck.css, SiteOptions()).files


def renamed(deck: RenderedDeck) -> RenderedDeck:
    in_script, in_html = re.compile(r"([{,])(i\d+)(:\{c:)"), re.compile(r"(<!--dc-island:)(i\d+)(-->)")
    new = {match[2]: f"i{number}" for number, match in enumerate(in_script.finditer(deck.island_script))}

    def rename(text: str, names: re.Pattern[str]) -> str:
        return names.sub(lambda match: f"{match[1]}{new.get(match[2], '')}{match[3]}", text)

    layers = deck.layers.items()
    return replace(
        deck,
        slides=tuple(replace(slide, html=rename(slide.html, in_html)) for slide in deck.slides),
        layers={name: replace(layer, html=rename(layer.html, in_html)) for name, layer in layers},
        island_script=rename(deck.island_script, in_script),
    )
