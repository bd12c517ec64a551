"""Make a drawn diagram safe to stand in a page: nothing that runs, nothing from other hosts.

    <svg onload="x()"><script>y()</script><path d="M0 0"/></svg>   ->   <svg><path d="M0 0"/></svg>

The engine writes XML. What comes out is read by an HTML parser, for which an empty `<div/>` would stay open.
"""

from __future__ import annotations

import re

_MARKUP = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<[?!][^>]*>"
    r"|<(?P<slash>/?)(?P<tag>[A-Za-z][\w:.-]*)(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>|<",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([^\s=\"'/<>]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'))?")
_HTML_TAGS = frozenset(
    "b br center code del div em font h1 h2 h3 h4 h5 h6 hr i img ins label li mark ol p pre s section small span"
    " strong sub sup table tbody td th thead tr u ul".split()
)
_VOID_TAGS = frozenset(["br", "hr", "img"])
_SVG_TAGS = frozenset(
    "a animate circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite feDropShadow"
    " feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset feTile"
    " feTurbulence filter foreignObject g image line linearGradient marker mask path pattern polygon polyline"
    " radialGradient rect stop style svg switch symbol text textPath title tspan use".split()
)
_MATH_TAGS = frozenset(
    "annotation math menclose merror mfrac mi mn mo mover mpadded mphantom mroot mrow ms mspace msqrt mstyle msub"
    " msubsup msup mtable mtd mtext mtr munder munderover semantics".split()
)
_TAGS = _HTML_TAGS | _SVG_TAGS | _MATH_TAGS
_DROPPED_WITH_CONTENT = frozenset("script iframe object embed template noscript audio video form".split())
_ADDRESSES = frozenset(["href", "xlink:href", "src"])
_LEFT_OUT = frozenset(["srcset", "action", "formaction", "ping", "background", "poster", "srcdoc"])
_LINK = re.compile(r"(?:https?:|mailto:|#|\.{0,2}/|[\w-]+(?:[/.?#]|$))", re.IGNORECASE)
_PICTURE = re.compile(r"#|data:image/", re.IGNORECASE)
_FOREIGN = re.compile(
    r"url\(\s*(?!['\"]?\s*(?:#|data:image/))[^)]*\)?|(?:image-set|cross-fade|image|src)\([^)]*\)?",
    re.IGNORECASE,
)
_IMPORT = re.compile(r"@import[^;]*;?", re.IGNORECASE)
_CSS_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|(.))", re.IGNORECASE | re.DOTALL)


def clean_svg(svg: str) -> str:
    """Return the markup without what runs or loads something."""
    out: list[str] = []
    at = 0
    dropped = ""
    depth = 0
    in_style = False
    for found in _MARKUP.finditer(svg):
        text, at_text = svg[at : found.start()], at
        at = found.end()
        if not dropped and text:
            out.append(_clean_css(text) if in_style else svg[at_text : found.start()])
        tag = found["tag"]
        if tag is None:
            continue
        closes, empties = found["slash"] == "/", found["attributes"].rstrip().endswith("/")
        if dropped:
            if tag.lower() == dropped and not empties:
                depth += -1 if closes else 1
                dropped = dropped if depth else ""
        elif tag.lower() in _DROPPED_WITH_CONTENT:
            if not closes and not empties:
                dropped, depth = tag.lower(), 1
        elif tag in _TAGS:
            in_style = tag == "style" and not closes and not empties
            out.append(f"</{tag}>" if closes else _start_tag(tag, found["attributes"], empties=empties))
    if not dropped:
        out.append(_clean_css(svg[at:]) if in_style else svg[at:])
    return "".join(out)


def _start_tag(tag: str, attributes: str, *, empties: bool) -> str:
    # In a `<style>` within HTML a parser sees no tags: there a value may not hold what ends it.
    kept = "".join(
        f' {name}="{value.replace("<", "&lt;")}"'
        for name, value in (
            (match[1], _clean_value(tag, match[1].lower(), (match[2] or '""')[1:-1]))
            for match in _ATTRIBUTE.finditer(attributes)
        )
        if value is not None
    )
    if not empties:
        return f"<{tag}{kept}>"
    if tag in _VOID_TAGS:
        return f"<{tag}{kept}>"
    return f"<{tag}{kept}></{tag}>"


def _clean_value(tag: str, name: str, value: str) -> str | None:
    """Return an attribute's value, as it is written; None where the attribute is to go."""
    if name.startswith("on") or name in _LEFT_OUT:
        return None
    if tag == "animate" and name == "attributename" and value.lower().endswith("href"):
        return None
    if name in _ADDRESSES:
        allowed = _LINK if tag == "a" else _PICTURE
        bare = re.sub(r"[\x00-\x20]", "", _decoded(value))
        return value if allowed.match(bare) else None
    if ":" in name and not name.startswith(("xlink:", "xml:", "xmlns:")):
        return None
    return (
        _clean_css(value).replace('"', "&quot;")
        if "(" in value or "@" in value
        else value.replace('"', "&quot;")
    )


def _decoded(value: str) -> str:
    from html import unescape

    return unescape(value)


def _clean_css(css: str) -> str:
    """Return CSS that loads nothing; one that hides an address behind escapes is left out whole."""
    bare = _decoded(css)
    plain = _CSS_ESCAPE.sub(_escaped, bare)
    if not _FOREIGN.search(plain) and not _IMPORT.search(plain):
        return css
    if plain != bare:
        return ""
    return _FOREIGN.sub("none", _IMPORT.sub("", bare)).replace("&", "&amp;").replace("<", "&lt;")


def _escaped(match: re.Match[str]) -> str:
    if match[1] is None:
        return match[2]
    code = int(match[1], 16)
    return chr(code) if code <= 0x10FFFF else ""
