"""Take the pictures of docs/images: four slides of the theme aurora, and four of the example deck in one.

    python .ci/pictures.py [FONTS]      FONTS: a folder with further fonts, Inter for example, in FONTS/fonts

Needs a Chromium that `deckc export` finds, playwright and pillow (all of `pip install -e '.[dev]'`).
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from playwright.sync_api import sync_playwright

from deckc.export.browser import find_browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
AURORA = ((1, "dark", "cover"), (4, "light", "chinese"), (8, "dark", "code"), (9, "light", "table"))
DEEPSEEK = (1, 2, 4, 6)
CANVAS = (980, 552)
SMALL = (560, 315)
GAP_PX = 8
LAST_CLICK = 99
NO_GRAIN = ".aurora-sky::after { content: none }"
"""It makes a PNG twice as large."""
SETTLED_MS = 700
"""For what moves in the deck itself."""


def main() -> None:
    """Build both decks, take their pictures and write them, in as few colours as look the same."""
    if len(sys.argv) > 1:
        os.environ["XDG_DATA_HOME"] = str(Path(sys.argv[1]).resolve())
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        program = find_browser(None, playwright.chromium.executable_path)
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        aurora = build(ROOT / "themes" / "aurora" / "example.md", Path(folder) / "aurora")
        for number, scheme, name in AURORA:
            (picture,) = take(browser, aurora, scheme, (number,))
            save(picture.resize(SMALL, Image.Resampling.LANCZOS), IMAGES / f"aurora-{name}.png")
        deepseek = build(ROOT / "decks" / "deepseek.md", Path(folder) / "deepseek")
        save(joined(take(browser, deepseek, "dark", DEEPSEEK)), IMAGES / "deepseek.png")
        browser.close()


def build(entry: Path, folder: Path) -> str:
    """Return the address of a deck that was built for this."""
    subprocess.run([sys.executable, "-m", "deckc", "build", str(entry), "-o", str(folder)], check=True)
    return (folder / "index.html").as_uri()


def take(browser: Browser, address: str, scheme: str, numbers: tuple[int, ...]) -> list[Image.Image]:
    """Return pictures of slides at their last click."""
    size = {"width": CANVAS[0], "height": CANVAS[1]}
    context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    page.add_style_tag(content=NO_GRAIN)
    pictures = []
    for number in numbers:
        page.evaluate(f"deckc.nav.go({number}, {LAST_CLICK})")
        page.wait_for_timeout(SETTLED_MS)
        pictures.append(Image.open(io.BytesIO(page.screenshot())).convert("RGB"))
    context.close()
    return pictures


def joined(pictures: list[Image.Image]) -> Image.Image:
    """Return pictures in two columns on white."""
    small = [picture.resize(SMALL, Image.Resampling.LANCZOS) for picture in pictures]
    width, height = SMALL
    sheet = Image.new("RGB", (2 * width + GAP_PX, len(small) // 2 * (height + GAP_PX) - GAP_PX), "white")
    for index, picture in enumerate(small):
        sheet.paste(picture, (index % 2 * (width + GAP_PX), index // 2 * (height + GAP_PX)))
    return sheet


def save(picture: Image.Image, path: Path) -> None:
    """Write a picture in 256 colours that cover all it has; a glow needs its steps spread, or it shows rings."""
    palette = picture.quantize(256, method=Image.Quantize.MAXCOVERAGE)
    picture.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG).save(path, optimize=True)
    print(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
