"""Cut the network for a page that is exported, except for what its deck names.

    named_hosts(['<iframe src="https://a.org/x">', 'see <a href="https://b.org">'])    {"a.org"}

A page may read its own folder. What it names on other hosts (a frame, a film, a picture that was left there) is
loaded, and a frame that was loaded may load in turn what it needs from public hosts. All else is refused, and
with `--offline` that too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from deckc.dataclass import dataclass

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, Route, WebSocketRoute

_LINKED = re.compile(r"<a\b[^>]*>")
_ADDRESS = re.compile(r"(?:\bhttps?:|(?<![:\w]))//([A-Za-z0-9.-]+(?::\d+)?)(?=[/?#\"'\s)\\]|$)")


@dataclass(frozen=True, slots=True)
class Network:
    """What a page may load."""

    folder: Path
    """Its own, as the site was written."""
    hosts: frozenset[str]
    """Those it names, with their ports."""


def named_hosts(texts: Iterable[str]) -> frozenset[str]:
    """Return the hosts that HTML, CSS and scripts name other than as the target of a link."""
    return frozenset(
        host.lower()
        for text in texts
        for host in _ADDRESS.findall(_LINKED.sub("", text))
        if "." in host or ":" in host
    )


async def cut_network(context: BrowserContext, network: Network) -> None:
    """Let the context load what `network` allows, and nothing else."""
    own = _own_addresses(network)

    async def decide(route: Route) -> None:
        is_fine = is_allowed(route.request.url, network, _asking_frame(route))
        await (route.continue_() if is_fine else route.abort())

    async def refuse(socket: WebSocketRoute) -> None:
        await socket.close()

    # what lies in its own folder never comes here: a turn through Python for every picture takes its time
    await context.route(re.compile(f"^(?!{'|'.join(map(re.escape, own))})"), decide)
    if not network.hosts:
        await context.route_web_socket(re.compile(""), refuse)


def _asking_frame(route: Route) -> str:
    """Return where the frame is that asks; "" for the page itself, and for a window that is just being opened."""
    from playwright.async_api import Error

    try:
        frame = route.request.frame
    except Error:
        return ""
    return "" if frame.parent_frame is None else frame.url


def is_allowed(address: str, network: Network, frame: str) -> bool:
    """Return whether `network` allows an address; `frame` is where a frame that asks for it is, "" for the page."""
    if address.startswith(_own_addresses(network)):
        return True
    asked = urlsplit(address)
    if asked.scheme not in {"http", "https"}:
        return False
    if asked.netloc.lower() in network.hosts:
        return True
    return urlsplit(frame).scheme in {"http", "https"} and _is_public(asked.hostname or "")


def _own_addresses(network: Network) -> tuple[str, ...]:
    """Return how the addresses begin that lead nowhere else."""
    return f"{network.folder.resolve().as_uri()}/", "data:", "blob:", "about:"


def _is_public(host: str) -> bool:
    """Return whether a frame may ask this host: never this machine or its network by their usual names."""
    import ipaddress

    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return "." in host and not host.endswith((".local", ".localhost", ".internal", ".lan"))
