"""Link the runtime's modules into one classic script, since Chromium loads no modules from `file://`.

    // toc.js                                 (()=>{"use strict";
    export const mark = 1;                    const mark=1;
    // start.js                         ->    const start=()=>mark;
    import { mark } from "./toc.js";          return{start}})()
    export const start = () => mark;

Modules share one scope, dependencies first, so their top-level names must differ. Of the light minification
nothing but comments and blanks falls victim: an error in the page can still be read.

A part of the runtime that a deck has no use for is left out: in its place stands one that draws nothing.
"""

from __future__ import annotations

import posixpath
import re
from functools import cache
from pathlib import Path

from deckc.compile.write.script_text import strip_comments

RUNTIME_FOLDER = Path(__file__).parent.parent.parent / "runtime"

_IMPORT = re.compile(r'^import \{([^}]*)\} from "((?:\./|\.\./)[\w-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:const|let|function|async function|class) )", re.MULTILINE)
_OTHER_MODULE_SYNTAX = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
_DECLARATION = re.compile(r"^(export )?(?:const|let|function\*?|async function|class) ([\w$]+)", re.MULTILINE)


class LinkError(Exception):
    """The runtime's modules do not fit together: a bug of deckc's own."""


@cache
def link_runtime(entry: str, folder: Path = RUNTIME_FOLDER, left_out: frozenset[str] = frozenset()) -> str:
    """Return a JavaScript expression whose value holds the exports of the entry module.

    `left_out` names modules of parts, whose exports all make a part (see runtime/deck.js).
    """
    modules = {name: _without_work((folder / name).read_text(encoding="utf-8")) for name in sorted(left_out)}
    _collect(entry, folder, modules, ())
    _refuse_shared_names(modules)
    exports = ",".join(_exports_of(modules[entry]))
    bodies = "\n".join(strip_comments(_without_module_syntax(name, text)) for name, text in modules.items())
    return f'(()=>{{"use strict";\n{bodies}\nreturn{{{exports}}}}})()'


def _collect(name: str, folder: Path, modules: dict[str, str], importers: tuple[str, ...]) -> None:
    """Add a module behind all that it imports."""
    if name in modules:
        return
    if name in importers:
        circle = " -> ".join([*importers, name])
        message = f"modules import each other: {circle}"
        raise LinkError(message)
    text = (folder / name).read_text(encoding="utf-8")
    for match in _IMPORT.finditer(text):
        names = re.findall(r"[\w$]+", match[1])
        imported = posixpath.normpath(posixpath.join(posixpath.dirname(name), match[2]))
        _collect(imported, folder, modules, (*importers, name))
        missing = set(names) - set(_exports_of(modules[imported]))
        if missing:
            message = f"{name}: {imported} does not export {', '.join(sorted(missing))}"
            raise LinkError(message)
    modules[name] = text


def _without_work(text: str) -> str:
    """Return a module of the same exports, which make parts that draw nothing."""
    return "".join(f"export const {name} = () => ({{ update() {{}} }});\n" for name in _exports_of(text))


def _exports_of(text: str) -> list[str]:
    return [name for exported, name in _declarations_of(text) if exported]


@cache
def _declarations_of(text: str) -> list[tuple[str, str]]:
    """Return the names that a module declares, each behind "export " where it is exported."""
    return _DECLARATION.findall(text)


def _refuse_shared_names(modules: dict[str, str]) -> None:
    owner: dict[str, str] = {}
    for name, text in modules.items():
        for _, declared in _declarations_of(text):
            if owner.setdefault(declared, name) != name:
                message = f"{declared} is declared in {owner[declared]} and in {name}"
                raise LinkError(message)


def _without_module_syntax(name: str, text: str) -> str:
    body = _EXPORT.sub("", _IMPORT.sub("", text))
    left = _OTHER_MODULE_SYNTAX.search(body)
    if left:
        message = f"{name}: only named imports and exports can be linked: {left[0]}"
        raise LinkError(message)
    return body
