"""The headmatter, typed (spec section 3). One field for each key that deckc reads; all are in `merged`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from deckc.dataclass import dataclass
from deckc.model.fonts import WebFonts
from deckc.model.source import Frontmatter, Value

AUTO_IMAGE = "og-image.png"
"""The picture of `seoMeta: { ogImage: auto }`, beside the deck."""


@dataclass(frozen=True, slots=True)
class Fonts:
    """Font stacks, ready for CSS (spec 14.6); no page ever makes a web request for them."""

    sans: str
    serif: str
    mono: str
    weights: tuple[str, ...] = ("200", "400", "600")
    italic: bool = False


@dataclass(frozen=True, slots=True)
class CodeThemes:
    """The colours of code: names of Shiki's themes, empty for deckc's own, which are vitesse-light and vitesse-dark.

    "=" and colours without "#" is a theme of the deck's own: foreground, then the classes in the table's order.
    """

    light: str = ""
    dark: str = ""
    background: str = ""
    """Behind code, without "#", where one theme is for both schemes; empty for the page's own."""


@dataclass(frozen=True, slots=True)
class Features:
    """What is on beside the slides themselves."""

    presenter: bool = True
    download: bool | str = False
    """Whether there is a PDF to download, or the address of one."""
    drawings: Mapping[str, Value] = field(default_factory=dict)
    """`enabled`, `persist`, `presenterOnly`, `syncAll`, all there."""
    magic_move_copy: bool | str = True
    """Whether there is a copy button: also "final" or "always"."""
    magic_move_duration_ms: float = 800
    preload_ahead: int = 3
    """Slides whose pictures are loaded ahead of time; 0 for none."""
    plant_uml_server: str = "https://www.plantuml.com/plantuml"
    twoslash: bool = True
    monaco: bool = True
    context_menu: bool = True
    wake_lock: bool = True
    record: bool = False


@dataclass(frozen=True, slots=True)
class DeckConfig:
    """What holds for the whole deck."""

    title: str
    """Plain text, inline Markdown reduced."""
    title_template: str
    theme: str
    author: str
    keywords: tuple[str, ...]
    info: str | bool
    """Raw Markdown, or whether an info button is shown."""
    lang: str
    color_schema: str
    """"auto", "light" or "dark"."""
    canvas_width_px: int
    canvas_height_px: int
    """ceil(width / ratio)."""
    selectable: bool
    router_mode: str
    transition: Value
    click_animation: tuple[str, ...]
    defaults: Mapping[str, Value]
    theme_config: Mapping[str, Value]
    fonts: Fonts
    favicon: str | None
    html_attributes: Mapping[str, str]
    seo_meta: Mapping[str, str]
    line_numbers: bool
    code_copy: bool
    mdc: bool
    export: Mapping[str, Value]
    export_filename: str
    duration_s: float
    timer: str
    remote_assets: bool
    notes_auto_ruby: Mapping[str, str] = field(default_factory=dict)
    features: Features = field(default_factory=Features)
    web_fonts: WebFonts = field(default_factory=WebFonts)
    """The families of `fonts` that may be put into the page."""
    merged: Frontmatter = field(default_factory=Frontmatter)
    """Every headmatter key after all sources were merged: `$slidev.configs`."""
