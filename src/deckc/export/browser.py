"""Find a Chromium browser to print with.

find_browser(None, own)          the one of DECKC_BROWSER, else Playwright's own, else one of this system
find_browser("chromium", own)    the one of this name or path
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

_COMMANDS = (
    "google-chrome",
    "google-chrome-stable",
    "chromium",
    "chromium-browser",
    "microsoft-edge",
    "microsoft-edge-stable",
    "brave-browser",
    "brave",
    "chrome",
    "msedge",
)
_MAC_APPLICATIONS = ("Google Chrome", "Chromium", "Microsoft Edge", "Brave Browser")
_WINDOWS_PROGRAMS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
    "BraveSoftware/Brave-Browser/Application/brave.exe",
)
_PLAYWRIGHT_PROGRAMS = ("chrome-*/chrome", "chrome-*/chrome.exe", "chrome-*/*.app/Contents/MacOS/*")
"""Below the folder of one version."""
_WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")


def find_browser(chosen: str | None, own: str) -> Path | None:
    """Return the browser's program; None where what was chosen, or any at all, is not there.

    `own` is where Playwright keeps its own Chromium once "playwright install chromium" was run.
    """
    wanted = chosen or os.environ.get("DECKC_BROWSER")
    if wanted:
        found = shutil.which(Path(wanted).expanduser()) or _installed_as(wanted)
        return Path(found) if found else None
    candidates = [Path(own), *installed_browsers()]
    return next((path for path in candidates if path.is_file()), None)


def own_browser() -> Path:
    """Return where Playwright keeps its own Chromium, or would."""
    from playwright.sync_api import sync_playwright  # it starts a process to find out: 0.3 s

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def installed_for_playwright() -> Path | None:
    """Return Playwright's own Chromium where it lies in its folder, without the 0.4 s that asking Playwright takes."""
    found = find_spec("playwright")
    if found is None or found.origin is None:
        return None
    package = Path(found.origin).parent / "driver" / "package"
    try:
        known = json.loads((package / "browsers.json").read_bytes())["browsers"]
        revision = next(one["revision"] for one in known if one["name"] == "chromium")
    except (OSError, ValueError, LookupError, TypeError, StopIteration):
        return None
    folder = _playwright_folder(package) / f"chromium-{revision}"
    return next((path for pattern in _PLAYWRIGHT_PROGRAMS for path in sorted(folder.glob(pattern))), None)


def _playwright_folder(package: Path) -> Path:
    """Return where Playwright puts browsers."""
    said = os.environ.get("PLAYWRIGHT_BROWSERS_PATH", "")
    if said == "0":
        return package / ".local-browsers"
    if said:
        return Path(said)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "ms-playwright"
    caches = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME")
    usual = Path.home() / ("AppData/Local" if os.name == "nt" else ".cache")
    return (Path(caches) if caches else usual) / "ms-playwright"


def installed_browsers() -> Iterator[Path]:
    """Yield where browsers of this system are or would be, the likeliest first."""
    for command in _COMMANDS:
        found = shutil.which(command)
        if found:
            yield Path(found)
    if sys.platform == "darwin":
        for folder in (Path("/Applications"), Path.home() / "Applications"):
            for name in _MAC_APPLICATIONS:
                yield folder / f"{name}.app" / "Contents" / "MacOS" / name
    if os.name == "nt":
        for variable in _WINDOWS_FOLDERS:
            for program in _WINDOWS_PROGRAMS:
                if os.environ.get(variable):
                    yield Path(os.environ[variable], program)


def _installed_as(name: str) -> Path | None:
    """Return an installed browser whose program has this name: "chrome", "edge", "Google Chrome"."""
    wanted = name.lower().removesuffix(".exe")
    known = (path for path in installed_browsers() if path.is_file())
    return next((path for path in known if wanted in path.name.lower()), None)
