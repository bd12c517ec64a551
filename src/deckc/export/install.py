"""Get a browser to export with: Playwright's installer, else the system's package manager.

for line in install_browser(print): ...
installers()    [["/usr/bin/python", "-P", "-m", "playwright", "install", ...], ["apt-get", "install", ...]]
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence

_PACKAGE_MANAGERS = (
    ("apt-get", "install", "--yes", "chromium"),
    ("dnf", "install", "--assumeyes", "chromium"),
    ("zypper", "--non-interactive", "install", "chromium"),
    ("pacman", "--sync", "--noconfirm", "chromium"),
    ("apk", "add", "chromium"),
    ("brew", "install", "--cask", "chromium"),
    ("winget", "install", "--exact", "--id", "Google.Chrome"),
    ("choco", "install", "--yes", "chromium"),
)
_FOR_ANYONE = frozenset({"brew", "winget"})
"""Those that need no administrator."""


def installers() -> Iterator[Sequence[str]]:
    """Yield commands that would install a browser, the likeliest to work first."""
    yield (sys.executable, "-P", "-m", "playwright", "install", "chromium")
    for name, *arguments in _PACKAGE_MANAGERS:
        program = shutil.which(name)
        if program:
            yield (program, *arguments)


def install_browser(say: Callable[[str], None]) -> bool:
    """Run installers until one succeeds; return whether one did. What needs an administrator is only told."""
    for command in installers():
        words = " ".join(command)
        if not _may_run(command[0]):
            say(f"this needs an administrator: sudo {words}")
            continue
        say(f"running {words}")
        if subprocess.run(command, check=False).returncode == 0:
            return True
        say("that failed")
    return False


def _may_run(program: str) -> bool:
    name = os.path.basename(program).removesuffix(".exe")  # noqa: PTH119 - a name, not a path
    is_manager = any(name == manager[0] for manager in _PACKAGE_MANAGERS)
    is_administrator = not hasattr(os, "geteuid") or os.geteuid() == 0
    return not is_manager or name in _FOR_ANYONE or is_administrator
