"""Join a rendered deck, its style sheet and its assets into a site.

    folder        index.html, assets/style-1a2b3c4d.css, assets/logo-5e6f7a8b.png
    single file   index.html, with everything inside

The script always stands in the page: there it is covered by the policy's hash and runs from `file://`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from deckc.compile.write.assets import ASSETS_FOLDER, place_assets, reads_files
from deckc.compile.write.deck_script import deck_script, head_script
from deckc.compile.write.digests import Digests
from deckc.compile.write.options import SiteOptions
from deckc.compile.write.room import room_script
from deckc.compile.write.runner import runner_script
from deckc.compile.write.shell import NO_SNIPPETS, Page, PageParts, render_shell
from deckc.model.config import DeckConfig
from deckc.model.deck import PageSnippets, Slide
from deckc.model.rendered import RenderedDeck
from deckc.model.site import Site

_SHEET = f"{ASSETS_FOLDER}/style.css"
_SCRIPT = "script"
_ISLANDS = "islands"
_FAVICON = "favicon"
_HEAD, _BODY = "snippets-head", "snippets-body"


def assemble_site(
    rendered: RenderedDeck, css: str, options: SiteOptions, digests: Digests | None = None
) -> Site:
    """Return the site of a deck whose style sheet is `css`; hashes are of what the page holds.

    `digests` are those of the assets, where somebody began to work them out earlier.
    """
    placed = place_assets(
        _texts(rendered, css, options),
        rendered.assets,
        single_file=options.single_file,
        base=options.base,
        digests=digests,
    )
    sheet = placed.texts[_SHEET].encode("utf-8", "replace")
    sheet_path = f"{ASSETS_FOLDER}/style-{hashlib.sha256(sheet).hexdigest()[:8]}.css"
    scripts = [placed.texts.get(_ISLANDS, ""), placed.texts[_SCRIPT], options.extra_script]
    slides = [rendered_slide.slide for rendered_slide in rendered.slides]
    parts = PageParts(
        pages=tuple(page_of(slide, placed.texts[_slide_key(slide)], rendered.config) for slide in slides),
        layers={name: placed.texts[f"layer-{name}"] for name in rendered.layers},
        css=placed.texts[_SHEET] if options.single_file else "",
        style_address="" if options.single_file else f"{options.base}{sheet_path}",
        favicon=placed.texts.get(_FAVICON),
        head_script=head_script(),
        scripts=tuple(script for script in scripts if script),
        connect=(*options.connect, *(["data:"] if reads_files(rendered.island_script) else [])),
        runner=runner_script(rendered.slides),
        is_served=options.is_served,
        index=options.index,
        loop_s=options.loop_s,
        nonce=options.nonce,
        snippets=_placed_snippets(rendered, placed.texts),
        room=room_script(),
    )
    config = replace(rendered.config, seo_meta=_placed_seo(rendered, placed.texts))
    files = {"index.html": render_shell(config, parts).encode("utf-8", "replace")}
    if not options.single_file:
        files |= {sheet_path: sheet, **placed.files}
    return Site(files)


def _texts(rendered: RenderedDeck, css: str, options: SiteOptions) -> dict[str, str]:
    """Return all texts in which assets are named; those without a folder stand in the page."""
    texts = {_slide_key(slide.slide): slide.html for slide in rendered.slides}
    texts |= {f"layer-{name}": layer.html for name, layer in rendered.layers.items()}
    texts |= {_SHEET: css, _SCRIPT: deck_script(rendered, with_all_parts=options.is_served)}
    if rendered.island_script:
        texts[_ISLANDS] = rendered.island_script.replace("</script", "<\\/script").replace("<!--", "\\x3c!--")
    if rendered.snippets is not None:
        texts |= {_HEAD: rendered.snippets.head, _BODY: rendered.snippets.body}
    texts |= {f"seo-{key}": text for key, text in rendered.config.seo_meta.items()}
    if rendered.config.favicon:
        texts[_FAVICON] = rendered.config.favicon
    return texts


def _placed_snippets(rendered: RenderedDeck, texts: Mapping[str, str]) -> PageSnippets:
    if rendered.snippets is None:
        return NO_SNIPPETS
    return replace(rendered.snippets, head=texts[_HEAD], body=texts[_BODY])


def _placed_seo(rendered: RenderedDeck, texts: Mapping[str, str]) -> dict[str, str]:
    """Return `seoMeta` with addresses in it; a picture inside a single file is one that no site can ask for."""
    placed = {key: texts[f"seo-{key}"] for key in rendered.config.seo_meta}
    return {key: text for key, text in placed.items() if not text.startswith("data:")}


def _slide_key(slide: Slide) -> str:
    return f"slide-{slide.number}"


def page_of(slide: Slide, html: str, config: DeckConfig) -> Page:
    """Return a slide as it stands in the page; `html` is its content, assets placed."""
    style = [] if config.selectable else ["user-select:none"]
    if slide.zoom != 1:
        style.append(f"--slidev-slide-zoom-scale:{slide.zoom:g}")
    return Page(slide.number, html, ";".join(style), slide.lang)
