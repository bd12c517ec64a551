"""Whoever listens is told of what is new, and of nothing else."""

from __future__ import annotations

import asyncio
import json
import threading
from concurrent.futures import ThreadPoolExecutor

from deckc.model.site import Site
from deckc.serve.live import Live

SITE = Site({"index.html": b"a"})


def test_same_site_again_changes_nothing() -> None:
    live = Live()
    live.publish(SITE, "")
    before = live.showing

    assert not live.publish(Site({"index.html": b"a"}), "")
    assert live.showing is before


def test_other_site_has_another_version() -> None:
    live = Live()
    live.publish(SITE, "")
    before = live.showing

    assert live.publish(Site({"index.html": b"b"}), "")
    assert live.showing.version != before.version


def test_failure_keeps_the_site_and_its_version() -> None:
    live = Live()
    live.publish(SITE, "")
    before = live.showing
    live.publish(None, "no slides")

    assert (live.showing.site, live.showing.version) == (SITE, before.version)
    assert live.showing.problems == "no slides"


def test_mended_deck_has_no_problems() -> None:
    live = Live()
    live.publish(SITE, "typo")
    live.publish(SITE, "")

    assert live.showing.problems == ""


def test_listener_is_told_the_newest_state_and_each_further_one() -> None:
    live = Live()
    live.publish(SITE, "typo")

    async def listen() -> list[str]:
        with live.listening() as messages:
            first = await messages.get()
            threading.Thread(target=live.publish, args=(SITE, "")).start()
            return [json.loads(message)["problems"] for message in (first, await messages.get())]

    with ThreadPoolExecutor() as pool:  # a thread in which no browser's loop runs
        assert pool.submit(asyncio.run, listen()).result() == ["typo", ""]
