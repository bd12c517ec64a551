"""The components of a deck as an earlier build left them: where nothing has changed they are looked up, and no more.

deck = KeptDeck(...)
deck.render(ComponentUse(...))     from the record of the last build, else drawn by the engine, which is loaded then

The record is one file: what was asked of the world, and what came of each use.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from deckc.diagnostics import Span
from deckc.engine.result_cache import keep_result, recall_result
from deckc.engine.vue.keys import REACHES, as_text, digest_of, read_parts
from deckc.model.source import Value
from deckc.model.vue import ComponentStyle, ComponentUse, DrawnComponent, IslandScript

if TYPE_CHECKING:
    from deckc.engine.vue.deck import VueDeck
    from deckc.engine.vue.graph import Module
    from deckc.engine.vue.inquiry import Inquiry

_KIND = "vue-decks"
_MOST_USES = 4000
"""In one record; those that this build did not need are left out of a longer one."""
Uses = dict[str, dict[str, Any]]
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
        setups: tuple[Path, ...] = (),
        before: KeptDeck | None = None,
    ) -> None:
        """Take what names the record; `load` loads the engine, `why_not` says why there is none.

        `before` is that of an earlier compilation, of which something is otherwise now.
        """
        self._key = key
        self._inquiry = inquiry
        self._deck = deck
        self._load = load
        self._why_not = why_not
        self.names: dict[str, str] = {} if before is None else before.names
        """Of islands: the same code with the same input has the same name, in later compilations as well."""
        self._setups = setups
        self._wanted: list[Iterable[Path]] = []
        self._record = self._recalled()
        self._left: Uses = {} if before is None else before.uses_for(key, inquiry)
        """What came of uses in the deck before; holds for those that consist of the same files."""
        self._engine: VueDeck | None = None
        self._is_new = False
        self._seen: dict[str, None] = {}
        self._used: dict[str, None] = {}
        self._islands: dict[str, ComponentUse] = {}
        self._code: dict[tuple[Path, str], tuple[str, ...]] = {}
        """Component -> the modules that it consists of."""

    def go_on(
        self, key: tuple[object, ...], inquiry: Inquiry, deck: Mapping[str, Value], *, is_unchanged: bool
    ) -> bool:
        """Return whether this still is the deck for a key, now asked through `inquiry`."""
        if key != self._key or not self._inquiry.go_on(inquiry, is_unchanged=is_unchanged):
            return False
        self._deck = deck
        self._wanted = []
        if self._engine is not None:
            self._engine.go_on(deck, {source for _, source in self._code if source})
        self.retake((), {})
        return True

    def uses_for(self, key: tuple[object, ...], inquiry: Inquiry) -> Uses:
        """Return what came of uses, for a deck of which files are otherwise; nothing where more may be."""
        is_like = key == self._key and not self._setups and inquiry.is_packaged_as(self._inquiry.answers)
        return self._record["uses"] if is_like else {}

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
                modules, reads = tuple(known["modules"]), tuple(known["reads"])
                self._use(use, modules)
                self._seen[key] = None
                reaches = frozenset(reads).intersection(REACHES)
                return DrawnComponent(
                    drawn[0], is_live=drawn[1], reaches=reaches, modules=modules, reads=reads
                )
        engine = self._loaded()
        if engine is None:
            return None
        shown = engine.show(use)
        modules = self._know(shown.modules, engine)
        self._use(use, modules)
        if shown.drawn.problem or shown.reads is None:
            return replace(shown.drawn, modules=modules)
        self._is_new = True
        self._seen[key] = None
        made = self._record["uses"].setdefault(key, {"reads": [], "modules": list(modules), "drawn": {}})
        if made["reads"] != list(shown.reads):
            made.update(reads=list(shown.reads), drawn={})
        made["drawn"][read_parts(context, shown.reads)] = [shown.drawn.html, shown.drawn.is_live]
        return replace(shown.drawn, modules=modules, reads=shown.reads)

    def consists_of(self, use: ComponentUse, modules: tuple[str, ...]) -> bool:
        """Return whether a component that an earlier deck has drawn consists of the same files still."""
        key = _key_of(use)
        known = self._record["uses"].get(key)
        if known is not None and key in self._left:
            return tuple(known["modules"]) == modules
        if key not in self._left or (engine := self._loaded()) is None:
            return False
        if self._know(engine.modules_of(use), engine) != modules:
            return False
        self._record["uses"][key] = self._left[key]
        self._seen[key] = None
        self._is_new = True
        return True

    def retake(
        self, drawn: Iterable[tuple[ComponentUse, tuple[str, ...]]], islands: Mapping[str, ComponentUse]
    ) -> None:
        """Have just this drawn so far, each use with its modules, and these islands by their names."""
        self._used, self._code, self._islands = {}, {}, dict(islands)
        for use, modules in drawn:
            self._use(use, modules)

    def state(self) -> Hashable:
        """Return what stands for all that was drawn so far, and for what it is made of."""
        return self, tuple(self._used), tuple(self._islands)

    def island(self, use: ComponentUse) -> str:
        """Return the name under which the page finds a live use."""
        modules = self._code.get((use.path, use.source))
        code = "" if modules is None else digest_of(as_text(modules))
        code += self._setup_code()
        key = digest_of(as_text([str(use.path), code, use.props, use.dynamic, use.events, use.slots]))
        name = self.names.setdefault(key, f"i{len(self.names)}")
        self._islands.setdefault(name, use)
        return name

    def bundle(self) -> IslandScript | None:
        """Return the script for all islands so far; None where there are none."""
        if not self._islands:
            return None
        keys = {name: key for key, name in self.names.items()}
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
        if not made.problem and engine.setup.problem() is None:
            self._is_new = True
            self._record["bundles"] = {name: list(place)}
        return made

    def setup_problem(self) -> tuple[str, Span] | None:
        """Return what is wrong with the deck's set-up, and where; None where nothing is."""
        return None if self._engine is None else self._engine.setup.problem()

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
            uses = dict([(key, made) for key, made in uses.items() if key in self._seen][-_MOST_USES:])
        modules = {name: self._record["modules"][name] for made in uses.values() for name in made["modules"]}
        whole = not any(style[5] for module in modules.values() for style in module["styles"])
        if whole:
            record = {**self._record, "uses": uses, "modules": modules}
            keep_result(_KIND, self._key, (self._inquiry.answers, record))
            kept = {name: self._record["modules"][name] for name in self._used}
            self._record["uses"], self._record["modules"] = uses, {**modules, **kept}
        self._is_new = False
        self._left = {}

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
                self._engine.deck = self._deck
        if self._engine is not None and self._wanted:
            self._engine.prepare(path for paths in self._wanted for path in paths)
            self._wanted = []
        return self._engine

    def _know(self, modules: Iterable[Module], engine: VueDeck) -> tuple[str, ...]:
        """Note the texts and styles of modules; return their keys."""
        known = self._record["modules"]
        keyed = {module.key: module for module in modules}
        for name, module in keyed.items():
            if name not in known:
                known[name] = {"text": module.source, "styles": engine.styles_of(module)}
        return tuple(keyed)

    def _use(self, use: ComponentUse, modules: tuple[str, ...]) -> None:
        """Note what a use consists of."""
        self._code[use.path, use.source] = modules
        for name in modules:
            self._used.setdefault(name)

    def _setup_code(self) -> str:
        return digest_of("".join(map(self._text_of, self._setups)))

    def _text_of(self, path: Path) -> str:
        try:
            return self._inquiry.read_bytes(path).decode("utf-8", "replace")
        except OSError:  # it went while the deck was compiled, which is told by the module that it was
            return ""


def _key_of(use: ComponentUse) -> str:
    """Return what stands for a use apart from what it reads of the deck."""
    parts = [str(use.path), use.props, use.slots, use.dynamic, bool(use.events), use.context.get("isLayer")]
    return digest_of(as_text([*parts, digest_of(use.source)]))
