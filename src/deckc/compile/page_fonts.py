"""Put the fonts that a deck asks for into its page, cut down to the characters that the page shows.

    fonts: { sans: Noto Sans SC }     @font-face{font-family:"Noto Sans SC";src:url(deckc-asset:...);...}

The families come from `FontEmbedding`; the faces become assets, which a single file holds and a folder keeps beside
its page. A family that cannot be had is a note, and the next one of its stack is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import blake2b
from html import escape

from deckc.compile.page_font_notes import report_missing
from deckc.compile.page_font_rules import FontRules
from deckc.compile.page_font_texts import classes_in, collect_texts
from deckc.diagnostics import Report
from deckc.model.deck import Asset
from deckc.model.font_embedding import EmbeddedFace, EmbeddedFonts, FontEmbedding, FontWish
from deckc.model.fonts import WebFonts
from deckc.model.rendered import RenderedDeck

_MEDIA_TYPE = "font/woff2"
_WORD = re.compile(r"[\w-]+")
_FEATURE_SETTING = re.compile(r"font-feature-settings\s*:([^;}]*)")
_FEATURE_TAG = re.compile(r"""["']([A-Za-z0-9]{4})["']""")
_FEATURES = {
    "tabular-nums": "tnum",
    "proportional-nums": "pnum",
    "lining-nums": "lnum",
    "oldstyle-nums": "onum",
    "slashed-zero": "zero",
    "ordinal": "ordn",
    "stacked-fractions": "afrc",
    "small-caps": "smcp",
    "vertical-rl": "vert",
    "vertical-lr": "vert",
}
"""Words of `font-variant-...` and `writing-mode`, and what they turn on."""
_ASCII = "".join(map(chr, range(0x20, 0x7F)))
_CONTROLS = '<nav class="deckc-controls"><span class="deckc-count">0123456789 /</span></nav>'
_DIALOG = '<dialog class="deckc-goto" open>Go to slide… {}</dialog>'


def embed_fonts(
    rendered: RenderedDeck, css: str, fonts: WebFonts, service: FontEmbedding, report: Report
) -> tuple[RenderedDeck, str]:
    """Return the deck with the faces of `fonts` among its assets, and its CSS with rules for them."""
    scripts = _scripts(rendered)
    page = _around("".join(slide.html for slide in rendered.slides), rendered)
    rules = FontRules(css, fonts, classes_in(page) | frozenset(_WORD.findall(" ".join(scripts))))
    texts = collect_texts(_around(_pages(rendered, rules), rendered), rules, _computed(scripts))
    got = service.embed(FontWish(texts, fonts.weights, fonts.italic, _features(css, rendered)))
    report_missing(got, fonts, report)
    faces = {_token(face): face for face in got.faces}
    assets = {token: _asset(token, face) for token, face in faces.items()}
    sheet = [f"/*! {line} */\n" for line in _credits(got)]
    sheet += [_write_face(face, token) for token, face in faces.items()]
    return replace(rendered, assets={**rendered.assets, **assets}), "".join([*sheet, css])


def _around(pages: str, rendered: RenderedDeck) -> str:
    """Return slides in the elements that will stand around them, and the rest of what the page shows."""
    layers = "".join(layer.html for layer in rendered.layers.values())
    titles = " ".join(slide.slide.title or "" for slide in rendered.slides)
    return (
        '<html class="light dark"><body><div id="app"><div id="page-root" class="grid">'
        '<div id="slide-container" class="slidev-slide-container">'
        f'<div id="slide-content" class="slidev-slide-content"><div id="slideshow">{pages}</div>{layers}</div>'
        f"{_CONTROLS}</div></div></div>{_DIALOG.format(escape(titles))}</body></html>"
    )


def _pages(rendered: RenderedDeck, rules: FontRules) -> str:
    """Return all slides; classes that a slide's bindings may bring into it count for all of it."""
    pages = []
    for slide in rendered.slides:
        number = slide.slide.number
        bound = rules.class_names.intersection(_WORD.findall(slide.bindings))
        again = "".join(f'<dc-any class="{name}">{slide.html}</dc-any>' for name in sorted(bound))
        opened = f'<div class="slidev-page slidev-page-{number}" data-slidev-no="{number}">'
        pages.append(f"{opened}{slide.html}{again}</div>")
    return "".join(pages)


def _scripts(rendered: RenderedDeck) -> list[str]:
    scripts = [slide.bindings for slide in rendered.slides]
    scripts += [layer.bindings for layer in rendered.layers.values()]
    return [script for script in (*scripts, rendered.island_script) if script not in {"", "[]"}]


def _computed(scripts: list[str]) -> str:
    """Return the characters that bindings may bring into the page: numbers, words of theirs, names."""
    return "".join(sorted(set(_ASCII).union(*scripts))) if scripts else ""


def _features(css: str, rendered: RenderedDeck) -> frozenset[str]:
    """Return the OpenType features that style sheets and `style` attributes turn on."""
    looked_at = [css, *(slide.html for slide in rendered.slides)]
    tags = {
        tag
        for text in looked_at
        for value in _FEATURE_SETTING.findall(text)
        for tag in _FEATURE_TAG.findall(value)
    }
    return frozenset(
        tags | {tag for word, tag in _FEATURES.items() if any(word in text for text in looked_at)}
    )


def _token(face: EmbeddedFace) -> str:
    return f"deckc-asset:{blake2b(face.content, digest_size=8).hexdigest()}"


def _asset(token: str, face: EmbeddedFace) -> Asset:
    style = "-italic" if face.italic else ""
    return Asset(token, f"{face.family}-{face.weight}{style}.woff2", face.content, _MEDIA_TYPE)


def _credits(got: EmbeddedFonts) -> Iterator[str]:
    for family, credit in got.credits.items():
        yield f"{family}: {credit}".replace("*/", "* /")


def _write_face(face: EmbeddedFace, token: str) -> str:
    ranges = f"unicode-range:{_ranges(face.characters)};" if face.is_part else ""
    return (
        f'@font-face{{font-family:"{face.family}";font-style:{"italic" if face.italic else "normal"};'
        f"font-weight:{face.weight};font-display:swap;{ranges}"
        f'src:url("{token}") format("woff2")}}\n'
    )


def _ranges(characters: Iterable[str]) -> str:
    """Return characters as CSS has them: "U+41-43,U+4e2d"."""
    spans: list[list[int]] = []
    for code in sorted(map(ord, characters)):
        if spans and spans[-1][1] == code - 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    return ",".join(f"U+{first:x}" if first == last else f"U+{first:x}-{last:x}" for first, last in spans)
