"""What components bring to the style sheet is found once, and again where anything is otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckc.compile import page_components
from deckc.compile.page_components import kept_sheets, kept_words
from deckc.engine.result_cache import keep_result


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DECKC_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


class Finder:
    """Finds the words and binds the sheets, and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def words(self, texts: tuple[str, ...]) -> frozenset[str]:
        self.asked += 1
        return frozenset(word for text in texts for word in text.split())

    def bind(self, css: str, scope: str) -> str:
        self.asked += 1
        return f"{css}[{scope}]"


@pytest.mark.usefixtures("cache")
def test_words_are_found_once() -> None:
    finder = Finder()

    first, second = (kept_words(("p-1 m-2", "flex"), finder.words) for _ in range(2))

    assert first == second == {"p-1", "m-2", "flex"}
    assert finder.asked == 1


@pytest.mark.usefixtures("cache")
def test_words_of_other_texts_are_others() -> None:
    finder = Finder()
    kept_words(("p-1",), finder.words)

    assert kept_words(("p-2",), finder.words) == {"p-2"}


@pytest.mark.usefixtures("cache")
def test_sheets_are_bound_once_and_stay_in_their_order() -> None:
    finder = Finder()
    sheets = (("b", "data-v-1"), ("a", "data-v-1"), ("a", "data-v-2"))

    first, second = (kept_sheets(sheets, finder.bind) for _ in range(2))

    assert first == second == ("b[data-v-1]", "a[data-v-1]", "a[data-v-2]")
    assert finder.asked == len(sheets)


@pytest.mark.usefixtures("cache")
def test_a_changed_module_of_the_engine_lets_them_be_found_again(monkeypatch: pytest.MonkeyPatch) -> None:
    finder = Finder()
    kept_words(("p-1",), finder.words)
    monkeypatch.setattr(page_components, "_own_stamps", lambda: [("style/extract.py", 1, 2)])

    kept_words(("p-1",), finder.words)

    assert finder.asked == 2


@pytest.mark.usefixtures("cache")
def test_a_record_of_too_few_sheets_is_made_anew() -> None:
    sheets = (("a", "data-v-1"), ("b", "data-v-1"))
    keep_result("page-components", ("sheets", page_components._own_stamps(), sheets), ("a[data-v-1]",))

    assert kept_sheets(sheets, Finder().bind) == ("a[data-v-1]", "b[data-v-1]")


def test_a_damaged_record_is_made_anew(cache: Path) -> None:
    finder = Finder()
    kept_words(("p-1",), finder.words)
    (record,) = cache.rglob("*.kept")
    record.write_text("{")

    assert kept_words(("p-1",), finder.words) == {"p-1"}
    assert finder.asked == 2
