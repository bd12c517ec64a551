from __future__ import annotations

import pytest

from deckc.compile.realize.components.builtin import BUILTINS, builder_of


@pytest.mark.parametrize("name", BUILTINS)
def test_every_builtin_component_has_its_function(name: str) -> None:
    assert callable(builder_of(name))
