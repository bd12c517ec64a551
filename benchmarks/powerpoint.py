"""Export decks to PowerPoint, draw the files with LibreOffice, and compare with what the browser shows.

    python benchmarks/powerpoint.py DECK.md ...                    every slide at its end
    python benchmarks/powerpoint.py DECK.md --click 1 --keep out   at click 1; keep files and pictures side by side

Prints for each deck the mean SSIM of its slides, the share of characters that stand within 12 px of their place as
text, and whether clicks and notes are all there. Needs soffice, pdftoppm, and PyMuPDF (pip install pymupdf).
The state is taken from the animations in the file alone: what they have hidden by then is taken away before drawing.
"""

from __future__ import annotations

import argparse
import io
import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

REACH_PX = 12
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
CHARACTERS = """(sheet) => {
  const found = [];
  const origin = sheet.getBoundingClientRect();
  const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || !parent.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue;
    if (parent.closest('script, style, template, annotation')) continue;
    let at = 0;
    for (const letter of node.data) {
      range.setStart(node, at);
      range.setEnd(node, (at += letter.length));
      const box = range.getBoundingClientRect();
      if (!letter.trim() || box.width < 0.1) continue;
      const x = box.x + box.width / 2 - origin.x, y = box.y + box.height / 2 - origin.y;
      if (x >= 0 && y >= 0 && x <= origin.width && y <= origin.height) found.push([letter, x, y]);
    }
  }
  return found;
}"""


@dataclass
class Shown:
    """A slide in the browser."""

    number: int
    picture: bytes
    characters: list[tuple[str, float, float]]


@dataclass
class Score:
    """How a slide came out."""

    number: int
    ssim: float
    placed: int
    characters: int


def main() -> None:
    """Run the comparison."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("decks", nargs="+", type=Path)
    options.add_argument("--click", type=int, help="the click to compare at (default: each slide's last)")
    options.add_argument(
        "--no-script-space", action="store_true", help="without what LibreOffice sets between scripts"
    )
    options.add_argument("--keep", type=Path, help="a folder for files and pictures")
    options.add_argument("--browser", default=shutil.which("chromium") or "chromium")
    chosen = options.parse_args()
    for deck in chosen.decks:
        with tempfile.TemporaryDirectory(prefix="deckc-pptx-") as temporary:
            folder = (chosen.keep / deck.resolve().parent.name) if chosen.keep else Path(temporary)
            folder.mkdir(parents=True, exist_ok=True)
            report(deck, folder, chosen)


def report(deck: Path, folder: Path, chosen: argparse.Namespace) -> None:
    """Print how one deck came out."""
    slides, content, shown = export(deck, chosen.browser, chosen.click)
    (folder / "deck.pptx").write_bytes(content)
    (folder / "still.pptx").write_bytes(still(content, chosen.click))
    draw(folder / "still.pptx", has_script_space=not chosen.no_script_space)
    scores = compare(folder, shown, is_kept=chosen.keep is not None)
    clicks = [max(0, slide.clicks_total - slide.clicks_start) for slide in slides]
    got_clicks, got_notes = counted(content)
    notes = sum(bool(slide.note_html.strip()) for slide in slides)
    characters = sum(score.characters for score in scores)
    placed = sum(score.placed for score in scores)
    mean = sum(score.ssim for score in scores) / max(1, len(scores))
    wrong = sum(one != two for one, two in zip(clicks, got_clicks, strict=True))
    print(
        f"{str(deck)[-60:]:60} slides {len(slides):3}  SSIM {mean:.3f} (least {min(s.ssim for s in scores):.3f})  "
        f"text {placed / max(1, characters):.3f} of {characters}  clicks {sum(got_clicks)}/{sum(clicks)}, "
        f"{wrong} slides wrong  notes {got_notes}/{notes}",
        flush=True,
    )
    (folder / "scores.json").write_text(json.dumps([vars(score) for score in scores]))
    for score in sorted(scores, key=lambda score: score.ssim)[:3]:
        print(f"    slide {score.number}: SSIM {score.ssim:.3f}, text {score.placed}/{score.characters}")


def export(deck: Path, browser: str, click: int | None) -> tuple[Any, bytes, list[Shown]]:
    """Return the deck's slides, the PowerPoint file, and what the browser shows."""
    from playwright.sync_api import sync_playwright

    from deckc.cli.arguments import parse_arguments
    from deckc.cli.compilation import new_services
    from deckc.compile.pipeline import compile_deck
    from deckc.compile.write import SiteOptions
    from deckc.model.files import DiskFiles

    services = new_services(deck.resolve(), parse_arguments(["build", str(deck)]))
    compiled = compile_deck(deck.resolve(), DiskFiles(), services, SiteOptions(single_file=True))
    size = {"width": compiled.deck.config.canvas_width_px, "height": compiled.deck.config.canvas_height_px}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "deck.html"
        page_file.write_bytes(compiled.site.files["index.html"])
        program = playwright.chromium.launch(
            executable_path=browser, args=["--no-sandbox", "--hide-scrollbars"]
        )
        page = program.new_page(viewport=size, reduced_motion="reduce")
        page.route("http*://**", lambda route: route.abort())
        page.goto(f"{page_file.as_uri()}?print=clicks")
        page.wait_for_function("() => window.deckc?.nav")
        page.evaluate("async () => { await document.fonts.ready; }")
        page.wait_for_timeout(1000)  # what moves has come to rest
        shown = [
            Shown(number, sheet.screenshot(), [tuple(one) for one in sheet.evaluate(CHARACTERS)])
            for number, sheet in sheets(page, click)
        ]
        program.close()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "deck.pptx"
        command = [
            sys.executable,
            "-m",
            "deckc",
            "export",
            str(deck),
            "--pptx",
            "--browser",
            browser,
            "--no-embed-fonts",
            "--timeout",
            "300",
        ]
        done = subprocess.run([*command, "-o", str(place)], check=False, capture_output=True, text=True)
        if not place.exists():
            sys.exit(done.stderr)
        return compiled.deck.slides, place.read_bytes(), shown


def sheets(page: Any, click: int | None) -> list[tuple[int, Any]]:
    """Return each slide's sheet at a click, or at its last."""
    found: dict[int, Any] = {}
    for sheet in page.query_selector_all(".print-slide-container"):
        number, state = (int(part) for part in sheet.get_attribute("id").split("-"))
        if number not in found or click is None or state - 1 <= click:
            found[number] = sheet
    return sorted(found.items())


def still(content: bytes, click: int | None) -> bytes:
    """Return the file as it is shown at a click: what animations hide then is gone, and so are they."""
    from pptx import Presentation

    presentation = Presentation(io.BytesIO(content))
    for slide in presentation.slides:
        timing = slide.element.find(f"{P}timing")
        if timing is None:
            continue
        for target, visible in visibility(timing, click).items():
            if not visible:
                hide(slide.element, *target)
        slide.element.remove(timing)
    written = io.BytesIO()
    presentation.save(written)
    return written.getvalue()


def visibility(timing: Any, click: int | None) -> dict[tuple[str, str | None], bool]:
    """Return whether each animated shape or paragraph is seen at a click."""
    seen: dict[tuple[str, str | None], bool] = {}
    steps = timing.findall(f".//{P}cTn[@nodeType='mainSeq']/{P}childTnLst/{P}par")
    for at, step in enumerate(steps, 1):
        for effect in step.iter(f"{P}cTn"):
            if effect.get("presetClass") not in {"entr", "exit"}:
                continue
            target = effect.find(f".//{P}spTgt")
            paragraph = target.find(f".//{P}pRg")
            key = (target.get("spid"), None if paragraph is None else paragraph.get("st"))
            appears = effect.get("presetClass") == "entr"
            seen.setdefault(key, not appears)
            if click is None or at <= click:
                seen[key] = appears
    return seen


def hide(root: Any, shape: str, paragraph: str | None) -> None:
    """Take a shape away, or the ink of one of its paragraphs."""
    for name in root.iter(f"{P}cNvPr"):
        if name.get("id") != shape:
            continue
        element = name.getparent().getparent()
        if paragraph is None:
            element.getparent().remove(element)
            return
        namespace = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
        lines = element.findall(f".//{namespace}p")[int(paragraph)]
        for text in lines.iter(f"{namespace}t"):
            text.text = "\u00a0"
        for bullet in [*lines.iter(f"{namespace}buChar"), *lines.iter(f"{namespace}buAutoNum")]:
            bullet.getparent().replace(bullet, bullet.makeelement(f"{namespace}buNone", {}))
        return


def draw(path: Path, *, has_script_space: bool) -> None:
    """Let LibreOffice make a PDF of the file."""
    source = path
    if not has_script_space:
        convert(path, "fodp")
        source = path.with_suffix(".fodp")
        text = source.read_text(encoding="utf-8")
        source.write_text(
            text.replace('text-autospace="ideograph-alpha"', 'text-autospace="none"'), encoding="utf-8"
        )
    convert(source, "pdf")


def convert(path: Path, form: str) -> None:
    """Let LibreOffice write a file in another form beside it."""
    profile = path.parent.resolve() / "profile"
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", form]
    command += ["--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, timeout=600, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def compare(folder: Path, shown: list[Shown], *, is_kept: bool) -> list[Score]:
    """Return how each slide came out."""
    import pymupdf
    from PIL import Image

    document = pymupdf.open(folder / "still.pdf")
    if len(document) != len(shown):
        sys.exit(f"{folder}: {len(document)} pages for {len(shown)} slides")
    scores = []
    for slide, page in zip(shown, document, strict=True):
        wanted = Image.open(io.BytesIO(slide.picture)).convert("RGB")
        scale = wanted.width / page.rect.width
        drawn = page.get_pixmap(matrix=pymupdf.Matrix(scale, scale))
        got = Image.frombytes("RGB", (drawn.width, drawn.height), drawn.samples).resize(wanted.size)
        letters = [
            (
                one["c"],
                (one["bbox"][0] + one["bbox"][2]) / 2 * scale,
                (one["bbox"][1] + one["bbox"][3]) / 2 * scale,
            )
            for block in page.get_text("rawdict")["blocks"]
            for line in block.get("lines", ())
            for span in line["spans"]
            for one in span["chars"]
        ]
        placed = count_placed(slide.characters, letters)
        scores.append(Score(slide.number, ssim(wanted, got), placed, len(slide.characters)))
        if is_kept:
            side = Image.new("RGB", (wanted.width * 2, wanted.height))
            side.paste(wanted, (0, 0))
            side.paste(got, (wanted.width, 0))
            side.save(folder / f"{slide.number:03}.png")
    return scores


def count_placed(wanted: list[tuple[str, float, float]], got: list[tuple[str, float, float]]) -> int:
    """Return how many characters have one like them within reach; each is taken once."""
    cells: dict[tuple[str, int, int], list[tuple[float, float]]] = {}
    for letter, x, y in got:
        cells.setdefault((letter, int(x // REACH_PX), int(y // REACH_PX)), []).append((x, y))
    placed = 0
    for letter, x, y in wanted:
        column, row = int(x // REACH_PX), int(y // REACH_PX)
        near = [
            (max(abs(one[0] - x), abs(one[1] - y)), one, cell)
            for cell in ((letter, column + dx, row + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1))
            for one in cells.get(cell, ())
        ]
        best = min(near, default=None)
        if best and best[0] <= REACH_PX:
            cells[best[2]].remove(best[1])
            placed += 1
    return placed


def ssim(first: Any, second: Any) -> float:
    """Return the structural similarity of two pictures, in windows of 8 by 8, after a light blur."""
    import numpy as np
    from PIL import ImageFilter

    def windows(picture: Any) -> Any:
        small = picture.resize((picture.width // 2, picture.height // 2)).filter(
            ImageFilter.GaussianBlur(0.6)
        )
        pixels = np.asarray(small.convert("L"), dtype="f8")
        height, width = pixels.shape[0] // 8 * 8, pixels.shape[1] // 8 * 8
        return pixels[:height, :width].reshape(height // 8, 8, width // 8, 8).swapaxes(1, 2)

    one, two = windows(first), windows(second)
    mean_one, mean_two = one.mean((2, 3)), two.mean((2, 3))
    both = ((one - mean_one[..., None, None]) * (two - mean_two[..., None, None])).mean((2, 3))
    bright, contrast = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    likeness = (2 * mean_one * mean_two + bright) * (2 * both + contrast)
    likeness /= (mean_one**2 + mean_two**2 + bright) * (one.var((2, 3)) + two.var((2, 3)) + contrast)
    return float(likeness.mean())


def counted(content: bytes) -> tuple[list[int], int]:
    """Return the clicks of each slide and the number of slides with notes, as python-pptx reads them."""
    from pptx import Presentation

    presentation = Presentation(io.BytesIO(content))
    clicks = [
        len(slide.element.findall(f".//{P}cTn[@nodeType='mainSeq']/{P}childTnLst/{P}par"))
        for slide in presentation.slides
    ]
    notes = sum(
        slide.has_notes_slide and bool(slide.notes_slide.notes_text_frame.text)
        for slide in presentation.slides
    )
    return clicks, notes


if __name__ == "__main__":
    main()
