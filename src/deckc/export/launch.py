"""Start a browser for exports: which program, with which arguments, and what to say where that fails."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from deckc.export.browser import find_browser
from deckc.export.problem import ExportError

if TYPE_CHECKING:
    from playwright.async_api import Browser, Playwright

_START_S = 60.0
_CRASHED = ("crashed", "has been closed", "connection closed", "browser closed", "target closed")
"""What Playwright says where the browser, or a page's process, is gone."""


async def launch_browser(playwright: Playwright, chosen: str | None, *, offline: bool) -> Browser:
    """Return a new browser.

    Raises:
        ExportError: There is none, or it does not start.
    """
    from playwright.async_api import Error

    program = find_browser(chosen, playwright.chromium.executable_path)
    if program is None:
        raise _not_found(chosen or os.environ.get("DECKC_BROWSER"))
    try:
        return await playwright.chromium.launch(
            executable_path=program, args=_arguments(offline=offline), timeout=_START_S * 1000
        )
    except Error as error:
        raise _not_started(program, error) from error


def is_crash(error: Exception) -> bool:
    """Return whether an error of Playwright's means that the browser is gone."""
    text = str(error).lower()
    return any(sign in text for sign in _CRASHED)


def first_line(error: Exception) -> str:
    """Return what an error of Playwright's says, without the log behind it."""
    return next(iter(str(error).strip().splitlines()), type(error).__name__)[:300]


_FEATURES_OFF = (
    # the address bar's lists are pages of their own, in an export never seen: 0.6 s of CPU at each start
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "OmniboxPopup", "WebUIOmniboxFullPopup"),
    # of a list like this only the last counts, so what Playwright turns off is turned off here
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades"),
    *("HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding", "Translate"),
    *("ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints"),
    *("NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch", "msForceBrowserSignIn"),
)


def _arguments(*, offline: bool) -> list[str]:
    # file: addresses of one folder count as one origin, so that pictures can be read back and made smaller
    arguments = ["--hide-scrollbars", "--disable-background-networking", "--allow-file-access-from-files"]
    arguments.append(f"--disable-features={','.join(_FEATURES_OFF)}")
    if offline:  # for what no route sees: sockets, prefetches
        arguments.append("--host-resolver-rules=MAP * ~NOTFOUND")
    if hasattr(os, "geteuid") and os.geteuid() == 0:  # as root Chromium refuses to start its sandbox
        arguments.append("--no-sandbox")
    return arguments


def _not_found(named: str | None) -> ExportError:
    if named:
        return ExportError(
            "no-browser",
            f'there is no browser "{named}"',
            'see "deckc browser which" for those that are there',
        )
    return ExportError(
        "no-browser",
        "no browser was found to export with",
        'run "deckc browser install", or install Chrome, Chromium, Edge or Brave, '
        "or name one with --browser or DECKC_BROWSER",
    )


def _not_started(program: Path, error: Exception) -> ExportError:
    return ExportError(
        "browser-failed",
        f"the browser {program} does not start: {first_line(error)}",
        "name another with --browser",
    )
