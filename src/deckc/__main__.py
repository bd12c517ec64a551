"""`python -m deckc`: the same as the command `deckc`."""

import sys

from deckc.cli import main

if __name__ == "__main__":
    sys.exit(main())
