"""All formulas of a deck, notes included, go to the typesetter in one call, each once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from deckc.compile.pipeline import Compilation, compile_deck
from deckc.model.files import MemoryFiles
from deckc.model.services import Services, TypesetFormula
from spec_runner.drawn_math import DrawnMath
from spec_runner.run import DrawnIcons, NoNetwork


class CountingMath(DrawnMath):
    """Remembers what it was asked for."""

    def __init__(self) -> None:
        self.calls: list[list[tuple[str, bool]]] = []
        self.sheets = 0

    def typeset(
        self, formulas: Iterable[tuple[str, bool]], macros: Mapping[str, str]
    ) -> Mapping[tuple[str, bool], TypesetFormula]:
        self.calls.append(list(formulas))
        return super().typeset(self.calls[-1], macros)

    def sheet(self, markups: Iterable[str] | None) -> str:
        self.sheets += 1
        return super().sheet(markups)


def compile_text(text: str, math: CountingMath) -> Compilation:
    files = MemoryFiles({"/deck/slides.md": text})
    return compile_deck(Path("/deck/slides.md"), files, Services(DrawnIcons(), NoNetwork(), math=math))


def css_of(compilation: Compilation) -> str:
    return next(content.decode() for path, content in compilation.site.files.items() if path.endswith(".css"))


def test_formulas_are_set_in_one_call() -> None:
    math = CountingMath()
    compile_text("# $t$\n\n$x$\n\n---\n\n$$\ny\n$$\n\n<!-- $n$ -->", math)

    assert [set(call) for call in math.calls] == [{("t", False), ("x", False), ("y\n", True), ("n", False)}]


def test_page_with_formulas_has_their_sheet() -> None:
    css = css_of(compile_text("$x$ and $y$", CountingMath()))

    assert "/* 2 formulas */" in css
    assert ".slidev-katex-wrapper" in css


def test_page_without_formulas_asks_for_nothing() -> None:
    math = CountingMath()
    css = css_of(compile_text("# costs $5", math))

    assert math.calls == []
    assert math.sheets == 0
    assert "katex" not in css


def test_formula_in_a_note_is_set() -> None:
    compilation = compile_text("# A\n\n<!-- see $n<1$ -->", CountingMath())
    page = compilation.site.files["index.html"].decode()

    assert r"see <span class=\"katex\">n&lt;1<\/span>" in page


def test_class_of_a_formula_may_be_a_utility() -> None:
    class UnderliningMath(CountingMath):
        def typeset(
            self, formulas: Iterable[tuple[str, bool]], _macros: Mapping[str, str]
        ) -> Mapping[tuple[str, bool], TypesetFormula]:
            return {formula: TypesetFormula('<span class="mord underline">x</span>') for formula in formulas}

    assert ".underline{" in css_of(compile_text("$x$", UnderliningMath())).replace(" ", "")
