"""Which language an element belongs to: HTML, SVG or MathML.

In SVG and MathML a `<style>` or `<title>` is an element like any other, and `<![CDATA[` is text.
"""

from __future__ import annotations

HTML = 0
SVG = 1
MATHML = 2

_HTML_INSIDE_SVG = frozenset(["foreignObject", "desc", "title"])
_HTML_INSIDE_MATHML = frozenset(["mi", "mo", "mn", "ms", "mtext", "annotation-xml"])


def namespace_of(tag: str, parent_tag: str, parent_namespace: int) -> int:
    """Return the namespace of an element with this tag inside that parent."""
    namespace = parent_namespace
    if (
        namespace == MATHML and parent_tag in _HTML_INSIDE_MATHML and tag not in {"mglyph", "malignmark"}
    ) or (namespace == SVG and parent_tag in _HTML_INSIDE_SVG):
        namespace = HTML
    if namespace == HTML:
        if tag == "svg":
            return SVG
        if tag == "math":
            return MATHML
    return namespace
