"""The files of Vue and esbuild, which compile, render and bundle a deck's components (npm).

vue = find_vue(NpmStore(Path("/deck")))
vue.version                          "3.5.34"
vue.file("runtime-core", "cjs")      .../@vue/runtime-core/dist/runtime-core.cjs.prod.js
vue.esbuild                          .../@esbuild/linux-x64/bin/esbuild

Vue beside the deck is used where all of it is there in one version; else the one that deckc was tested with.
"""

from __future__ import annotations

import platform
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from deckc.dataclass import dataclass
from deckc.packages.npm_store import NpmPackage, NpmStore, version_of
from deckc.packages.problem import PackageError

VERSION = "3.5.34"
"""Of Vue: the one that Slidev 52.15 brings along."""
_ESBUILD = "0.27"
_BY_HAND = re.compile(r'npm install [^"]+')
_RUNTIME = ("shared", "reactivity", "runtime-core", "runtime-dom")
_FORMS = {"cjs": "cjs.prod.js", "bundler": "esm-bundler.js", "browser": "esm-browser.js"}
_PACKAGES: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(_RUNTIME, ("cjs", "bundler")),
    "server-renderer": ("cjs",),
    "compiler-sfc": ("browser",),
}
_MACHINES = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64", "arm64": "arm64", "i686": "ia32"}
_SYSTEMS = {"linux": "linux", "darwin": "darwin", "win32": "win32"}


@dataclass(frozen=True, slots=True)
class Vue:
    """Vue's packages and esbuild, in folders."""

    version: str
    folders: Mapping[str, Path]
    """By the package's name without its scope."""
    esbuild: Path

    def file(self, package: str, form: str) -> Path:
        """Return a package's file: "cjs" to run while compiling, "bundler" for the page, "browser" the compiler."""
        return self.folders[package] / _file_of(package, form)

    def aliases(self) -> Iterator[tuple[str, Path]]:
        """Yield what each import of Vue stands for in a bundle: one copy, whoever imports it."""
        yield "vue", self.file("runtime-dom", "bundler")
        for package in _RUNTIME:
            yield f"@vue/{package}", self.file(package, "bundler")


def find_vue(store: NpmStore) -> Vue:
    """Return Vue and esbuild, fetched where need be, all packages at the same time.

    Raises:
        PackageError: Why they are not to be had, and what to run.
        OSError: The cache cannot be written.
    """
    try:
        folders, program = _find(store)
    except PackageError as error:
        text = _BY_HAND.sub(f"npm install vue@{VERSION} esbuild@{_ESBUILD}", str(error))
        raise PackageError(text) from error
    binary = program / _program()
    if not binary.stat().st_mode & 0o100:
        binary.chmod(0o755)
    return Vue(version_of(folders["runtime-core"]), folders, binary)


def _find(store: NpmStore) -> tuple[Mapping[str, Path], Path]:
    """Return the folders of Vue's packages and of esbuild: beside the deck, else in the cache."""
    name, files = f"@esbuild/{_platform()}", ("package.json", _program())
    pinned = NpmPackage(name, files, series=_ESBUILD)
    folders, program = _installed(store), store.local(NpmPackage(name, files))
    wanted = [] if folders else [_package(each, VERSION) for each in _PACKAGES]
    _fetch_missing([*wanted, *([] if program else [pinned])], store)
    return (
        folders or {each: store.kept(_package(each, VERSION)) for each in _PACKAGES},
        program or store.kept(pinned),
    )


def _fetch_missing(packages: list[NpmPackage], store: NpmStore) -> None:
    """Fetch those of these packages that the cache lacks, all at once."""
    missing = [package for package in packages if not store.is_kept(package)]
    if missing:
        from concurrent.futures import ThreadPoolExecutor  # slow to load

        with ThreadPoolExecutor(len(missing)) as pool:
            list(pool.map(store.kept, missing))


def _installed(store: NpmStore) -> dict[str, Path] | None:
    """Return the packages that stand beside the deck, if all of them do, in one version."""
    folders = {name: store.local(_package(name, "")) for name in _PACKAGES}
    found = {name: folder for name, folder in folders.items() if folder is not None}
    versions = {version_of(folder) for folder in found.values()}
    is_whole = len(found) == len(_PACKAGES) and len(versions) == 1
    return found if is_whole and next(iter(versions)).startswith("3.5.") else None


def _package(name: str, version: str) -> NpmPackage:
    files = ("package.json", *(_file_of(name, form) for form in _PACKAGES[name]))
    return NpmPackage(f"@vue/{name}", files, series=version)


def _file_of(package: str, form: str) -> str:
    return f"dist/{package}.{_FORMS[form]}"


def _platform() -> str:
    system, machine = _SYSTEMS.get(sys.platform), _MACHINES.get(platform.machine().lower())
    if system is None or machine is None:
        message = f"there is no esbuild for this machine ({sys.platform}, {platform.machine()})"
        raise PackageError(message)
    return f"{system}-{machine}"


def _program() -> str:
    return "esbuild.exe" if sys.platform == "win32" else "bin/esbuild"
