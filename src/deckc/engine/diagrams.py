r"""Draw the diagrams of a deck, and keep what came of them for the next build.

    DiagramDrawer(RemoteFiles()).draw([Diagram("mermaid", "pie\n A: 1")])
    {Diagram("mermaid", "pie\n A: 1"): DrawnDiagram("<svg>...")}

Diagrams are kept by their content, so that only new ones load an engine.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from deckc.engine.result_cache import keep_result, recall_result
from deckc.model.services import Diagram, DrawnDiagram, RemoteFetch

_KIND = "diagrams"


class DiagramDrawer:
    """Draws Mermaid with the embedded engine and PlantUML with a program or server; implements `DiagramDrawing`."""

    def __init__(self, remote: RemoteFetch) -> None:
        self._remote = remote
        self._had: dict[Diagram, DrawnDiagram] = {}

    def draw(self, diagrams: Iterable[Diagram]) -> Mapping[Diagram, DrawnDiagram]:
        """Return what became of each diagram."""
        wanted = list(dict.fromkeys(diagrams))
        for diagram in wanted:
            if diagram not in self._had and (kept := _recall(diagram)):
                self._had[diagram] = kept
        missing = [diagram for diagram in wanted if diagram not in self._had]
        drawn = self._draw([diagram for diagram in missing if diagram.language == "mermaid"])
        drawn.update(self._draw_plantuml([diagram for diagram in missing if diagram.language == "plantuml"]))
        for diagram, result in drawn.items():
            if result.svg or result.is_mistake:  # what failed for other reasons may succeed the next time
                self._had[diagram] = result
                _keep(diagram, result)
        return {diagram: self._had.get(diagram) or drawn[diagram] for diagram in wanted}

    def _draw(self, diagrams: list[Diagram]) -> dict[Diagram, DrawnDiagram]:
        if not diagrams:
            return {}
        from deckc.engine.mermaid import draw_mermaid

        return draw_mermaid(diagrams)

    def _draw_plantuml(self, diagrams: list[Diagram]) -> dict[Diagram, DrawnDiagram]:
        if not diagrams:
            return {}
        from deckc.engine.plantuml import draw_plantuml

        return draw_plantuml(diagrams, self._remote)


def _recall(diagram: Diagram) -> DrawnDiagram | None:
    return recall_result(_KIND, _made_from(diagram), _kept)


def _keep(diagram: Diagram, drawn: DrawnDiagram) -> None:
    keep_result(_KIND, _made_from(diagram), (drawn.svg, drawn.problem, drawn.is_mistake, drawn.line))


def _kept(svg: str, problem: str, is_mistake: bool, line: int) -> DrawnDiagram:
    return DrawnDiagram(str(svg), str(problem), bool(is_mistake), int(line))


def _made_from(diagram: Diagram) -> tuple[object, ...]:
    engine = _mermaid_version() if diagram.language == "mermaid" else ""
    return (engine, diagram.language, diagram.source, diagram.theme, diagram.settings, diagram.server)


@cache
def _mermaid_version() -> str:
    """Return the text that names the version of the installed engine, without loading it."""
    from importlib.util import find_spec

    found = find_spec("mermaidx")
    if found is None or found.origin is None:
        return ""
    try:
        return Path(found.origin).with_name("__about__.py").read_text("utf-8")
    except OSError:
        return ""
