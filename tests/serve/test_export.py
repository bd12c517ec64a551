"""The page of a served deck exports it: one at a time, this machine only, and the file is offered."""

from __future__ import annotations

import http.client
import io
import json
import threading
import time
import zipfile
from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from deckc.cli.arguments import parse_arguments
from deckc.cli.served_exports import arguments_of, offered_choices, served_exporter
from deckc.export.formats import FORMATS
from deckc.model.services import Services
from deckc.packages import IconSets, RemoteFiles
from deckc.serve import Choice, Exported, Exporter, Failed, Progress, ServeOptions, Serving, Step

from .conftest import SILENT

SOON_S = 20.0
CHOICES = (Choice("one", {"en": "One file"}), Choice("many", {"en": "Files"}), Choice("bad", {"en": "Bad"}))


class FakeRun:
    """Waits between its steps until it is let go."""

    def __init__(self, choice: str, folder: Path, go: threading.Event) -> None:
        self.choice, self.folder, self.go = choice, folder, go
        self.is_cancelled = False

    def steps(self) -> Iterator[Step]:
        yield Progress(1, 4)
        self.go.wait(SOON_S)
        if self.choice == "bad" or self.is_cancelled:
            yield Failed("no browser was found", 'run "deckc browser install"')
            return
        pictures = self.folder / "talk.v2"
        pictures.mkdir()
        for name in ("1.txt", "2.txt")[: 1 + (self.choice == "many")]:
            (pictures / name).write_text(name)
        yield Exported(pictures / "1.txt" if self.choice == "one" else pictures)

    def cancel(self) -> None:
        self.is_cancelled = True
        self.go.set()


@pytest.fixture
def go() -> threading.Event:
    return threading.Event()


@pytest.fixture
def folders() -> list[Path]:
    return []


@pytest.fixture
def serving(tmp_path: Path, go: threading.Event, folders: list[Path]) -> Iterator[Serving]:
    entry = tmp_path / "slides.md"
    entry.write_text("# One\n\n---\n\n# Two\n")

    def begin(_entry: Path, choice: str, folder: Path) -> FakeRun:
        folders.append(folder)
        return FakeRun(choice, folder, go)

    services = Services(IconSets(tmp_path), RemoteFiles())
    serving = Serving(entry, lambda _: services, SILENT, ServeOptions(), Exporter(CHOICES, begin))
    serving.start()
    yield serving
    serving.stop()


def request(
    serving: Serving, method: str = "GET", path: str = "", told: object = None, **headers: str
) -> tuple[http.client.HTTPResponse, bytes]:
    host, port = serving.address.removeprefix("http://").rstrip("/").split(":")
    connection = http.client.HTTPConnection(host, int(port), timeout=SOON_S)
    body = None if told is None else json.dumps(told)
    connection.request(method, f"/-deckc/export{path}", body, {"X-Deckc": "1", **headers})
    response = connection.getresponse()
    read = response.read()
    connection.close()
    return response, read


def told(serving: Serving, order: object = None) -> dict[str, Any]:
    return dict(json.loads(request(serving, "GET" if order is None else "POST", told=order)[1]))


def ended(serving: Serving, is_so: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    end = time.monotonic() + SOON_S
    while not is_so(state := told(serving)) and time.monotonic() < end:
        time.sleep(0.05)
    return state


def test_progress_is_told_and_the_file_offered_under_its_name(serving: Serving, go: threading.Event) -> None:
    assert told(serving)["choices"][0] == {"name": "one", "titles": {"en": "One file"}}
    told(serving, {"choice": "one"})
    half = ended(serving, lambda state: state.get("done") == 1)
    go.set()
    done = ended(serving, lambda state: state["state"] == "done")
    response, content = request(serving, path=f"/{done['id']}")

    assert (half["state"], half["total"]) == ("running", 4)
    assert content == b"1.txt"
    assert response.headers["Content-Disposition"] == 'attachment; filename="1.txt"'
    assert response.headers["Content-Type"].startswith("text/plain")


def test_several_files_come_as_one_archive(serving: Serving, go: threading.Event) -> None:
    go.set()
    told(serving, {"choice": "many"})
    done = ended(serving, lambda state: state["state"] == "done")
    _, content = request(serving, path=f"/{done['id']}")

    assert done["file"] == "talk.v2.zip"
    assert zipfile.ZipFile(io.BytesIO(content)).namelist() == ["talk.v2/1.txt", "talk.v2/2.txt"]


def test_one_export_at_a_time_and_a_cancelled_one_makes_room(serving: Serving) -> None:
    told(serving, {"choice": "one"})

    assert request(serving, "POST", told={"choice": "many"})[0].status == 409
    cancelled = told(serving, {})
    assert (cancelled["state"], "problem" in cancelled) == ("cancelled", False)
    assert told(serving, {"choice": "one"})["state"] in {"running", "done"}


def test_problem_is_told_with_its_way_out(serving: Serving, go: threading.Event) -> None:
    go.set()
    told(serving, {"choice": "bad"})
    state = ended(serving, lambda state: state["state"] == "failed")

    assert (state["problem"], state["help"]) == ("no browser was found", 'run "deckc browser install"')


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        (403, {"X-Deckc": ""}),
        (403, {"Origin": "https://evil.example"}),
        (403, {"Host": "evil.example"}),
        (403, {"X-Forwarded-For": "192.168.1.7"}),
    ],
)
def test_stranger_exports_nothing(
    serving: Serving, folders: list[Path], status: int, headers: dict[str, str]
) -> None:
    assert request(serving, "POST", told={"choice": "one"}, **headers)[0].status == status
    assert not folders


@pytest.mark.parametrize("order", [{"choice": "nosuch"}, ["one"], "one"])
def test_order_that_means_nothing_is_refused(serving: Serving, folders: list[Path], order: object) -> None:
    assert request(serving, "POST", told=order)[0].status == 400
    assert request(serving, path="/nosuch")[0].status == 404
    assert not folders


def test_server_that_ends_leaves_nothing(serving: Serving, folders: list[Path]) -> None:
    told(serving, {"choice": "one"})
    serving.stop()

    assert [folder.exists() for folder in folders] == [False]


def test_menu_offers_the_forms_and_the_file_can_be_saved(
    browser: Browser, serving: Serving, go: threading.Event, tmp_path: Path
) -> None:
    page = browser.new_page()
    try:
        page.goto(serving.address)
        page.wait_for_function("() => window.deckc?.nav")
        page.wait_for_timeout(500)  # until the server has said that this window is its own machine's
        page.locator("#page-root").click(button="right", position={"x": 200, "y": 200})
        page.get_by_role("menuitem", name="Export").click()
        page.get_by_role("radio", name="Files").check()
        page.get_by_role("button", name="Export").click()
        page.get_by_text("1 / 4").wait_for()
        go.set()
        with page.expect_download() as saved:
            page.get_by_role("link", name="Download talk.v2.zip").click()
        saved.value.save_as(tmp_path / "saved.zip")
    finally:
        page.close()

    assert len(zipfile.ZipFile(tmp_path / "saved.zip").namelist()) == 2


def test_every_form_is_offered_and_known_to_the_command_line() -> None:
    asked = [
        parse_arguments(["export", "slides.md", *arguments_of(choice.name)]) for choice in offered_choices()
    ]

    assert {form for chosen in asked for form in chosen.forms} == set(FORMATS)


def test_text_comes_out_of_a_process_of_its_own(tmp_path: Path) -> None:
    entry, folder = tmp_path / "talk.md", tmp_path / "out"
    entry.write_text("# One\n\n---\n\n# Two\n")
    folder.mkdir()
    run = served_exporter(Namespace(theme=None)).begin(entry, "text", folder)

    assert list(run.steps())[-1] == Exported(folder / "talk-export.txt")
    assert "Two" in (folder / "talk-export.txt").read_text()


def test_process_that_ends_without_a_result_says_why(tmp_path: Path) -> None:
    run = served_exporter(Namespace(theme=None)).begin(tmp_path / "gone.md", "text", tmp_path)
    end = list(run.steps())[-1]

    assert isinstance(end, Failed)
    assert "gone.md" in end.problem
