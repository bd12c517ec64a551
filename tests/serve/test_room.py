"""A room tells each window the newest of everything, however slowly it reads, and follows its slides."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Coroutine, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from hypothesis import given
from hypothesis import strategies as st

from deckc.serve.room import Room
from deckc.serve.room.entries import Entries, Entry

T = TypeVar("T")
KEYS = st.sampled_from(["slide", "clicks", "pointer", "drawings/1"])
ENTRIES = st.tuples(st.integers(0, 5), st.sampled_from(["a", "b", "ab"]), st.none())


def run(coroutine: Coroutine[Any, Any, T]) -> T:
    with ThreadPoolExecutor() as pool:  # a thread in which no browser's loop runs
        return pool.submit(asyncio.run, coroutine).result()


@given(st.lists(st.dictionaries(KEYS, ENTRIES), max_size=8), st.randoms(use_true_random=False))
def test_order_in_which_changes_are_heard_does_not_matter(
    changes: list[Mapping[str, Entry]], chance: Any
) -> None:
    one, other = Entries(), Entries()
    for change in changes:
        one.merge(change)
    shuffled = [*changes, *changes]
    chance.shuffle(shuffled)
    for change in shuffled:
        other.merge(change)

    assert one.held == other.held


def test_window_that_sleeps_finds_the_newest_in_one_message() -> None:
    async def talk() -> list[str]:
        room = Room("talk")
        sleeper = await room.enter("viewer", drives=False)
        for step in range(1, 200):
            room.write({"slide": (step, "p", step), "clicks": (step, "p", 0)})
        room.write({"blank": (300, "p", "black")})
        return [await sleeper.next()]

    told = [json.loads(message)["set"] for message in run(talk())]

    assert told == [{"slide": [199, "p", 199], "clicks": [199, "p", 0], "blank": [300, "p", "black"]}]


def test_windows_that_read_in_time_share_one_text() -> None:
    async def talk() -> tuple[str, str]:
        room = Room("talk")
        one, other = await room.enter("viewer", drives=False), await room.enter("viewer", drives=False)
        room.write({"slide": (1, "p", 1), "clicks": (1, "p", 0)})
        return await one.next(), await other.next()

    one, other = run(talk())

    assert one is other


def renumbered(state: Mapping[str, Entry], origins: list[int | None]) -> dict[str, object]:
    async def talk() -> dict[str, object]:
        room = Room("talk")
        await room.enter("presenter", drives=True)
        room.write(state)
        room.renumber(origins)
        await asyncio.sleep(0.01)
        return {key: value for key, (_, _, value) in room.held.items() if value is not None}

    return run(talk())


PLACE: Mapping[str, Entry] = {"slide": (1, "p", 2), "clicks": (1, "p", 3), "drawings/2": (1, "p", "x")}


def test_slide_inserted_before_moves_place_and_drawing() -> None:
    assert renumbered(PLACE, [0, None, 1, 2]) == {"slide": 3, "clicks": 3, "drawings/3": "x"}


def test_slide_that_is_removed_gives_way_to_the_next() -> None:
    assert renumbered(PLACE, [0, 2]) == {"slide": 2, "clicks": 0}


def test_last_slide_that_is_removed_gives_way_to_the_one_before() -> None:
    assert renumbered({**PLACE, "slide": (1, "p", 3)}, [0, 1]) == {"slide": 2, "clicks": 0, "drawings/2": "x"}


def test_edit_in_place_changes_nothing() -> None:
    assert renumbered(PLACE, [0, 1, 2]) == {"slide": 2, "clicks": 3, "drawings/2": "x"}
