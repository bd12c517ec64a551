from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from deckc.engine import DiagramDrawer
from deckc.model.services import Diagram, Fetched

FLOW = Diagram("mermaid", "graph LR\n  A[Start] --> B[报告位置]")


class Web:
    """Remote files from a dictionary; what was asked for is kept."""

    def __init__(self, answer: Fetched | str = "no network") -> None:
        self.answer = answer
        self.asked: list[str] = []

    def fetch(self, addresses: Iterable[str]) -> Mapping[str, Fetched | str]:
        wanted = list(addresses)
        self.asked += wanted
        return dict.fromkeys(wanted, self.answer)


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DECKC_CACHE", str(tmp_path / "cache"))
    for name in ("PLANTUML_JAR", "CI"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def mermaid() -> None:
    pytest.importorskip("mermaidx", reason="Mermaid's engine is not installed")


@pytest.mark.usefixtures("mermaid")
def test_a_diagram_becomes_svg_in_each_theme() -> None:
    dark = Diagram("mermaid", FLOW.source, "dark")
    drawn = DiagramDrawer(Web()).draw([FLOW, dark])

    assert drawn[FLOW].svg.startswith("<svg ")
    assert "报告位置" in drawn[FLOW].svg
    assert drawn[FLOW].svg != drawn[dark].svg


@pytest.mark.usefixtures("mermaid")
def test_a_module_in_the_deck_s_folder_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "quickjs.py").write_text("open('ran', 'w')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    [drawn] = DiagramDrawer(Web()).draw([Diagram("mermaid", "graph LR\n A --> B")]).values()

    assert "<svg" in drawn.svg
    assert not (tmp_path / "ran").exists()


@pytest.mark.usefixtures("mermaid")
def test_a_chinese_label_is_given_a_full_em_for_each_character() -> None:
    drawn = DiagramDrawer(Web()).draw([FLOW])[FLOW]

    widths = [float(width) for width in re.findall(r'<foreignObject width="([\d.]+)"', drawn.svg)]
    assert 64.0 in widths


@pytest.mark.usefixtures("mermaid")
def test_messages_of_a_sequence_are_as_far_apart_as_in_slidev() -> None:
    sequence = Diagram("mermaid", "sequenceDiagram\n  Alice->>Bob: Hello\n  Bob-->>Alice: Hi")
    drawn = DiagramDrawer(Web()).draw([sequence])[sequence]

    assert 'viewBox="-50 -10 450 267"' in drawn.svg


@pytest.mark.usefixtures("mermaid")
def test_a_label_with_a_size_of_its_own_is_given_room_for_it() -> None:
    small = Diagram("mermaid", "graph LR\n  A[Word]")
    large = Diagram("mermaid", "graph LR\n  A[Word]\n  classDef big font-size:32px\n  class A big")
    drawn = DiagramDrawer(Web()).draw([small, large])

    heights = [
        re.findall(r'<foreignObject [^>]*height="([\d.]+)"', drawn[each].svg) for each in (small, large)
    ]
    assert heights == [["24"], ["48"]]


@pytest.mark.usefixtures("mermaid")
def test_a_mistake_has_its_line_and_others_are_drawn() -> None:
    wrong = Diagram("mermaid", "graph LR\n  A --> B\n  B -->> -> C")
    drawn = DiagramDrawer(Web()).draw([wrong, FLOW])

    assert (drawn[wrong].svg, drawn[wrong].is_mistake, drawn[wrong].line) == ("", True, 3)
    assert drawn[wrong].problem.startswith("parse error, unexpected")
    assert drawn[FLOW].svg


@pytest.mark.usefixtures("mermaid")
def test_a_drawn_diagram_is_not_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    first = DiagramDrawer(Web()).draw([FLOW])
    monkeypatch.setattr("deckc.engine.mermaid._run", None)

    assert DiagramDrawer(Web()).draw([FLOW]) == first


def test_without_an_engine_a_diagram_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deckc.engine.mermaid.find_spec", lambda _name: None)

    assert "pip install mermaidx" in DiagramDrawer(Web()).draw([FLOW])[FLOW].problem


def test_an_engine_that_breaks_off_costs_one_diagram(monkeypatch: pytest.MonkeyPatch) -> None:
    from deckc.engine import mermaid

    sources = ["a", "bad", "b"]
    diagrams = [Diagram("mermaid", source) for source in sources]

    def run(groups: list[list[Diagram]]) -> tuple[list[str], object]:
        lines: list[str] = []
        for (diagram,) in groups:
            if diagram.source == "bad":
                break
            lines.append('{"svg": "<svg></svg>"}')
        return lines, mermaid._BROKEN

    monkeypatch.setattr(mermaid, "_run", run)
    monkeypatch.setattr(mermaid.os, "cpu_count", lambda: 1)
    monkeypatch.setattr(mermaid, "find_spec", lambda _name: object())
    drawn = mermaid.draw_mermaid(diagrams)

    assert [drawn[diagram].svg for diagram in diagrams] == ["<svg></svg>", "", "<svg></svg>"]
    assert drawn[diagrams[1]].problem == "Mermaid's engine broke off"


PLANT = Diagram("plantuml", "Bob -> Alice : hello", server="https://plantuml.example/")


def test_plantuml_is_asked_of_the_server_by_its_own_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    web = Web(Fetched(b'<?xml version="1.0"?><svg xmlns="x"><g/></svg>', "image/svg+xml"))
    drawn = DiagramDrawer(web).draw([PLANT])

    assert web.asked == ["https://plantuml.example/svg/SyfFKj2rKt3CoKnELR1Io4ZDoSa70000"]
    assert drawn[PLANT].svg == '<svg xmlns="x"><g/></svg>'


def test_no_server_is_asked_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("CI", "true")
    web = Web()
    drawn = DiagramDrawer(web).draw([PLANT])

    assert web.asked == []
    assert "CI is set" in drawn[PLANT].problem


def test_a_server_that_does_not_answer_is_asked_again_the_next_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    web = Web("no network")
    drawer = DiagramDrawer(web)
    drawer.draw([PLANT])
    drawn = drawer.draw([PLANT])

    assert len(web.asked) == 2
    assert "no network" in drawn[PLANT].problem


PROGRAM = """#!/bin/sh
[ "$PLANTUML_SECURITY_PROFILE" = SANDBOX ] || exit 1
grep -c '^@startuml' | { read count; for i in $(seq $count); do printf '<svg>%s</svg>\\ndeckc-next-diagram\\n' $i; done; }
"""


def test_a_program_on_this_machine_draws_all_in_one_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "plantuml"
    program.write_text(PROGRAM)
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    web = Web()
    other = Diagram("plantuml", "@startuml\na -> b\n@enduml")
    drawn = DiagramDrawer(web).draw([PLANT, other])

    assert [drawn[PLANT].svg, drawn[other].svg] == ["<svg>1</svg>", "<svg>2</svg>"]
    assert web.asked == []
