"""Print a built deck to PDF: one page a slide at its end state, or one page a click.

    export_pdf(page, Path("talk.pdf"), PdfOptions())    the number of pages printed

`page` is a single-file build. It is loaded once, in its print form (`?print`), without the network.
"""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from deckc.compile.write import replace_file
from deckc.dataclass import dataclass
from deckc.export.browser import find_browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Playwright, Route

_PAGE_OBJECT = re.compile(rb"/Type\s*/Page\b")
_SETTLE = """async () => {
  const pictures = [...document.images].map((image) => image.decode().catch(() => {}));
  await Promise.all([document.fonts.ready, ...pictures]);
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""
_NO_BROWSER = """\
no browser was found to print with. Do one of these:
  playwright install chromium        get the one that Playwright brings
  install Chrome, Chromium, Edge or Brave
  deckc export --browser PATH        name one, or set DECKC_BROWSER"""


class ExportError(Exception):
    """The deck could not be printed; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """How a deck is printed."""

    width_px: int = 980
    height_px: int = 552
    page_ranges: str = ""
    """Pages to keep, as browsers name them ("1-3, 5"); all when empty."""
    browser: str | None = None
    """A path or a name."""
    dark: bool = False
    with_clicks: bool = False
    keep_remote: bool = False
    """Let the page load what it names on other hosts."""
    timeout_s: float = 30.0


def export_pdf(page: bytes, output: Path, options: PdfOptions) -> int:
    """Write the PDF beside its place, move it there, and return how many pages it has.

    Raises:
        ExportError: No browser, or the browser failed or took too long.
        OSError: The file cannot be written.
    """
    from playwright.sync_api import Error, sync_playwright  # 0.3 s, which no other command should pay

    with tempfile.TemporaryDirectory(prefix="deckc-export-") as folder:
        source = Path(folder) / "deck.html"
        source.write_bytes(page)
        try:
            with sync_playwright() as playwright:
                content = _print(playwright, source, options)
        except Error as error:
            raise ExportError(_in_words(error, options)) from error
    output.parent.mkdir(parents=True, exist_ok=True)
    replace_file(output, content)
    return len(_PAGE_OBJECT.findall(content))


def _print(playwright: Playwright, source: Path, options: PdfOptions) -> bytes:
    program = find_browser(options.browser, playwright.chromium.executable_path)
    if program is None:
        name = options.browser or os.environ.get("DECKC_BROWSER")
        raise ExportError(f'there is no browser "{name}"' if name else _NO_BROWSER)
    browser = playwright.chromium.launch(
        executable_path=program, args=_arguments(options), timeout=options.timeout_s * 1000
    )
    try:
        page = _open(browser, source, options)
        return page.pdf(
            width=f"{options.width_px}px",
            height=f"{options.height_px}px",
            print_background=True,
            prefer_css_page_size=True,
            page_ranges=options.page_ranges,
        )
    finally:
        browser.close()


def _open(browser: Browser, source: Path, options: PdfOptions) -> Page:
    """Return the deck's print form, with fonts and pictures there."""
    context = browser.new_context(
        viewport={"width": options.width_px, "height": options.height_px},
        color_scheme="dark" if options.dark else "light",
        reduced_motion="reduce",
        service_workers="block",
    )
    context.set_default_timeout(options.timeout_s * 1000)
    address = f"{source.as_uri()}?print={'clicks' if options.with_clicks else 'true'}"

    def allow(route: Route) -> None:
        asked = route.request.url
        is_own = asked.startswith((source.as_uri(), "data:", "blob:", "about:"))
        is_allowed = is_own or (options.keep_remote and asked.startswith(("http:", "https:")))
        route.continue_() if is_allowed else route.abort()

    context.route("**/*", allow)
    page = context.new_page()
    page.goto(address, wait_until="load")
    page.wait_for_function("() => window.deckc && window.deckc.nav")
    page.evaluate(_SETTLE)
    return page


def _arguments(options: PdfOptions) -> list[str]:
    arguments = ["--hide-scrollbars", "--disable-background-networking"]
    if not options.keep_remote:
        arguments.append(
            "--host-resolver-rules=MAP * ~NOTFOUND"
        )  # for what no route sees: sockets, prefetches
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append(
            "--no-sandbox"
        )  # Chromium refuses to start its sandbox for root, as in most containers
    return arguments


def _in_words(error: Exception, options: PdfOptions) -> str:
    first = str(error).strip().splitlines()[0][:300]
    if type(error).__name__ == "TimeoutError":
        return f"the browser did not finish within {options.timeout_s:g} s; --timeout allows it more"
    return f"the browser failed: {first}"
