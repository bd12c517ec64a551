"""Several `serve` processes with one Redis server are one room; one that is killed takes nothing with it."""

from __future__ import annotations

import contextlib
import json
import shutil
import signal
import socket
import subprocess
import sys
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from websockets.sync.client import connect

ELSEWHERE = {"X-Forwarded-For": "192.0.2.1"}


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
        return port


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[str]:
    program = shutil.which("redis-server")
    if program is None:
        warnings.warn("redis-server is not installed: the backplane is NOT tested", stacklevel=1)
        pytest.skip("redis-server is not installed: apt-get install redis-server")
    port = free_port()
    command = [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(tmp_path)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    wait_for_port(port)
    yield f"redis://127.0.0.1:{port}/0"
    process.terminate()
    process.wait(10)


def wait_for_port(port: int) -> None:
    for _ in range(600):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 0.1):
            return
        time.sleep(0.05)
    raise TimeoutError


class Process:
    """A `deckc serve` of its own."""

    def __init__(self, entry: Path, redis: str) -> None:
        self.port = free_port()
        command = [sys.executable, "-m", "deckc", "serve", str(entry), "--port", str(self.port)]
        self.process = subprocess.Popen(
            [*command, "--remote", "secret", "--backplane", redis], stdout=subprocess.DEVNULL
        )
        wait_for_port(self.port)

    @contextlib.contextmanager
    def window(self, role: str, headers: dict[str, str] | None = None, **entries: object) -> Iterator[Any]:
        address = f"ws://localhost:{self.port}/-deckc/sync"
        with connect(address, proxy=None, additional_headers=headers or {}) as opened:
            opened.send(json.dumps({"hello": {"id": role, "role": role, "password": "", "set": entries}}))
            yield opened

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)


@pytest.fixture
def processes(tmp_path: Path, redis: str) -> Iterator[list[Process]]:
    entry = tmp_path / "talk.md"
    entry.write_text("# One\n\n---\n\n# Two\n")
    started = [Process(entry, redis) for _ in range(2)]
    yield started
    for each in started:
        each.kill()


def hear(window: Any, key: str) -> object:
    """Return the next value of an entry that a window is told of."""
    while True:
        told = json.loads(window.recv(10)).get("set", {})
        if key in told:
            return told[key][2]


def test_step_at_one_process_reaches_viewers_at_the_other(processes: list[Process]) -> None:
    one, other = processes
    with one.window("presenter") as presenter, other.window("viewer", ELSEWHERE) as viewer:
        presenter.recv(10)
        viewer.recv(10)
        for step in range(1, 20):
            presenter.send(json.dumps({"set": {"slide": [step, "p", step], "clicks": [step, "p", 0]}}))
        heard = 0
        while heard != 19:
            heard = int(str(hear(viewer, "slide")))

    assert heard == 19


def test_process_that_is_killed_takes_nothing_with_it(
    processes: list[Process], redis: str, tmp_path: Path
) -> None:
    one, other = processes
    with one.window("presenter") as presenter, other.window("viewer", ELSEWHERE) as viewer:
        presenter.recv(10)
        viewer.recv(10)
        drawn = {"slide": [7, "p", 2], "clicks": [7, "p", 1], "drawings/2": [7, "p", "<path/>"]}
        presenter.send(json.dumps({"set": drawn}))
        hear(viewer, "drawings/2")
        one.kill()
    third = Process(tmp_path / "talk.md", redis)
    try:
        for process in (other, third):
            with process.window("presenter") as window:
                assert json.loads(window.recv(10))["set"] == drawn
    finally:
        third.kill()
