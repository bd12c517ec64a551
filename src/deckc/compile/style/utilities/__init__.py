"""All utilities, in the order in which their CSS stands in a sheet.

A rule's place in this order is its index: the first sort key of the sheet, and among patterns that fit the same text
the later one wins.
"""

from __future__ import annotations

from functools import cache

from deckc.compile.style.rules import Family, RuleIndex
from deckc.compile.style.utilities import (
    animation,
    background,
    border,
    decoration,
    effects,
    filter,  # noqa: A004  named like the CSS family
    flexbox,
    flow,
    font,
    grid,
    icons,
    interaction,
    layout,
    own,
    placeholder,
    position,
    prose,
    sizing,
    spacing,
    svg,
    table,
    text,
    transform,
    transition,
    variables,
)

FAMILIES: tuple[Family, ...] = (
    icons.ICONS,
    variables.VARIABLES,
    layout.CONTAINER,
    layout.CONTAIN,
    layout.SCREEN_READERS,
    interaction.POINTER_EVENTS,
    layout.VISIBILITY,
    position.POSITION,
    position.INSET,
    text.LINE_CLAMP,
    layout.ISOLATION,
    position.Z_INDEX,
    position.ORDER,
    grid.GRID,
    layout.FLOAT,
    spacing.MARGIN,
    layout.BOX_SIZING,
    layout.DISPLAY,
    sizing.ASPECT_RATIO,
    sizing.SIZE,
    flexbox.FLEX,
    table.TABLE,
    transform.TRANSFORM,
    animation.ANIMATION,
    interaction.CURSOR,
    interaction.TOUCH,
    interaction.USER_SELECT,
    interaction.RESIZE,
    interaction.SCROLL,
    flow.LIST,
    interaction.APPEARANCE,
    flow.COLUMNS,
    flexbox.PLACE,
    flexbox.ALIGN,
    flexbox.JUSTIFY,
    flexbox.GAP,
    flexbox.PREFIXED,
    spacing.SPACE,
    border.DIVIDE,
    layout.OVERFLOW,
    interaction.OVERSCROLL,
    interaction.SCROLL_BEHAVIOR,
    text.TEXT_OVERFLOW,
    text.WHITE_SPACE,
    text.BREAK,
    border.BORDER,
    background.BACKGROUND,
    background.BACKGROUND_STYLE,
    layout.COLOR_SCHEME,
    svg.SVG,
    layout.OBJECT,
    spacing.PADDING,
    text.TEXT_ALIGN,
    text.TEXT_INDENT,
    text.TEXT_WRAP,
    text.VERTICAL_ALIGN,
    font.FONT,
    text.TEXT_CASE,
    font.FONT_STYLE,
    font.NUMERALS,
    decoration.TEXT_DECORATION,
    font.SMOOTHING,
    text.TAB_SIZE,
    decoration.TEXT_STROKE,
    decoration.TEXT_SHADOW,
    text.HYPHENS,
    text.WRITING,
    interaction.CARET,
    interaction.ACCENT,
    effects.OPACITY,
    background.BACKGROUND_BLEND,
    background.MIX_BLEND,
    effects.SHADOW,
    effects.OUTLINE,
    effects.RING,
    effects.IMAGE_RENDERING,
    filter.FILTER,
    transition.TRANSITION,
    interaction.WILL_CHANGE,
    layout.CONTENT_VISIBILITY,
    text.CONTENT,
    placeholder.PLACEHOLDER,
    layout.CONTAINER_QUERY,
    placeholder.VIEW_TRANSITION,
    layout.VIEWPORT_HEIGHTS,
    interaction.FIELD_SIZING,
)


@cache
def rule_index() -> RuleIndex:
    """Return the index of all rules."""
    index = RuleIndex()
    for family in FAMILIES:
        index.add(family)
    # UnoCSS has its debugging utility `?` here; it matches nothing in a built page.
    index.size += 1
    index.add(prose.PROSE)
    index.add(own.OWN)
    return index
