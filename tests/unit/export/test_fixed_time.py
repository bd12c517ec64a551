"""SOURCE_DATE_EPOCH is a time, or none."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from deckc.export.fixed_time import fixed_time


def test_time_is_counted_in_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")

    assert fixed_time() == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)


@pytest.mark.parametrize("said", ["", "now", "99999999999999", "9" * 40, "²"])
def test_what_names_no_time_is_none(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", said)

    assert fixed_time() is None
