"""Give pages that run code the script of the frame in which it runs (runtime/runner.js).

The frame takes over the page's policy, so the script stands there by its hash, and no other can run in the frame.
"""

from __future__ import annotations

from collections.abc import Iterable

from deckc.compile.write.link import link_runtime
from deckc.model.rendered import RenderedSlide

_SIGN = '<button class="slidev-run"'


def runner_script(slides: Iterable[RenderedSlide]) -> str:
    """Return the script; empty where no slide has code to run."""
    if not any(_SIGN in slide.html for slide in slides):
        return ""
    return f"{link_runtime('runner.js')}.start(window)"
