"""Read the font families that UnoCSS's preset for web fonts gives to utilities.

presetWebFonts({ fonts: { big: ['Gilroy', 'Inter:400,700'] } })      {"big": '"Gilroy","Inter"'}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckc.compile.load.uno_literals import Entry, read_literal

if TYPE_CHECKING:
    from tree_sitter import Node

_DECK_FONTS = frozenset(("sans", "serif", "mono"))


def web_fonts(call: Node, names: dict[str, Node]) -> dict[str, str] | None:
    """Return the families of `presetWebFonts({ fonts: { big: ['A', 'B:400'] } })`; None where they are no literals.

    Those of the deck's own `fonts:` go before what it calls sans, serif and mono.
    """
    given = call.child_by_field_name("arguments")
    options = read_literal(given.named_children[0], names).value if given and given.named_children else None
    fonts = options.get("fonts") if isinstance(options, dict) else None
    if fonts is None or not isinstance(fonts.value, dict):
        return None
    families = {name: _families(entry) for name, entry in fonts.value.items()}
    return {name: listed for name, listed in families.items() if listed and name not in _DECK_FONTS}


def _families(entry: Entry) -> str:
    found = []
    for item in entry.value if isinstance(entry.value, list) else [entry]:
        value = item.value.get("name", item).value if isinstance(item.value, dict) else item.value
        if isinstance(value, str):
            found.append(f'"{value.partition(":")[0]}"')
    return ",".join(found)
