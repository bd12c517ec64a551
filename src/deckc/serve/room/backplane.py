"""What several `serve` processes of one audience share: the state of each talk, and each change of it.

Each process answers its own viewers from its own memory. What it writes it hands to the backplane, which tells the
others; what they write it is told. Entries carry their time, so order and repetition do not matter.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from deckc.serve.room.entries import Changes, Entry

Hear = Callable[[str, Mapping[str, Entry]], None]
"""Called in the event loop with the name of a talk and what another process wrote."""


class Backplane(Protocol):
    """Connects the processes. All methods are called in one event loop."""

    async def open(self, hear: Hear) -> None:
        """Listen to the other processes from now on."""
        ...

    async def load(self, talk: str) -> Mapping[str, Entry]:
        """Return the state of a talk as far as any process wrote it."""
        ...

    def write(self, talk: str, changes: Changes) -> None:
        """Hand on what was written; returns at once, and what cannot be handed on now is later."""
        ...

    async def close(self) -> None:
        """Let go."""
        ...


class MemoryBackplane:
    """Nobody to tell: this process is alone."""

    async def open(self, hear: Hear) -> None:
        """Do nothing: nothing will be heard."""

    async def load(self, talk: str) -> Mapping[str, Entry]:  # noqa: ARG002
        """Return nothing."""
        return {}

    def write(self, talk: str, changes: Changes) -> None:
        """Do nothing: the room holds it."""

    async def close(self) -> None:
        """Do nothing."""
