"""The styles of a component as plain CSS with a place: `<style scoped>` and its kin.

<style module> .a {}     .a_1f2e3d4c {}
<style src="./x.css">    what stands in that file
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from deckc.diagnostics import Span
from deckc.engine.preprocess import plain_css
from deckc.engine.vue.css_modules import rename_classes
from deckc.engine.vue.graph import Module
from deckc.engine.vue.inquiry import Inquiry
from deckc.model.vue import ComponentStyle


def styles_of(module: Module, files: Inquiry) -> Iterator[ComponentStyle]:
    """Yield a module's styles."""
    for style in module.compiled.styles if module.compiled else ():
        css, folder = style.css, module.path.parent
        span = Span(files.show(module.path), style.line, 1)
        if style.source.startswith("."):
            path = Path(os.path.normpath(folder / style.source))
            try:
                css, folder = files.read_bytes(path).decode("utf-8", "replace"), path.parent
            except OSError:
                continue
        css, problem = plain_css(css, style.language, folder, files)
        if style.module:
            css = rename_classes(css, module.scope)
        scope = f"data-v-{module.scope}" if style.scoped else None
        language = "css" if style.language in {"sass", "less"} else style.language
        yield ComponentStyle(css, language, span, folder, scope, problem)
