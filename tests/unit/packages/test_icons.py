"""Names are split without reading; sets come from node_modules, the cache, then npm."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import tarfile
from pathlib import Path

import pytest

from deckc.packages import IconSets, npm

BODY = "<path/>"


def install_set(folder: Path, name: str, body: str = BODY) -> None:
    place = folder / "node_modules" / "@iconify-json" / name
    place.mkdir(parents=True)
    place.joinpath("icons.json").write_text(json.dumps({"prefix": name, "icons": {"add": {"body": body}}}))


def icons_json(prefix: str) -> bytes:
    return json.dumps({"prefix": prefix, "icons": {"add": {"body": BODY}}}).encode()


def archive_of(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as tar:
        for name, content in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    return packed.getvalue()


def fake_npm(monkeypatch: pytest.MonkeyPatch, archive: bytes, *, integrity: str | None = None) -> list[str]:
    """Let npm bring this archive for every package; returns the list of packages it is asked for."""
    asked: list[str] = []
    digest = "sha512-" + base64.b64encode(hashlib.sha512(archive).digest()).decode()

    def run(command: list[str], folder: str) -> str:
        package = command[command.index("pack") + 1]
        asked.append(package)
        Path(folder, "package.tgz").write_bytes(archive)
        return json.dumps([{"name": package, "integrity": integrity or digest}])

    monkeypatch.setattr(npm, "run_npm", run)
    monkeypatch.setattr(npm, "npm_command", lambda: ["npm"])
    return asked


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DECKC_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("DECKC_OFFLINE", raising=False)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("carbon:add", ("carbon", "add")),
        ("carbon-add", ("carbon", "add")),
        ("CarbonAdd", ("carbon", "add")),
        ("i-carbon-add", ("carbon", "add")),
        ("i-carbon:add", ("carbon", "add")),
        ("ICarbonAdd", ("carbon", "add")),
        ("material-symbols-add", ("material-symbols", "add")),
        ("material-symbols-light-add", ("material-symbols-light", "add")),
        ("mdi-light-add", ("mdi-light", "add")),
        ("Fa6BrandsGithub", ("fa6-brands", "github")),
        ("carbon", None),
        ("carbon:", None),
        ("carbonadd", None),
        ("v-click", None),
        ("VClick", None),
        ("Toc", None),
        ("div", None),
        ("nosuchset:add", None),
        ("", None),
        (":", None),
        ("-", None),
    ],
)
def test_split(text: str, found: tuple[str, str] | None, tmp_path: Path) -> None:
    assert IconSets(tmp_path).split(text) == found


def test_set_that_is_installed_beside_the_deck_is_known_by_its_own_name(tmp_path: Path) -> None:
    install_set(tmp_path, "house-style")

    assert IconSets(tmp_path).split("HouseStyleAdd") == ("house-style", "add")


def test_nearest_node_modules_wins(tmp_path: Path) -> None:
    install_set(tmp_path, "carbon", "far")
    install_set(tmp_path / "talks" / "one", "carbon", "near")

    icon = IconSets(tmp_path / "talks" / "one").icon("carbon", "add")

    assert icon
    assert icon.body == "near"


def test_package_with_all_sets_is_looked_into(tmp_path: Path) -> None:
    folder = tmp_path / "node_modules" / "@iconify" / "json" / "json"
    folder.mkdir(parents=True)
    folder.joinpath("mdi.json").write_bytes(icons_json("mdi"))

    assert IconSets(tmp_path).icon("mdi", "add")


def test_digits_are_tried_with_a_dash_before_them(tmp_path: Path) -> None:
    place = tmp_path / "node_modules" / "@iconify-json" / "mdi"
    place.mkdir(parents=True)
    icons = {"numeric-1-box": {"body": "one"}, "account-box": {"body": "hump"}}
    place.joinpath("icons.json").write_text(json.dumps({"prefix": "mdi", "icons": icons}))
    found = IconSets(tmp_path)

    assert found.icon("mdi", "numeric1-box")
    assert found.icon("mdi", "numeric-1-box")
    assert found.icon("mdi", "accountBox")


def test_missing_set_is_fetched_once_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = fake_npm(monkeypatch, archive_of({"package/icons.json": icons_json("mdi")}))

    assert IconSets(tmp_path).icon("mdi", "add")
    assert IconSets(tmp_path).icon("mdi", "add")
    assert asked == ["@iconify-json/mdi"]


def test_kept_set_is_found_without_network_and_npm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_npm(monkeypatch, archive_of({"package/icons.json": icons_json("mdi")}))
    IconSets(tmp_path).icon("mdi", "add")
    monkeypatch.setattr(npm, "npm_command", lambda: None)
    monkeypatch.setenv("DECKC_OFFLINE", "1")
    later = IconSets(tmp_path)

    assert later.icon("mdi", "add")
    assert later.problem("mdi") is None


def test_sets_are_prepared_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = fake_npm(monkeypatch, archive_of({"package/icons.json": icons_json("mdi")}))
    icons = IconSets(tmp_path)
    icons.prepare(["mdi", "carbon", "mdi"])

    assert sorted(asked) == ["@iconify-json/carbon", "@iconify-json/mdi"]


def test_failed_set_is_asked_for_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = fake_npm(monkeypatch, b"no archive")
    icons = IconSets(tmp_path)

    assert icons.icon("mdi", "add") is None
    assert icons.icon("mdi", "home") is None
    assert len(asked) == 1


def test_set_that_is_installed_after_a_failure_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_npm(monkeypatch, b"no archive")
    icons = IconSets(tmp_path)
    assert icons.icon("mdi", "add") is None
    install_set(tmp_path, "mdi")

    assert icons.icon("mdi", "add")
    assert icons.problem("mdi") is None


def test_offline_says_what_to_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = fake_npm(monkeypatch, b"")
    monkeypatch.setenv("DECKC_OFFLINE", "1")

    assert 'run "npm install @iconify-json/mdi"' in str(IconSets(tmp_path).problem("mdi"))
    assert asked == []


def test_without_npm_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(npm, "npm_command", lambda: None)

    assert "deckc[npm]" in str(IconSets(tmp_path).problem("mdi"))


def test_unknown_set_is_never_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = fake_npm(monkeypatch, b"")

    assert IconSets(tmp_path).icon("../../etc", "passwd") is None
    assert asked == []


@pytest.mark.parametrize(
    ("archive", "integrity", "complaint"),
    [
        (archive_of({"package/icons.json": icons_json("mdi")}), "sha512-AAAA", "checksum"),
        (archive_of({"package/other.json": b"{}"}), None, "has no"),
        (archive_of({"package/icons.json": b"<html>"}), None, "no JSON"),
        (archive_of({"package/icons.json": icons_json("other")}), None, 'not the set "mdi"'),
        (b"\x1f\x8b broken", None, "broken"),
    ],
)
def test_package_that_is_not_what_it_should_be_is_refused(
    archive: bytes, integrity: str | None, complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_npm(monkeypatch, archive, integrity=integrity)
    icons = IconSets(tmp_path)

    assert icons.icon("mdi", "add") is None
    assert complaint in str(icons.problem("mdi"))
    assert not list((tmp_path / "cache").rglob("*.json"))


def test_link_in_an_archive_is_not_followed() -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as tar:
        entry = tarfile.TarInfo("package/icons.json")
        entry.type = tarfile.SYMTYPE
        entry.linkname = "/etc/passwd"
        tar.addfile(entry)

    with pytest.raises(npm.PackageError):
        npm.read_members(packed.getvalue(), ("icons.json",))


def test_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(npm, "LARGEST_FILE_BYTES", 10)

    with pytest.raises(npm.PackageError):
        npm.read_members(archive_of({"package/icons.json": b"x" * 11}), ("icons.json",))
    assert npm.read_members(archive_of({"package/icons.json": b"x" * 10}), ("icons.json",))


def test_npm_that_never_answers_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(npm, "TIMEOUT_S", 0.2)

    with pytest.raises(npm.PackageError, match="did not answer"):
        npm.run_npm(["sleep", "20"], str(tmp_path))


def test_what_npm_complains_of_is_told_in_one_line(tmp_path: Path) -> None:
    script = (
        'echo "npm warn x" >&2; echo "npm error code E404" >&2; echo "npm error 404 not there" >&2; exit 1'
    )

    with pytest.raises(npm.PackageError, match="npm says: 404 not there"):
        npm.run_npm(["sh", "-c", script], str(tmp_path))
