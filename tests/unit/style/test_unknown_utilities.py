from __future__ import annotations

import pytest

from deckc.compile.style import default_design
from deckc.compile.style.unknown import unknown_utilities

DESIGN = default_design()


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("text-redd-500", "text-red-500"),
        ("itmes-center", "items-center"),
        ("hvoer:mt-4", "hover:mt-4"),
        ("bg-primry", "bg-primary"),
        ("absolut", "absolute"),
        ("hiddne", "hidden"),
        ("animate-buonce", "animate-bounce"),
    ],
)
def test_one_wrong_word_is_put_right(name: str, meant: str) -> None:
    assert unknown_utilities([name], DESIGN) == {name: meant}


@pytest.mark.parametrize(
    "name",
    [
        "mt-4",
        "my-class",
        "grid-item",
        "col-1",
        "cards",
        "blocks",
        "tables",
        "glow-box",
        "hljs-keyword",
        "two-cols",
        "contained",
        "bolder",
        "mtable",
        "call-tab",
        "x",
    ],
)
def test_utilities_and_ordinary_names_are_no_slips(name: str) -> None:
    assert unknown_utilities([name], DESIGN) == {}
