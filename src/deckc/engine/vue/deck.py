"""The components of one deck: compiled, drawn, put together for the page.

deck.prepare([Path("/deck/components/Badge.vue")])
deck.show(ComponentUse(...)).drawn      DrawnComponent('<b class="badge">new</b>')

What a component shows is kept by all that went into it, so that after an edit only what was edited is drawn again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Any

from deckc.dataclass import dataclass
from deckc.engine.result_cache import keep_result, recall_result
from deckc.engine.vue.blame import OF_MODULE, Blame
from deckc.engine.vue.bundle import MISSING, Bundle, bundle
from deckc.engine.vue.deck_packages import DeckPackages
from deckc.engine.vue.deck_setup import DeckSetup
from deckc.engine.vue.graph import Graph, Module
from deckc.engine.vue.inquiry import Inquiry
from deckc.engine.vue.island_script import Island, write_entry
from deckc.engine.vue.keys import REACHES, as_text, digest_of, read_parts
from deckc.engine.vue.module_digests import ModuleDigests, glue_digest
from deckc.engine.vue.server import ComponentServer, Outcome, emptied
from deckc.engine.vue.styles import styles_of
from deckc.model.source import Value
from deckc.model.theme import VUE_ENDINGS
from deckc.model.vue import ComponentUse, DrawnComponent, IslandScript
from deckc.packages.vue import Vue
from deckc.template.names import pascal

BUNDLES = "vue-islands"
_KIND = "vue-html"
_FORMAT = 8
_MOST_ROUNDS = 4
_CONSTANTS = ("configs", "themeConfigs")
"""What modules can read of the deck while they are loaded."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What came of a use."""

    drawn: DrawnComponent
    reads: tuple[str, ...] | None
    """What it has read of the context; None where it may come out otherwise the next time."""
    modules: tuple[Module, ...]
    """What it consists of, children before those that use them: so their styles come in order."""


@dataclass(slots=True)
class VueDeck:
    """Draws components."""

    vue: Vue
    graph: Graph
    server: ComponentServer
    inquiry: Inquiry
    deck: Mapping[str, Value]
    builtins: frozenset[str]
    """Names of deckc's own components."""
    packages: DeckPackages
    setups: Sequence[Path]
    setup: DeckSetup = field(init=False)
    _entries: dict[str, None] = field(default_factory=dict)
    _drawn: dict[str, Shown] = field(default_factory=dict)
    _broken: dict[str, str] = field(default_factory=dict)
    _digests: ModuleDigests = field(init=False)
    _blame: Blame = field(init=False)

    def __post_init__(self) -> None:
        self._digests = ModuleDigests(self.graph, self.packages, self.inquiry)
        self._blame = Blame(self.graph, self.inquiry)
        self.setup = DeckSetup(self.setups, self.graph, self._digests, self._blame)

    def go_on(self, deck: Mapping[str, Value], sources: Collection[str]) -> None:
        """Draw in another compilation of the same files; of slides' scripts, `sources` were in the last one."""
        constants = [[values.get(name) for name in _CONSTANTS] for values in (self.deck, deck)]
        self.deck = deck
        self._drawn.clear()
        for name in self.graph.forget_sources(sources):
            self._entries.pop(name, None)
            self._digests.forget(name)
        self.server.go_on(is_same_deck=as_text(constants[0]) == as_text(constants[1]))

    def prepare(self, paths: Iterable[Path]) -> None:
        """Say which components will be drawn, so that they are compiled together."""
        self._entries.update((self.graph.add(path), None) for path in paths)

    def show(self, use: ComponentUse) -> Shown:
        """Return what a component shows."""
        name = self._name(use)
        closure = self.graph.closure(name)
        broken = next((module for module in closure.values() if module.problem), None)
        if broken is not None and broken.problem is not None:
            problem = broken.problem
            span = self._blame.span(broken, problem.line, problem.column)
            return Shown(DrawnComponent("", problem=problem.message, span=span), None, ())
        shown = self._shown(use, name, closure)
        # where the set-up is broken, the next build is to tell it as well, and must not find all of this kept
        return shown if self.setup.problem() is None else Shown(shown.drawn, None, shown.modules)

    def _shown(self, use: ComponentUse, name: str, closure: Mapping[str, Module]) -> Shown:
        key = as_text([name, use.props, use.slots, use.context, use.dynamic, sorted(use.events)])
        if key not in self._drawn:
            self._drawn[key] = self._draw(use, name, closure)
        return self._drawn[key]

    def modules_of(self, use: ComponentUse) -> tuple[Module, ...]:
        """Return what a use consists of, children before those that use them; empty where it is broken."""
        name = self._name(use)
        closure = self.graph.closure(name)
        return () if any(module.problem for module in closure.values()) else _in_order(closure, name)

    def bundle(self, uses: Mapping[str, ComponentUse]) -> tuple[IslandScript, tuple[object, ...]]:
        """Return the script for islands by their names, and under which key it is kept."""
        islands = {
            name: Island(self._name(use), use.props, use.dynamic, use.events, use.slots)
            for name, use in uses.items()
        }
        setups = self.setup.names()
        closure: dict[str, Module] = {}
        for name in [*(island.module for island in islands.values()), *setups]:
            closure.update(self.graph.closure(name))
        registry = self._registry(closure)
        stubs = sorted({stub for module in closure.values() for stub in module.stubs})
        entry = write_entry(islands, registry, self.inquiry, setups, stubs)
        digest = digest_of(as_text([self.vue.version, entry, self._digests.of_all(closure.values())]))
        key = (_FORMAT, digest, glue_digest())
        kept = recall_result(BUNDLES, key, lambda script, css: (str(script), str(css)))
        if kept is None:
            modules = list(closure.values())
            made = self._bundle(modules, entry)
            if made.missing and self.packages.have(made.missing, self.graph) == "":
                made = self._bundle(modules, entry)
            if not made.script:
                reason = made.failure or next(iter(made.mistakes.values()), "esbuild failed")
                return IslandScript("", "", reason), key
            kept = (made.script, made.css)
            keep_result(BUNDLES, key, kept)
        return IslandScript(*kept), key

    def styles_of(self, module: Module) -> list[tuple[object, ...]]:
        """Return the fields of a module's styles, as they can be kept."""
        return [
            (
                style.css,
                style.language,
                (style.span.path, style.span.line, style.span.column),
                str(style.folder),
                style.scope,
                style.problem,
            )
            for style in styles_of(module, self.inquiry)
        ]

    def _bundle(self, modules: Sequence[Module], entry: str) -> Bundle:
        folders = self.packages.folders(self.graph)
        return bundle(modules, entry, self.vue, folders, for_page=True, is_outside=self.inquiry.is_outside)

    def _name(self, use: ComponentUse) -> str:
        return self.graph.add_source(use.path, use.source) if use.source else self.graph.add(use.path)

    def _draw(self, use: ComponentUse, name: str, closure: Mapping[str, Module]) -> Shown:
        modules = _in_order(closure, name)
        registry = self._registry(closure)
        context = {**self.deck, **use.context}
        digest_of_all = self._digests.of_all
        base = [_FORMAT, self.vue.version, digest_of_all(closure.values()), self._by_path(registry)]
        base += [
            use.props,
            use.slots,
            use.dynamic,
            bool(use.events),
            use.context.get("isLayer"),
            glue_digest(),
            [digest_of_all(self.graph.closure(setup).values()) for setup in self.setup.names()],
        ]
        key = (digest_of(as_text([use.path.name, base])),)
        reads = recall_result(_KIND, key, lambda *parts: tuple(map(str, parts)))
        if reads is not None:
            kept = recall_result(_KIND, (*key, read_parts(context, reads)), _kept)
            if kept is not None:
                return Shown(self._drawn_from(kept, name, closure), kept.reads, modules)
        outcome = self._run(use, name, closure, registry, context)
        drawn = self._drawn_from(outcome, name, closure)
        if outcome.lines[:1] and outcome.lines[0].startswith(OF_MODULE):  # may be put together the next time
            return Shown(drawn, None, modules)
        keep_result(_KIND, key, outcome.reads)
        fields = (outcome.html, outcome.marks, outcome.reads, outcome.problem, outcome.lines)
        keep_result(_KIND, (*key, read_parts(context, outcome.reads)), fields)
        return Shown(drawn, outcome.reads, modules)

    def _run(
        self,
        use: ComponentUse,
        name: str,
        closure: Mapping[str, Module],
        registry: Mapping[str, Mapping[str, str]],
        context: Mapping[str, Value],
    ) -> Outcome:
        self._entries[name] = None
        wanted: dict[str, Module] = {}
        for entry in (*self._entries, *self.setup.names()):
            wanted.update(self.graph.closure(entry))
        modules = [module if module.problem is None else emptied(module) for module in wanted.values()]
        self._broken.update(self._load(modules))
        for module in closure.values():
            if module.name in self._broken:
                problem = self._blame.in_words(self._broken[module.name])
                return Outcome("", problem=problem, lines=(f"{OF_MODULE}{module.name}",))
        asked: dict[str, Any] = {
            "module": name,
            "props": dict(use.props),
            "slots": list(use.slots),
            "context": dict(context),
            "dynamic": dict(use.dynamic),
            "hasEvents": bool(use.events),
            "setups": [setup for setup in self.setup.names() if setup not in self._broken],
        }
        outcome = self.server.render(asked, registry)
        if outcome.setup not in asked["setups"]:
            return outcome
        self.setup.give_up(outcome.setup, outcome.problem)
        return self._run(use, name, closure, registry, context)

    def _load(self, modules: list[Module]) -> Mapping[str, str]:
        """Load modules; return what is wrong with those that cannot be, once missing packages are installed."""
        broken = self.server.load(modules, self.packages.folders(self.graph))
        for _ in range(_MOST_ROUNDS):  # one package of many in a module is told at a time
            problem = self.packages.have(self.server.missing, self.graph)
            if problem is None:
                return broken
            if problem:
                return {
                    name: f"{text}: {problem}" if MISSING.search(text) else text
                    for name, text in broken.items()
                }
            self.server.forget()
            broken = self.server.load(modules, self.packages.folders(self.graph))
        return broken

    def _drawn_from(self, outcome: Outcome, name: str, closure: Mapping[str, Module]) -> DrawnComponent:
        reaches = frozenset(outcome.reads).intersection(REACHES)
        if not outcome.problem:
            return DrawnComponent(outcome.html, is_live=bool(outcome.marks), reaches=reaches)
        if "browser" in outcome.marks:  # what needs a browser to run is first run there
            return DrawnComponent("", is_live=True, reaches=reaches)
        span = self._blame.place(outcome, name, closure)
        return DrawnComponent("", problem=outcome.problem, span=span, reaches=reaches)

    def _registry(self, closure: Mapping[str, Module]) -> dict[str, dict[str, str]]:
        """Return what the tags in templates stand for."""
        found: dict[str, dict[str, str]] = {}
        for module in closure.values():
            for tag in module.compiled.tags if module.compiled else ():
                name = pascal(tag)
                path = self.graph.components.get(name)
                if path is not None and path.suffix in VUE_ENDINGS:
                    found[name] = {"kind": "module", "id": self.graph.add(path)}
                elif path is not None or name in self.builtins:
                    found[name] = {"kind": "stub", "id": name}
                elif self.inquiry.split(tag) is not None:
                    found[name] = {"kind": "stub", "id": tag}
        return found

    def _by_path(self, registry: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
        """Return what tags stand for without the names of modules, which hang on the order of reading."""
        return {
            tag: str(self.graph.modules[known["id"]].path) if known["kind"] == "module" else known["id"]
            for tag, known in registry.items()
        }


def _in_order(closure: Mapping[str, Module], name: str) -> tuple[Module, ...]:
    """Return what a module consists of, children before those that use them."""

    def visit(at: str) -> None:
        if at in seen or at not in closure:
            return
        seen.add(at)
        module = closure[at]
        for link in module.links:
            visit(link.target)
        for other in closure.values():
            if module.compiled and any(pascal(tag) == other.path.stem for tag in module.compiled.tags):
                visit(other.name)
        found.append(module)

    seen: set[str] = set()
    found: list[Module] = []
    visit(name)
    return tuple(found)


def _kept(html: str, marks: list[str], reads: list[str], problem: str, lines: list[str]) -> Outcome:
    return Outcome(str(html), tuple(marks), tuple(reads), str(problem), tuple(map(str, lines)))
