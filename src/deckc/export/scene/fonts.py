"""Find out which installed typefaces a page's font stacks turn out to be.

measure_typefaces(page, ["Avenir Next, sans-serif"])     {"Avenir Next, ...": Typeface("DejaVu Sans", "Noto Sans CJK JP")}
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from deckc.export.scene.tokens import Typeface, Typefaces

if TYPE_CHECKING:
    from playwright.async_api import CDPSession, Page

_SYSTEM = {
    ".SF NS": "Helvetica Neue",
    ".AppleSystemUIFont": "Helvetica Neue",
    ".SF NS Mono": "Menlo",
    "BlinkMacSystemFont": "Helvetica Neue",
}
"""Names that only the system itself may use, and what documents use for them."""
_PROBES = """(stacks) => {
  const box = document.createElement("div");
  box.id = "deckc-scene-probes";
  document.body.append(box);
  for (const stack of stacks) {
    for (const text of ["Hamburg 123", "漢字"]) {
      const probe = document.createElement("span");
      probe.style.cssText = "position:absolute;left:0;top:0;font-size:16px";
      probe.style.fontFamily = stack;
      probe.textContent = text;
      box.append(probe);
    }
  }
  return [...document.fonts].map(({ family }) => family.replace(/^["']|["']$/g, ""));
}"""
"""Adds a probe for each stack and script, and returns the families that the page itself brings."""


async def measure_typefaces(page: Page, session: CDPSession, stacks: Iterable[str]) -> Typefaces:
    """Return the typeface for Latin and for Chinese, Japanese and Korean letters of each font stack."""
    ordered = sorted(set(stacks))
    brought = frozenset(await page.evaluate(_PROBES, ordered))
    await session.send("DOM.enable")
    await session.send("CSS.enable")
    document = await session.send("DOM.getDocument", {"depth": 0})
    root = document["root"]["nodeId"]
    found = await session.send(
        "DOM.querySelectorAll", {"nodeId": root, "selector": "#deckc-scene-probes > span"}
    )
    probed = [stack for stack in ordered for _ in range(2)]
    names = [
        await _name(session, node, stack, brought)
        for node, stack in zip(found["nodeIds"], probed, strict=True)
    ]
    await session.send("CSS.disable")
    await session.send("DOM.disable")
    await page.evaluate("() => document.getElementById('deckc-scene-probes').remove()")
    pairs = zip(names[::2], names[1::2], strict=True)
    return {stack: Typeface(latin, asian) for stack, (latin, asian) in zip(ordered, pairs, strict=True)}


async def _name(session: CDPSession, node: int, stack: str, brought: frozenset[str]) -> str:
    """Return the typeface of a probe; of one that the page brings, the name in the stack: its file may have none."""
    answer = await session.send("CSS.getPlatformFontsForNode", {"nodeId": node})
    fonts: Sequence[dict[str, Any]] = answer["fonts"]
    if not fonts:
        return "Arial"
    most = max(fonts, key=lambda font: (font["glyphCount"], font["familyName"]))
    if most["isCustomFont"]:
        families = [family.strip().strip("\"'") for family in stack.split(",")]
        return next((family for family in families if family in brought), families[0])
    name = str(most["familyName"])
    return _SYSTEM.get(name, name.lstrip("."))
