"""Run a case: through the stages that its folder and its expected blocks ask for."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from deckc.compile.load import load_deck, load_theme
from deckc.diagnostics import Report
from deckc.model.deck import Deck, ParsedDeck
from deckc.model.files import MemoryFiles
from deckc.model.rendered import RenderedDeck
from deckc.model.services import Fetched, Icon, Services
from deckc.model.source import DeckSource
from deckc.model.theme import Theme
from spec_runner import dumps
from spec_runner.cases import Case
from spec_runner.drawn_math import DrawnMath

if TYPE_CHECKING:
    from deckc.engine.vue import VueRunner

STAGES = ("load", "parse", "realize", "render")
_STAGE_OF_BLOCK = {
    "headmatter": "load",
    "slides": "load",
    "config": "load",
    "nodes": "parse",
    "tree": "realize",
    "clicks": "realize",
    "bindings": "render",
    "html": "render",
    "page": "render",
}
_COLLECTIONS = ("carbon", "mdi", "ph", "ri", "logos", "tabler", "twemoji", "line-md", "svg-spinners")


class DrawnIcons:
    """Icons of every name in a few sets: squares, and broad "wide-" ones. The set "missing" is known and cannot be had."""

    def split(self, text: str) -> tuple[str, str] | None:
        text = re.sub(r"(?<!^)(?=[A-Z])", "-", text).lower()
        for collection in (*_COLLECTIONS, "missing"):
            for separator in (":", "-"):
                head, found, name = text.partition(collection + separator)
                if found and not head and name:
                    return collection, name
        return None

    def prepare(self, collections: Iterable[str]) -> None:
        pass

    def icon(self, collection: str, name: str) -> Icon | None:
        if collection not in _COLLECTIONS or name.startswith("no-"):
            return None
        width = 21 if name.startswith("wide-") else 16
        return Icon(collection, name, f'<path d="M0 0h{width}v16H0z"/>', 0, 0, width, 16)

    def problem(self, collection: str) -> str | None:
        return "run `npm install @iconify-json/missing`" if collection == "missing" else None


class NoNetwork:
    """Remote pictures that cannot be had."""

    def fetch(self, addresses: Iterable[str]) -> Mapping[str, Fetched | str]:
        return dict.fromkeys(addresses, "there is no network in a test")


@cache
def vue_runner() -> VueRunner:
    """Return Vue; a case that needs it is skipped where it is not to be had."""
    from deckc.engine.vue import VueRunner

    runner = VueRunner(Path("/"))
    problem = runner.problem()
    if problem is not None:
        pytest.skip(f"Vue is not to be had: {problem}")
    return runner


class Run:
    """One case's way through the stages; each runs when something asks for it."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.report = Report()
        self.files = MemoryFiles({"/deck/slides.md": "", **case.files})
        vue = vue_runner if case.stage == "vue" else None
        self._services = Services(DrawnIcons(), NoNetwork(), math=DrawnMath(), vue=vue)

    @cached_property
    def source(self) -> DeckSource:
        return load_deck(Path("/deck/slides.md"), self.files, self.report)

    @cached_property
    def theme(self) -> Theme:
        return load_theme(self.source, self.files, self.report)

    @cached_property
    def parsed(self) -> ParsedDeck:
        from deckc.compile.parse import parse_deck

        self.theme  # noqa: B018 - the theme is loaded before anything is parsed
        return parse_deck(self.source, self.files, self.report)

    @cached_property
    def deck(self) -> Deck:
        from deckc.compile.realize import realize_deck

        parsed = self.parsed
        return realize_deck(parsed, self.theme, self.files, self._services, self.report)

    @cached_property
    def rendered(self) -> RenderedDeck:
        from deckc.compile.render import render_deck

        return render_deck(self.deck, self.report, self._services.math)

    def reach(self, stage: str) -> None:
        """Run all stages up to one."""
        match stage:
            case "load":
                self.theme  # noqa: B018 - a cached property runs when it is read
            case "parse":
                self.parsed  # noqa: B018
            case "realize":
                self.deck  # noqa: B018
            case "render":
                self.rendered  # noqa: B018


def run_case(case: Case) -> dict[str, tuple[str, str]]:
    """Return for each expected block, and for the diagnostics, what was got and what was expected."""
    run = Run(case)
    if case.files:
        stages = [case.stage, *(_STAGE_OF_BLOCK.get(block, "load") for block in case.expected)]
        run.reach(max((stage for stage in stages if stage in STAGES), key=STAGES.index, default="load"))
    blocks = {
        name: _compare(run, name, text) for name, text in case.expected.items() if name != "diagnostics"
    }
    expected = case.expected.get("diagnostics", "")
    got = dumps.dump_diagnostics(run.report.diagnostics)
    return {**blocks, "diagnostics": (got, dumps.tidy_lines(expected))}


def _compare(run: Run, block: str, text: str) -> tuple[str, str]:  # noqa: PLR0911 - one for each block
    match block:
        case "headmatter":
            return dumps.dump_value(run.source.headmatter), dumps.dump_value(json.loads(text))
        case "slides":
            return dumps.dump_slides(run.source), dumps.tidy_lines(text)
        case "config":
            return _config(run, text), dumps.tidy_lines(text)
        case "nodes":
            return dumps.dump_nodes(run.parsed), dumps.tidy_lines(text)
        case "tree":
            return dumps.dump_tree(run.deck), dumps.tidy_lines(text)
        case "clicks":
            return dumps.dump_clicks(run.deck), dumps.tidy_lines(text)
        case "html":
            slides = [dumps.inside_root(slide.html) for slide in run.rendered.slides]
            return dumps.tidy_html("\n".join(slides)), dumps.tidy_html(text)
        case "bindings":
            return dumps.dump_bindings(run.rendered), dumps.tidy_lines(text)
        case "page":
            slides = [slide.html for slide in run.rendered.slides]
            return dumps.tidy_html("\n".join(slides)), dumps.tidy_html(text)
        case _:
            return dumps.tidy_css(_css(run)), dumps.tidy_css(text)


def _config(run: Run, text: str) -> str:
    """Show the settings that the expected block names, in its order."""
    from deckc.compile.realize.config import read_config

    config = read_config(run.source, run.theme, run.report)
    names = [line.partition(":")[0].strip() for line in text.split("\n") if line.strip()]
    return "\n".join(f"{name}: {_show(_field(config, name))}" for name in names)


def _field(value: Any, dotted: str) -> Any:
    for name in dotted.split("."):
        value = value[name] if isinstance(value, Mapping) else getattr(value, name)
    return value


def _show(value: Any) -> str:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        value = dataclasses.asdict(value)
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False, default=dict)


def _css(run: Run) -> str:
    """Compile `markup` or `candidates` to utilities, or expand the directives of `stylesheet`."""
    from deckc.compile.style import compile_utilities, extract_candidates
    from deckc.compile.style.design import default_design
    from deckc.compile.style.directives import expand_directives

    def find_icon(collection: str, name: str) -> tuple[str, float, float, float, float] | None:
        icon = DrawnIcons().icon(collection, name)
        return (icon.body, icon.left, icon.top, icon.width, icon.height) if icon else None

    design = dataclasses.replace(default_design(find_icon=find_icon), safelist=())
    inputs = run.case.inputs
    if "stylesheet" in inputs:
        return expand_directives(inputs["stylesheet"], design)
    candidates = (
        inputs["candidates"].split() if "candidates" in inputs else extract_candidates(inputs["markup"])
    )
    sheet = compile_utilities(candidates, design)
    css = sheet.css(*(layer for layer in sheet.layers if layer != "preflights"))
    return css.replace("/* layer: default */", "")
