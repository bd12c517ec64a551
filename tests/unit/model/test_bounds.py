"""What a deck on the disk may read."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckc.model.bounds import is_below
from deckc.model.files import DiskFiles


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "private").mkdir()
    (tmp_path / "private" / "key.txt").write_text("secret")
    folder = tmp_path / "project"
    (folder / "deck").mkdir(parents=True)
    (folder / "logo.svg").write_text("<svg/>")
    return folder


@pytest.fixture
def files(project: Path) -> DiskFiles:
    files = DiskFiles(project)
    files.confine(project)
    return files


def test_a_file_outside_of_the_project_is_not_there(files: DiskFiles, project: Path) -> None:
    path = project.parent / "private" / "key.txt"

    assert not files.is_file(path)
    assert files.list_folder(path.parent) == ()
    with pytest.raises(PermissionError):
        files.read_bytes(path)


def test_a_link_that_leads_out_is_outside(files: DiskFiles, project: Path) -> None:
    (project / "deck" / "pic.svg").symlink_to("../../private/key.txt")
    (project / "deck" / "pics").symlink_to("../../private")

    for path in (project / "deck" / "pic.svg", project / "deck" / "pics" / "key.txt"):
        assert files.is_outside(path)
        assert not files.is_file(path)


def test_a_link_within_the_project_is_followed(files: DiskFiles, project: Path) -> None:
    (project / "deck" / "pic.svg").symlink_to("../logo.svg")
    (project / "deck" / "pics").symlink_to("..")

    assert files.read_bytes(project / "deck" / "pic.svg") == b"<svg/>"
    assert files.is_file(project / "deck" / "pics" / "logo.svg")


def test_a_project_that_is_reached_by_a_link_is_read(project: Path) -> None:
    link = project.parent / "shortcut"
    link.symlink_to("project")
    files = DiskFiles(link)
    files.confine(link)

    assert files.is_file(link / "logo.svg")


def test_a_folder_may_be_admitted_but_no_link_out_of_it(files: DiskFiles, project: Path) -> None:
    theme = project.parent / "theme"
    theme.mkdir()
    (theme / "a.css").write_text("a {}")
    (theme / "b.css").symlink_to("../private/key.txt")
    files.admit(theme)

    assert files.is_file(theme / "a.css")
    assert not files.is_file(theme / "b.css")


def test_a_circle_of_links_is_outside(files: DiskFiles, project: Path) -> None:
    (project / "a").symlink_to("b")
    (project / "b").symlink_to("a")

    assert not files.is_file(project / "a")


@pytest.mark.parametrize(
    ("path", "folder", "expected"),
    [
        ("/talks/a.md", "/talks", True),
        ("/talks", "/talks", True),
        ("/talks-of-others/a.md", "/talks", False),
        ("/talk", "/talks", False),
        ("/", "/talks", False),
        ("/talks/a.md", "/", True),
    ],
)
def test_a_folder_holds_what_stands_in_it_and_no_namesake(path: str, folder: str, expected: bool) -> None:
    assert is_below(Path(path), Path(folder)) is expected
