"""`deckc packages`: install npm packages for the components of a deck.

deckc packages add chart.js three      deckc-packages.lock beside the deck, the packages in deckc's cache
"""

from __future__ import annotations

import sys
from argparse import Namespace

from deckc.packages.npm_folders import LOCK, NpmFolders
from deckc.packages.problem import PackageError


def run_packages(chosen: Namespace) -> int:
    """Install what is named; exit status 1 where that fails."""
    folder = chosen.deck.resolve()
    try:
        NpmFolders(folder).add(chosen.names)
    except PackageError as error:
        print(f"deckc: {', '.join(chosen.names)}: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"deckc: cannot write {folder / LOCK}: {error.strerror or error}", file=sys.stderr)
        return 1
    print(f"added {', '.join(chosen.names)}  {folder / LOCK}")
    return 0
