"""Whoever waits is told of what is new, and of nothing else."""

from __future__ import annotations

import threading

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


def test_wait_ends_with_the_next_state() -> None:
    live = Live()
    seen = live.showing
    timer = threading.Timer(0.05, live.publish, (SITE, ""))
    timer.start()

    assert live.wait(seen, 5).site == SITE


def test_wait_ends_after_the_time() -> None:
    live = Live()

    assert live.wait(live.showing, 0.05) is live.showing
