"""Where a deck's layouts, components and styles come from: an ordered list of roots.

Built-ins first, then theme, addons, deck; the later root wins (spec 1, `roots`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from deckc.dataclass import dataclass
from deckc.model.source import Frontmatter

VUE_ENDINGS = frozenset({".vue", ".tsx", ".jsx", ".ts", ".js"})
"""Of files that hold a component for Vue to run."""


@dataclass(frozen=True, slots=True)
class Root:
    """One folder that decks can plug into."""

    kind: str
    """"builtin", "theme", "addon" or "deck"."""
    name: str
    """The theme's or addon's name, for messages."""
    folder: Path
    layouts: Mapping[str, Path] = field(default_factory=dict)
    """Layout name -> template file (`.html.jinja`, `.html` or `.vue`)."""
    components: Mapping[str, Path] = field(default_factory=dict)
    """Component name in PascalCase -> template file."""
    styles: tuple[Path, ...] = ()
    """Style sheets in page order."""
    layers: Mapping[str, Path] = field(default_factory=dict)
    """Global layer name ("global-top", "slide-bottom", ...) -> template file."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What the chosen theme says, and all roots."""

    name: str
    roots: tuple[Root, ...]
    color_schema: str = "both"
    """"light", "dark" or "both"."""
    defaults: Frontmatter = field(default_factory=Frontmatter)
    """Configuration laid under the headmatter; `fonts` and `themeConfig` merge key by key."""
    has_typography: bool = True
    """Whether the theme imports the shared typography sheet (spec 8.3, last note)."""

    def layout(self, name: str) -> Path | None:
        """Return the template of a layout: the latest root's."""
        return next((root.layouts[name] for root in reversed(self.roots) if name in root.layouts), None)

    def component(self, name: str) -> tuple[str, Path | None]:
        """Return the template of a component (PascalCase) with its root's kind: the latest root's."""
        holders = (root for root in reversed(self.roots) if name in root.components)
        return next(((root.kind, root.components[name]) for root in holders), ("", None))

    @property
    def layout_names(self) -> tuple[str, ...]:
        """Return every layout name, sorted."""
        return tuple(sorted({name for root in self.roots for name in root.layouts}))
