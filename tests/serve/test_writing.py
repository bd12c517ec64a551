"""What is edited in the browser goes to its lines of its file; all else there stays byte for byte."""

from __future__ import annotations

import http.client
import json
import time
from pathlib import Path
from typing import Any

import pytest

from deckc.serve.web import WebServer

from .conftest import ServeEntry

ENTRY = b"""---\r
title: Kept\r
dragPos:\r
  box: 1,2,3,4\r
  "other one": "5,6,7,8"  # stays\r
---\r
\r
# One   \r
\r
\ttext\r
\r
<!-- first note -->\r
\r
---\r
src: ./more.md\r
---\r
\r
---\r
\r
# Last, without a note"""
MORE = "\ufeff# Imported\n\nwords\n\n---\n\n# Two of it\n\n<!--\nlong\nnote\n-->\n".encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "talk"
    folder.mkdir()
    (folder / "slides.md").write_bytes(ENTRY)
    (folder / "more.md").write_bytes(MORE)
    return folder


@pytest.fixture
def server(folder: Path, serve_entry: ServeEntry) -> WebServer:
    return serve_entry(folder / "slides.md")


def ask(
    server: WebServer, method: str, path: str, told: object = None, headers: dict[str, str] | None = None
) -> tuple[int, dict[str, Any]]:
    connection = http.client.HTTPConnection("localhost", server.port, timeout=10)
    body = None if told is None else json.dumps(told)
    connection.request(method, f"/-deckc/{path}", body, {"X-Deckc": "1", **(headers or {})})
    response = connection.getresponse()
    read = response.read()
    connection.close()
    try:
        return response.status, json.loads(read)
    except ValueError:
        return response.status, {}


def change(server: WebServer, number: int, **changes: object) -> tuple[int, dict[str, Any]]:
    _, slide = ask(server, "GET", f"slides/{number}")
    return ask(server, "PUT", f"slides/{number}", {"digest": slide["digest"], **changes})


def test_slide_is_told_as_it_stands_in_its_file(server: WebServer) -> None:
    status, slide = ask(server, "GET", "slides/3")

    assert status == 200
    assert (slide["content"], slide["note"], slide["line"]) == ("# Two of it", "long\nnote", 6)
    assert slide["file"].endswith("more.md")


def test_note_is_replaced(server: WebServer, folder: Path) -> None:
    status, slide = change(server, 1, note="new\nnote")

    assert (status, slide["note"]) == (200, "new\nnote")
    assert (folder / "slides.md").read_bytes() == ENTRY.replace(b"first note", b"new\r\nnote")


def test_note_is_added_and_taken_away(server: WebServer, folder: Path) -> None:
    change(server, 4, note="at last")
    added = (folder / "slides.md").read_bytes()
    change(server, 4, note="")

    assert added == ENTRY + b"\r\n\r\n<!--\r\nat last\r\n-->"
    assert (folder / "slides.md").read_bytes() == ENTRY


def test_markdown_is_replaced_in_the_imported_file(server: WebServer, folder: Path) -> None:
    change(server, 2, content="# Other\n\nwords")

    assert (folder / "more.md").read_bytes() == MORE.replace(b"# Imported", b"# Other")
    assert (folder / "slides.md").read_bytes() == ENTRY


def test_place_is_written_into_the_frontmatter(server: WebServer, folder: Path) -> None:
    change(server, 1, dragPos={"box": "10,20,30,_,5", "other one": "0,0,1,1"})

    expected = ENTRY.replace(b"1,2,3,4", b"10,20,30,_,5").replace(b'"5,6,7,8"', b'"0,0,1,1"')
    assert (folder / "slides.md").read_bytes() == expected


def test_new_place_gets_a_line_beside_the_others(server: WebServer, folder: Path) -> None:
    change(server, 1, dragPos={"third": "9,9,9,9"})

    expected = ENTRY.replace(b"  box:", b'  third: "9,9,9,9"\r\n  box:')
    assert (folder / "slides.md").read_bytes() == expected


@pytest.mark.parametrize(
    "content",
    [
        "# A\n\n---\n\n# B",
        "# A\n\n```\nopen",
        "# A\n\n<!-- open",
        "# A\n\n<!-- a second note -->",
        "---\nx: y",
    ],
)
def test_markdown_that_would_change_other_slides_or_the_note_is_refused(
    server: WebServer, folder: Path, content: str
) -> None:
    before = MORE.replace(b"# Two of it", b"```\nfence\n```")
    change(server, 3, content="```\nfence\n```")
    status, told = change(server, 2, content=content)

    assert (status, "other slides" in told["problem"]) == (400, True)
    assert (folder / "more.md").read_bytes() == before


@pytest.mark.parametrize(
    "empty", [b"---\nlayout: center\n---\n", b"---\n\n---\n", b"---\n\n<!-- n -->\n\n---\n"]
)
def test_empty_slide_gets_text(folder: Path, serve_entry: ServeEntry, empty: bytes) -> None:
    (folder / "slides.md").write_bytes(b"# One\n\n" + empty)
    server = serve_entry(folder / "slides.md")
    first, told = change(server, 2, content="new")
    second, again = change(server, 2, content="newer")

    assert (first, told["content"], second, again["content"]) == (200, "new", 200, "newer")
    assert (folder / "slides.md").read_bytes().startswith(b"# One\n\n---\n")


def test_all_of_a_slide_at_once(server: WebServer, folder: Path) -> None:
    change(server, 1, dragPos={"box": "0,0,0,0"}, content="# Uno", note="nota")

    expected = ENTRY.replace(b"1,2,3,4", b"0,0,0,0").replace(b"# One   \r\n\r\n\ttext\r\n\r\n", b"# Uno")
    expected = expected.replace(b"first note", b"nota")
    assert (folder / "slides.md").read_bytes().replace(b"\r\n\r\n<!--", b"<!--") == expected.replace(
        b"\r\n\r\n<!--", b"<!--"
    )


def test_file_that_changed_underneath_is_left_alone(server: WebServer, folder: Path) -> None:
    _, slide = ask(server, "GET", "slides/1")
    theirs = ENTRY.replace(b"# One", b"# Theirs")
    (folder / "slides.md").write_bytes(theirs)
    status, told = ask(server, "PUT", "slides/1", {"digest": slide["digest"], "note": "mine"})

    assert (status, "changed" in told["problem"]) == (409, True)
    assert (folder / "slides.md").read_bytes() == theirs


def test_edit_of_another_slide_meanwhile_is_no_hindrance(server: WebServer, folder: Path) -> None:
    _, slide = ask(server, "GET", "slides/4")
    theirs = ENTRY.replace(b"\ttext\r\n", b"\ttext\r\nand more\r\nof it\r\n")
    (folder / "slides.md").write_bytes(theirs)
    status, _ = ask(server, "PUT", "slides/4", {"digest": slide["digest"], "content": "# End"})

    assert status == 200
    assert (folder / "slides.md").read_bytes() == theirs.replace(b"# Last, without a note", b"# End")


def test_link_stays_a_link_and_rights_stay(folder: Path, serve_entry: ServeEntry) -> None:
    real = folder / "real.md"
    (folder / "slides.md").replace(real)
    real.chmod(0o640)
    (folder / "slides.md").symlink_to(real)
    change(serve_entry(folder / "slides.md"), 1, note="new")

    assert (folder / "slides.md").is_symlink()
    assert real.read_bytes() == ENTRY.replace(b"first note", b"new")
    assert real.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in folder.iterdir()) == ["more.md", "real.md", "slides.md"]


def test_file_outside_of_the_project_is_shown_and_not_written(folder: Path, serve_entry: ServeEntry) -> None:
    outside = folder.parent / "outside.md"
    outside.write_text("# Of others\n")
    (folder / "slides.md").write_text("---\nsrc: ../outside.md\n---\n")
    server = serve_entry(folder / "slides.md")
    _, slide = ask(server, "GET", "slides/1")
    status, told = ask(server, "PUT", "slides/1", {"digest": slide["digest"], "content": "# Mine"})

    assert slide["content"] == "# Of others"
    assert status == 403
    assert "outside of the project" in told["problem"]
    assert outside.read_text() == "# Of others\n"


def test_link_that_leads_out_of_the_project_is_not_written(folder: Path, serve_entry: ServeEntry) -> None:
    outside = folder.parent / "outside.md"
    outside.write_text("# Of others\n")
    (folder / "inside.md").write_text("# Of others\n")
    (folder / "slides.md").write_text("# Own\n\n---\nsrc: ./inside.md\n---\n")
    server = serve_entry(folder / "slides.md")
    _, slide = ask(server, "GET", "slides/2")
    (folder / "inside.md").unlink()
    (folder / "inside.md").symlink_to(outside)

    assert slide["content"] == "# Of others"
    assert ask(server, "PUT", "slides/2", {"digest": slide["digest"], "content": "# Mine"})[0] == 403
    assert outside.read_text() == "# Of others\n"


def test_file_of_the_same_project_is_written(folder: Path, serve_entry: ServeEntry) -> None:
    (folder.parent / "pyproject.toml").write_text("")
    (folder.parent / "beside.md").write_text("# Beside\n")
    (folder / "slides.md").write_text("---\nsrc: ../beside.md\n---\n")
    change(serve_entry(folder / "slides.md"), 1, content="# Edited")

    assert (folder.parent / "beside.md").read_text() == "# Edited\n"


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ({"note": "a"}, 400),
        ({"digest": "x", "note": "a"}, 409),
        ({"note": "--> out"}, 400),
        ({"note": 3}, 400),
        ({"note": "\ud800"}, 400),
        ({"dragPos": {"box": "1\nevil: true"}}, 400),
        ({"dragPos": []}, 400),
        ([], 400),
        ({"content": "x" * 1_100_000}, 413),
    ],
)
def test_what_cannot_be_written_is_refused(
    server: WebServer, folder: Path, told: object, status: int
) -> None:
    _, slide = ask(server, "GET", "slides/1")
    if isinstance(told, dict) and "digest" not in told and told != {"note": "a"}:
        told = {"digest": slide["digest"], **told}

    assert ask(server, "PUT", "slides/1", told)[0] == status
    assert (folder / "slides.md").read_bytes() == ENTRY


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Deckc": ""},
        {"X-Forwarded-For": "192.0.2.1"},
        {"Origin": "https://evil.example"},
        {"Host": "evil.example"},
        {"Host": "192.168.1.5"},
    ],
)
def test_only_this_machine_and_its_own_pages_write(
    server: WebServer, folder: Path, headers: dict[str, str]
) -> None:
    _, slide = ask(server, "GET", "slides/1")
    status, _ = ask(server, "PUT", "slides/1", {"digest": slide["digest"], "note": "evil"}, headers)

    assert status == 403
    assert (folder / "slides.md").read_bytes() == ENTRY


@pytest.mark.parametrize("path", ["slides/0", "slides/99", "slides/-1", "slides/1x", "slides/../1"])
def test_slide_that_is_not_there(server: WebServer, path: str) -> None:
    assert ask(server, "GET", path)[0] in {302, 404}


def test_editor_opens_files_of_the_deck_alone(
    server: WebServer, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted = tmp_path / "noted"
    editor = tmp_path / "code"
    editor.write_text(f'#!/bin/sh\necho "$@" > {noted}.part && mv {noted}.part {noted}\n')
    editor.chmod(0o755)
    monkeypatch.setenv("DECKC_EDITOR", str(editor))
    status, _ = ask(server, "POST", "open", {"file": str(folder / "more.md"), "line": 3, "column": 2})
    other, _ = ask(server, "POST", "open", {"file": "/etc/passwd", "line": 1, "column": 1})
    for _ in range(500):
        if noted.exists():
            break
        time.sleep(0.01)

    assert (status, other) == (200, 404)
    assert noted.read_text() == f"--goto {folder / 'more.md'}:3:2\n"
