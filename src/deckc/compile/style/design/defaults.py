"""What every deck starts from: Slidev's fonts, shortcuts and safelist, and the names of Iconify's sets."""

from __future__ import annotations

from deckc.builtin.icon_sets import ICON_SETS

FONTS = {
    "sans": (
        '"Avenir Next","Nunito Sans",ui-sans-serif,system-ui,-apple-system,BlinkMacSystemFont,"Segoe '
        'UI",Roboto,"Helvetica Neue",Arial,"Noto Sans",sans-serif,"Apple Color Emoji","Segoe UI '
        'Emoji","Segoe UI Symbol","Noto Color Emoji"'
    ),
    "serif": ('ui-serif,Georgia,Cambria,"Times New Roman",Times,serif'),
    "mono": (
        '"Fira Code",ui-monospace,SFMono-Regular,Menlo,Monaco,Consolas,"Liberation Mono","Courier '
        'New",monospace'
    ),
}

SHORTCUTS = {
    "bg-main": "bg-white dark:bg-[#121212]",
    "bg-active": "bg-gray-400/10",
    "border-main": "border-gray/20",
    "text-main": "text-[#181818] dark:text-[#ddd]",
    "text-primary": "color-$slidev-theme-primary",
    "bg-primary": "bg-$slidev-theme-primary",
    "border-primary": "border-$slidev-theme-primary",
    "abs-tl": "absolute top-0 left-0",
    "abs-tr": "absolute top-0 right-0",
    "abs-b": "absolute bottom-0 left-0 right-0",
    "abs-bl": "absolute bottom-0 left-0",
    "abs-br": "absolute bottom-0 right-0",
    "z-drawing": "z-10",
    "z-camera": "z-15",
    "z-dragging": "z-18",
    "z-menu": "z-20",
    "z-label": "z-40",
    "z-nav": "z-50",
    "z-context-menu": "z-60",
    "z-modal": "z-70",
    "z-focus-indicator": "z-200",
    "slidev-glass-effect": "shadow-xl backdrop-blur-8 border border-main bg-main bg-opacity-75!",
}

SAFELIST = ("!opacity-0", "prose", "grid-rows-[1fr_max-content]", "grid-cols-[1fr_max-content]")

COLLECTIONS = ICON_SETS | {"slidev"}
"""Slidev has an icon set of its own."""
