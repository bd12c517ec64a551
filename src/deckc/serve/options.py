"""How a deck, or a folder of decks, is to be served."""

from __future__ import annotations

from deckc.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """What the command line decides."""

    host: str = "127.0.0.1"
    port: int | None = None
    """None: the first that is free."""
    is_remote: bool = False
    """Whether other machines may watch."""
    password: str = ""
    """What lets another machine drive."""
    allowed_hosts: tuple[str, ...] = ()
    """Further names under which the server is reached."""
    backplane: str = ""
    """Address of the Redis server that processes of one audience share; empty: there is one process."""
    theme: str | None = None
