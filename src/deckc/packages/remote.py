"""Fetch remote pictures while compiling, all at once, and keep them for the next build.

    RemoteFiles().fetch([address])   {address: Fetched(b"...", "image/png")} or {address: "why not"}

One time limit holds for all addresses of a call together; what is not there by then has failed.
"""

from __future__ import annotations

import hashlib
import json
import threading
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from deckc.model.services import Fetched
from deckc.packages.cache import cache_folder, is_offline, keep

TIMEOUT_S = 5.0
"""For all addresses of a build together."""
RETRY_AFTER_S = 60.0
"""`serve` compiles often: an address that failed is not asked again before this."""
_MOST_AT_ONCE = 16


class RemoteFiles:
    """Fetches addresses, with a cache on the disk; implements `RemoteFetch`."""

    def __init__(self, timeout_s: float = TIMEOUT_S) -> None:
        self._timeout_s = timeout_s
        self._had: dict[str, Fetched] = {}
        self._failed: dict[str, tuple[float, str]] = {}

    def fetch(self, addresses: Iterable[str]) -> Mapping[str, Fetched | str]:
        """Return for each address the file, or why it could not be had."""
        wanted = list(dict.fromkeys(addresses))
        for address in wanted:
            self._recall(address)
        missing = [address for address in wanted if address not in self._had and self._may_ask(address)]
        if missing and not is_offline():
            self._ask(missing)
        return {address: self._had.get(address) or self._why_not(address) for address in wanted}

    def _recall(self, address: str) -> None:
        kept = None if address in self._had else _read_kept(_place(address))
        if kept:
            self._had[address] = kept

    def _may_ask(self, address: str) -> bool:
        at, _ = self._failed.get(address, (-RETRY_AFTER_S, ""))
        return time.monotonic() - at >= RETRY_AFTER_S

    def _why_not(self, address: str) -> str:
        if is_offline():
            return "DECKC_OFFLINE is set and it was never fetched"
        _, reason = self._failed.get(address, (0.0, f"it did not come within {self._timeout_s:g} s"))
        return reason

    def _ask(self, addresses: list[str]) -> None:
        """Fetch addresses in daemon threads: a name server that never answers must not hold up the build."""
        deadline = time.monotonic() + self._timeout_s
        results: dict[str, Fetched | str] = {}
        waiting = iter(addresses)
        lock = threading.Lock()

        def work() -> None:
            while True:
                with lock:
                    address = next(waiting, None)
                if address is None:
                    return
                results[address] = _fetch_one(address, deadline)

        threads = [threading.Thread(target=work, daemon=True) for _ in addresses[:_MOST_AT_ONCE]]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(max(0.0, deadline - time.monotonic()))
        self._remember(addresses, dict(results))

    def _remember(self, addresses: list[str], results: Mapping[str, Fetched | str]) -> None:
        for address in addresses:
            match results.get(address, f"it did not come within {self._timeout_s:g} s"):
                case Fetched() as fetched:
                    self._had[address] = fetched
                    self._failed.pop(address, None)
                case reason:
                    self._failed[address] = (time.monotonic(), str(reason))


def _fetch_one(address: str, deadline: float) -> Fetched | str:
    """Return the file, kept for later builds, or why it could not be had."""
    from deckc.packages.download import DownloadError, download  # http and ssl are slow to load

    try:
        fetched = download(address, deadline)
    except DownloadError as error:
        return str(error)
    try:
        keep(_place(address), _packed(fetched))
    except OSError:  # a cache that cannot be written costs the next build time, and this one nothing
        return fetched
    return fetched


def _place(address: str) -> Path:
    return cache_folder() / "remote" / hashlib.sha256(address.encode()).hexdigest()


def _packed(fetched: Fetched) -> bytes:
    """Return what is kept: one line of JSON, then the content."""
    head = {"media_type": fetched.media_type, "size": len(fetched.content)}
    return json.dumps(head).encode() + b"\n" + fetched.content


def _read_kept(path: Path) -> Fetched | None:
    try:
        head, _, content = path.read_bytes().partition(b"\n")
        described = json.loads(head)
    except (OSError, ValueError):
        return None
    if not isinstance(described, dict) or described.get("size") != len(content):
        return None
    return Fetched(content, str(described.get("media_type", "")))
