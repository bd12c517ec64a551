"""What a reader sees of a deck: each piece of text with its contrast, and what sticks out of its slide.

All slides are laid out as for print, so that one load and a few pictures show a whole deck. The text is first listed with
its colours, then made transparent; what the picture shows in its place is what stands behind it, glow and picture
included.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from playwright.sync_api import Page

_SHOT_PX = 8000
_HIDE_TEXT = """
*, ::before, ::after, ::marker { color: transparent !important; -webkit-text-fill-color: transparent !important;
text-shadow: none !important; text-emphasis-color: transparent !important; }
"""
_LIST_TEXT = """(faint) => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  canvas.canvas.width = canvas.canvas.height = 1;
  const rgba = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const opacity = (element) =>
    element ? Number(getComputedStyle(element).opacity) * opacity(element.parentElement) : 1;
  const found = [];
  document.querySelectorAll(".print-slide-container").forEach((sheet, index) => {
    const texts = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
    const edge = sheet.getBoundingClientRect();
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement;
      const text = texts.currentNode.data.trim();
      const style = getComputedStyle(element);
      if (!text || style.visibility === "hidden") continue;
      if (element.closest("style, script, template, .slidev-code-dishonored, [hidden]")) continue;
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      for (const box of range.getClientRects()) {
        if (box.width < 1 || box.height < 1 || box.top >= edge.bottom) continue;
        const place = [box.left + scrollX, box.top + scrollY, box.width, box.height].map(Math.round);
        const matched = faint.find((selector) => element.closest(selector)) ?? "";
        found.push({ slide: index + 1, text, place, matched, color: rgba(style.color), opacity: opacity(element) });
      }
    }
  });
  return found;
}"""
_LIST_OVERFLOW = """() => {
  const found = [];
  document.querySelectorAll(".print-slide-container").forEach((sheet, index) => {
    const edge = sheet.getBoundingClientRect();
    sheet.querySelectorAll(".slidev-page *").forEach((element) => {
      const box = element.getBoundingClientRect();
      if (!box.width || element.closest("[aria-hidden], iframe, svg")) return;
      const sticksOut = box.right > edge.right + 1 || box.left < edge.left - 1 || box.bottom > edge.bottom + 1;
      const scrolls = element.matches(".slidev-layout, .slidev-code") && element.scrollWidth > element.clientWidth + 1;
      if (sticksOut || scrolls) found.push(`slide ${index + 1}: <${element.localName} class="${element.className}">`);
    });
  });
  return found;
}"""


@dataclass(frozen=True)
class SeenText:
    """A line of text, or what stands in one element of it."""

    slide: int
    text: str
    contrast: float
    matched: str
    """The first selector asked for that it is in; else empty."""


def show_all(page: Page, address: str, scheme: str, contrast: str = "no-preference") -> None:
    """Lay out every slide of a built deck under each other, at rest."""
    page.emulate_media(reduced_motion="reduce", color_scheme=scheme, contrast=contrast)  # type: ignore[arg-type]
    page.goto("about:blank")
    page.goto(f"{address}#/print")
    page.evaluate(f"document.documentElement.className = 'print {scheme}'")
    page.wait_for_selector(".print-slide-container")


def sticking_out(page: Page) -> list[str]:
    """Return the elements that leave their slide, or that would have to be scrolled."""
    return page.evaluate(_LIST_OVERFLOW)


def seen_texts(page: Page, selectors: Iterable[str] = ()) -> list[SeenText]:
    """Return every piece of text with its contrast, and which of the selectors it is in."""
    listed = page.evaluate(_LIST_TEXT, list(selectors))
    page.add_style_tag(content=_HIDE_TEXT)
    pixels = _picture(page)
    return [
        SeenText(
            item["slide"],
            item["text"][:40],
            _contrast(item["color"], item["opacity"], pixels, item["place"]),
            item["matched"],
        )
        for item in listed
    ]


def _picture(page: Page) -> np.ndarray:
    """Return the whole page as an array of rows, in pieces that a browser can paint."""
    bottom = page.evaluate(
        "Math.ceil([...document.querySelectorAll('.print-slide-container')].at(-1).getBoundingClientRect().bottom"
        " + scrollY)"
    )
    page.set_viewport_size({"width": 980, "height": min(bottom, _SHOT_PX)})
    rows = []
    for top in range(0, bottom, _SHOT_PX):
        clip = {"x": 0, "y": top, "width": 980, "height": min(_SHOT_PX, bottom - top)}
        shot = page.screenshot(clip=clip, full_page=True, animations="disabled")  # type: ignore[arg-type]
        rows.append(np.asarray(Image.open(io.BytesIO(shot)).convert("RGB")))
    return np.concatenate(rows)


def _contrast(color: list[int], opacity: float, pixels: np.ndarray, place: list[int]) -> float:
    """Return the contrast (WCAG 2) that nearly all of a box has; a border in it does not count."""
    left, top, width, height = place
    behind = pixels[max(top, 0) : top + height, max(left, 0) : left + width].reshape(-1, 3) / 255
    if not len(behind):
        return 21.0
    share = color[3] / 255 * opacity
    text = _luminance(np.array(color[:3]) / 255 * share + behind * (1 - share))
    ground = _luminance(behind)
    ratios = (np.maximum(text, ground) + 0.05) / (np.minimum(text, ground) + 0.05)
    return float(np.percentile(ratios, 5))


def _luminance(colors: np.ndarray) -> np.ndarray:
    linear = np.where(colors <= 0.04045, colors / 12.92, ((colors + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])
