from __future__ import annotations

import copy
import pickle

import pytest

from deckc.diagnostics import Span
from deckc.diagnostics.span import located_later


def test_a_span_that_is_located_later_is_located_once_and_not_before() -> None:
    asked: list[tuple[int, int]] = []

    def locate(offset: int, length: int) -> Span:
        asked.append((offset, length))
        return Span("slides.md", 3, offset, length)

    span = located_later(locate, 7, 2)
    assert asked == []

    assert (str(span), span.column, span.length) == ("slides.md:3:7", 7, 2)
    assert asked == [(7, 2)]


def test_when_a_span_was_located_makes_no_difference() -> None:
    def later() -> Span:
        return located_later(lambda offset, length: Span("a.md", 1, offset, length), 4, 2)

    span = Span("a.md", 1, 4, 2)

    assert later() == span
    assert hash(later()) == hash(span)
    assert repr(later()) == repr(span)
    assert not later() < span < Span("a.md", 2, 1)
    assert copy.copy(later()) == span
    assert pickle.loads(pickle.dumps(later())) == span  # noqa: S301 - our own


def test_a_span_has_no_other_attributes() -> None:
    with pytest.raises(AttributeError):
        _ = located_later(Span, 1, 1).row  # type: ignore[attr-defined, arg-type]
