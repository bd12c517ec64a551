r"""Draw the diagrams of a deck, and keep what came of them for the next build.

    DiagramDrawer(RemoteFiles()).draw([Diagram("mermaid", "pie\n A: 1")])
    {Diagram("mermaid", "pie\n A: 1"): DrawnDiagram("<svg>...")}

Diagrams are kept by their content, so that only new ones load an engine.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from deckc.engine.diagram_cache import keep_diagram, recall_diagram
from deckc.model.services import Diagram, DrawnDiagram, RemoteFetch


class DiagramDrawer:
    """Draws Mermaid with the embedded engine and PlantUML with a program or server; implements `DiagramDrawing`."""

    def __init__(self, remote: RemoteFetch) -> None:
        self._remote = remote
        self._had: dict[Diagram, DrawnDiagram] = {}

    def draw(self, diagrams: Iterable[Diagram]) -> Mapping[Diagram, DrawnDiagram]:
        """Return what became of each diagram."""
        wanted = list(dict.fromkeys(diagrams))
        for diagram in wanted:
            if diagram not in self._had and (kept := recall_diagram(diagram)):
                self._had[diagram] = kept
        missing = [diagram for diagram in wanted if diagram not in self._had]
        drawn = self._draw([diagram for diagram in missing if diagram.language == "mermaid"])
        drawn.update(self._draw_plantuml([diagram for diagram in missing if diagram.language == "plantuml"]))
        for diagram, result in drawn.items():
            if result.svg or result.is_mistake:  # what failed for other reasons may succeed the next time
                self._had[diagram] = result
                keep_diagram(diagram, result)
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
