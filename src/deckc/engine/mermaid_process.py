r"""The process that draws: groups of diagrams as JSON on standard input, one line of JSON out for each diagram.

    [[["pie\n A: 1", "dark", {}]]]   ->   {"svg": "<svg>..."}

Every group gets an engine of its own, since Mermaid numbers what it draws: a diagram is to come out the same
whatever was drawn before it.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import novasvg.fonts
import quickjs
from mermaidx import font_metrics
from mermaidx.engines.quickjs_engine import Engine, MermaidRenderError

from deckc.engine.mermaid_font import arial_wide

_SELECTORS = Path(__file__).with_name("mermaid_selectors.js")
_DEFAULTS: dict[str, Any] = {"securityLevel": "strict"}


_FAMILY = "deckc"


class _SharedEngine(Engine):  # type: ignore[misc]  # mermaidx has no types
    """An engine that keeps its context from diagram to diagram, and gets a new one when it is told to."""

    def renew(self) -> None:
        """Forget what was drawn; in the thread that made the context, which no other may touch."""
        self._executor.submit(self._forget).result()

    def _forget(self) -> None:
        if self._ctx_used:
            self._ctx = None
            self._ctx_used: bool = False

    def _build_context(self) -> quickjs.Context:
        context = super()._build_context()
        context.eval(_SELECTORS.read_text("utf-8"))
        return context

    def _ensure_fresh_context(self) -> None:
        if self._ctx is None:
            self._ctx = self._build_context()


def main() -> None:
    """Draw what standard input asks for."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what Mermaid prints is no answer
    _measure_as_browsers_do()
    engine = _SharedEngine()
    engine.start()
    for group in json.load(sys.stdin):
        engine.renew()
        for source, theme, settings in group:
            answers.write(json.dumps(_draw(engine, source, theme, settings)) + "\n")
            answers.flush()
    engine.close()


def _measure_as_browsers_do() -> None:
    """Give mermaidx another font to measure with."""
    folder = Path(font_metrics.__file__).with_name("assets") / "fonts"
    for is_bold, name in ((False, "DejaVuSans.ttf"), (True, "DejaVuSans-Bold.ttf")):
        font = arial_wide((folder / name).read_bytes(), is_bold=is_bold)
        novasvg.fonts.add_font_face_from_data(_FAMILY, is_bold, False, font)
        font_metrics.get_font("bold" if is_bold else "normal")._face = novasvg.fonts.get_font_face(  # noqa: SLF001
            _FAMILY, is_bold, False
        )
    font_metrics._FAMILY = _FAMILY  # noqa: SLF001


def _draw(engine: Engine, source: str, theme: str, settings: dict[str, Any]) -> dict[str, str]:
    try:
        return {"svg": engine.render_svg(source, theme, {**_DEFAULTS, **settings}, None)}
    except MermaidRenderError as error:
        return {"error": str(error)}
    except Exception as error:  # noqa: BLE001 - whatever the engine does, the next diagram has its turn
        return {"error": f"{type(error).__name__}: {error}"}


if __name__ == "__main__":
    main()
