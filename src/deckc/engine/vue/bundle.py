"""Put modules together with esbuild, for the embedded engine or for the page.

m0.ts, m1.ts in a folder of their own, each import by its module's name
esbuild entry.js --bundle        one script, and what is wrong with which module
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from deckc.dataclass import dataclass
from deckc.engine.vue.graph import Link, Module
from deckc.engine.vue.keys import RUNTIME
from deckc.engine.vue.specifiers import NODE_MODULES, is_of_node, not_in_pages
from deckc.engine.vue.strangers import METAFILE, find_strangers
from deckc.packages.vue import Vue
from deckc.pattern import pattern

_TIME_LIMIT_S = 60.0
_MEMORY_BYTES = 2 << 30
_MISTAKE = pattern(r"\[ERROR\] (.*)\n\n +(\S+?):(\d+):(\d+):")
MISSING = pattern(r'the npm package "([^"]+)", which is not installed')
_OWN = pattern(r'Could not resolve "\./(m\d+)"')
_LACKING = pattern(r'No matching export in "[^"]*runtime/vue/slidev\.js" for import "([^"]+)"')
_UNRESOLVED = pattern(r'Could not resolve "([^"]+)"')
_NAME = pattern(r"(?:@[a-z0-9~][\w.~-]*/)?[A-Za-z0-9~][\w.~-]*")
"""What npm takes for a package's name, and not for an option, an address or a version."""
_MODULE = pattern(r"m\d+")
_LATER = 'module.exports = Object.assign({ __esModule: true }, require("./%s"))'
"""A module that Vue knows as one: esbuild's own objects for them do not say what they are."""
_DATA = "woff woff2 ttf otf eot png jpg jpeg gif svg webp avif wasm mp3 mp4".split()
_ENVIRONMENT = (
    '--define:import.meta.env={"PROD":true,"DEV":false,"SSR":false,"MODE":"production","BASE_URL":"%s"}'
)
_DEFINED = {
    "__VUE_OPTIONS_API__": "true",
    "__VUE_PROD_DEVTOOLS__": "false",
    "__VUE_PROD_HYDRATION_MISMATCH_DETAILS__": "false",
    "process.env.NODE_ENV": '"production"',
    "import.meta.hot": "undefined",
    "__SLIDEV_HASH_ROUTE__": "true",
    "__DEV__": "false",
}


@dataclass(frozen=True, slots=True)
class Bundle:
    """What esbuild made."""

    script: str
    css: str
    mistakes: Mapping[str, str]
    """Module's name -> what is wrong with it."""
    missing: tuple[tuple[str, str], ...] = ()
    """Modules' names, each with an npm package that it imports and that is not there."""
    failure: str = ""
    """Why nothing was made, where no module is to blame."""


def bundle(
    modules: Sequence[Module],
    entry: str,
    vue: Vue,
    folders: Sequence[Path],
    *,
    for_page: bool,
    is_outside: Callable[[Path], bool],
    put: Mapping[str, str] | None = None,
) -> Bundle:
    """Return the script of an entry that imports modules by name; npm packages are looked for in `folders`.

    What a package imports is found by esbuild: where that `is_outside` and of no package, nothing is made. `put` holds
    scripts that stand in the place of imports.
    """
    import subprocess  # slow to load, and not needed where everything was made before
    import tempfile

    with tempfile.TemporaryDirectory(prefix="deckc-vue-") as named:
        folder = Path(named).resolve()
        for module in modules:
            (folder / f"{module.name}.{module.ending}").write_text(staged(module), encoding="utf-8")
            for link in module.links:
                if link.made.is_later and _MODULE.fullmatch(link.target):
                    (folder / f"later-{link.target}.js").write_text(_LATER % link.target, encoding="utf-8")
            for stub in module.stubs:
                code = f"export default globalThis.deckcStub({json.dumps(stub)})"
                (folder / f"stub-{stub}.js").write_text(code, encoding="utf-8")
        (folder / "entry.js").write_text(entry, encoding="utf-8")
        command = [str(vue.esbuild), "entry.js", *_options(vue, for_page=for_page)]
        if any({*module.packages} - {"vue"} for module in modules):
            (folder / "node-nothing.js").write_text("module.exports = {}", encoding="utf-8")
            command += _without_node(folder / "node-nothing.js", folders)
        for number, (specifier, script) in enumerate((put or {}).items()):
            (folder / f"put-{number}.js").write_text(script, encoding="utf-8")
            command.append(f"--alias:{specifier}={folder / f'put-{number}.js'}")
        environment = os.environ | {"NODE_PATH": os.pathsep.join(map(str, folders))}
        try:
            status, said = _run(command, folder, environment)
        except (OSError, subprocess.TimeoutExpired) as error:
            return Bundle("", "", {}, failure=f"esbuild does not run: {error}")
        if status:
            mistakes = _mistakes(said, modules)
            failure = "" if mistakes else said.strip().partition("\n")[0] or "esbuild failed"
            return Bundle("", "", mistakes, _missing(said), failure)
        strangers = find_strangers(folder, is_outside, (RUNTIME, *vue.folders.values()))
        if strangers:
            return Bundle("", "", strangers)
        sheet = folder / "out.css"
        css = sheet.read_text("utf-8") if for_page and sheet.is_file() else ""
        return Bundle((folder / "out.js").read_text("utf-8"), css, {})


def _run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> tuple[int, str]:
    """Return how a command ended and what it said; an import may name a file without end, as /dev/zero."""
    import subprocess

    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        _limit_memory(process.pid)
        try:
            said = process.communicate(timeout=_TIME_LIMIT_S)[1]
        except BaseException:
            process.kill()
            raise
    return process.returncode, said.decode("utf-8", "replace")


def _limit_memory(process: int) -> None:
    import contextlib
    import sys

    if sys.platform == "linux":  # elsewhere the time has to do
        import resource

        with contextlib.suppress(ValueError, OSError):
            resource.prlimit(process, resource.RLIMIT_DATA, (_MEMORY_BYTES, _MEMORY_BYTES))


def staged(module: Module) -> str:
    """Return a module's code with its imports led to their modules."""
    compiled = module.compiled.code if module.compiled else module.code
    ahead = module.code.removesuffix(compiled)  # names of classes may stand before what was compiled
    units = compiled.encode("utf-16-le", "surrogatepass")  # offsets are JavaScript's
    for link in sorted(module.links, key=lambda link: link.made.start, reverse=True):
        if link.target:
            put = f'"{_import_of(link)}"'.encode("utf-16-le")
            units = units[: 2 * link.made.start] + put + units[2 * link.made.end :]
    return ahead + units.decode("utf-16-le", "surrogatepass")


def _import_of(link: Link) -> str:
    target = link.target
    if target.startswith("deckc-stub:"):
        return f"./stub-{target[11:]}.js"
    if not _MODULE.fullmatch(target):
        return target
    return f"./later-{target}.js" if link.made.is_later else f"./{target}"


def _options(vue: Vue, *, for_page: bool) -> list[str]:
    options = [
        "--bundle",
        "--outfile=out.js",
        f"--metafile={METAFILE}",
        "--log-limit=0",
        "--log-level=error",
        "--color=false",
        "--charset=utf8",
        "--jsx=automatic",
        "--jsx-import-source=deckc-jsx",
        '--tsconfig-raw={"compilerOptions":{"useDefineForClassFields":true}}',
        f"--alias:deckc-jsx/jsx-runtime={RUNTIME / 'jsx.js'}",
        f"--alias:@slidev/client={RUNTIME / 'slidev.js'}",
        f"--alias:deckc-islands={RUNTIME / 'islands.js'}",
        "--resolve-extensions=.ts,.tsx,.js,.jsx,.json,.mjs,.css",
        *(f"--define:{name}={value}" for name, value in _DEFINED.items()),
    ]
    if for_page:
        options.append(_ENVIRONMENT % "./")
        options += ["--format=iife", "--minify", "--target=es2020", "--legal-comments=none"]
        options += [f"--alias:{name}={path}" for name, path in vue.aliases()]
        options += [f"--loader:.{ending}=dataurl" for ending in _DATA]
    else:
        options.append(_ENVIRONMENT % "/")  # what is put together is then found in `public/`
        options += ["--format=cjs", "--target=es2022", "--loader:.css=empty", "--external:vue"]
        options += [f"--external:{name}" for name, _ in vue.aliases()]
        options += [f"--loader:.{ending}=empty" for ending in _DATA]
    return options


def _without_node(nothing: Path, folders: Sequence[Path]) -> Iterator[str]:
    """Yield options that put nothing in the place of Node's modules, as Vite does, where no package has their name.

    Packages that are for Node and pages ask which it is before they use them.
    """
    for name in NODE_MODULES:
        yield f"--alias:node:{name}={nothing}"
        if not any((folder / name.partition("/")[0] / "package.json").is_file() for folder in folders):
            yield f"--alias:{name}={nothing}"


def _mistakes(said: str, modules: Sequence[Module]) -> dict[str, str]:
    """Return what is wrong with which module; what is wrong in a package is so with those that import it."""
    found: dict[str, str] = {}
    for message, file, _, _ in _MISTAKE.findall(said):
        words = _in_words(message)
        if "/" not in file:
            found.setdefault(Path(file).stem, words)
            continue
        package = _package_around(file)
        foreign = {module.name: {*module.packages} - {"vue"} for module in modules}
        guilty = [name for name, packages in foreign.items() if package in packages]
        for name in guilty or [name for name, packages in foreign.items() if packages]:
            found.setdefault(name, f'the package "{package}" cannot be put in: {words}')
        if not any(foreign.values()):
            found.setdefault("", words)
    return found


def _package_around(file: str) -> str:
    parts = file.rpartition("node_modules/")[2].split("/")
    return "/".join(parts[: 2 if parts[0][:1] == "@" else 1])


def _missing(said: str) -> tuple[tuple[str, str], ...]:
    places = ((Path(file).stem, _package_of(message)) for message, file, _, _ in _MISTAKE.findall(said))
    return tuple(dict.fromkeys((module, package) for module, package in places if package))


def _package_of(message: str) -> str:
    """Return the npm package that a message misses; empty for any other message."""
    missing = _UNRESOLVED.match(message)
    if missing is None or is_of_node(missing[1]):
        return ""
    parts = missing[1].split("/") if missing[1][:1] != "." else [""]
    name = "/".join(parts[: 2 if parts[0][:1] == "@" else 1])
    return name if _NAME.fullmatch(name) else ""


def _in_words(message: str) -> str:
    if lacking := _LACKING.match(message):
        return f'it imports "{lacking[1]}" of "@slidev/client", which deckc does not have'
    if name := _package_of(message):
        return f'it imports the npm package "{name}", which is not installed; run "deckc packages add {name}"'
    if unresolved := _UNRESOLVED.match(message):
        if is_of_node(unresolved[1]):
            return not_in_pages(unresolved[1])
        return f'it imports "{unresolved[1]}", which is not there'
    return message[:1].lower() + message[1:]
