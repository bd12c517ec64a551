"""A change of a file that was asked for calls back; other changes do not."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

import pytest

from deckc.serve.watch import Watch

SOON_S = 5.0
NOT_AT_ALL_S = 0.4


class Calls:
    """Counts calls, and waits for one."""

    def __init__(self) -> None:
        self.count = 0
        self._came = threading.Event()

    def __call__(self, touched: Collection[Path]) -> None:
        assert touched
        self.count += 1
        self._came.set()

    def come_within(self, seconds: float) -> bool:
        came = self._came.wait(seconds)
        self._came.clear()
        return came


Follow = Callable[[set[Path]], Calls]


@pytest.fixture
def follow() -> Iterator[Follow]:
    calls = Calls()
    watch = Watch(calls)

    def start(paths: set[Path]) -> Calls:
        watch.follow(paths)
        time.sleep(0.1)  # what was written before is reported late by some systems
        calls.come_within(0.1)
        calls.count = 0
        return calls

    yield start
    watch.stop()


def test_change_of_a_file(tmp_path: Path, follow: Follow) -> None:
    deck = tmp_path / "slides.md"
    deck.write_text("a")
    calls = follow({deck})
    deck.write_text("b")

    assert calls.come_within(SOON_S)


def test_file_that_comes(tmp_path: Path, follow: Follow) -> None:
    calls = follow({tmp_path / "style.css"})
    (tmp_path / "style.css").write_text("a{}")

    assert calls.come_within(SOON_S)


def test_file_that_goes(tmp_path: Path, follow: Follow) -> None:
    picture = tmp_path / "a.png"
    picture.write_text("a")
    calls = follow({picture})
    picture.unlink()

    assert calls.come_within(SOON_S)


def test_file_that_is_moved_into_place(tmp_path: Path, follow: Follow) -> None:
    deck = tmp_path / "slides.md"
    deck.write_text("a")
    calls = follow({deck})
    (tmp_path / "slides.md.tmp").write_text("b")
    assert not calls.come_within(NOT_AT_ALL_S)
    (tmp_path / "slides.md.tmp").replace(deck)

    assert calls.come_within(SOON_S)


def test_folder_that_comes_with_a_file_in_it(tmp_path: Path, follow: Follow) -> None:
    calls = follow({tmp_path / "components" / "Box.vue"})
    (tmp_path / "components").mkdir()

    assert calls.come_within(SOON_S)


def test_file_in_a_folder_that_came_while_it_was_followed(tmp_path: Path, follow: Follow) -> None:
    path = tmp_path / "setup" / "main.ts"
    calls = follow({path})
    for _ in range(2):
        path.parent.mkdir()
        path.write_text("a")
        assert calls.come_within(SOON_S)
        calls = follow({path})
        path.write_text("b")
        assert calls.come_within(SOON_S)
        path.unlink()
        path.parent.rmdir()
        assert calls.come_within(SOON_S)
        calls = follow({path})


def test_other_file_is_passed_over(tmp_path: Path, follow: Follow) -> None:
    deck = tmp_path / "slides.md"
    deck.write_text("a")
    calls = follow({deck})
    (tmp_path / "notes.txt").write_text("x")

    assert not calls.come_within(NOT_AT_ALL_S)


def test_reading_is_no_change(tmp_path: Path, follow: Follow) -> None:
    deck = tmp_path / "slides.md"
    deck.write_text("a")
    calls = follow({deck})
    deck.read_text()

    assert not calls.come_within(NOT_AT_ALL_S)


def test_new_file_in_a_listed_folder(tmp_path: Path, follow: Follow) -> None:
    layouts = tmp_path / "layouts"
    layouts.mkdir()
    calls = follow({layouts})
    (layouts / ".wide.html.swp").write_text("x")
    assert not calls.come_within(NOT_AT_ALL_S)
    (layouts / "wide.html").write_text("x")

    assert calls.come_within(SOON_S)


def test_file_that_is_being_written_is_waited_for(tmp_path: Path, follow: Follow) -> None:
    deck = tmp_path / "slides.md"
    deck.write_text("a")
    calls = follow({deck})
    with deck.open("w") as file:  # emptied, and filled in pieces
        for number in range(10):
            file.write(str(number))
            file.flush()
    assert calls.come_within(SOON_S)
    time.sleep(NOT_AT_ALL_S)

    assert calls.count <= 2


def test_file_no_longer_followed_is_passed_over(tmp_path: Path, follow: Follow) -> None:
    old = tmp_path / "a" / "old.md"
    old.parent.mkdir()
    old.write_text("a")
    follow({old})
    calls = follow({tmp_path / "slides.md"})
    old.write_text("b")

    assert not calls.come_within(NOT_AT_ALL_S)


def test_target_of_a_link(tmp_path: Path, follow: Follow) -> None:
    target = tmp_path / "far" / "deck.md"
    target.parent.mkdir()
    target.write_text("a")
    link = tmp_path / "slides.md"
    link.symlink_to(target)
    calls = follow({link})
    target.write_text("b")

    assert calls.come_within(SOON_S)
