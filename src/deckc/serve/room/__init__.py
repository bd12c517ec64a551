"""The windows of a talk share one state: docs/sync-protocol.md."""

from deckc.serve.room.backplane import Backplane, MemoryBackplane
from deckc.serve.room.room import Room
from deckc.serve.room.socket import meet

__all__ = ["Backplane", "MemoryBackplane", "Room", "meet"]
