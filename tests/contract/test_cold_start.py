"""What a build does not need it does not import: half of a cold start is imports (benchmarks/README.md)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PLAIN = """\
---
title: Plain
theme: default
info: |
  A deck with what most decks have.
fonts:
  sans: Inter
---

# One

- a <b v-click>click</b> and https://sli.dev/guide

---
layout: two-cols
class: px-4
---

# Two

::right::

<div class="flex p-4" v-if="$page > 1">{{ $page }}</div>
"""
CODE = "\n---\n\n```py\nprint(1)\n```\n"

FOREIGN = [
    *(
        "watchdog",
        "playwright",
        "pygments",
        "jinja2",
        "yaml",
        "quickjs",
        "fontTools",
        "brotli",
        "latex2mathml",
        "platformdirs",
    ),
    *("urllib.request", "http", "email", "ssl", "socket", "asyncio", "concurrent.futures", "multiprocessing"),
    *(
        "difflib",
        "decimal",
        "pickle",
        "importlib.metadata",
        "xml",
        "unittest",
        "subprocess",
        "webbrowser",
        "importlib.resources",
        "tempfile",
        "shutil",
        "tomllib",
    ),
]
OWN = [
    *("deckc.serve", "deckc.export", "deckc.packages.download", "deckc.compile.load.yaml_tolerant"),
    *("deckc.compile.page_fonts", "deckc.model.font_embedding", "deckc.packages.font_embedding"),
    *("deckc.compile.realize.page_snippets", "deckc.compile.realize.template_limits"),
    *("deckc.compile.style.__main__", "deckc.compile.realize.components.youtube"),
    *(
        "deckc.engine.vue",
        "deckc.compile.realize.vue",
        "deckc.model.vue",
        "deckc.packages.vue",
        "deckc.packages.npm_folders",
    ),
]


def modules_of_a_build(folder: Path, text: str) -> set[str]:
    """Build a deck in a process of its own and return what was imported in the end."""
    (folder / "slides.md").write_text(text, encoding="utf-8")
    script = (
        "import sys; from deckc.cli import main; "
        f"main(['build', {str(folder / 'slides.md')!r}, '-o', {str(folder / 'out')!r}]); "
        "print('modules', *sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "built" in done.stdout, done.stderr
    return set(done.stdout.splitlines()[-1].split()[1:])


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("plain")
    modules_of_a_build(
        folder, PLAIN
    )  # the first build with a runtime keeps what it linked, and needs more for that
    return modules_of_a_build(folder, PLAIN)


@pytest.mark.parametrize("name", [*FOREIGN, *OWN])
def test_a_plain_deck_does_without(name: str, modules: set[str]) -> None:
    assert name not in modules


@pytest.mark.parametrize("name", ["markdown_it", "deckc.compile.style.candidate", "tree_sitter"])
def test_what_a_plain_deck_needs_is_seen(name: str, modules: set[str]) -> None:
    assert name in modules


def test_code_asks_for_a_lexer(tmp_path: Path) -> None:
    assert "pygments" in modules_of_a_build(tmp_path, PLAIN + CODE)


def test_a_list_in_frontmatter_asks_for_a_yaml_library(tmp_path: Path) -> None:
    assert "yaml" in modules_of_a_build(tmp_path, PLAIN.replace("title: Plain", "keywords: [a, b]"))
