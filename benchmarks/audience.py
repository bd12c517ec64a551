"""Let viewers follow a presenter through `deckc serve`, and time how long each step takes to reach them.

    python benchmarks/audience.py                                  1,000 viewers, 100 steps
    python benchmarks/audience.py --backplane redis://localhost    two processes, half of the viewers at each

Prints the latency from the presenter's step to the viewers' hearing of it, what was lost, and the server's memory.
The viewers run in a process of their own and read frames as they come, without a WebSocket library: that would take
more of the machine than the server does.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import contextlib
import json
import os
import re
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SLIDES = "\n\n---\n\n".join(f"# Slide {number}" for number in range(1, 120))
_PLACE = re.compile(rb'"slide":\[\d+,"[^"]*",(\d+)\]')


@dataclass(slots=True)
class Viewer:
    """One connection that only listens."""

    heard: dict[int, float] = field(default_factory=dict)
    """Slide -> when it was heard of."""
    last: int = 0
    writer: asyncio.StreamWriter | None = None


def frame(text: str) -> bytes:
    """Return a masked text frame; the mask is of zeros."""
    payload = text.encode()
    size = bytes([0x80 | len(payload)]) if len(payload) < 126 else b"\xfe" + len(payload).to_bytes(2, "big")
    return b"\x81" + size + bytes(4) + payload


async def join(port: int, role: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """Return a connection that has said hello."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    key = base64.b64encode(os.urandom(16)).decode()
    lines = [
        "GET /-deckc/sync HTTP/1.1",
        f"Host: localhost:{port}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        f"Sec-WebSocket-Key: {key}",
        "Sec-WebSocket-Version: 13",
        *(["X-Forwarded-For: 192.0.2.1"] if role == "viewer" else []),  # the audience is elsewhere
    ]
    writer.write(("\r\n".join(lines) + "\r\n\r\n").encode())
    await reader.readuntil(b"\r\n\r\n")
    hello = {"id": f"{role}{os.urandom(4).hex()}", "role": role, "password": "", "set": {}}
    writer.write(frame(json.dumps({"hello": hello})))
    return reader, writer


async def watch(viewer: Viewer, port: int) -> asyncio.Task[None]:
    """Let a viewer in; the task reads what it is told."""
    reader, viewer.writer = await join(port, "viewer")

    async def read() -> None:
        with contextlib.suppress(ConnectionError):
            while data := await reader.read(65536):
                now = time.perf_counter()
                for match in _PLACE.finditer(data):
                    viewer.last = int(match[1])
                    viewer.heard.setdefault(viewer.last, now)

    return asyncio.create_task(read())


async def run(ports: list[int], viewers: int, steps: int, pause_s: float) -> None:
    """Run the talk and print what came of it."""
    audience = [Viewer() for _ in range(viewers)]
    readers: list[asyncio.Task[None]] = []
    for start in range(0, viewers, 50):
        batch = audience[start : start + 50]
        readers += await asyncio.gather(
            *(watch(v, ports[(start + at) % len(ports)]) for at, v in enumerate(batch))
        )
    await asyncio.sleep(1)
    _, presenter = await join(ports[0], "presenter")
    await asyncio.sleep(0.2)
    sent: dict[int, float] = {}
    for step in range(1, steps + 1):
        moment = int(time.time() * 1000)
        change = {"slide": [moment, "talker", step], "clicks": [moment, "talker", 0]}
        sent[step] = time.perf_counter()
        presenter.write(frame(json.dumps({"set": change}, separators=(",", ":"))))
        await asyncio.sleep(pause_s)
    await asyncio.sleep(2)
    delays = sorted(
        1000 * (heard - sent[step])
        for viewer in audience
        for step, heard in viewer.heard.items()
        if step in sent
    )
    lost = sum(viewer.last != steps for viewer in audience)
    print(f"{viewers} viewers, {steps} steps, {len(ports)} process(es)")
    print(
        f"heard {len(delays)} of {viewers * steps}; median {statistics.median(delays):.1f} ms, "
        f"p95 {delays[int(len(delays) * 0.95)]:.1f} ms, worst {delays[-1]:.1f} ms; {lost} not at the end state"
    )
    for task in readers:
        task.cancel()


@contextlib.contextmanager
def serving(deck: Path, port: int, more: list[str]) -> Iterator[subprocess.Popen[str]]:
    """Run `deckc serve` until the end of the block, and print its memory."""
    command = [
        sys.executable,
        "-m",
        "deckc",
        "serve",
        str(deck),
        "--port",
        str(port),
        "--remote",
        "secret",
        *more,
    ]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    while "serving" not in (line := process.stdout.readline() if process.stdout else ""):
        if not line:
            sys.exit("deckc serve did not start")
    try:
        yield process
        with contextlib.suppress(OSError, AttributeError):
            status = Path(f"/proc/{process.pid}/status").read_text()
            peak = re.search(r"VmHWM:\s+(\d+)", status)
            used = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
            cpu_s = (int(used[11]) + int(used[12])) / os.sysconf("SC_CLK_TCK")
            print(f"server at port {port}: {int(peak[1]) / 1024 if peak else 0:.0f} MB, {cpu_s:.1f} s of CPU")
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(10)


def main() -> None:
    """Run the benchmark."""
    options = argparse.ArgumentParser()
    options.add_argument("--viewers", type=int, default=1000)
    options.add_argument("--steps", type=int, default=100)
    options.add_argument("--pause", type=float, default=0.2, help="seconds between steps")
    options.add_argument("--backplane", default="")
    chosen = options.parse_args()
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    ports = [4871, 4872] if chosen.backplane else [4871]
    more = ["--backplane", chosen.backplane] if chosen.backplane else []
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        deck = Path(folder) / "talk.md"
        deck.write_text(SLIDES)
        for port in ports:
            stack.enter_context(serving(deck, port, more))
        asyncio.run(run(ports, chosen.viewers, chosen.steps, chosen.pause))


if __name__ == "__main__":
    main()
