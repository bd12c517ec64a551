"""Compile the modules of a deck's components with Vue's compiler, and keep what came of them.

<template><b>{{ n }}</b></template>        CompiledModule(code="import { toDisplayString ...", imports=(...))

A module is compiled once for each content: a second build finds what came of it in the cache.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from html.entities import html5
from pathlib import Path
from typing import Any

from deckc.dataclass import dataclass
from deckc.engine.result_cache import keep_result, recall_result
from deckc.engine.script import Limits, ScriptContext, ScriptError
from deckc.engine.vue.keys import digest_of
from deckc.engine.vue.worker import ENGINE_STACK_BYTES, ScriptWorker
from deckc.packages.vue import Vue

_KIND = "vue-modules"
_FORMAT = 8
_GLUE = Path(__file__).with_name("compile.js")
_JSX = Path(__file__).with_name("jsx_source.js")
_LIMITS = Limits(stack_bytes=ENGINE_STACK_BYTES, time_s=10.0)


@dataclass(frozen=True, slots=True)
class Import:
    """An import of a module."""

    start: int
    """Of the specifier with its quotes, in the compiled code."""
    end: int
    specifier: str
    names: tuple[str, ...]
    is_later: bool = False
    """Whether it is asked for while the module runs, `import("./x")`."""


@dataclass(frozen=True, slots=True)
class ModuleStyle:
    """A `<style>` as written."""

    css: str
    language: str
    module: str
    """The name that its classes have in the template; empty where they keep their names."""
    scoped: bool
    line: int
    source: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a module."""

    message: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class CompiledModule:
    """A module as plain script."""

    code: str
    language: str
    """"js", "ts", "jsx" or "tsx"."""
    imports: tuple[Import, ...]
    tags: tuple[str, ...]
    """Components that its template asks the app for."""
    styles: tuple[ModuleStyle, ...]
    problem: Problem | None = None


class ModuleCompiler:
    """Compiles modules; loads the compiler for the first that was never seen."""

    def __init__(self, vue: Vue, worker: ScriptWorker) -> None:
        self._vue = vue
        self._worker = worker
        self._context: ScriptContext | None = None
        self._had: dict[tuple[object, ...], CompiledModule] = {}

    def compile(self, path: Path, scope: str, source: str, files: Mapping[str, str]) -> CompiledModule:
        """Return a module; `scope` is what its styles are bound to, `files` are those its types come from."""
        key = (_FORMAT, self._vue.version, path.as_posix(), scope, digest_of(source), _digests(files))
        known = self._had.get(key) or recall_result(_KIND, key, _read_kept)
        if known is None:
            given = {"name": path.as_posix(), "id": scope, "source": source, "files": dict(files)}
            try:
                known, fields = self._worker.run(lambda: self._compile(given))
            except ScriptError as error:
                return _read_kept(_broken(error))
            keep_result(_KIND, key, (fields,))
        self._had[key] = known
        return known

    def _compile(self, given: dict[str, Any]) -> tuple[CompiledModule, dict[str, Any]]:
        try:
            made = self._engine().call("deckcCompile", given)
        except ScriptError as error:
            made = _broken(error)
            self._context = None
        fields: dict[str, Any] = made if isinstance(made, dict) else {}
        return _read_kept(fields), fields

    def _engine(self) -> ScriptContext:
        if self._context is None or not self._context.is_of_this_thread:
            context = ScriptContext(_LIMITS)
            context.load(f"globalThis.deckcEntities={json.dumps(html5)}")
            context.load(_as_global(self._vue.file("compiler-sfc", "browser").read_text("utf-8")))
            context.load(_JSX.read_text("utf-8"))
            context.load(_GLUE.read_text("utf-8"))
            self._context = context
        return self._context


def _broken(error: ScriptError) -> dict[str, Any]:
    return {"problems": [{"message": f"it cannot be compiled: {error}", "line": 1, "column": 1}]}


def _digests(files: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((path, digest_of(text)) for path, text in files.items()))


def _as_global(script: str) -> str:
    """Return the compiler's module with its exports on `VueCompiler`: the engine runs plain scripts."""
    body, _, exported = script.rpartition("export {")
    pairs = [part.strip().partition(" as ") for part in exported.partition("}")[0].split(",")]
    members = ",".join(f"{alias or name}:{name}" for name, _, alias in pairs if name)
    return f"(function(){{{body};globalThis.VueCompiler={{{members}}}}})()"


def _read_kept(fields: Any) -> CompiledModule:
    problem = next(iter(fields.get("problems", ())), None)
    return CompiledModule(
        code=str(fields.get("code", "")),
        language=str(fields.get("language", "js")),
        imports=tuple(
            Import(each["start"], each["end"], each["specifier"], tuple(each["names"]), each["isLater"])
            for each in fields.get("imports", ())
        ),
        tags=tuple(fields.get("tags", ())),
        styles=tuple(
            ModuleStyle(
                each["css"], each["language"], each["module"], each["scoped"], each["line"], each["source"]
            )
            for each in fields.get("styles", ())
        ),
        problem=problem and Problem(str(problem["message"]), int(problem["line"]), int(problem["column"])),
    )
