"""A site is written so that the old one stays whole until the new one is."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from deckc.compile.write import OccupiedError, write_site
from deckc.model.site import Site

OLD = Site({"index.html": b"old", "assets/old-1.css": b"old css", "assets/both-1.png": b"both"})
NEW = Site({"index.html": b"new", "assets/new-1.css": b"new css", "assets/both-1.png": b"both"})


def files_in(folder: Path) -> dict[str, bytes]:
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != ".deckc-build")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def write(site: Site, target: Path, *, overwrite: bool = False) -> None:
    write_site(site, target, single_file=False, overwrite=overwrite)


def test_folder_holds_the_site(tmp_path: Path) -> None:
    write(OLD, tmp_path / "a" / "dist")

    assert files_in(tmp_path / "a" / "dist") == OLD.files


def test_new_site_takes_the_place_of_the_old(tmp_path: Path) -> None:
    write(OLD, tmp_path / "dist")
    write(NEW, tmp_path / "dist")

    assert files_in(tmp_path / "dist") == NEW.files


def test_what_others_put_into_the_folder_stays(tmp_path: Path) -> None:
    write(OLD, tmp_path / "dist")
    (tmp_path / "dist" / "CNAME").write_text("talks.example")
    write(NEW, tmp_path / "dist")

    assert (tmp_path / "dist" / "CNAME").read_text() == "talks.example"


def test_folder_of_others_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")

    with pytest.raises(OccupiedError):
        write(NEW, tmp_path)
    assert files_in(tmp_path) == {"thesis.txt": b"mine"}


def test_folder_of_others_is_written_to_when_asked(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    write(NEW, tmp_path, overwrite=True)

    assert files_in(tmp_path) == {**NEW.files, "thesis.txt": b"mine"}


def test_empty_folder_is_taken(tmp_path: Path) -> None:
    write(NEW, tmp_path)

    assert files_in(tmp_path) == NEW.files


def test_file_in_the_folders_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "dist").write_text("a file")

    with pytest.raises(OccupiedError):
        write(NEW, tmp_path / "dist")


@pytest.mark.parametrize("failing_write", range(1, 6))
def test_old_site_is_whole_after_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing_write: int
) -> None:
    target = tmp_path / "dist"
    write(OLD, target)
    fill_disk(monkeypatch, after=failing_write - 1)
    try:
        write(NEW, target)
    except OSError:
        page = (target / "index.html").read_bytes()
        site = NEW if page == b"new" else OLD
        assert site.files.items() <= files_in(target).items()
        assert not list(target.rglob(".deckc-new-*"))
    else:
        assert files_in(target) == NEW.files


def test_build_after_a_failure_leaves_no_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "dist"
    write(OLD, target)
    with monkeypatch.context() as context:
        fill_disk(context, after=2)
        with pytest.raises(OSError, match="No space"):
            write(NEW, target)
    write(Site({"index.html": b"third"}), target)

    assert files_in(target) == {"index.html": b"third"}


def test_rest_of_a_killed_build_is_removed(tmp_path: Path) -> None:
    write(OLD, tmp_path)
    begun = tmp_path / "assets" / ".deckc-new-1-new-1.css"
    begun.write_text("half")
    os.utime(begun, (0, 0))
    write(NEW, tmp_path)

    assert not begun.exists()


def test_links_in_the_folder_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "others").mkdir()
    (tmp_path / "others" / "key").write_text("k")
    target = tmp_path / "dist"
    target.mkdir()
    (target / ".deckc-build").write_text('{"files": ["assets/key", "old/key"]}')
    (target / "old").symlink_to("../others")
    write(NEW, target)

    assert (tmp_path / "others" / "key").is_file()

    (tmp_path / "second").mkdir()
    (tmp_path / "second" / ".deckc-build").write_text('{"files": ["assets/key"]}')
    (tmp_path / "second" / "assets").symlink_to("../others")
    with pytest.raises(OccupiedError, match="is a link"):
        write(NEW, tmp_path / "second")

    assert [path.name for path in (tmp_path / "others").iterdir()] == ["key"]


def test_list_of_files_that_was_tampered_with_removes_nothing_outside(tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("kept")
    write(OLD, tmp_path / "dist")
    (tmp_path / "dist" / ".deckc-build").write_text('{"files": ["../precious", "/etc/hostname", 3, null]}')
    write(NEW, tmp_path / "dist")

    assert (tmp_path / "precious").read_text() == "kept"


@pytest.mark.parametrize("path", ["../out", "/abs", "a/../../b", "", "c:/x", "a\\b"])
def test_path_that_leads_out_is_never_written(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="not a path"):
        write(Site({"index.html": b"", path: b"x"}), tmp_path / "dist")


def test_single_file_takes_the_place_of_the_old(tmp_path: Path) -> None:
    for content in (b"deckc old", b"deckc new"):
        write_site(Site({"index.html": content}), tmp_path / "sub" / "deck.html", single_file=True)

    assert files_in(tmp_path) == {"sub/deck.html": b"deckc new"}


def test_single_file_of_others_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "index.html"
    target.write_text("<h1>Home</h1>")

    with pytest.raises(OccupiedError):
        write_site(Site({"index.html": b"deckc"}), target, single_file=True)
    assert target.read_text() == "<h1>Home</h1>"


def test_single_file_in_a_folders_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OccupiedError, match="is a folder"):
        write_site(Site({"index.html": b"deckc"}), tmp_path, single_file=True)


def test_files_are_as_readable_as_any_other(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("")
    write(NEW, tmp_path / "dist")
    modes = [
        stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "plain", tmp_path / "dist" / "index.html")
    ]

    assert modes[0] == modes[1]


def fill_disk(monkeypatch: pytest.MonkeyPatch, *, after: int) -> None:
    """Let every write but the first ones fail as on a full disk."""
    real, left = Path.write_bytes, iter(range(after))

    def write_bytes(path: Path, content: bytes) -> int:
        if next(left, None) is None:
            real(path, content[:1])
            raise OSError(28, "No space left on device")
        return real(path, content)

    monkeypatch.setattr(Path, "write_bytes", write_bytes)
