"""Whoever listens is told of what is new, and of nothing else."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from deckc.serve.live import Live

T = TypeVar("T")
PROBLEM = {"text": "slides.md:1:1: error"}


def run(coroutine: Coroutine[Any, Any, T]) -> T:
    with ThreadPoolExecutor() as pool:  # a thread in which no browser's loop runs
        return pool.submit(asyncio.run, coroutine).result()


def test_same_state_again_is_no_news() -> None:
    live = Live("1")

    assert live.publish("2", None, [])
    assert not live.publish("2", None, [])


def test_problem_is_news_and_so_is_its_end() -> None:
    live = Live("1")

    assert live.publish("1", None, [PROBLEM])
    assert live.publish("1", None, [])


def test_listener_is_told_how_things_stand_and_each_change() -> None:
    live = Live("1")
    live.publish("2", None, [PROBLEM])

    async def listen() -> list[dict[str, object]]:
        with live.listening(is_author=True) as messages:
            first = await messages.get()
            threading.Thread(target=live.publish, args=("3", {"slides": []}, [])).start()
            return [json.loads(message) for message in (first, await messages.get())]

    first, second = run(listen())

    assert first == {"version": "2", "problems": [PROBLEM]}
    assert second == {"version": "3", "from": "2", "patch": {"slides": []}, "problems": []}


def test_audience_is_told_no_problems() -> None:
    live = Live("1")
    live.publish("1", None, [PROBLEM])

    async def listen() -> str:
        with live.listening(is_author=False) as messages:
            return await messages.get()

    assert json.loads(run(listen())) == {"version": "1"}


def test_listener_that_sleeps_is_left_with_the_newest() -> None:
    live = Live("0")

    async def sleep() -> int:
        with live.listening(is_author=False) as messages:
            for number in range(1, 500):
                live.publish(str(number), {"slides": []}, [])
            await asyncio.sleep(0)
            return messages.qsize()

    assert run(sleep()) < 100
