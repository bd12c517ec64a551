"""A short talk with notes, clicks and code, and what tests of a speaker's views need around it."""

from __future__ import annotations

from deckc.model.rendered import RenderedDeck

from .conftest import Opened
from .written import rendered

SIZES = ((980, 552), (390, 844), (3840, 2160))
"""A window, a phone held upright, a 4K projector."""

TALK = """\
---
title: A talk
duration: 10min
theme: none
---

# Welcome

Good morning

<!-- Look up first. -->

---

# Three rules

<p v-click>Say one thing</p>
<p v-click>Show one thing</p>

{{ $renderContext }} {{ $clicks }}

<!--
Before all rules.

[click] Of the first rule.

[click] Of the **second** rule.
-->

---

# Numbers

Forty-two is an answer.
"""


def talk(**headmatter: str) -> RenderedDeck:
    lines = "".join(f"{name}: {value}\n" for name, value in headmatter.items())
    return rendered(TALK.replace("---\n", f"---\n{lines}", 1))


def resize(shown: Opened, size: tuple[int, int]) -> None:
    shown.page.set_viewport_size({"width": size[0], "height": size[1]})
    shown.page.wait_for_timeout(60)


def is_inside(shown: Opened, selector: str) -> bool:
    """Return whether an element is on screen as a whole."""
    box = shown.page.locator(selector).first.bounding_box()
    size = shown.page.viewport_size
    assert size is not None
    return (
        box is not None
        and box["width"] > 0
        and box["x"] >= -1
        and box["y"] >= -1
        and box["x"] + box["width"] <= size["width"] + 1
        and box["y"] + box["height"] <= size["height"] + 1
    )
