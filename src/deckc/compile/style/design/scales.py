"""The scales of a theme that nobody changed: what `lg` is as a space, a radius, a font size ...

scales()["spacing"]["lg"]        1.125rem
scales()["fontSize"]["lg"]       ("1.125rem", "1.75rem"), size and line height
"""

# ruff: noqa: E501  a table: one entry, one line
from __future__ import annotations

from collections.abc import Mapping

Scale = Mapping[str, "str | tuple[str, ...]"]

CONTAINERS = {
    "xs": "20rem",
    "sm": "24rem",
    "md": "28rem",
    "lg": "32rem",
    "xl": "36rem",
    "2xl": "42rem",
    "3xl": "48rem",
    "4xl": "56rem",
    "5xl": "64rem",
    "6xl": "72rem",
    "7xl": "80rem",
    "prose": "65ch",
}

BREAKPOINTS = {
    "sm": "640px",
    "md": "768px",
    "lg": "1024px",
    "xl": "1280px",
    "2xl": "1536px",
}

TRACKING = {
    "tighter": "-0.05em",
    "tight": "-0.025em",
    "normal": "0em",
    "wide": "0.025em",
    "wider": "0.05em",
    "widest": "0.1em",
}

_SCREEN = {
    "width": "100vw",
    "height": "100vh",
    "maxWidth": "100vw",
    "maxHeight": "100vh",
    "minWidth": "100vw",
    "minHeight": "100vh",
    "inlineSize": "100vi",
    "blockSize": "100vb",
    "maxInlineSize": "100vi",
    "maxBlockSize": "100vb",
    "minInlineSize": "100vi",
    "minBlockSize": "100vb",
}

_SCALES: dict[str, Scale] = {
    "fontSize": {
        "xs": ("0.75rem", "1rem"),
        "sm": ("0.875rem", "1.25rem"),
        "base": ("1rem", "1.5rem"),
        "lg": ("1.125rem", "1.75rem"),
        "xl": ("1.25rem", "1.75rem"),
        "2xl": ("1.5rem", "2rem"),
        "3xl": ("1.875rem", "2.25rem"),
        "4xl": ("2.25rem", "2.5rem"),
        "5xl": ("3rem", "1"),
        "6xl": ("3.75rem", "1"),
        "7xl": ("4.5rem", "1"),
        "8xl": ("6rem", "1"),
        "9xl": ("8rem", "1"),
    },
    "fontWeight": {
        "thin": "100",
        "extralight": "200",
        "light": "300",
        "normal": "400",
        "medium": "500",
        "semibold": "600",
        "bold": "700",
        "extrabold": "800",
        "black": "900",
    },
    "borderRadius": {
        "DEFAULT": "0.25rem",
        "none": "0",
        "sm": "0.125rem",
        "md": "0.375rem",
        "lg": "0.5rem",
        "xl": "0.75rem",
        "2xl": "1rem",
        "3xl": "1.5rem",
        "full": "9999px",
    },
    "lineHeight": {
        "none": "1",
        "tight": "1.25",
        "snug": "1.375",
        "normal": "1.5",
        "relaxed": "1.625",
        "loose": "2",
    },
    "boxShadow": {
        "DEFAULT": (
            "var(--un-shadow-inset) 0 1px 3px 0 rgb(0 0 0 / 0.1)",
            "var(--un-shadow-inset) 0 1px 2px -1px rgb(0 0 0 / 0.1)",
        ),
        "none": "0 0 rgb(0 0 0 / 0)",
        "sm": "var(--un-shadow-inset) 0 1px 2px 0 rgb(0 0 0 / 0.05)",
        "md": (
            "var(--un-shadow-inset) 0 4px 6px -1px rgb(0 0 0 / 0.1)",
            "var(--un-shadow-inset) 0 2px 4px -2px rgb(0 0 0 / 0.1)",
        ),
        "lg": (
            "var(--un-shadow-inset) 0 10px 15px -3px rgb(0 0 0 / 0.1)",
            "var(--un-shadow-inset) 0 4px 6px -4px rgb(0 0 0 / 0.1)",
        ),
        "xl": (
            "var(--un-shadow-inset) 0 20px 25px -5px rgb(0 0 0 / 0.1)",
            "var(--un-shadow-inset) 0 8px 10px -6px rgb(0 0 0 / 0.1)",
        ),
        "2xl": "var(--un-shadow-inset) 0 25px 50px -12px rgb(0 0 0 / 0.25)",
        "inner": "inset 0 2px 4px 0 rgb(0 0 0 / 0.05)",
    },
    "textIndent": {
        "DEFAULT": "1.5rem",
        "xs": "0.5rem",
        "sm": "1rem",
        "md": "1.5rem",
        "lg": "2rem",
        "xl": "2.5rem",
        "2xl": "3rem",
        "3xl": "4rem",
    },
    "textShadow": {
        "DEFAULT": ("0 0 1px rgb(0 0 0 / 0.2)", "0 0 1px rgb(1 0 5 / 0.1)"),
        "none": "0 0 rgb(0 0 0 / 0)",
        "sm": "1px 1px 3px rgb(36 37 47 / 0.25)",
        "md": ("0 1px 2px rgb(30 29 39 / 0.19)", "1px 2px 4px rgb(54 64 147 / 0.18)"),
        "lg": ("3px 3px 6px rgb(0 0 0 / 0.26)", "0 0 5px rgb(15 3 86 / 0.22)"),
        "xl": ("1px 1px 3px rgb(0 0 0 / 0.29)", "2px 4px 7px rgb(73 64 125 / 0.35)"),
    },
    "textStrokeWidth": {
        "DEFAULT": "1.5rem",
        "none": "0",
        "sm": "thin",
        "md": "medium",
        "lg": "thick",
    },
    "blur": {
        "0": "0",
        "DEFAULT": "8px",
        "sm": "4px",
        "md": "12px",
        "lg": "16px",
        "xl": "24px",
        "2xl": "40px",
        "3xl": "64px",
    },
    "dropShadow": {
        "DEFAULT": ("0 1px 2px rgb(0 0 0 / 0.1)", "0 1px 1px rgb(0 0 0 / 0.06)"),
        "sm": "0 1px 1px rgb(0 0 0 / 0.05)",
        "md": ("0 4px 3px rgb(0 0 0 / 0.07)", "0 2px 2px rgb(0 0 0 / 0.06)"),
        "lg": ("0 10px 8px rgb(0 0 0 / 0.04)", "0 4px 3px rgb(0 0 0 / 0.1)"),
        "xl": ("0 20px 13px rgb(0 0 0 / 0.03)", "0 8px 5px rgb(0 0 0 / 0.08)"),
        "2xl": "0 25px 25px rgb(0 0 0 / 0.15)",
        "none": "0 0 rgb(0 0 0 / 0)",
    },
    "easing": {
        "DEFAULT": "cubic-bezier(0.4, 0, 0.2, 1)",
        "linear": "linear",
        "in": "cubic-bezier(0.4, 0, 1, 1)",
        "out": "cubic-bezier(0, 0, 0.2, 1)",
        "in-out": "cubic-bezier(0.4, 0, 0.2, 1)",
    },
    "transitionProperty": {
        "none": "none",
        "all": "all",
        "colors": "color,background-color,border-color,text-decoration-color,fill,stroke",
        "opacity": "opacity",
        "shadow": "box-shadow",
        "transform": "transform",
        "DEFAULT": "color,background-color,border-color,text-decoration-color,fill,stroke,opacity,box-shadow,transform,filter,backdrop-filter",
    },
    "lineWidth": {
        "DEFAULT": "1px",
        "none": "0",
    },
    "spacing": {
        "DEFAULT": "1rem",
        "none": "0",
        "xs": "0.75rem",
        "sm": "0.875rem",
        "lg": "1.125rem",
        "xl": "1.25rem",
        "2xl": "1.5rem",
        "3xl": "1.875rem",
        "4xl": "2.25rem",
        "5xl": "3rem",
        "6xl": "3.75rem",
        "7xl": "4.5rem",
        "8xl": "6rem",
        "9xl": "8rem",
    },
    "duration": {
        "75": "75ms",
        "100": "100ms",
        "150": "150ms",
        "200": "200ms",
        "300": "300ms",
        "500": "500ms",
        "700": "700ms",
        "1000": "1000ms",
        "DEFAULT": "150ms",
        "none": "0s",
    },
    "ringWidth": {
        "DEFAULT": "3px",
        "none": "0",
    },
    "zIndex": {
        "auto": "auto",
    },
    "media": {
        "portrait": "(orientation: portrait)",
        "landscape": "(orientation: landscape)",
        "os_dark": "(prefers-color-scheme: dark)",
        "os_light": "(prefers-color-scheme: light)",
        "motion_ok": "(prefers-reduced-motion: no-preference)",
        "motion_not_ok": "(prefers-reduced-motion: reduce)",
        "high_contrast": "(prefers-contrast: high)",
        "low_contrast": "(prefers-contrast: low)",
        "opacity_ok": "(prefers-reduced-transparency: no-preference)",
        "opacity_not_ok": "(prefers-reduced-transparency: reduce)",
        "use_data_ok": "(prefers-reduced-data: no-preference)",
        "use_data_not_ok": "(prefers-reduced-data: reduce)",
        "touch": "(hover: none) and (pointer: coarse)",
        "stylus": "(hover: none) and (pointer: fine)",
        "pointer": "(hover) and (pointer: coarse)",
        "mouse": "(hover) and (pointer: fine)",
        "hd_color": "(dynamic-range: high)",
    },
    "aria": {
        "busy": 'busy="true"',
        "checked": 'checked="true"',
        "disabled": 'disabled="true"',
        "expanded": 'expanded="true"',
        "hidden": 'hidden="true"',
        "pressed": 'pressed="true"',
        "readonly": 'readonly="true"',
        "required": 'required="true"',
        "selected": 'selected="true"',
    },
    "supports": {
        "grid": "(display: grid)",
    },
}


def scales() -> dict[str, Scale]:
    """Return every scale by its name."""
    sizes: dict[str, Scale] = {}
    for name, screen in _SCREEN.items():
        unbounded = "none" if name.startswith(("max", "min")) else "auto"
        sizes[name] = {unbounded: unbounded, **CONTAINERS, "screen": screen}
    return {
        **sizes,
        **_SCALES,
        "breakpoints": BREAKPOINTS,
        "verticalBreakpoints": BREAKPOINTS,
        "letterSpacing": TRACKING,
        "wordSpacing": TRACKING,
        "containers": CONTAINERS,
    }
