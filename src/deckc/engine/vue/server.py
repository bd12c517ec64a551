"""Render components with Vue's server renderer in the embedded engine.

server.load(modules)
server.render("m0", {...})     Outcome(html="<b>1</b>", marks=("events",), reads=("page",))
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from deckc.dataclass import dataclass
from deckc.engine.script import Limits, ScriptContext, ScriptError
from deckc.engine.vue.bundle import bundle
from deckc.engine.vue.graph import Module
from deckc.engine.vue.worker import ENGINE_STACK_BYTES, ScriptWorker
from deckc.model.source import Value
from deckc.packages.vue import Vue
from deckc.pattern import pattern

_GLUE = Path(__file__).with_name("server.js")
_LOADED = ("shared", "reactivity", "runtime-core", "runtime-dom", "server-renderer")
_PATIENCE_S = 2.0
_IMPATIENCE_S = 0.2
_GRACE_S = 3.0
"""How much longer than its patience the engine may take to notice."""
_LONGEST_MESSAGE = 300
_MOST_WAITED_S = 12.0
"""After so much time spent on components that never came to an end, the next ones get less."""
_MOST_ROUNDS = 20
"""Of putting modules together, each time without those that were found to be broken."""
_PADDING = 100_000
"""Empty lines before a deck's own modules: a line number in a stack tells whose code it is."""
_FRAME = pattern(r"<input>:(\d+):(\d+)")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of rendering."""

    html: str
    marks: tuple[str, ...] = ()
    """Why the page has to run it as well; empty where it never changes."""
    reads: tuple[str, ...] = ()
    """Parts of the context that it has read."""
    problem: str = ""
    lines: tuple[str, ...] = ()
    """The lines of the bundle in which it may have happened, as text, likeliest first."""
    setup: str = ""
    """The module of the deck's set-up that never came to an end, in the place of the component."""


class ComponentServer:
    """Vue in a context of its own; loaded with the first module."""

    def __init__(self, vue: Vue, worker: ScriptWorker, is_outside: Callable[[Path], bool]) -> None:
        self._vue = vue
        self._worker = worker
        self._is_outside = is_outside
        self._context: ScriptContext | None = None
        self._loaded: Mapping[str, str] = {}
        self._bundle: Sequence[str] = ()
        self._wanted: Mapping[str, str] = {}
        self._broken: Mapping[str, str] = {}
        self._waited_s = 0.0
        self._is_used = False
        """Whether the engine holds modules of an earlier compilation."""
        self.missing: set[tuple[str, str]] = set()
        """Names of modules that were loaded last, each with an npm package that it imports and that is not there."""

    def load(self, modules: Sequence[Module], folders: Sequence[Path]) -> Mapping[str, str]:
        """Load modules; return what is wrong with those that cannot be put together, by name."""
        wanted = {module.name: module.digest for module in modules}
        if not self._worker.run(self._is_ready):
            self._loaded = {}
        if all(self._loaded.get(name) == digest for name, digest in wanted.items()):
            return {}
        if wanted == self._wanted:  # a component took the engine with it, or the deck is another
            self._worker.run(partial(self._load, "\n".join(self._bundle)))
            self._loaded = wanted
            return self._broken
        broken: dict[str, str] = {}
        self.missing = set()
        for _ in range(_MOST_ROUNDS):
            sound = [module if module.name not in broken else emptied(module) for module in modules]
            made = bundle(
                sound, _entry(sound), self._vue, folders, for_page=False, is_outside=self._is_outside
            )
            if made.script:
                if self._is_used:
                    self._context, self._is_used = None, False
                self._bundle = made.script.split("\n")
                self._worker.run(partial(self._load, made.script))
                self._loaded = self._wanted = wanted
                self._broken = broken
                return broken
            self.missing.update(made.missing)
            new = {name: text for name, text in made.mistakes.items() if name and name not in broken}
            if not new:
                reason = made.failure or next(iter(made.mistakes.values()), "esbuild failed")
                return {module.name: reason for module in modules}
            broken.update(new)
        return broken

    def forget(self) -> None:
        """Forget what was loaded: packages may have come."""
        self._loaded = {}
        self._wanted = {}

    def go_on(self, *, is_same_deck: bool) -> None:
        """Draw in another compilation: modules that are then loaded meet nothing that earlier ones have left.

        Where the deck is not the same they are loaded anew, since they may have read of it while they were.
        """
        self._is_used = True
        self._waited_s = 0.0
        if not is_same_deck:
            self._loaded = {}

    def render(self, use: Mapping[str, Any], registry: Mapping[str, Mapping[str, str]]) -> Outcome:
        """Return what a component shows; `registry` names the components that templates ask for."""
        try:
            return self._worker.run(lambda: self._render(use, registry), _PATIENCE_S + _GRACE_S)
        except ScriptError as error:
            return self._failed(str(error))

    def run(self, script: str, glue: str, function: str) -> Value:
        """Return what a function of some glue returns once a bundle was run.

        Raises:
            ScriptError: It threw, or went over a limit.
        """

        def work() -> Value:
            self._engine().load(glue)
            self._load(script)
            return self._engine().call(function)

        return self._worker.run(work)

    def _render(self, use: Mapping[str, Any], registry: Mapping[str, Mapping[str, str]]) -> Outcome:
        patience_s = _IMPATIENCE_S if self._waited_s > _MOST_WAITED_S else _PATIENCE_S
        context = self._engine()
        try:
            context.limit_time(patience_s)
            context.call("deckcRegister", {name: dict(known) for name, known in registry.items()})
            context.call("deckcRender", dict(use))
            context.settle()
            answer = context.call("deckcRendered")
            return self._outcome(answer)
        except ScriptError as error:
            return replace(self._failed(str(error)), setup=_running_setup(context))
        except (AttributeError, KeyError, TypeError):
            return self._failed("it changes what it is drawn with")

    def _failed(self, text: str) -> Outcome:
        """Return what came of a component that the engine, which is not used again, has not got over."""
        if "interrupted" in text:
            self._waited_s += _PATIENCE_S
            text = "it never comes to an end"
        elif "out of memory" in text or text == "null":  # what is thrown where there is none left
            text = "it takes more memory than there is"
        self._context, self._loaded = None, {}
        return Outcome("", problem=_shortened(text))

    def _outcome(self, answer: Any) -> Outcome:
        problem = answer["problem"]
        if problem is None:
            return Outcome(str(answer["html"]), _texts(answer["marks"]), _texts(answer["reads"]))
        message = str(problem["message"])
        if "interrupted" in message or "out of memory" in message:
            return self._failed(message)
        if message == "null":
            message = "it throws null, or takes more memory than there is"
            self._context, self._loaded = None, {}
        if "call stack" in message or "stack overflow" in message:
            message = "it stands inside itself without end"
        marks = ("browser",) if answer["wantsBrowser"] else ()
        lines = self._lines(str(problem["stack"]))
        return Outcome("", marks, _texts(answer["reads"]), _shortened(message), lines)

    def _lines(self, stack: str) -> tuple[str, ...]:
        """Return the lines that a stack names; the engine may name a function in place of its statement."""
        places = (int(line) - _PADDING - 1 for line, _ in _FRAME.findall(stack))
        own = next((at for at in places if 0 <= at < len(self._bundle)), None)
        return () if own is None else tuple(self._bundle[own : own + 2])

    def _is_ready(self) -> bool:
        """Return whether the engine is there, and of the worker's thread: that may be another by now."""
        return self._context is not None and self._context.is_of_this_thread

    def _engine(self) -> ScriptContext:
        if self._context is None or not self._context.is_of_this_thread:
            context = ScriptContext(Limits(256 << 20, ENGINE_STACK_BYTES, 10.0))
            context.load(_GLUE.read_text("utf-8"))
            context.load("globalThis.require = deckcRequire; deckcDefine('@vue/compiler-ssr', () => {});")
            for package in _LOADED:
                text = self._vue.file(package, "cjs").read_text("utf-8")
                context.load(
                    f"deckcDefine({json.dumps(f'@vue/{package}')},(module,exports,require)=>{{{text}\n}})"
                )
            context.load("deckcStart()")
            self._context = context
        return self._context

    def _load(self, script: str) -> None:
        self._waited_s = min(self._waited_s, _MOST_WAITED_S)
        context = self._engine()
        context.limit_time(10.0)
        padding = "\n" * _PADDING
        context.load(
            f"(function(module, exports, require){{{padding}{script}\n}})({{exports:{{}}}},{{}},deckcRequire)"
        )


def _running_setup(context: ScriptContext) -> str:
    """Return the module of the deck's set-up in which a script was stopped; empty for any other."""
    try:
        context.limit_time(_IMPATIENCE_S)
        return str(context.call("deckcRunningSetup") or "")
    except (ScriptError, AttributeError, KeyError, TypeError):
        return ""


def _texts(values: Iterable[object]) -> tuple[str, ...]:
    return tuple(map(str, values))


def _shortened(message: str) -> str:
    """Return the first line of a message, as far as anybody reads it, without what a terminal would obey."""
    line = (message.strip().splitlines() or [""])[0]
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in line[:_LONGEST_MESSAGE])


def find_line(text: str, source: str) -> tuple[int, int] | None:
    """Return line and column (from 1) of the source line that the bundle shows as `text`; None where none does."""
    wanted = _bare(text)
    if len(wanted) < 4:
        return None
    for number, line in enumerate(source.split("\n"), 1):
        if _bare(line) == wanted:
            return number, len(line) - len(line.lstrip()) + 1
    return None


def _bare(line: str) -> str:
    return re.sub(r"[\s;,]", "", line).replace("'", '"').replace("`", '"')


def _entry(modules: Iterable[Module]) -> str:
    return "\n".join(
        f'deckcDefine("{module.name}", (module) => {{ module.exports = require("./{module.name}"); }});'
        for module in modules
    )


def emptied(module: Module) -> Module:
    """Return what stands for a module that is broken, whatever others import from it: those are not run either."""
    return replace(module, ending="js", code="module.exports = {}", links=(), compiled=None)
