"""What a deck's Vue components bring to its style sheet, kept from one build to the next by their content.

    kept_words(texts, find)       the words of components' texts, which `find` looks for where no build did so
    kept_sheets(sheets, bind)     components' style sheets, each bound to its component by `bind`

Components change seldom. Of twenty, both are read in 0.3 ms; finding them again would take 5.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from deckc.engine.result_cache import keep_result, recall_result

Words = frozenset[str]
BoundSheet = tuple[str, str]
"""CSS, and the attribute that it is bound to."""


def kept_words(texts: tuple[str, ...], find: Callable[[tuple[str, ...]], Words]) -> Words:
    """Return the words of texts that may be utilities."""
    made_from = ("words", _own_stamps(), texts)
    words = recall_result("page-components", made_from, lambda *words: frozenset(map(str, words)))
    if words is None:
        words = find(texts)
        keep_result("page-components", made_from, tuple(words))
    return words


def kept_sheets(sheets: tuple[BoundSheet, ...], bind: Callable[[str, str], str]) -> tuple[str, ...]:
    """Return every sheet as it stands in the page."""
    made_from = ("sheets", _own_stamps(), sheets)
    bound = recall_result("page-components", made_from, lambda *bound: tuple(map(str, bound)))
    if bound is None or len(bound) != len(sheets):
        bound = tuple(bind(css, scope) for css, scope in sheets)
        keep_result("page-components", made_from, bound)
    return bound


@cache
def _own_stamps() -> list[tuple[str, int, int]]:
    """Return what stands for the code that makes both: path, size and time of change of each module."""
    here = Path(__file__).parent
    stats = [(path, path.stat()) for path in (here / "page_styles.py", *(here / "style").glob("*.py"))]
    return sorted((str(path), stat.st_size, stat.st_mtime_ns) for path, stat in stats)
