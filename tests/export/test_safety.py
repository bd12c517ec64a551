"""What an export may load, how long it waits, and what it says when the machine refuses."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from deckc.export import pdf
from deckc.export.direct.page import DirectPage
from deckc.export.network import named_hosts
from deckc.export.playwright_page import PlaywrightPage

from .conftest import Export, read_pdf, texts_of

if TYPE_CHECKING:
    from deckc.export.open_page import OpenPage

pytestmark = pytest.mark.usefixtures("engine")


PAGES = {
    "/asks": b"""<p>Framed words</p><script>
        const ask = "fetch(`${origin}/fetched`, { mode: 'no-cors' })";
        fetch(`http://localhost:${location.port}/elsewhere`, { mode: "no-cors" });
        new Worker(URL.createObjectURL(new Blob([ask.replace("${origin}", `http://localhost:${location.port}`)])));
        open(`http://localhost:${location.port}/opened`);
    </script>""",
}


@pytest.fixture
def host() -> Iterator[tuple[str, list[str]]]:
    """A web server of this machine, and the paths that it was asked for."""
    asked: list[str] = []
    picture = BytesIO()
    Image.new("RGB", (8, 8), "blue").save(picture, "PNG")

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            if self.path == "/never":
                time.sleep(5)
            self.send_response(200)
            self.send_header("Content-Type", "image/png" if self.path.endswith(".png") else "text/html")
            self.end_headers()
            page = PAGES.get(self.path, b"<p>Framed words</p>")
            self.wfile.write(picture.getvalue() if self.path.endswith(".png") else page)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"127.0.0.1:{server.server_port}", asked
    server.shutdown()


def test_named_hosts_are_those_of_what_is_shown() -> None:
    texts = [
        '<iframe src="https://a.org/x"></iframe> see <a class="x" href="https://b.org/y">b</a>',
        "@import url(//fonts.c.net/css?a); .x{background:url('http://d.io:8080/p.png')}",
    ]

    assert named_hosts(texts) == {"a.org", "fonts.c.net", "d.io:8080"}


def test_page_loads_what_it_names_and_nothing_else(
    folder: Path, export: Export, host: tuple[str, list[str]]
) -> None:
    name, asked = host
    (folder / "talk.md").write_text(
        f'# One\n\n<iframe src="http://{name}/frame"></iframe>\n\n[link](http://{name}/linked)\n'
    )
    assert export("-o", "a.pdf") == 0

    assert "Framed words" in texts_of(folder / "a.pdf")[0]
    assert asked == ["/frame"]


def test_frame_asks_no_host_of_this_machine_but_its_own(
    folder: Path, export: Export, host: tuple[str, list[str]]
) -> None:
    name, asked = host
    (folder / "talk.md").write_text(f'# One\n\n<iframe src="http://{name}/asks"></iframe>\n')
    assert export("--wait", "0.5", "-o", "a.pdf") == 0

    assert "Framed words" in texts_of(folder / "a.pdf")[0]
    assert asked == ["/asks"]


def test_frame_that_never_comes_is_named(
    folder: Path, export: Export, host: tuple[str, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    name, _ = host
    (folder / "talk.md").write_text(f'# One\n\n---\n\n# Two\n\n<iframe src="http://{name}/never"></iframe>\n')
    assert export("--timeout", "1", "-o", "a.pdf") == 1

    assert f"slide 2 waits for the frame http://{name}/never" in capsys.readouterr().err


def test_offline_loads_nothing(folder: Path, export: Export, host: tuple[str, list[str]]) -> None:
    name, asked = host
    (folder / "talk.md").write_text(
        f'# One\n\n<iframe src="http://{name}/frame"></iframe>\n\n<img src="http://{name}/a.png">\n'
    )
    assert export("--offline", "--keep-remote", "-o", "a.pdf") == 0

    assert asked == []
    assert "One" in texts_of(folder / "a.pdf")[0]


def test_page_reads_no_files_but_its_own(folder: Path, export: Export) -> None:
    (folder / "secret.txt").write_text("the secret")
    secret = (folder / "secret.txt").as_uri()
    (folder / "talk.md").write_text(f'# One\n\n<iframe src="{secret}"></iframe>\n')
    export("-o", "a.pdf")

    assert "secret" not in "".join(texts_of(folder / "a.pdf"))


def test_slide_that_does_not_get_ready_is_named(
    folder: Path, export: Export, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "talk.md").write_text('# One\n\n---\n\n# Two\n\n<div data-waitfor=".never">x</div>\n')
    assert export("--timeout", "1", "-o", "a.pdf") == 1

    err = capsys.readouterr().err
    assert 'error[export-timeout]: after 1 s slide 2 waits for an element ".never" (data-waitfor)' in err
    assert "--timeout" in err
    assert not (folder / "a.pdf").exists()


def test_slide_whose_element_is_there_is_not_waited_for(folder: Path, export: Export) -> None:
    (folder / "talk.md").write_text('# One\n\n<div data-waitfor=".here"><b class="here">x</b></div>\n')

    assert export("--timeout", "10", "-o", "a.pdf") == 0


def test_place_that_cannot_be_written_is_told(
    folder: Path, export: Export, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "file").write_text("a file, no folder")
    assert export("-o", "file/a.pdf") == 1
    assert "error[export-write]: cannot write file" in capsys.readouterr().err
    assert (folder / "file").read_text() == "a file, no folder"


async def crash(page: OpenPage) -> None:
    if isinstance(page, DirectPage):
        await page._connection.post("Browser.crash")
    elif isinstance(page, PlaywrightPage):
        protocol = await page._page.context.browser.new_browser_cdp_session()  # type: ignore[union-attr] - it was launched
        await protocol.send("Browser.crash")


def crash_at(monkeypatch: pytest.MonkeyPatch, times: int, sheet: str) -> list[int]:
    """Let the browser crash the first times that it prints a page which holds this sheet."""
    crashes = [0]
    real = pdf.print_page

    async def print_or_crash(page: OpenPage, *rest: Any) -> bytes:
        if crashes[0] < times and await page.run("(id) => !!document.getElementById(id)", sheet):
            crashes[0] += 1
            await crash(page)
        return await real(page, *rest)

    monkeypatch.setattr(pdf, "print_page", print_or_crash)
    return crashes


def test_browser_that_crashes_is_started_again(
    folder: Path, export: Export, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashes = crash_at(monkeypatch, 1, "002-01")

    assert export("-o", "a.pdf") == 0
    assert crashes == [1]
    assert len(read_pdf(folder / "a.pdf").pages) == 4


def test_slide_at_which_the_browser_crashes_again_is_named(
    folder: Path, export: Export, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    crash_at(monkeypatch, 99, "002-01")

    assert export("-o", "a.pdf") == 1
    assert "error[browser-crashed]: the browser crashed twice, at slide 2" in capsys.readouterr().err
    assert not (folder / "a.pdf").exists()
