"""A browser that deckc starts itself and speaks with through a pipe, for prints alone.

    process = spawn(program, ["--headless"])           process.py: at once, before anything else is even imported
    browser = await meet(process)                      browser.py: a DirectBrowser; None where nothing of use answers
    page = await browser.open(look, network)           page.py: a DirectPage, as `OpenPage` describes it

Playwright does all this and far more, for any browser on any system, in a process of Node, which takes a third of a
second and a processor to start while the browser and the compiler would have use for both. Where a browser cannot be
started here (Windows hands no pipe over in this way), Playwright starts it.
"""
