"""Packages come from node_modules of the right series, the cache, then npm, which is asked once."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import tarfile
from pathlib import Path

import pytest

from deckc.packages import npm
from deckc.packages.cache import keep_folder
from deckc.packages.npm_store import NpmPackage, NpmStore
from deckc.packages.problem import PackageError

PACKAGE = NpmPackage("some", ("package.json", "dist/some.js", "dist/fonts/*.ttf"), series="1.2")
MEMBERS = {
    "package/package.json": b'{"version": "1.2.9"}',
    "package/dist/some.js": b"1",
    "package/dist/fonts/a.ttf": b"a",
    "package/dist/fonts/a.woff": b"w",
    "package/dist/fonts/deep/b.ttf": b"b",
    "package/README.md": b"r",
}


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DECKC_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("DECKC_OFFLINE", raising=False)


def fake_npm(monkeypatch: pytest.MonkeyPatch, members: dict[str, bytes]) -> list[str]:
    """Let npm bring these files for every package; returns the list of what it is asked for."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as tar:
        for name, content in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    digest = base64.b64encode(hashlib.sha512(packed.getvalue()).digest()).decode()
    asked: list[str] = []

    def run(command: list[str], folder: str) -> str:
        asked.append(command[command.index("pack") + 1])
        Path(folder, "some-1.2.9.tgz").write_bytes(packed.getvalue())
        return json.dumps([{"name": "some", "integrity": f"sha512-{digest}"}])

    monkeypatch.setattr(npm, "run_npm", run)
    monkeypatch.setattr(npm, "npm_command", lambda: ["npm"])
    return asked


def install(folder: Path, version: str) -> Path:
    place = folder / "node_modules" / "some"
    (place / "dist").mkdir(parents=True)
    (place / "package.json").write_text(json.dumps({"version": version}))
    (place / "dist" / "some.js").write_text("1")
    return place


def files_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_installed_package_of_the_series_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = fake_npm(monkeypatch, MEMBERS)
    place = install(tmp_path, "1.2.3")

    assert NpmStore(tmp_path / "talks" / "one").folder_of(PACKAGE) == place
    assert asked == []


@pytest.mark.parametrize("version", ["1.20.0", "2.0.0", "1.1.9"])
def test_installed_package_of_another_series_is_not_used(
    version: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_npm(monkeypatch, MEMBERS)
    install(tmp_path, version)

    assert NpmStore(tmp_path).folder_of(PACKAGE) == tmp_path / "cache" / "npm" / "some@1.2"


def test_only_what_is_needed_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = fake_npm(monkeypatch, MEMBERS)

    folder = NpmStore(tmp_path).folder_of(PACKAGE)

    assert files_in(folder) == {"package.json", "dist/some.js", "dist/fonts/a.ttf"}
    assert asked == ["some@1.2"]


def test_kept_package_needs_no_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_npm(monkeypatch, MEMBERS)
    folder = NpmStore(tmp_path).folder_of(PACKAGE)
    monkeypatch.setenv("DECKC_OFFLINE", "1")

    assert NpmStore(tmp_path).folder_of(PACKAGE) == folder


def test_npm_is_asked_once_for_what_it_has_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = fake_npm(monkeypatch, {"package/package.json": b"{}"})
    store = NpmStore(tmp_path)

    for _ in range(2):
        with pytest.raises(PackageError, match=r'no "dist/some.js".*npm install some@1\.2'):
            store.folder_of(PACKAGE)
    assert asked == ["some@1.2"]


@pytest.mark.parametrize("name", ["package/dist/fonts/../../evil.ttf", "package/../dist/some.ttf"])
def test_path_that_leads_out_of_the_package_is_left(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_npm(monkeypatch, {**MEMBERS, name: b"evil"})
    pattern = NpmPackage("some", ("package.json", "dist/some.js", "dist/fonts/*/*/*.ttf", "*/dist/*.ttf"))

    assert files_in(NpmStore(tmp_path).folder_of(pattern)) == {"package.json", "dist/some.js"}


def test_folder_is_replaced_in_one_go(tmp_path: Path) -> None:
    place = tmp_path / "kept"
    keep_folder(place, {"old": b"1"})
    keep_folder(place, {"new/file": b"2"})

    assert files_in(place) == {"new/file"}
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]
