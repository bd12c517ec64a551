from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from deckc.compile.pipeline import compile_deck
from deckc.model.files import MemoryFiles
from deckc.model.services import Diagram, DrawnDiagram, Services
from spec_runner.run import DrawnIcons, NoNetwork

SVG = '<svg id="my-svg" width="100%" style="max-width: 80px; background-color: transparent;" viewBox="0 0 80 40">'


class Pencil:
    """Draws every diagram as its theme and settings; one that says "wrong" is a mistake, one that says "no" fails."""

    def __init__(self) -> None:
        self.asked: list[Diagram] = []

    def draw(self, diagrams: Iterable[Diagram]) -> Mapping[Diagram, DrawnDiagram]:
        wanted = list(diagrams)
        self.asked += wanted
        return {diagram: self._drawn(diagram) for diagram in wanted}

    def _drawn(self, diagram: Diagram) -> DrawnDiagram:
        if "wrong" in diagram.source:
            return DrawnDiagram("", "it is wrong", is_mistake=True, line=2)
        if "no" in diagram.source:
            return DrawnDiagram("", "it cannot be drawn")
        theme = "" if "init" in diagram.source else diagram.theme
        return DrawnDiagram(f'{SVG}<g class="{theme or "own"}"></g></svg>')


def compiled(slides: str) -> tuple[str, list[str], Pencil]:
    pencil = Pencil()
    files = MemoryFiles({"/deck/slides.md": slides})
    services = Services(DrawnIcons(), NoNetwork(), diagrams=pencil)
    made = compile_deck(Path("/deck/slides.md"), files, services)
    page = made.site.files["index.html"].decode()
    told = [
        f"{d.span.line}:{d.span.column} {d.code} {d.message}"
        for d in made.report.diagnostics
        if d.span is not None
    ]
    return page, told, pencil


def drawings(page: str) -> list[tuple[str, str]]:
    """Return the colour scheme and the theme of every drawing."""
    return re.findall(
        r'<div class="mermaid"(?: data-dc-schema="?(\w+)"?)?><template shadowrootmode="open" shadowrootclonable>'
        r'<svg id="diagram-[0-9a-f]+" width="100%" style="max-width: 80px;" viewBox="0 0 80 40"><g class="(\w+)">',
        page,
    )


def test_a_deck_of_both_schemes_has_a_drawing_for_each() -> None:
    page, told, _ = compiled("```mermaid\npie\n```")

    assert drawings(page) == [("light", "own"), ("dark", "dark")]
    assert told == []


def test_a_deck_of_one_scheme_has_one_drawing() -> None:
    page, _, pencil = compiled("---\ncolorSchema: dark\n---\n\n```mermaid\npie\n```")

    assert drawings(page) == [("", "dark")]
    assert len(pencil.asked) == 1


def test_a_theme_of_its_own_holds_in_both_schemes() -> None:
    page, _, pencil = compiled("```mermaid {theme: 'neutral', look: 'handDrawn'}\npie\n```")

    assert drawings(page) == [("", "neutral")]
    assert [(diagram.theme, diagram.settings) for diagram in pencil.asked] == [
        ("neutral", '{"look": "handDrawn"}')
    ]


def test_drawings_that_do_not_differ_stand_once() -> None:
    page, _, _ = compiled("```mermaid\n%%{init: {}}%%\npie\n```")

    assert drawings(page) == [("", "own")]


def test_a_scale_sets_the_height_and_takes_the_width_away() -> None:
    page, _, _ = compiled("```mermaid {theme: 'x', scale: 0.5}\npie\n```")

    assert 'viewBox="0 0 80 40" height="20">' in page
    assert "max-width: 80px" not in page


def test_a_mistake_shows_the_source_and_is_told_at_its_line() -> None:
    page, told, _ = compiled("# A\n\n```mermaid\npie\n  wrong\n```")

    assert "wrong</" in page
    assert told == ["5:3 diagram-syntax it is wrong"]


def test_what_cannot_be_drawn_shows_the_source() -> None:
    page, told, _ = compiled("```plantuml\nno -> no\n```")

    assert "no -&gt; no" in page
    assert told == ["1:1 diagram-unsupported it cannot be drawn"]


def test_plantuml_is_a_picture() -> None:
    page, _, pencil = compiled(
        "---\nplantUmlServer: https://p.example\n---\n\n```plantuml {scale: 0.5, alt: 'Two'}\na -> b\n```"
    )

    assert '<img src="data:image/svg+xml;base64,' in page
    assert 'alt="Two" style="scale: 0.5"' in page
    assert pencil.asked == [Diagram("plantuml", "a -> b", server="https://p.example")]


def test_a_diagram_takes_its_click() -> None:
    page, _, _ = compiled("<v-click>\n\n```mermaid {theme: 'x'}\npie\n```\n\n</v-click>")

    assert '<div class="slidev-vclick-target mermaid' in page or 'class="mermaid slidev-vclick-target' in page
    assert 'data-dc-click="1"' in page or "data-dc-click=1" in page


def test_options_that_only_the_page_knows_are_reported() -> None:
    _, told, _ = compiled("```mermaid {scale: $clicks}\npie\n```")

    assert told == ["1:1 diagram-options the options of a diagram cannot change in the running page"]


def test_equal_code_in_another_language_stays_code() -> None:
    page, _, pencil = compiled("```text\npie\n```")

    assert pencil.asked == []
    assert "pie</" in page
