r"""Turn a formula into plain MathML, which browsers set by themselves: what is shown where KaTeX is missing.

write_mathml(r"\frac12", False)     TypesetFormula('<math display="inline"><mfrac>...')
"""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING

from deckc.model.services import TypesetFormula

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def write_mathml(source: str, is_displayed: bool) -> TypesetFormula:
    """Return a formula as one `<math>` element; as a mistake where latex2mathml cannot read it."""
    from xml.etree import ElementTree as ET

    from latex2mathml.converter import convert_to_element

    try:
        root = convert_to_element(source, display="block" if is_displayed else "inline")
    except Exception as error:  # noqa: BLE001 - it raises whatever its parser stumbles over
        return TypesetFormula("", f"latex2mathml cannot read it ({type(error).__name__})")
    for element in root.iter():
        _decode(element)
    return TypesetFormula(ET.tostring(root, encoding="unicode", short_empty_elements=False))


def _decode(element: Element) -> None:
    """Replace character references by characters: the library writes them as text, unescaped."""
    element.text = unescape(element.text) if element.text else None
    element.tail = unescape(element.tail) if element.tail else None
    for name, value in element.attrib.items():
        element.set(name, unescape(value))
