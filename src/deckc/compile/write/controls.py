"""Write the buttons that stand in a corner of the page.

buttons_markup(with_scheme=False)   ->   <button ... data-deckc-action="fullscreen" title="Toggle fullscreen (f)" ...
"""

from __future__ import annotations

_BUTTONS = (
    ("fullscreen", "Toggle fullscreen", "f", "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5"),
    ("prev", "Previous click", "←", "M19 12H5M11 6l-6 6 6 6"),
    ("next", "Next click", "→", "M5 12h14M13 6l6 6-6 6"),
    ("overview", "Overview", "o", "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z"),
    ("goto", "Go to slide", "g", "M10 6h10M10 12h10M10 18h10M4 6h1M4 12h1M4 18h1"),
    ("draw", "Draw", "p", "M4 20l1-5L16 4l4 4L9 19zM13 7l4 4"),
    ("presenter", "Presenter view", "s", "M3 4h18v11H3zM12 15v5M8 20h8M8 8h5M8 11h8"),
    ("menu", "More", "", "M4 12h2M11 12h2M18 12h2"),
)
"""What a button does (docs/dom-contract.md), its title, its key, and the path that draws it."""
_SCHEME = ("dark", "Dark mode", "d", "M20 14A8.5 8.5 0 1 1 10 4a7 7 0 0 0 10 10z")


def buttons_markup(*, with_scheme: bool) -> str:
    """Return the buttons, each on a line; the one for the colour scheme where a reader may choose it."""
    return "".join(_button(*button) for button in (*_BUTTONS, *([_SCHEME] if with_scheme else [])))


def _button(action: str, title: str, key: str, shape: str) -> str:
    shown = f"{title} ({key})" if key else title
    return (
        f'\n<button type="button" class="slidev-icon-btn" data-deckc-action="{action}" title="{shown}"'
        f' aria-label="{title}"><svg class="slidev-icon" viewBox="0 0 24 24" width="1.2em" height="1.2em" fill="none"'
        ' stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">'
        f'<path d="{shape}"/></svg></button>'
    )
