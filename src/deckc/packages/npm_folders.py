"""Whole npm packages for a deck: those beside it, those that its lock file names, themes fetched once.

folders = NpmFolders(Path("/deck"))
folders.places()                                        (/deck/node_modules, <cache>/packages/1f2e.../node_modules)
folders.find(("@slidev/theme-penguin", "slidev-theme-penguin"))      /deck/node_modules/slidev-theme-penguin
folders.add(("chart.js",))                              writes /deck/deckc-packages.lock

npm installs into deckc's cache, without running any script of a package; the lock beside the deck says what.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

from deckc.packages.cache import cache_folder, is_offline, keep, keep_folder
from deckc.packages.problem import PackageError

LOCK = "deckc-packages.lock"
_SLIPS = 2
"""So far from the name of a package that is there is a slip in it."""
_PREFIXES = ("@slidev/theme-", "slidev-theme-", "@slidev/addon-", "slidev-addon-")
_OPTIONS = (
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--no-progress",
    "--legacy-peer-deps",
    "--omit=dev",
)


class NpmFolders:
    """The packages that decks in a folder can use."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._problems: dict[str, str] = {}

    def places(self) -> tuple[Path, ...]:
        """Return the node_modules folders in which packages are looked for, nearest first."""
        locked = self._locked()
        beside, fetched = self._beside(), cache_folder() / "packages" / "node_modules"
        found = [*beside, *([locked] if locked else []), fetched]
        return tuple(path for path in found if path.is_dir())

    def files_of(self, package: str) -> Iterator[Path]:
        """Yield every file that decides which version of a package is used, whether it is there or not."""
        for place in dict.fromkeys((*self._beside(), *self.places())):
            yield place / package / "package.json"
        for folder in (self._folder, *self._folder.parents):
            yield folder / LOCK

    def _beside(self) -> list[Path]:
        return [each / "node_modules" for each in (self._folder, *self._folder.parents)]

    def find(self, names: Sequence[str], is_fetched: bool = True, importer: Path | None = None) -> Path | str:
        """Return the folder of the first of these packages that is there; else why there is none.

        Where nothing is there, npm is asked for each, if it `is_fetched`; not where several names are tried, and one
        of them is a slip or two from a package that is there. What the fetched package around an `importer` depends
        on is fetched as well.
        """
        for place in self.places():
            for name in names:
                if (place / name / "package.json").is_file() and _may_be_meant(place / name, name, names):
                    return place / name
        problem = ""
        if importer is not None:
            try:
                return _needed(importer, names) or ""
            except (PackageError, OSError) as error:
                return str(error)
        if is_fetched and len(names) > 1 and (near := self._near(names)):
            return f'did you mean "{near}", which is there? Else write its whole name'
        for name in names if is_fetched else ():
            try:
                found = self._fetch(name)
            except (PackageError, OSError) as error:
                problem = problem or str(error)
                continue
            if _may_be_meant(found, name, names):
                return found
            problem = f'the package "{name}" is no theme and no addon of Slidev'
        return problem

    def _near(self, names: Sequence[str]) -> str | None:
        """Return the theme or addon that is there and nearly has one of the names."""
        from deckc.diagnostics.suggest import closest

        installed = [
            path.relative_to(place).as_posix()
            for place in self.places()
            for pattern in ("slidev-*", "@slidev/*")
            for path in place.glob(pattern)
        ]
        for name in names:
            prefix = next((p for p in _PREFIXES if name.startswith(p)), None)
            if prefix is None:
                continue
            shorts = [each.removeprefix(prefix) for each in installed if each.startswith(prefix)]
            near = closest(name.removeprefix(prefix), shorts, most=_SLIPS)
            if near is not None:
                return prefix + near
        return None

    def add(self, names: Sequence[str]) -> None:
        """Install packages for the deck and note them in its lock file, in the versions that its package.json allows.

        Raises:
            PackageError: npm is missing, or could not install them.
            OSError: The lock file or the cache cannot be written.
        """
        import tempfile

        from deckc.packages.npm_ranges import spec_for

        with tempfile.TemporaryDirectory(prefix="deckc-packages-") as named:
            folder = Path(named)
            lock = self._folder / LOCK
            if lock.is_file():
                _write_project(folder, lock.read_bytes())
            else:
                (folder / "package.json").write_text('{"private": true}', encoding="utf-8")
            install_in(folder, [spec_for(name, self._folder) for name in names])
            content = (folder / "package-lock.json").read_bytes()
            _move(folder / "node_modules", _place_of(content))
        keep(lock, content)

    def _locked(self) -> Path | None:
        """Return the packages of the deck's lock file, installed where they are not there; None without one."""
        lock = next((p for f in (self._folder, *self._folder.parents) if (p := f / LOCK).is_file()), None)
        if lock is None:
            return None
        try:
            content = lock.read_bytes()
        except OSError as error:
            self._problems["lock"] = f"{LOCK} cannot be read: {error.strerror}"
            return None
        place = _place_of(content)
        if not place.is_dir() and "lock" not in self._problems:
            import tempfile

            try:
                with tempfile.TemporaryDirectory(prefix="deckc-packages-") as named:
                    _write_project(Path(named), content)
                    _npm(("ci",), Path(named))
                    _move(Path(named) / "node_modules", place)
            except (PackageError, OSError, ValueError) as error:
                self._problems["lock"] = str(error)
        return place

    @property
    def lock_problem(self) -> str:
        """Return why what the deck's lock file names is not there; empty where it is."""
        return self._problems.get("lock", "")

    def _fetch(self, name: str) -> Path:
        """Return a package's folder in the cache, fetched by itself: what it depends on is not."""
        place = cache_folder() / "packages" / "node_modules" / name
        if (place / "package.json").is_file():
            return place
        if name in self._problems:
            raise PackageError(self._problems[name])
        try:
            files = _fetch_whole(name)
        except PackageError as error:
            self._problems[name] = str(error)
            raise
        keep_folder(place, files)
        return place


def _needed(importer: Path, names: Sequence[str]) -> Path | None:
    from deckc.packages.npm_needs import need_of

    return next((found for name in names if (found := need_of(importer, name))), None)


def _may_be_meant(folder: Path, name: str, names: Sequence[str]) -> bool:
    """Return whether a package is what a short name may stand for: of a name without prefix, one that plugs in."""
    if len(names) == 1 or name.startswith(_PREFIXES):
        return True
    described = _described(folder)
    keywords = described.get("keywords")
    words = keywords if isinstance(keywords, list) else []
    return (
        "slidev" in described
        or any(str(word).startswith("slidev") for word in words)
        or any((folder / each).is_dir() for each in ("layouts", "components", "styles", "setup"))
    )


def _described(folder: Path) -> dict[str, object]:
    try:
        described = json.loads((folder / "package.json").read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return described if isinstance(described, dict) else {}


def _fetch_whole(name: str) -> dict[str, bytes]:
    from deckc.packages.npm import npm_command, pack, read_all  # seldom needed, and slow to load

    if is_offline():
        raise PackageError("DECKC_OFFLINE is set and it was never fetched")
    if npm_command() is None:
        raise PackageError("npm, which fetches it, is not installed; run \"pip install 'deckc[npm]'\"")
    return read_all(pack(name, name))


def _place_of(lock: bytes) -> Path:
    digest = blake2b(lock, digest_size=8).hexdigest()
    return cache_folder() / "packages" / digest / "node_modules"


def _write_project(folder: Path, lock: bytes) -> None:
    """Write what npm wants to see beside a lock file."""
    wanted = _wanted(lock)
    (folder / "package-lock.json").write_bytes(lock)
    text = json.dumps({"private": True, "dependencies": wanted})
    (folder / "package.json").write_text(text, encoding="utf-8")


def _wanted(lock: bytes) -> dict[str, str]:
    """Return the packages that a lock file was made for, with their versions.

    Raises:
        PackageError: It is none.
    """
    try:
        described = json.loads(lock)["packages"][""].get("dependencies", {})
        return {str(name): str(version) for name, version in described.items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        message = f'{LOCK} is not one that npm wrote; delete it, and run "deckc packages add" again'
        raise PackageError(message) from None


def install_in(folder: Path, specs: Sequence[str]) -> None:
    """Have npm install packages in a folder that has a package.json.

    Raises:
        PackageError: npm is missing, or could not install them.
    """
    _npm(("install", "--save-exact", *specs), folder)


def _npm(arguments: Sequence[str], folder: Path) -> None:
    from deckc.packages.npm import npm_command, run_npm

    command = npm_command()
    if command is None:
        raise PackageError("npm is not installed; run \"pip install 'deckc[npm]'\"")
    if is_offline():
        raise PackageError("DECKC_OFFLINE is set")
    run_npm([*command, *arguments, *_OPTIONS], str(folder))


def _move(folder: Path, place: Path) -> None:
    if place.is_dir():
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    import shutil

    shutil.move(folder, place)
