r"""Set formulas with KaTeX, in the embedded engine, and keep what came of them for the next build.

    KatexTypesetter(Path("/deck")).typeset([(r"\frac12", False)], {})
    {(r"\frac12", False): TypesetFormula('<span class="katex">...')}

Formulas are kept by their content, so that only new ones load the engine. Where KaTeX cannot be had they
become plain MathML.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from deckc.engine.result_cache import keep_result, recall_result
from deckc.engine.script import Limits, ScriptContext, ScriptError
from deckc.model.services import TypesetFormula
from deckc.model.source import Value
from deckc.packages.katex import Katex, find_katex
from deckc.packages.npm_store import NpmStore
from deckc.packages.problem import PackageError

Formula = tuple[str, bool]
_LIMITS = Limits(time_s=20.0)
"""A deck's formulas together; a thousand of them take one second."""
_LONE_LIMITS = Limits(time_s=2.0)
_KIND = "math"
_GLUE = Path(__file__).with_name("katex.js")


class KatexTypesetter:
    """Sets formulas of decks in or below `folder`; implements `MathTypesetter`."""

    def __init__(self, folder: Path) -> None:
        self._store = NpmStore(folder)
        self._katex: Katex | None = None
        self._problem: str | None = None
        self._had: dict[tuple[str, Formula, str], TypesetFormula] = {}

    def typeset(
        self, formulas: Iterable[Formula], macros: Mapping[str, str]
    ) -> Mapping[Formula, TypesetFormula]:
        """Return what became of each formula."""
        wanted = list(dict.fromkeys(formulas))
        katex = self._find() if wanted else None
        if katex is None:
            return {formula: _plain(formula) for formula in wanted}
        context = repr(sorted(macros.items()))
        keys = {formula: (katex.version, formula, context) for formula in wanted}
        for key in keys.values():
            if key not in self._had and (kept := recall_result(_KIND, key, _kept)):
                self._had[key] = kept
        missing = [formula for formula in wanted if keys[formula] not in self._had]
        if missing:
            for formula, typeset in zip(missing, self._run(katex, missing, macros), strict=True):
                self._had[keys[formula]] = typeset
                fields = (typeset.html, typeset.problem, typeset.offset, typeset.length)
                keep_result(_KIND, keys[formula], fields)
        return {formula: self._had[keys[formula]] for formula in wanted}

    def problem(self) -> str | None:
        """Return why KaTeX is not to be had, with what to run; None where it is there."""
        self._find()
        return self._problem

    def sheet(self, markups: Iterable[str] | None) -> str:
        """Return KaTeX's style sheet with the glyphs in use, or all; empty without KaTeX, MathML needs none."""
        katex = self._find()
        if katex is None:
            return ""
        from deckc.packages.katex_sheet import katex_sheet

        return katex_sheet(katex, markups)

    def _find(self) -> Katex | None:
        """Return KaTeX; looked for again after a failure, as it may have come meanwhile (`serve`)."""
        if self._katex is None:
            try:
                self._katex, self._problem = find_katex(self._store), None
            except (PackageError, OSError) as error:
                self._problem = str(error)
        return self._katex

    def _run(self, katex: Katex, formulas: list[Formula], macros: Mapping[str, str]) -> list[TypesetFormula]:
        scripts = [*katex.scripts(), _GLUE.read_text("utf-8")]
        try:
            return _typeset(_loaded(scripts, _LIMITS), formulas, macros)
        except ScriptError:  # one of them went over a limit: only that one is to fail
            return [_typeset_alone(scripts, formula, macros) for formula in formulas]


def _kept(html: str, problem: str, offset: int, length: int) -> TypesetFormula:
    return TypesetFormula(str(html), str(problem), int(offset), int(length))


def _loaded(scripts: Iterable[str], limits: Limits) -> ScriptContext:
    context = ScriptContext(limits)
    for script in scripts:
        context.load(script)
    return context


def _typeset_alone(scripts: Iterable[str], formula: Formula, macros: Mapping[str, str]) -> TypesetFormula:
    try:
        return _typeset(_loaded(scripts, _LONE_LIMITS), [formula], macros)[0]
    except ScriptError as error:
        return TypesetFormula("", f"KaTeX gave up: {error}")


def _typeset(
    context: ScriptContext, formulas: list[Formula], macros: Mapping[str, str]
) -> list[TypesetFormula]:
    sources: list[Value] = [list(formula) for formula in formulas]
    results = context.call("deckcTypeset", sources, dict(macros))
    if not isinstance(results, list):
        raise ScriptError("no list came back")
    return [_read_result(source, result) for (source, _), result in zip(formulas, results, strict=True)]


def _read_result(source: str, result: Value) -> TypesetFormula:
    if not isinstance(result, dict):
        return TypesetFormula("", "KaTeX returned nothing")
    problem, offset, length = result.get("problem"), result.get("offset"), result.get("length")
    if isinstance(problem, str):
        at = _characters_before(source, offset if isinstance(offset, int) else 0)
        wrong = source[at : at + (length if isinstance(length, int) else 1)].rstrip()
        return TypesetFormula("", _in_words(problem), at, max(1, len(wrong)))
    return TypesetFormula(str(result.get("html", "")))


def _characters_before(source: str, units: int) -> int:
    """Return an offset in characters for one in UTF-16 units, as JavaScript counts."""
    return len(source.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "replace"))


def _in_words(problem: str) -> str:
    """Return a message of KaTeX's as ours begin, in lower case."""
    return problem[:1].lower() + problem[1:]


def _plain(formula: Formula) -> TypesetFormula:
    from deckc.engine.plain_math import write_mathml

    return write_mathml(*formula)
