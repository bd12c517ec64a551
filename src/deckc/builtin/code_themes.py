"""The colours of code that a deck may choose: Shiki's name -> the nearest of Pygments' styles.

An empty style stands for deckc's own colours, which are those of vitesse-light and vitesse-dark.
"""

from __future__ import annotations

from collections.abc import Mapping

CODE_THEMES: Mapping[str, str] = {
    **dict.fromkeys(["vitesse-light", "vitesse-dark", "vitesse-black"], ""),
    **dict.fromkeys(
        ["github-dark", "github-dark-default", "github-dark-dimmed", "github-dark-high-contrast"],
        "github-dark",
    ),
    **dict.fromkeys(["dracula", "dracula-soft"], "dracula"),
    **dict.fromkeys(["gruvbox-dark-hard", "gruvbox-dark-medium", "gruvbox-dark-soft"], "gruvbox-dark"),
    **dict.fromkeys(["gruvbox-light-hard", "gruvbox-light-medium", "gruvbox-light-soft"], "gruvbox-light"),
    **dict.fromkeys(["material-theme", "material-theme-darker", "material-theme-ocean"], "material"),
    "material-theme-palenight": "material",
    "light-plus": "vs",
    "monokai": "monokai",
    "night-owl": "night-owl",
    "nord": "nord",
    "one-dark-pro": "one-dark",
    "solarized-dark": "solarized-dark",
    "solarized-light": "solarized-light",
}
