"""Decide who may ask for what, before anything is answered.

from 127.0.0.1, Host localhost:3030            this machine: everything
from 192.168.1.7                               nothing; with `--remote` the deck, to watch
from 127.0.0.1, Host evil.example              nothing: a name made to lead here (DNS rebinding)
from 127.0.0.1, Origin https://evil.example    nothing: a page of another site
"""

from __future__ import annotations

import hmac
import ipaddress
import socket
from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from deckc.dataclass import dataclass

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

_PASSED_ON = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
"""Headers of a proxy: what it passes on comes from anywhere."""
_HARMLESS = frozenset(("GET", "HEAD"))
_FOREIGN = b"This host name is not served here; --allow-host NAME lets it in.\n"
_NOT_REMOTE = b"This deck is shown on its own machine only; deckc serve --remote lets others watch.\n"
_CROSS_SITE = b"Pages of other sites get nothing here.\n"


@dataclass(frozen=True, slots=True)
class Guard:
    """What is let in."""

    host: str = "127.0.0.1"
    """The address that is listened at."""
    allowed_hosts: tuple[str, ...] = ()
    """Further names under which this server is reached, behind a balancer for example."""
    is_remote: bool = False
    """Whether other machines may watch."""
    password: str = ""
    """What lets another machine drive; empty: nothing does."""

    def knows_host(self, header: str) -> bool:
        """Return whether a Host header names this server.

        A page of another site can make its own name resolve to 127.0.0.1 and then read what is served here;
        its requests carry that name. Addresses in digits cannot be rebound.
        """
        name = _host_name(header)
        machine = socket.gethostname().lower()
        own = {
            "localhost",
            self.host.lower(),
            machine,
            f"{machine}.local",
            *map(str.lower, self.allowed_hosts),
        }
        return name in own or name.endswith(".localhost") or _ip_of(name) is not None

    def is_local(self, scope: Scope) -> bool:
        """Return whether a request comes from this machine, asked for by itself and not by way of a proxy."""
        headers = headers_of(scope)
        name = _host_name(headers.get("host", ""))
        peer = _ip_of((scope.get("client") or ("",))[0])
        named = name == "localhost" or name.endswith(".localhost") or _is_loopback(_ip_of(name))
        return _is_loopback(peer) and named and not any(header in headers for header in _PASSED_ON)

    def is_password(self, given: str) -> bool:
        """Return whether this is the password; how long that takes tells nothing of it."""
        is_equal = hmac.compare_digest(given.encode("utf-8", "replace"), self.password.encode())
        return is_equal and bool(self.password)

    def refusal(self, scope: Scope) -> bytes | None:
        """Return why a request gets nothing; None where it may be answered."""
        headers = headers_of(scope)
        if not self.knows_host(headers.get("host", "")):
            return _FOREIGN
        if not self.is_remote and not _is_loopback(_ip_of((scope.get("client") or ("",))[0])):
            return _NOT_REMOTE
        return _CROSS_SITE if _is_cross_site(scope, headers) else None


def headers_of(scope: Scope) -> Mapping[str, str]:
    """Return a request's headers by their names in lower case; of several of one name the last."""
    return {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}


def guarded(app: ASGIApp, guard: Guard) -> ASGIApp:
    """Return an application to which only what the guard lets in comes through."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        refusal = guard.refusal(scope) if scope["type"] in {"http", "websocket"} else None
        if refusal is None:
            await app(scope, receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008})  # before it is accepted: the answer is 403
        else:
            headers = [(b"content-type", b"text/plain"), (b"content-length", str(len(refusal)).encode())]
            await send({"type": "http.response.start", "status": 403, "headers": headers})
            await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else refusal})

    return answer


def _is_cross_site(scope: Scope, headers: Mapping[str, str]) -> bool:
    """Return whether a page of another origin asks; a link that a reader follows from one is no such thing."""
    origin = headers.get("origin")
    if origin is not None and urlsplit(origin).netloc.lower() != headers.get("host", "").lower():
        return True
    if scope["type"] == "websocket" or scope["method"] not in _HARMLESS:
        return False
    site = headers.get("sec-fetch-site", "same-origin")
    is_followed = headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"
    return site not in {"same-origin", "none"} and not is_followed


def _host_name(header: str) -> str:
    try:
        return urlsplit(f"//{header}").hostname or ""
    except ValueError:
        return ""


def _ip_of(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(name)
    except ValueError:
        return None


def _is_loopback(address: ipaddress.IPv4Address | ipaddress.IPv6Address | None) -> bool:
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    return address is not None and address.is_loopback
