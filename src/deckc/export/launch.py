"""Start a browser for exports: which program, with which arguments, and what to say where that fails.

await launch_browser(playwright, None, offline=False)    Playwright's Browser, for everything
await launch_directly(None, offline=False)               a DirectBrowser, for prints; None where that cannot be
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from deckc.export.browser import find_browser, installed_for_playwright
from deckc.export.open_page import BrowserError
from deckc.export.problem import ExportError

if TYPE_CHECKING:
    from playwright.async_api import Browser, Playwright

    from deckc.export.direct.process import Process

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


def begin_directly(chosen: str | None, *, offline: bool) -> Process | None:
    """Return a browser's process that was started without Playwright; None where Playwright has to do it."""
    if os.name != "posix":  # pipes are handed over in another way
        return None
    from deckc.export.direct.process import spawn

    named = chosen or os.environ.get("DECKC_BROWSER")
    program = find_browser(chosen, "" if named else str(installed_for_playwright() or ""))
    if program is None:
        return None
    try:
        return spawn(program, [*_WITHOUT_EXTRAS, *_arguments(offline=offline)])
    except OSError:
        return None


def browser_errors() -> tuple[type[Exception], ...]:
    """Return the errors that a browser's failures come as; Playwright's only where it is in use."""
    playwright = sys.modules.get("playwright.async_api")
    return (BrowserError, playwright.Error) if playwright else (BrowserError,)


def is_crash(error: Exception) -> bool:
    """Return whether an error means that the browser is gone."""
    if isinstance(error, BrowserError):
        return error.is_gone
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


_WITHOUT_EXTRAS = (
    "--headless",
    "--mute-audio",
    "--force-color-profile=srgb",
    # nothing but the page: no welcome, no questions, nothing that is looked up or reported
    *("--no-first-run", "--no-default-browser-check", "--no-service-autorun", "--no-pings"),
    *("--disable-extensions", "--disable-component-extensions-with-background-pages"),
    *("--disable-default-apps", "--disable-component-update", "--disable-sync", "--disable-breakpad"),
    *("--disable-field-trial-config", "--disable-search-engine-choice-screen", "--metrics-recording-only"),
    *("--disable-client-side-phishing-detection", "--disable-domain-reliability"),
    "--enable-features=SkipListAccountsWithoutGaiaCookies",
    # no keychain of the system's, which would ask its owner
    *("--password-store=basic", "--use-mock-keychain"),
    # a page that nobody sees is in no hurry otherwise
    *("--disable-background-timer-throttling", "--disable-backgrounding-occluded-windows"),
    *("--disable-renderer-backgrounding", "--disable-hang-monitor", "--disable-ipc-flooding-protection"),
    "--disable-dev-shm-usage",
)
"""What Playwright's launch adds by itself, as far as it matters for a print."""


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
