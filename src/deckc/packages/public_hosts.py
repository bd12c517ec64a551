"""Connect to public hosts only: a stranger's deck must not make the author's machine ask its own network.

    connect(("example.com", 443), timeout=5)      a socket
    connect(("localhost", 80), timeout=5)         ForbiddenHostError

A name is resolved once, its addresses are checked, and those very addresses are connected to, so that a name
that resolves to something else a moment later gains nothing. `DECKC_ALLOW_PRIVATE=1` lifts the rule.
"""

from __future__ import annotations

import ipaddress
import os
import socket

_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""NAT64: IPv6 addresses that stand for an IPv4 address, in their last four bytes."""


class ForbiddenHostError(OSError):
    """The host lies on this machine or in a private network."""


def connect(
    address: tuple[str, int], timeout: float | None = None, source_address: tuple[str, int] | None = None
) -> socket.socket:
    """Return a socket that is connected to a public address of the host; as `socket.create_connection`.

    Raises:
        ForbiddenHostError: An address of the host is not public.
        OSError: The host cannot be resolved or reached.
    """
    host, port = address
    places = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    if not allows_private():
        for place in places:
            check_address(str(place[4][0]), host)
    failure = OSError(f"{host} has no address")
    for place in places[:4]:
        try:
            return socket.create_connection((str(place[4][0]), port), timeout, source_address)
        except OSError as error:
            failure = error
    raise failure


def check_address(address: str, host: str) -> None:
    """Raise ForbiddenHostError unless an IP address is a public one."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        ip = ip.ipv4_mapped or ip.sixtofour or (_last_four(ip) if ip in _TRANSLATED else ip)
    if not ip.is_global or ip.is_multicast:
        message = f"{host} is in a private network; DECKC_ALLOW_PRIVATE=1 allows it"
        raise ForbiddenHostError(message)


def allows_private() -> bool:
    """Return whether the author allows hosts of private networks."""
    return os.environ.get("DECKC_ALLOW_PRIVATE", "") == "1"


def _last_four(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address:
    return ipaddress.IPv4Address(ip.packed[-4:])
