"""Tell where the deck is: on this machine, on the network, and as a code for the phone.

here       http://localhost:3030/
network    http://192.168.1.5:3030/
presenter  http://localhost:3030/#/presenter
"""

from __future__ import annotations

import io
import socket
from collections.abc import Iterator
from urllib.parse import quote

from deckc.serve.options import ServeOptions
from deckc.serve.web import WebServer


def describe_addresses(web: WebServer, options: ServeOptions, *, is_folder: bool) -> Iterator[str]:
    """Yield the lines that tell of the addresses."""
    yield f"serving at {web.address}"
    if not is_folder:
        yield f"  presenter  {web.address}#/presenter"
    if not options.is_remote:
        return
    places = network_addresses() if web.is_open else [web.host]
    for place in places:
        yield f"  audience   http://{_bracketed(place)}:{web.port}/"
    yield f"  password   {options.password}"
    if places and not is_folder:
        address = remote_address(places[0], web.port, options.password)
        yield f"  phone      {address}"
        yield qr_code(address)


def remote_address(host: str, port: int, password: str) -> str:
    """Return what a phone opens to drive the talk."""
    return f"http://{_bracketed(host)}:{port}/?password={quote(password, safe='')}#/entry"


def qr_code(text: str) -> str:
    """Return a QR code for the terminal."""
    import segno

    drawn = io.StringIO()
    segno.make(text, error="l").terminal(drawn, compact=True)
    return drawn.getvalue().rstrip("\n")


def network_addresses() -> list[str]:
    """Return this machine's addresses in its networks, the one that leads out first."""
    found: dict[str, None] = {}
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # sends nothing; the system chooses the way
            found[probe.getsockname()[0]] = None
        except OSError:
            pass
    try:
        for *_, place in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET):
            found[str(place[0])] = None
    except OSError:
        pass
    return [address for address in found if not address.startswith("127.")]


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
