"""`deckc serve` as a process: it says where the deck is, and ends when it is asked to."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

PROGRAM = "import sys; from deckc.cli import main; sys.exit(main())"


def start(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    (folder / "slides.md").write_text("# One")
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "serve", *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "DECKC_OFFLINE": "1", "DECKC_CACHE": str(folder / ".cache")},
    )


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_serves_until_it_is_told_to_end(tmp_path: Path, ending: signal.Signals) -> None:
    process = start(tmp_path)
    assert process.stdout
    lines = [process.stdout.readline(), process.stdout.readline()]
    address = lines[1].split()[2]
    with urllib.request.urlopen(address, timeout=10) as response:  # noqa: S310 - our own address
        page = response.read()
    process.send_signal(ending)
    _, complaints = process.communicate(timeout=20)

    assert lines[0].startswith("slides.md: 1 slide, ")
    assert b"One" in page
    assert (process.returncode, complaints) == (0, "")


def test_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        _, complaints = start(tmp_path, "--port", port).communicate(timeout=20)

    assert complaints.startswith(f"deckc: cannot serve at 127.0.0.1:{port}: ")
    assert "--port" in complaints
