"""A browser that deckc starts itself and speaks with through a pipe, for prints alone.

    browser = await start_directly(program, offline=False)    a DirectBrowser; None where this cannot be done
    page = await browser.open(look, network)                  a DirectPage, as `OpenPage` describes it

Playwright does all this and far more, for any browser on any system, in a process of Node, which takes a third of a
second and a processor to start while the browser and the compiler would have use for both. Where a browser cannot be
started here (Windows hands no pipe over in this way), Playwright starts it.
"""

from deckc.export.direct.browser import DirectBrowser, start_directly

__all__ = ["DirectBrowser", "start_directly"]
