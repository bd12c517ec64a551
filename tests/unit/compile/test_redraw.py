"""While a deck is served: a slide whose components show what they showed is not compiled again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from deckc.compile.recompile import Recompiler
from deckc.compile.recompiled import Recompiled
from deckc.engine.vue import VueRunner
from deckc.model.services import Services
from deckc.packages import IconSets, RemoteFiles

COUNTER = "<script setup>import { ref } from 'vue'; const n = ref(1)</script><template><button @click='n++'>{{ n }}</button></template>"
FILES = {
    "components/Badge.vue": "<template><b><slot/></b></template>",
    "components/Counter.vue": COUNTER,
    "components/Outer.vue": "<template><p><Inner/></p></template>",
    "components/Inner.vue": "<template><i>inner</i></template>",
    "components/Page.vue": "<template><u>{{ $page }}</u></template>",
    "components/Total.vue": "<template><u>{{ $nav.total }}</u></template>",
    "components/Next.vue": "<template><u>{{ $nav.nextRoute.meta.slide.title }}</u></template>",
    "components/Titles.vue": "<template><u v-for='each in $nav.tocTree'>{{ each.title }}</u></template>",
    "layouts/mine.vue": "<template><div class='slidev-layout'><slot/></div></template>",
}
Serve = Callable[..., "Served"]


class Served:
    """A deck whose slides are edited, and which of them each edit compiles."""

    def __init__(self, folder: Path, services: Services, slides: tuple[str, ...]) -> None:
        self.folder = folder
        self.slides = list(slides)
        self.recompiler = Recompiler(folder / "slides.md", services)
        self.write()
        self.deck: Recompiled = self.recompiler.compile()

    def write(self) -> Path:
        path = self.folder / "slides.md"
        texts = [text if text.startswith("---") else f"---\n\n{text}" for text in self.slides]
        path.write_text("\n\n".join(texts), encoding="utf-8")
        return path

    def compile(self, *touched: Path) -> list[int]:
        """Return the numbers of the slides that are compiled."""
        before = self.deck
        self.deck = self.recompiler.compile(touched)
        return [
            piece.number for piece in self.deck.pieces if not any(piece is each for each in before.pieces)
        ]

    def edit(self, number: int, text: str) -> list[int]:
        self.slides[number - 1] = text
        return self.compile(self.write())

    def save(self, name: str, text: str) -> list[int]:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return self.compile(path)

    def html(self, number: int) -> str:
        return self.deck.pieces[number - 1].rendered.html


@pytest.fixture
def serve(tmp_path: Path) -> Serve:
    runner = VueRunner(tmp_path)
    if problem := runner.problem():
        pytest.skip(f"Vue is not to be had: {problem}")

    def start(*slides: str, files: Mapping[str, str] = {}) -> Served:
        for name, text in {**FILES, **files}.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        return Served(tmp_path, Services(IconSets(tmp_path), RemoteFiles(), vue=lambda: runner), slides)

    return start


def test_an_edit_compiles_one_slide(serve: Serve) -> None:
    deck = serve(
        "# A\n\n<Badge>a</Badge>", "# B\n\n<Counter/>", "# C\n\n<Outer/>", "---\nlayout: mine\n---\n\n# D"
    )
    frame, css = deck.deck.frame, deck.deck.css
    assert deck.edit(1, "# A\n\n<Badge>another</Badge>") == [1]
    assert "another" in deck.html(1)
    assert deck.deck.frame is frame
    assert deck.deck.css is css


def test_a_component_is_drawn_again_where_it_is_used(serve: Serve) -> None:
    deck = serve("# A\n\n<Outer/>", "# B\n\n<Counter/>", "# C\n\n<Inner/>", "# D\n\n<Badge/>")
    island = deck.html(2)
    assert deck.save("components/Inner.vue", "<template><i>new</i></template>") == [1, 3]
    assert "<i>new</i>" in deck.html(1)
    assert deck.html(2) is island
    assert "i0:" in deck.deck.frame.island_script


def test_a_layout_is_drawn_again_where_it_is_used(serve: Serve) -> None:
    deck = serve("---\nlayout: mine\n---\n\n# A", "# B\n\n<Counter/>", "---\nlayout: mine\n---\n\n# C")
    text = "<template><div class='slidev-layout new'><slot/></div></template>"
    assert deck.save("layouts/mine.vue", text) == [1, 3]


def test_a_style_alone_compiles_what_bears_it(serve: Serve) -> None:
    deck = serve("# A\n\n<Badge/>", "# B\n\n<Counter/>")
    assert deck.save(
        "components/Badge.vue", FILES["components/Badge.vue"] + "<style>b { top: 7px }</style>"
    ) == [1]
    assert "top: 7px" in deck.deck.css


@pytest.mark.parametrize(
    ("tag", "compiled"),
    [
        ("<Page/>", [3]),
        ("<Total/>", [3]),
        ("<Next/>", [2, 3, 4]),
        ("<Titles/>", [1, 2, 3, 4]),
        ("<Counter/>", [3]),
    ],
)
def test_a_title_is_told_to_those_that_read_it(serve: Serve, tag: str, compiled: list[int]) -> None:
    deck = serve(*(f"# {title}\n\n{tag}" for title in "ABCD"))
    assert deck.edit(3, f"# Another\n\n{tag}") == compiled


@pytest.mark.parametrize(
    ("tag", "kept"), [("<Page/>", False), ("<Total/>", False), ("<Titles/>", False), ("<Counter/>", True)]
)
def test_a_slide_that_moves_is_drawn_again_where_it_reads_that(serve: Serve, tag: str, kept: bool) -> None:
    deck = serve("# A", "# B", f"# C\n\n{tag}")
    html = deck.html(3)
    deck.slides.insert(1, "# New")
    deck.compile(deck.write())
    assert (deck.html(4) is html) == kept


def test_a_component_that_is_broken_is_told_at_each_edit(serve: Serve) -> None:
    deck = serve("# A\n\n<Badge/>", "# B", files={"components/Badge.vue": "<template><b></template>"})
    assert deck.edit(2, "# B, edited") == [1, 2]
    assert [each.code for each in deck.deck.report.diagnostics] == ["broken-component"]
    assert deck.save("components/Badge.vue", FILES["components/Badge.vue"]) == [1]
    assert deck.deck.report.diagnostics == []


def test_what_the_deck_sets_up_counts_for_every_component(serve: Serve) -> None:
    deck = serve("# A\n\n<Badge/>", "# B\n\n<Counter/>", "# C")
    assert deck.save("setup/main.ts", "export default () => {}") == [1, 2]
    assert deck.save("setup/main.ts", "export default () => { 1 }") == [1, 2]


def test_a_package_of_another_version_counts_for_every_component(serve: Serve) -> None:
    package = "node_modules/dep/package.json"
    files = {
        package: '{"version": "1.0.0"}',
        "node_modules/dep/index.js": "export default 'one'",
        "components/Badge.vue": "<script setup>import word from 'dep'</script><template><b>{{ word }}</b></template>",
    }
    deck = serve("# A\n\n<Badge/>", "# B", files=files)
    (deck.folder / "node_modules/dep/index.js").write_text("export default 'two'")
    assert deck.save(package, '{"version": "1.0.10"}') == [1]
    assert "<b>two</b>" in deck.html(1)


def test_what_a_module_has_read_while_it_was_loaded_counts_for_every_slide(serve: Serve) -> None:
    word = "<script setup>import { title } from '../title'</script><template><b>{{ title }}</b></template>"
    files = {
        "title.ts": "import { configs } from '@slidev/client'\nexport const title = configs.title",
        "components/Badge.vue": word,
        "components/Inner.vue": word,
    }
    slides = ("<Badge/>", "# B\n\n<Badge/> <Inner/>")
    deck = serve(f"---\ntitle: One\n---\n\n{slides[0]}", slides[1], files=files)
    for title in ("Two", "Three"):
        deck.edit(1, f"---\ntitle: {title}\n---\n\n{slides[0]}")
        assert [deck.html(number).count(f"<b>{title}</b>") for number in (1, 2)] == [1, 2]


def test_a_slides_script_is_run_again_when_it_is_edited(serve: Serve) -> None:
    slide = "# A\n\n<script setup>\nconst n = {}\n</script>\n\n{{{{ n }}}}"
    deck = serve("# First", slide.format(1), "# C\n\n<Counter/>")
    for number in range(2, 6):
        assert deck.edit(2, slide.format(number)) == [2]
        assert f"<p>{number}</p>" in deck.html(2)


def test_a_slides_script_that_lines_come_before_is_kept(serve: Serve) -> None:
    deck = serve(
        "# First",
        "# A\n\n<script setup>\nimport { ref } from 'vue'\nconst n = ref(1)\n</script>\n\n<b @click='n++'>{{ n }}</b>",
    )
    html = deck.html(2)
    assert deck.edit(1, "# First\n\nand more\n\nlines") == [1]
    assert deck.html(2) is html


def test_a_compilation_that_fails_takes_nothing_for_granted(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = serve("# A\n\n<Badge/>", "# B")

    def fail(*_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as broken:
        broken.setattr("deckc.compile.recompile.style_formulas", fail)
        with pytest.raises(RuntimeError):
            deck.save("components/Badge.vue", "<template><b>new</b></template>")
    deck.compile()
    assert "<b>new</b>" in deck.html(1)
