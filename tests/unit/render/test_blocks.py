"""Loops that only the page can finish."""

from __future__ import annotations

from pathlib import Path

from deckc.compile.pipeline import compile_deck
from deckc.model.files import MemoryFiles
from deckc.model.services import Services
from spec_runner.run import DrawnIcons, NoNetwork


def test_loops_in_loops_are_painted_up_to_a_length() -> None:
    text = '<i v-for="a in 2000"><b v-for="b in 2000">x</b></i>\n\n<u>behind</u>\n'
    files = MemoryFiles({"/deck/slides.md": text})
    site = compile_deck(Path("/deck/slides.md"), files, Services(DrawnIcons(), NoNetwork())).site
    page = site.files["index.html"].decode()

    assert 5_000 < page.count("<b>x</b>") < 50_000
    assert "<u>behind</u>" in page
