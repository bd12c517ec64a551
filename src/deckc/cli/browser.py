"""`deckc browser which` and `deckc browser install`.

/usr/bin/chromium  (used for exports)
/usr/bin/google-chrome
"""

from __future__ import annotations

import os
import sys
from argparse import Namespace

from deckc.export.browser import find_browser, installed_browsers, own_browser


def run_browser(chosen: Namespace) -> int:
    """Tell which browser is used, or install one; 1 where there is none in the end."""
    return _install() if chosen.action == "install" else _which(chosen.browser)


def _which(named: str | None) -> int:
    own = own_browser()
    used = find_browser(named, str(own))
    if used is not None:
        print(f"{used}  (used for exports)")
    others = [own, *installed_browsers()]
    for path in dict.fromkeys(path for path in others if path.is_file() and path != used):
        print(path)
    if used is None:
        wanted = named or os.environ.get("DECKC_BROWSER")
        missing = f'there is no browser "{wanted}"' if wanted else "no browser was found"
        print(f"deckc: {missing}; deckc browser install gets one", file=sys.stderr)
    return int(used is None)


def _install() -> int:
    from deckc.export.install import install_browser

    is_there = install_browser(lambda line: print(line, flush=True))
    used = find_browser(None, str(own_browser()))
    if is_there and used is not None:
        print(f"{used}  (used for exports)")
        return 0
    print(
        "deckc: no browser could be installed; install Chrome, Chromium, Edge or Brave by hand",
        file=sys.stderr,
    )
    return 1
