"""What comes from outside the deck's files: icon sets and fonts of npm packages, and remote pictures."""

from deckc.packages.fonts import FontsourceFonts
from deckc.packages.icons import IconSets
from deckc.packages.remote import RemoteFiles

__all__ = ["FontsourceFonts", "IconSets", "RemoteFiles"]
