"""Vue for tests: from the cache, else fetched once; without both, what needs it is skipped."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from deckc.compile.pipeline import Compilation, compile_deck
from deckc.model.files import MemoryFiles
from deckc.model.services import Services
from deckc.packages import IconSets, RemoteFiles

Compile = Callable[..., Compilation]


@pytest.fixture(scope="session")
def runner() -> object:
    from deckc.engine.vue import VueRunner

    runner = VueRunner(Path("/"))
    problem = runner.problem()
    if problem is not None:
        pytest.skip(f"Vue is not to be had: {problem}")
    return runner


@pytest.fixture
def compile_files(runner: object) -> Compile:
    """Return what compiles a deck of a text and further files, paths relative to it."""

    def compile_it(deck: str, files: Mapping[str, str | bytes]) -> Compilation:
        held = MemoryFiles(
            {"/deck/slides.md": deck, **{f"/deck/{path}": text for path, text in files.items()}}
        )
        services = Services(IconSets(Path("/")), RemoteFiles(), vue=lambda: runner)  # type: ignore[arg-type, return-value]
        return compile_deck(Path("/deck/slides.md"), held, services)

    return compile_it
