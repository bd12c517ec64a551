"""Spell out what a module imports as literals: settings that are read, and not run, may take values from packages.

import { theme } from "some-ui"       const theme = {"colors": {"brand": "#123456"}};

What is imported is run in the embedded engine, shut off from files and network; functions and patterns come out as their
own text.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from deckc.dataclass import dataclass
from deckc.engine.result_cache import keep_result, recall_result
from deckc.engine.script import ScriptError
from deckc.engine.vue.bundle import bundle
from deckc.engine.vue.keys import as_text, own_stamp
from deckc.engine.vue.server import ComponentServer
from deckc.engine.vue.worker import ScriptWorker
from deckc.packages.npm_folders import NpmFolders
from deckc.packages.npm_needs import need_of, needs_place
from deckc.packages.problem import PackageError
from deckc.packages.vue import Vue

Imports = Mapping[str, Mapping[str, str]]
"""Module -> name in the importing module -> name that it exports; "*" for all of it."""
_KIND = "vue-spelled"
_TOOL = Path(__file__).with_name("uno_tool.js")
_SPELL = """function deckcSpell(value, around = []) {
  if (typeof value === "function") return /^(?:class|function)\\b|=>/.test(String(value)) ? String(value) : "undefined";
  if (value instanceof RegExp) return String(value);
  if (typeof value?.then === "function") return "undefined";
  if (!value || typeof value !== "object") return JSON.stringify(value) ?? "undefined";
  if (around.includes(value) || around.length > 12) return "undefined";
  const inner = [...around, value];
  if (Array.isArray(value)) return `[${value.map((item) => deckcSpell(item, inner)).join(",")}]`;
  return `{${Object.keys(value).map((key) => `${JSON.stringify(key)}:${deckcSpell(value[key], inner)}`).join(",")}}`;
}
function deckcSpellAll() {
  return Object.entries(globalThis.deckcTaken).map(([name, value]) => `const ${name} = ${deckcSpell(value)};`).join("\\n");
}"""


@dataclass(frozen=True, slots=True)
class _Spelled:
    """What came of a run; empty where it failed."""

    text: str
    files: tuple[tuple[Path, str], ...]
    """What was read of the project, with its states; packages have a version."""


_failed: dict[str, _Spelled] = {}
"""What did not run: it may have used up its time, and is not tried again before one of its files is otherwise."""


def spell_imports(
    importer: Path, imports: Imports, vue: Vue, packages: NpmFolders, is_outside: Callable[[Path], bool]
) -> str:
    """Return the constants that a module imports; empty where they cannot be had, or stand out of the project."""
    return _spell(importer, imports, (*imports,), {}, vue, packages, is_outside)


def run_config(
    config: Path,
    others: Sequence[str],
    tools: Sequence[str],
    colors: Mapping[str, str | dict[str, str]],
    vue: Vue,
    packages: NpmFolders,
    is_outside: Callable[[Path], bool],
) -> str:
    """Return a configuration of UnoCSS as `const deckcConfig = {...}`; empty where it does not run.

    `others` is what it imports besides `tools`, in whose place stands what knows the palette and does nothing.
    """
    own = f"./{config.name}"
    tool = f"const colors = {json.dumps(colors)};\n{_TOOL.read_text('utf-8')}"
    put = dict.fromkeys((*tools, "unocss"), tool)
    return _spell(config, {own: {"deckcConfig": "default"}}, (own, *others), put, vue, packages, is_outside)


def _spell(
    importer: Path,
    imports: Imports,
    specifiers: Sequence[str],
    put: Mapping[str, str],
    vue: Vue,
    packages: NpmFolders,
    is_outside: Callable[[Path], bool],
) -> str:
    for specifier in specifiers:
        _have(importer, specifier)
    folders = [*packages.places(), *filter(None, [needs_place(importer)])]
    asked = json.dumps([imports, put])
    key = (own_stamp(), str(importer), asked, _stamps(importer, specifiers, folders))
    known = _failed.get(as_text(key)) or recall_result(_KIND, key, _read)
    if known is not None and _holds(known, is_outside):
        return known.text
    seen: list[Path] = []

    def is_stranger(path: Path) -> bool:
        seen.append(path)
        return is_outside(path)

    entry = _entry(importer, imports)
    made = bundle((), entry, vue, folders, for_page=False, is_outside=is_stranger, put=put)
    if not made.script:
        return ""
    try:
        text = str(ComponentServer(vue, ScriptWorker(), is_outside).run(made.script, _SPELL, "deckcSpellAll"))
    except ScriptError:
        text = ""
    known = _Spelled(text, tuple((path, _stamp(path)) for path in seen))
    if text:
        keep_result(_KIND, key, (text, [(str(path), stamp) for path, stamp in known.files]))
    else:
        _failed[as_text(key)] = known
    return text


def _read(text: str, files: Iterable[tuple[str, str]]) -> _Spelled:
    return _Spelled(str(text), tuple((Path(path), str(stamp)) for path, stamp in files))


def _holds(known: _Spelled, is_outside: Callable[[Path], bool]) -> bool:
    """Return whether the files that were read are as they were, and may be read; each is asked for."""
    changed = [path for path, stamp in known.files if is_outside(path) or _stamp(path) != stamp]
    return not changed


def _entry(importer: Path, imports: Imports) -> str:
    lines, taken = [], []
    for number, (specifier, names) in enumerate(imports.items()):
        address = str((importer.parent / specifier).resolve()) if specifier.startswith(".") else specifier
        for index, (own, name) in enumerate(names.items()):
            local = f"taken_{number}_{index}"
            what = f"* as {local}" if name == "*" else f"{{ {name} as {local} }}"
            lines.append(f"import {what} from {json.dumps(address)};")
            taken.append(f"{own}: {local}")
    return "\n".join([*lines, f"globalThis.deckcTaken = {{ {', '.join(taken)} }};"])


def _have(importer: Path, specifier: str) -> None:
    """Have a package fetched that a fetched theme depends on."""
    if specifier.startswith("."):
        return
    parts = specifier.split("/")
    try:
        need_of(importer, "/".join(parts[: 2 if specifier.startswith("@") else 1]))
    except (PackageError, OSError):
        return


def _stamps(importer: Path, specifiers: Sequence[str], folders: Sequence[Path]) -> list[str]:
    """Return the states of the files and packages that are imported, and of what stands beside them."""
    found = []
    for specifier in specifiers:
        if specifier.startswith("."):
            paths = sorted(path for path in (importer.parent / specifier).parent.glob("*") if path.is_file())
        else:
            parts = specifier.split("/")
            name = "/".join(parts[: 2 if specifier.startswith("@") else 1])
            paths = [folder / name / "package.json" for folder in folders]
        found += [f"{path} {_stamp(path)}" for path in paths]
    return found


def _stamp(path: Path) -> str:
    try:
        state = os.stat(path)  # noqa: PTH116 - half the time of Path.stat
    except OSError:
        return ""
    return f"{state.st_size} {state.st_mtime_ns}"
