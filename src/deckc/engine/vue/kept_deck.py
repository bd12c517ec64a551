"""The components of a deck as an earlier build left them: where nothing has changed they are looked up, and no more.

deck = KeptDeck(...)
deck.render(ComponentUse(...))     from the record of the last build, else drawn by the engine, which is loaded then

The record is one file: what was asked of the world, and what came of each use.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from deckc.diagnostics import Span
from deckc.engine.result_cache import keep_result, recall_result
from deckc.engine.vue.keys import REACHES, as_text, digest_of, read_parts
from deckc.model.source import Value
from deckc.model.vue import ComponentStyle, ComponentUse, DrawnComponent, IslandScript

if TYPE_CHECKING:
    from deckc.engine.vue.deck import VueDeck
    from deckc.engine.vue.inquiry import Inquiry

_KIND = "vue-decks"
_MOST_USES = 4000
"""In one record; those that this build did not need are left out of a longer one."""
Record = dict[str, dict[str, Any]]


class KeptDeck:
    """Implements `ComponentDeck`."""

    def __init__(
        self,
        key: tuple[object, ...],
        inquiry: Inquiry,
        deck: Mapping[str, Value],
        load: Callable[[], VueDeck | None],
        why_not: Callable[[], str | None],
        names: dict[str, str],
        setups: tuple[Path, ...] = (),
    ) -> None:
        """Take what names the record; `load` loads the engine, `why_not` says why there is none.

        `names` holds the names of islands, those of earlier compilations as well: the same code with the same input has
        the same name.
        """
        self._key = key
        self._inquiry = inquiry
        self._deck = deck
        self._load = load
        self._why_not = why_not
        self._names = names
        self._setups = setups
        self._wanted: list[Iterable[Path]] = []
        self._record = self._recalled()
        self._engine: VueDeck | None = None
        self._is_new = False
        self._seen: dict[str, None] = {}
        self._used: dict[str, None] = {}
        self._islands: dict[str, ComponentUse] = {}
        self._code: dict[tuple[Path, str], str] = {}

    def problem(self) -> str:
        """Return why nothing can be drawn anew."""
        return self._why_not() or "the engine is not there"

    def prepare(self, paths: Iterable[Path]) -> None:
        """Say which components will be drawn, so that they are compiled together."""
        self._wanted.append(paths)

    def render(self, use: ComponentUse) -> DrawnComponent | None:
        """Return what a component shows; None where nothing can be drawn."""
        key = _key_of(use)
        context = {**self._deck, **use.context}
        known = self._record["uses"].get(key)
        if known is not None:
            drawn = known["drawn"].get(read_parts(context, known["reads"]))
            if drawn is not None:
                self._use(use, known["modules"])
                self._seen[key] = None
                reaches = frozenset(known["reads"]).intersection(REACHES)
                return DrawnComponent(drawn[0], is_live=drawn[1], reaches=reaches)
        engine = self._loaded()
        if engine is None:
            return None
        shown = engine.show(use)
        modules = {module.key: module for module in shown.modules}
        for name, module in modules.items():
            if name not in self._record["modules"]:
                self._record["modules"][name] = {"text": module.source, "styles": engine.styles_of(module)}
        self._use(use, modules)
        if not shown.drawn.problem and shown.reads is not None:
            self._is_new = True
            self._seen[key] = None
            made = self._record["uses"].setdefault(key, {"reads": [], "modules": list(modules), "drawn": {}})
            if made["reads"] != list(shown.reads):
                made |= {"reads": list(shown.reads), "drawn": {}}
            made["drawn"][read_parts(context, shown.reads)] = [shown.drawn.html, shown.drawn.is_live]
        return shown.drawn

    def island(self, use: ComponentUse) -> str:
        """Return the name under which the page finds a live use."""
        code = self._code.get((use.path, use.source), "") + self._setup_code()
        key = digest_of(as_text([str(use.path), code, use.props, use.dynamic, use.events, use.slots]))
        name = self._names.setdefault(key, f"i{len(self._names)}")
        self._islands.setdefault(name, use)
        return name

    def bundle(self) -> IslandScript | None:
        """Return the script for all islands so far; None where there are none."""
        if not self._islands:
            return None
        keys = {name: key for key, name in self._names.items()}
        name = digest_of(as_text([(name, keys[name]) for name in self._islands]))
        kept = self._record["bundles"].get(name)
        if kept is not None:
            found = recall_result("vue-islands", tuple(kept), lambda script, css: (str(script), str(css)))
            if found is not None:
                return IslandScript(*found)
        engine = self._loaded()
        if engine is None:
            return IslandScript("", "", self.problem())
        made, place = engine.bundle(self._islands)
        if not made.problem:
            self._is_new = True
            self._record["bundles"] = {name: list(place)}
        return made

    def styles(self) -> Iterator[ComponentStyle]:
        """Yield the styles of everything drawn so far."""
        for name in self._used:
            for css, language, place, folder, scope, problem in self._record["modules"][name]["styles"]:
                yield ComponentStyle(css, language, Span(*place), Path(folder), scope, problem)

    def sources(self) -> Iterator[str]:
        """Yield the text of every component drawn so far: utilities are searched in it."""
        modules = self._record["modules"]
        return (modules[name]["text"] for name in self._used if modules[name]["text"])

    def keep(self) -> None:
        """Keep what was drawn for the next build."""
        if not self._is_new:
            return
        uses = self._record["uses"]
        if len(uses) > _MOST_USES:
            uses = {key: made for key, made in uses.items() if key in self._seen}
        modules = {name: self._record["modules"][name] for made in uses.values() for name in made["modules"]}
        whole = not any(style[5] for module in modules.values() for style in module["styles"])
        if whole:
            record = {**self._record, "uses": uses, "modules": modules}
            keep_result(_KIND, self._key, (self._inquiry.answers, record))
        self._is_new = False

    def _recalled(self) -> Record:
        """Return the record of an earlier build; an empty one where anything is otherwise by now."""
        empty: Record = {"uses": {}, "modules": {}, "bundles": {}}
        kept = recall_result(_KIND, self._key, lambda answers, record: (dict(answers), dict(record)))
        if kept is None:
            return empty
        answers, record = kept
        is_whole = record.keys() == empty.keys() and self._inquiry.holds(answers)
        return record if is_whole else empty

    def _loaded(self) -> VueDeck | None:
        if self._engine is None:
            self._engine = self._load()
            if self._engine is not None:
                self._engine.prepare(path for paths in self._wanted for path in paths)
        return self._engine

    def _use(self, use: ComponentUse, modules: Iterable[str]) -> None:
        """Note what a use consists of."""
        modules = list(modules)
        self._code[use.path, use.source] = digest_of(as_text(modules))
        for name in modules:
            self._used.setdefault(name)

    def _setup_code(self) -> str:
        return digest_of(
            "".join(self._inquiry.read_bytes(path).decode("utf-8", "replace") for path in self._setups)
        )


def _key_of(use: ComponentUse) -> str:
    """Return what stands for a use apart from what it reads of the deck."""
    parts = [str(use.path), use.props, use.slots, use.dynamic, bool(use.events), use.context.get("isLayer")]
    return digest_of(as_text([*parts, digest_of(use.source)]))
