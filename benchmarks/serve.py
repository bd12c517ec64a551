"""Time an edit from the save to the new text on screen, in Chromium, for `deckc serve` and for Slidev's dev server.

    python benchmarks/serve.py                            decks of 200 and of 1,000 slides
    python benchmarks/serve.py --slidev FOLDER            the same for Slidev; FOLDER holds node_modules with @slidev/cli

Prints medians of 30 edits and of the time to the first slide. Both servers are given the same decks and edits, and
the same script looks for the text: what a browser shows in the frame after the text came into the page.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

KINDS = (
    "# Topic {n}\n\n- Words of slide {n} in **bold**\n- `code`\n\n<v-clicks>\n\n- one {n}\n- two\n\n</v-clicks>",
    "# Compare {n}\n\n<div class='mt-4 p-3 bg-blue-100'>Words of slide {n}</div>\n\n| a | b |\n| - | - |\n| {n} | 2 |",
    "# Code {n}\n\n```py {{1|2-3}}\ndef area(width, height):\n    return width * height\n```\n\nWords of slide {n}",
    "# Big {n}\n\n<p class='text-xl opacity-80'>Words of slide {n}</p>\n\n<!-- A note for slide {n}. -->",
)
SHOWN = 50
"""The slide that is edited."""
LOOK = """() => {
  window.seen = {};
  const isShown = (each) => each.checkVisibility();
  const look = () => {
    const page = [...document.querySelectorAll('.slidev-page:not([hidden])')].find(isShown);
    const found = /edit(\\d+)q/.exec(page?.textContent ?? '');
    if (!found || found[1] in window.seen) return;
    window.seen[found[1]] = 0;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { window.seen[found[1]] = performance.timeOrigin + performance.now(); };
      port2.postMessage(0); // behind the frame that shows it
    });
  };
  const all = { subtree: true, childList: true, characterData: true, attributes: true };
  new MutationObserver(look).observe(document.documentElement, all);
}"""


def deck_text(slides: int, edit: int | None = None) -> str:
    """Return a deck; with an edit, its mark stands in the slide that is shown."""
    pages = ["---\ntitle: Bench\n---\n\n# Start"]
    for number in range(2, slides + 1):
        page = KINDS[number % len(KINDS)].format(n=number)
        if number == SHOWN and edit is not None:
            page = page.replace("Words of", f"Words edit{edit}q{' more' * (edit % 7)} of")
        pages.append(page)
    return "\n\n---\n\n".join(pages) + "\n"


@contextlib.contextmanager
def serving(command: list[str], folder: Path) -> Iterator[None]:
    """Run a server until the end of the block."""
    process = subprocess.Popen(
        command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        yield
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        process.wait(20)


def open_deck(page: Page, address: str, timeout_s: float) -> float:
    """Open the shown slide as soon as the server answers; return the seconds to it."""
    start = time.perf_counter()
    while True:
        with contextlib.suppress(Exception):
            page.goto(address, timeout=timeout_s * 1000)
            page.wait_for_function(
                "() => [...document.querySelectorAll('.slidev-page')].some((each) => each.checkVisibility()"
                " && !each.hasAttribute('hidden') && each.textContent.includes('slide 50'))",
                timeout=timeout_s * 1000,
            )
            return time.perf_counter() - start
        if time.perf_counter() - start > timeout_s:
            sys.exit(f"{address} shows nothing")
        time.sleep(0.05)


def time_edits(page: Page, deck: Path, slides: int, edits: int) -> list[float]:
    """Return the milliseconds from each save to the text on screen."""
    page.evaluate(LOOK)
    times = []
    for edit in range(edits):
        text = deck_text(slides, edit)
        saved_ms = time.time() * 1000
        deck.write_text(text)
        page.wait_for_function("(edit) => window.seen[edit]", arg=edit, timeout=30_000, polling=30)
        times.append(page.evaluate("(edit) => window.seen[edit]", edit) - saved_ms)
        time.sleep(0.15)
    return times


def measure(name: str, command: list[str], deck: Path, slides: int, address: str, edits: int) -> None:
    """Time one server and print a row."""
    deck.write_text(deck_text(slides))
    with sync_playwright() as playwright, serving(command, deck.parent):
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("DECKC_BROWSER", "/usr/bin/chromium")
        )
        page = browser.new_page(viewport={"width": 980, "height": 552})
        first_s = open_deck(page, address, 120)
        times = sorted(time_edits(page, deck, slides, edits))
        browser.close()
    print(
        f"{name:8} {slides:5} slides   first slide {first_s:6.2f} s   edit median {statistics.median(times):6.1f} ms"
        f"   fastest {times[0]:6.1f} ms   slowest {times[-1]:6.1f} ms"
    )


def main() -> None:
    """Run the benchmark."""
    options = argparse.ArgumentParser()
    options.add_argument(
        "--slidev", type=Path, help="a folder with node_modules in which Slidev is installed"
    )
    options.add_argument("--edits", type=int, default=30)
    options.add_argument("--slides", type=int, nargs="+", default=[200, 1000])
    chosen = options.parse_args()
    for slides in chosen.slides:
        with tempfile.TemporaryDirectory() as folder:
            deck = Path(folder) / "slides.md"
            command = [sys.executable, "-m", "deckc", "serve", "slides.md", "--port", "4391"]
            measure("deckc", command, deck, slides, f"http://localhost:4391/#/{SHOWN}", chosen.edits)
            if chosen.slidev:
                (Path(folder) / "node_modules").symlink_to(chosen.slidev / "node_modules")
                command = ["npx", "slidev", "slides.md", "--port", "4392", "--open", "false"]
                measure("slidev", command, deck, slides, f"http://localhost:4392/{SHOWN}", chosen.edits)


if __name__ == "__main__":
    main()
