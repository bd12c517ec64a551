"""Who asks is known by the connection and its headers, and a stranger gets nothing."""

from __future__ import annotations

import pytest

from deckc.serve.guard import Guard

LOCAL = Guard()
REMOTE = Guard("0.0.0.0", is_remote=True, password="open sesame")  # noqa: S104, S106 - of the test


def request(
    peer: str = "127.0.0.1",
    *,
    kind: str = "http",
    method: str = "GET",
    host: str = "localhost:3030",
    **headers: str,
) -> dict[str, object]:
    named = {"host": host, **{name.replace("_", "-"): value for name, value in headers.items()}}
    raw = [(name.encode(), value.encode()) for name, value in named.items()]
    return {"type": kind, "method": method, "client": (peer, 5000), "headers": raw}


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1:3030", "[::1]:3030", "192.168.1.5", "deck.localhost"]
)
def test_name_of_this_machine_is_known(host: str) -> None:
    assert LOCAL.refusal(request(host=host)) is None


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "", "@localhost.x", "[::1", "a b"]
)
def test_other_name_is_refused(host: str) -> None:
    assert LOCAL.refusal(request(host=host))


def test_name_that_was_allowed_is_known() -> None:
    assert Guard(allowed_hosts=("Talk.example",)).refusal(request(host="talk.example")) is None


def test_other_machine_is_refused_unless_it_may_watch() -> None:
    assert LOCAL.refusal(request("192.168.1.7", host="192.168.1.5"))
    assert REMOTE.refusal(request("192.168.1.7", host="192.168.1.5")) is None


@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_page_of_another_origin_is_refused(kind: str) -> None:
    assert LOCAL.refusal(request(kind=kind, origin="https://evil.example"))
    assert LOCAL.refusal(request(kind=kind, origin="http://localhost:8080"))
    assert LOCAL.refusal(request(kind=kind, origin="null"))
    assert LOCAL.refusal(request(kind=kind, origin="http://localhost:3030")) is None


def test_picture_or_frame_on_another_site_is_refused_and_a_link_is_not() -> None:
    cross = {"sec_fetch_site": "cross-site"}

    assert LOCAL.refusal(request(**cross, sec_fetch_mode="no-cors", sec_fetch_dest="image"))
    assert LOCAL.refusal(request(**cross, sec_fetch_mode="navigate", sec_fetch_dest="iframe"))
    assert LOCAL.refusal(request(**cross, sec_fetch_mode="navigate", sec_fetch_dest="document")) is None


def test_only_what_comes_straight_from_this_machine_is_local() -> None:
    assert REMOTE.is_local(request())
    assert REMOTE.is_local(request("::1", host="[::1]:3030"))
    assert REMOTE.is_local(request("::ffff:127.0.0.1"))
    assert not REMOTE.is_local(request("192.168.1.7", host="localhost"))
    assert not REMOTE.is_local(request(host="talk.example"))
    assert not REMOTE.is_local(request(x_forwarded_for="192.168.1.7"))
    assert not REMOTE.is_local(request(forwarded="for=192.168.1.7"))


def test_password_is_the_one_that_was_set_and_never_nothing() -> None:
    assert REMOTE.is_password("open sesame")
    assert not REMOTE.is_password("open sesam")
    assert not REMOTE.is_password("")
    assert not LOCAL.is_password("")
    assert not REMOTE.is_password("öffne \ud800")
