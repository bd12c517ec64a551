"""A page's style sheet is CSS that any reader takes: no errors, no rule in a rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import tinycss2

from deckc.compile.pipeline import compile_deck
from deckc.model.files import DiskFiles, Files, MemoryFiles
from deckc.model.services import Services
from spec_runner.run import DrawnIcons, NoNetwork

DECKS = sorted((Path(__file__).parents[3] / "decks").glob("*.md"))
GROUPS = frozenset(("media", "supports", "layer", "container", "starting-style"))

MANY_FAMILIES = """---
unocss:
  shortcuts: { /btn-(.+)/: "px-4 bg-{1}-500/20 hover:bg-{1}-600" }
  rules: { /gap-(\\d+)px/: { gap: "{1}px" } }
  theme: { colors: { brand: "#5d8392" } }
---

# Many <b class="btn-red gap-3px text-brand prose-lg prose-invert">families</b>

<p class="container grid-cols-[100px_1fr] space-x-4 divide-y-2 shadow-lg ring-2 blur-sm animate-spin">x</p>
<p class="md:hover:text-red-500 dark:bg-#123456/50 group-hover:mt-4 @md:p-2 print:hidden supports-grid:flex">x</p>
<p class="[&_p]:mt-1 [mask:none] before:content-['\\\\_'] bg-[url(/a.png)] i-carbon:add -translate-x-1/2 m-$x">x</p>
<p text="sm white:50" border="~ t-2 red" w="[calc(100%-2rem)]" un-flex="~ col" hover="underline !font-bold">x</p>
<p class="from-red via-blue/50 to-green bg-gradient-to-r text-stroke-2 backdrop-blur-8 line-clamp-3 w-1/2">x</p>

<style>
.a { @apply p-4 hover:m-2; & .b { color: theme(colors.brand); @media print { top: 0 } } }
</style>
"""


def page_css(entry: Path, files: Files) -> str:
    site = compile_deck(entry, files, Services(DrawnIcons(), NoNetwork(), keep_remote=True)).site
    return "\n".join(content.decode() for path, content in site.files.items() if path.endswith(".css"))


def problems(rules: Iterable[Any]) -> Iterator[str]:
    """Yield what is no rule, and what a rule holds that is no declaration."""
    for rule in rules:
        if rule.type == "error":
            yield f"line {rule.source_line}: {rule.message}"
        elif rule.type == "qualified-rule":
            for item in tinycss2.parse_blocks_contents(
                rule.content, skip_comments=True, skip_whitespace=True
            ):
                if item.type != "declaration":
                    yield f"line {item.source_line}: {item.type} in {tinycss2.serialize(rule.prelude)}"
        elif rule.type == "at-rule" and rule.content is not None and rule.lower_at_keyword in GROUPS:
            yield from problems(
                tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            )


def problems_of(css: str) -> list[str]:
    return list(problems(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)))


@pytest.mark.parametrize("deck", DECKS, ids=lambda deck: deck.stem)
def test_sheet_of_an_example_deck_is_plain_css(deck: Path) -> None:
    css = page_css(deck, DiskFiles())

    assert ".slidev-layout" in css
    assert problems_of(css) == []


def test_sheet_of_many_families_is_plain_css() -> None:
    css = page_css(Path("/deck/slides.md"), MemoryFiles({"/deck/slides.md": MANY_FAMILIES}))

    assert ".btn-red{" in css
    assert ".gap-3px{gap:3px;}" in css
    assert problems_of(css) == []


def test_a_group_in_the_frontmatter_has_its_rules() -> None:
    css = page_css(
        Path("/deck/slides.md"),
        MemoryFiles({"/deck/slides.md": "---\nclass: hover:(mt-7 p-2)\n---\n\n# a-(b c)\n"}),
    )

    assert ".hover\\:mt-7:hover{margin-top:1.75rem;}" in css
    assert ".a-b" not in css


def test_problems_are_seen() -> None:
    assert problems_of("a { b { top: 0 } }") == ["line 1: qualified-rule in a "]
    assert problems_of("@media print { a { top 0 } }") == ["line 1: error in a "]
    assert problems_of("}") != []


def test_a_slide_s_style_in_scss_is_css_with_its_variables_put_in() -> None:
    deck = '# A\n\n<style lang="scss">\n$c: rgb(1, 2, 3);\nh1 { em { color: $c } } // it is {\n</style>\n'
    css = page_css(Path("/deck/slides.md"), MemoryFiles({"/deck/slides.md": deck}))

    assert "color: #010203" in css
    assert "$c" not in css
