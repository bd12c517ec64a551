"""Drawings of a talk are files beside its deck, where the deck says so."""

from __future__ import annotations

from pathlib import Path

from deckc.compile.page_drawings import read_strokes
from deckc.serve.room import Room
from deckc.serve.room.backplane import MemoryBackplane
from deckc.serve.room.kept_drawings import KeptDrawings, Sketchbook, read_drawings, write_drawings

from .test_room import run

STROKE = '<path d="M0 0L9 9" stroke="#ff595e"></path>'


def test_what_is_written_is_read_again_and_built(tmp_path: Path) -> None:
    book = Sketchbook(tmp_path / "drawings", 980, 552)
    write_drawings(book, {"3": STROKE, "4": None})

    assert [path.name for path in book.folder.iterdir()] == ["3.svg"]
    assert read_drawings(book) == {"drawings/3": (1, "deckc", STROKE)}
    assert read_strokes((book.folder / "3.svg").read_bytes()) == STROKE

    write_drawings(book, {"3": ""})
    assert list(book.folder.iterdir()) == []


def test_what_cannot_be_read_keeps_no_other_drawing_away(tmp_path: Path) -> None:
    book = Sketchbook(tmp_path, 980, 552)
    write_drawings(book, {"3": STROKE})
    (tmp_path / "1.svg").symlink_to(tmp_path / "nowhere")
    (tmp_path / "2.svg").mkdir()

    assert read_drawings(book) == {"drawings/3": (1, "deckc", STROKE)}


def test_a_room_begins_with_what_is_kept_and_keeps_what_is_drawn(tmp_path: Path) -> None:
    book = Sketchbook(tmp_path, 980, 552)
    write_drawings(book, {"1": STROKE})

    async def talk() -> object:
        kept = KeptDrawings(MemoryBackplane(), lambda: book)
        room = Room("talk", kept)
        await room.enter("presenter", drives=True)
        begun = room.held["drawings/1"][2]
        room.write({"drawings/2": (5, "a", STROKE), "drawings/1": (5, "a", None), "slide": (5, "a", 2)})
        await kept.close()
        return begun

    assert run(talk()) == STROKE
    assert sorted(path.name for path in tmp_path.iterdir()) == ["2.svg"]


def test_a_deck_that_keeps_none_writes_nothing(tmp_path: Path) -> None:
    async def talk() -> None:
        kept = KeptDrawings(MemoryBackplane(), lambda: None)
        kept.write("talk", {"drawings/2": (5, "a", STROKE)})
        await kept.close()
        assert await kept.load("talk") == {}

    run(talk())
    assert list(tmp_path.iterdir()) == []
