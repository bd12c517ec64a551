"""Follow what a deck's components import: a graph of modules, each compiled, each import resolved.

    components/A.vue                     Module(name="m0", ...)
      import B from "./B.vue"              -> m1
      import logo from "./logo.svg"        -> m2, whose code is `export default "deckc-file:/deck/logo.svg:"`
      import { ref } from "vue"            -> stays
      <Badge/> in its template             -> the deck's component of that name

Files are read through an `Inquiry`, which remembers what has to be the same for the result to hold.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from urllib.parse import quote

from deckc.dataclass import dataclass
from deckc.engine.vue.compiled import CompiledModule, Import, ModuleCompiler, Problem
from deckc.engine.vue.css_modules import css_modules
from deckc.engine.vue.inquiry import Inquiry
from deckc.engine.vue.keys import digest_of
from deckc.engine.vue.specifiers import NOTHING, is_of_node, known_target, not_in_pages, why_not
from deckc.model.theme import VUE_ENDINGS
from deckc.pattern import pattern
from deckc.template.names import pascal

_SCRIPTS = frozenset({*VUE_ENDINGS, ".mjs", ".mts"})
_SHEETS = frozenset({".css", ".pcss", ".postcss", ".scss", ".sass", ".less", ".styl"})
_SHEET_NAMES = (".css", ".pcss", ".scss", ".sass", ".less")
_ENDINGS = ("", ".ts", ".js", ".tsx", ".jsx", ".vue", ".mjs", ".mts", ".json", ".d.ts")
_CONTEXT = pattern(r"(?<![\w$.])\$(slidev|nav|clicksContext|clicks|page|renderContext|frontmatter|route)\b")
_SETUP = pattern(r"<script\b[^>]*\bsetup\b[^>]*>")
_TYPES = pattern(r"""\bfrom\s*(["'])(\.[^"'\n]*|@/[^"'\n]*)\1""")
_PROLOG = pattern(r"<\?[^>]*\?>|<!DOCTYPE[^>]*>|<!--.*?-->", re.DOTALL)
_VITE = ("vite.config.ts", "vite.config.js", "vite.config.mts", "vite.config.mjs")
_OF_TEMPLATE = pattern(r"\bimport _imports_\d+ from\s*\Z")
"""Stands before the address of a file that a template shows, in what Vue's compiler makes of it."""
_MACRO_OF_TYPES = pattern(r"\bdefine(?:Props|Emits|Model|Slots)\s*<")


@dataclass(frozen=True, slots=True)
class Link:
    """Where an import leads."""

    made: Import
    target: str
    """The name of a module, or what stands for the specifier; empty where it stays."""


@dataclass(frozen=True, slots=True)
class Module:
    """A node of the graph."""

    name: str
    """"m0", and so on."""
    path: Path
    ending: str
    """Of the file that esbuild reads: "ts", "tsx", "js", "jsx", "json"."""
    code: str
    source: str
    compiled: CompiledModule | None
    links: tuple[Link, ...] = ()
    problem: Problem | None = None
    scope: str = ""
    digest: str = ""

    @property
    def key(self) -> str:
        """Return what tells the module from others, in any order of reading."""
        return f"{self.path}#{self.digest}"

    @property
    def stubs(self) -> Iterator[str]:
        """Yield deckc's own components and icons that it imports."""
        return (link.target[11:] for link in self.links if link.target.startswith("deckc-stub:"))

    @property
    def packages(self) -> Iterator[str]:
        """Yield the npm packages that it imports."""
        for link in self.links:
            if not link.target:
                parts = link.made.specifier.split("/")
                yield "/".join(parts[: 2 if parts[0].startswith("@") else 1])


@dataclass(slots=True)
class Graph:
    """The modules of one deck."""

    folder: Path
    components: Mapping[str, Path]
    """Name in PascalCase -> file."""
    files: Inquiry
    compiler: ModuleCompiler
    places: Callable[[], Sequence[Path]] = tuple
    """Gives the folders in which npm packages are looked for."""
    modules: dict[str, Module] = field(default_factory=dict)
    _names: dict[tuple[Path, str], str] = field(default_factory=dict)
    _count: int = 0

    def add(self, path: Path, query: str = "") -> str:
        """Return the name of a file's module, with all that it leads to in the graph."""
        key = (path, query)
        if key not in self._names:
            name = self._names[key] = self._new_name()
            self.modules[name] = self._read(name, path, query)
        return self._names[key]

    def add_source(self, path: Path, source: str) -> str:
        """Return the name of the module of a component whose text is at hand; imports are relative to `path`."""
        key = (path, _source_query(source))
        if key not in self._names:
            name = self._names[key] = self._new_name()
            self.modules[name] = self._script(name, path.with_name(f"{path.name}.vue"), source, path)
        return self._names[key]

    def forget_sources(self, but: Collection[str]) -> list[str]:
        """Forget components whose text was at hand `but` those of these texts; return the names that they had."""
        kept = {_source_query(source) for source in but}
        gone = [key for key in self._names if key[1].startswith(_SOURCE) and key[1] not in kept]
        names = [self._names.pop(key) for key in gone]
        for name in names:
            del self.modules[name]
        return names

    def _new_name(self) -> str:
        self._count += 1
        return f"m{self._count - 1}"

    def closure(self, name: str) -> dict[str, Module]:
        """Return a module with all that it leads to, by import or by a tag in a template."""
        found: dict[str, Module] = {}
        waiting = [name]
        while waiting:
            at = waiting.pop()
            if at in found or at not in self.modules:
                continue
            module = found[at] = self.modules[at]
            waiting += [link.target for link in module.links if link.target in self.modules]
            for tag in module.compiled.tags if module.compiled else ():
                path = self.components.get(pascal(tag))
                if path is not None and path.suffix in VUE_ENDINGS:
                    waiting.append(self.add(path))
        return found

    def _read(self, name: str, path: Path, query: str) -> Module:
        if query == "url" or (
            query not in {"raw", "component"} and path.suffix not in _SCRIPTS | _SHEETS | {".json"}
        ):
            code = _constant(f"deckc-file:{quote(str(path))}:")
            return Module(name, path, "js", code, "", None, digest=digest_of(code))
        try:
            content = self.files.read_bytes(path)
        except OSError as error:
            problem = Problem(f"it cannot be read: {error.strerror}", 1, 1)
            return Module(name, path, "js", "export default {}", "", None, problem=problem)
        if query == "raw":
            text = content.decode("utf-8", "replace")
            return Module(name, path, "js", _constant(text), "", None, digest=digest_of(text))
        source = content.decode("utf-8-sig", "replace").replace("\r\n", "\n")
        if query == "component":
            drawing = f"<template>{_PROLOG.sub('', source)}</template>"
            return self._script(name, path.with_name(f"{path.name}.vue"), drawing, path)
        if path.suffix == ".json":
            return Module(name, path, "json", source, "", None, digest=digest_of(source))
        if path.suffix in _SHEETS:
            return self._sheet(name, path, source)
        return self._script(name, path, source)

    def _sheet(self, name: str, path: Path, source: str) -> Module:
        from deckc.engine.vue.compiled import ModuleStyle

        scope = digest_of(self.files.show(path))[:8]
        is_module = ".module." in path.name
        style = ModuleStyle(source, path.suffix[1:], "$style" if is_module else "", False, 1, "")
        compiled = CompiledModule("", "js", (), (), (style,))
        names = css_modules(compiled.styles, scope).get("$style", {})
        code = f"export default {json.dumps(names)}"
        return Module(name, path, "js", code, "", compiled, scope=scope, digest=digest_of(source))

    def _script(self, name: str, path: Path, source: str, shown: Path | None = None) -> Module:
        scope = digest_of(self.files.show(path))[:8]
        types = self._types(path, source) if _MACRO_OF_TYPES.search(source) else {}
        text = source
        if path.suffix == ".vue" and " src=" in source:
            from deckc.engine.vue.foreign_blocks import with_blocks

            text = with_blocks(source, shown or path, self.files)
        if "import.meta.glob" in source:
            from deckc.engine.vue.glob_import import with_globs

            text = with_globs(text, shown or path, self.folder, self.files.list_folder)
        text = _with_context(text) if path.suffix == ".vue" else text
        compiled = self.compiler.compile(path, scope, text, types)
        digest = digest_of(text + repr(sorted(types.items())))
        problem = compiled.problem
        links: tuple[Link, ...] = ()
        if problem is None:
            # a module that imports itself, or in a circle, finds its name already taken
            links, problem = self._links(path, source, compiled)
        code = compiled.code or "export default {}"
        if any(style.module for style in compiled.styles):
            code = f"const deckcCssModules = {json.dumps(css_modules(compiled.styles, scope))};\n{code}"
        return Module(
            name, shown or path, compiled.language, code, source, compiled, links, problem, scope, digest
        )

    def _links(
        self, path: Path, source: str, compiled: CompiledModule
    ) -> tuple[tuple[Link, ...], Problem | None]:
        links: list[Link] = []
        problem: Problem | None = None
        for made in compiled.imports:
            known = self._known(made.specifier)
            target = known or self._resolve(made.specifier, path)
            if target is None and _OF_TEMPLATE.search(compiled.code, 0, made.start):
                target = self._absent(made.specifier)
            reason = "" if known else why_not(made.specifier) or self._not_in_pages(made.specifier)
            if target is None or reason:
                text = reason or f'it imports "{made.specifier}", which is not there'
                problem = problem or _problem(text, made.specifier, source)
            links.append(Link(made, target or ""))
        return tuple(links), problem

    def _not_in_pages(self, specifier: str) -> str:
        """Return why a module of Node's cannot be imported; empty for any other, and for a package of its name."""
        if not is_of_node(specifier):
            return ""
        described = [place / specifier.partition("/")[0] / "package.json" for place in self.places()]
        for path in described:
            self.files.stamp(path)
        return "" if any(path.is_file() for path in described) else not_in_pages(specifier)

    def _resolve(self, specifier: str, importer: Path) -> str | None:
        """Return where an import leads: a module's name, other text for its place, or "" for a package's."""
        address, _, query = specifier.partition("?")
        if address.startswith((".", "@/", "~/", "/")):
            found_path = self._find(address, importer)
            if found_path is None:
                return None
            if found_path.suffix == ".svg" and (
                query == "component" or (not query and self._loads_svg(importer))
            ):
                return self.add(found_path, "component")
            return self.add(
                found_path, {"inline": "raw"}.get(query, query if query in {"raw", "url"} else "")
            )
        if address.endswith(_SHEET_NAMES):
            sheet = self._packaged_sheet(address)
            return "" if sheet is None else self.add(sheet)
        if address.endswith(".vue"):
            for folder in (importer.parent, *importer.parents):
                path = folder / "node_modules" / address
                if self.files.is_file(path):
                    return self.add(path)
        return ""

    def _packaged_sheet(self, address: str) -> Path | None:
        """Return the sheet of an npm package: it holds for components that never change as well."""
        from deckc.packages.npm_exports import exported_file

        parts = address.split("/")
        length = 2 if address.startswith("@") else 1
        for place in self.places():
            package = place.joinpath(*parts[:length])
            self.files.stamp(package / "package.json")
            if (package / "package.json").is_file():
                path = exported_file(package, "/".join(parts[length:]))
                self.files.admit(package)
                return path if self.files.is_file(path) else None
        return None

    def _known(self, specifier: str) -> str | None:
        """Return where an import leads that its specifier tells; None for one that has to be looked for."""
        target = known_target(specifier)
        if target != NOTHING:
            return target
        key = (Path("/"), NOTHING)
        if key not in self._names:
            name = self._names[key] = self._new_name()
            self.modules[name] = Module(name, Path("/"), "js", "export default {}", "", None, digest=NOTHING)
        return self._names[key]

    def _absent(self, address: str) -> str:
        """Return a module for a file that a template shows and that is not there: who reads what it drew tells so."""
        key = (Path("/"), f"{NOTHING}:{address}")
        if key not in self._names:
            name = self._names[key] = self._new_name()
            code = _constant(address)
            self.modules[name] = Module(name, Path("/"), "js", code, "", None, digest=digest_of(code))
        return self._names[key]

    def _loads_svg(self, importer: Path) -> bool:
        """Return whether the package around a module has Vite make components of drawings."""
        for folder in importer.parents:
            for name in _VITE:
                if self.files.is_file(folder / name):
                    return b"vite-svg-loader" in self.files.read_bytes(folder / name)
            if folder == self.folder or self.files.is_file(folder / "package.json"):
                return False
        return False

    def _find(self, address: str, importer: Path) -> Path | None:
        if address.startswith("."):
            base = importer.parent / address
        elif address[:2] in {"@/", "~/"}:
            base = self.folder / address[2:]
        else:
            return self.files.find_asset(address, importer.parent)
        normal = Path(os.path.normpath(base))
        candidates = [normal.with_name(normal.name + ending) for ending in _ENDINGS]
        candidates += [normal / f"index{ending}" for ending in (".ts", ".js", ".vue")]
        return next((path for path in candidates if self.files.is_file(path)), None)

    def _types(self, path: Path, source: str, known: dict[str, str] | None = None) -> dict[str, str]:
        """Return the files near a component that its types may come from, with their texts."""
        found = {} if known is None else known
        for match in _TYPES.finditer(source):
            at = self._find(match[2], path)
            if at is None or at.as_posix() in found or len(found) > _MOST_TYPES or at.suffix not in _SCRIPTS:
                continue
            try:
                found[at.as_posix()] = text = self.files.read_bytes(at).decode("utf-8", "replace")
            except OSError:
                continue
            self._types(at, text, found)
        return found


_MOST_TYPES = 40
_SOURCE = "source "


def _source_query(source: str) -> str:
    return _SOURCE + digest_of(source)


def _constant(text: str) -> str:
    return f"export default {json.dumps(text)}"


def _with_context(source: str) -> str:
    """Return a component whose script knows `$nav` and its kin, as Slidev hands them to scripts (spec 7.1)."""
    setup = _SETUP.search(source)
    if setup is None or setup[0].endswith("/>"):
        return source
    end = source.find("</script>", setup.end())
    script = source[setup.end() : end]
    names = dict.fromkeys(f"${name}" for name in _CONTEXT.findall(script))
    own = [name for name in names if not re.search(rf"\b(?:const|let|var)\b[^=]*{re.escape(name)}\b", script)]
    if not own:
        return source
    taken = (
        "import { useSlideContext as _deckcContext } from '@slidev/client';"
        f"const {{ {', '.join(own)} }} = _deckcContext();"
    )
    return source[: setup.end()] + taken + source[setup.end() :]


def _problem(text: str, specifier: str, source: str) -> Problem:
    """Return the problem of an import, with its place."""
    at = max(source.find(f'"{specifier}"'), source.find(f"'{specifier}'"), source.find(specifier))
    line = source.count("\n", 0, max(at, 0)) + 1
    column = at - source.rfind("\n", 0, at) if at >= 0 else 1
    return Problem(text, line, column)
