"""What comes from outside the deck's files: icon sets of npm packages and remote pictures."""

from deckc.packages.icons import IconSets
from deckc.packages.remote import RemoteFiles

__all__ = ["IconSets", "RemoteFiles"]
