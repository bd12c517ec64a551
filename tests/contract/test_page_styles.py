"""The page's style sheets hold every name of Slidev's that decks style against (spec 6.8, 9.3, 9.4, 11.1)."""

import re
from pathlib import Path

import pytest

from deckc.builtin import font_sheet, page_sheets, typography_sheet
from deckc.compile.style.sheet import AtRule, Declaration, Item, Junk, Rule, parse_sheet

THEMES = Path(__file__).resolve().parents[2] / "themes"
SHEETS = {
    **dict(page_sheets()),
    "typography": typography_sheet(),
    **{
        path.parts[-3]: path.read_text(encoding="utf-8") for path in sorted(THEMES.glob("*/styles/index.css"))
    },
}
PAGE = "\n".join(css for _, css in page_sheets())


def items(css: str) -> list[Item]:
    found: list[Item] = []
    todo = list(parse_sheet(css).items)
    while todo:
        item = todo.pop()
        found.append(item)
        if isinstance(item, Rule | AtRule):
            todo += item.children or ()
    return found


SET = {item.name for item in items(PAGE) if isinstance(item, Declaration)}
SELECTORS = "\n".join(item.selector for item in items(PAGE) if isinstance(item, Rule))


@pytest.mark.parametrize(
    "name",
    [
        "--slidev-theme-primary",
        "--slidev-code-background",
        "--slidev-code-foreground",
        "--slidev-code-font-family",
        "--slidev-code-padding",
        "--slidev-code-font-size",
        "--slidev-code-line-height",
        "--slidev-code-radius",
        "--slidev-code-margin",
        "--slidev-code-tab-divider",
        "--slidev-code-tab-text-color",
        "--slidev-code-tab-active-text-color",
        "--slidev-code-tab-font-size",
        "--slidev-transition-duration",
        "--slidev-slide-container-background",
        "--slidev-controls-foreground",
        "--slidev-slide-scale",
        "--slidev-slide-container-scale",
        "--slidev-slide-zoom-scale",
    ],
)
def test_custom_property_is_set(name: str) -> None:
    assert name in SET


@pytest.mark.parametrize(
    "selector",
    [
        ".slidev-vclick-target",
        ".slidev-vclick-hidden",
        ".slidev-vclick-display-none",
        ".slidev-vclick-fade",
        *(
            f".slidev-vclick-anim-{name}"
            for name in ("fade", "fade-in", "up", "down", "left", "right", "scale", "none")
        ),
        "#app",
        "#page-root",
        "#slide-container",
        ".slidev-slide-container",
        ".slidev-slide-content",
        "#slideshow",
        ".slidev-page",
        ".slidev-icon",
        ".slidev-icon-btn",
        ".slidev-code-wrapper",
        ".slidev-code",
        ".slidev-code-line-numbers",
        ".slidev-code-dishonored",
        ".slidev-code-block-title",
        ".slidev-code-copy",
        ".slidev-code-tab",
        ".markdown-alert-note",
        ".markdown-alert-caution",
        *(
            f".{name}-enter-from"
            for name in ("fade", "fade-out", "slide-left", "slide-right", "slide-up", "slide-down")
        ),
        *(
            f".{name}-leave-to"
            for name in ("fade", "fade-out", "slide-left", "slide-right", "slide-up", "slide-down")
        ),
    ],
)
def test_selector_is_styled(selector: str) -> None:
    assert re.search(re.escape(selector) + r"(?![-\w])", SELECTORS)


@pytest.mark.parametrize("name", sorted(SHEETS))
def test_sheet_is_clean_css(name: str) -> None:
    found = items(SHEETS[name])

    assert found
    assert [item for item in found if isinstance(item, Junk)] == []


@pytest.mark.parametrize("name", sorted(SHEETS))
def test_sheet_asks_nothing_of_the_network(name: str) -> None:
    css = re.sub(r"""/\*.*?\*/|url\("data:[^"]*"\)""", "", SHEETS[name], flags=re.DOTALL)

    assert re.search(r"https?:|//|@import", css) is None


@pytest.mark.parametrize("name", sorted(path.name for path in THEMES.iterdir()))
def test_theme_styles_slides_only(name: str) -> None:
    selectors = {item.selector for item in items(SHEETS[name]) if isinstance(item, Rule)}
    own = rf"(html\.print )?(\.{name}-[\w-]+)( > \w+|::after)?"
    """What a theme draws outside of slides has names that start with the theme's."""
    allowed = re.compile(
        rf"(:root|html(\.dark|:not\(\.dark\))|code\[class\*='language-'\]|{own}(,\s*{own})*(:has\(> iframe\))?)\Z"
    )

    assert [s for s in selectors if ".slidev-layout" not in s and not allowed.match(s)] == []


def test_the_reset_comes_first() -> None:
    assert page_sheets()[0][0] == "reset"


def test_motion_stops_where_it_is_not_wanted() -> None:
    for name in ("transitions", "clicks"):
        assert "prefers-reduced-motion: reduce" in SHEETS[name]


def test_fonts_are_what_the_sheets_refer_to() -> None:
    sheet = font_sheet("A, sans-serif", "B, serif", "C, monospace")
    used = set(re.findall(r"var\((--deckc-font-\w+)", "\n".join(SHEETS.values())))

    assert used <= set(re.findall(r"--deckc-font-\w+", sheet))
