"""The classes of click elements at a click (spec 6.3, 6.8)."""

import pytest

from deckc.compile.render.clicks import click_classes
from deckc.diagnostics import Span
from deckc.model.nodes import Attribute

HIDDEN, CURRENT, PRIOR = "slidev-vclick-hidden", "slidev-vclick-current", "slidev-vclick-prior"
NOT_THERE = "slidev-vclick-display-none"
EXPLICIT = "slidev-vclick-hidden-explicitly"


def classes(clicks: float, **attributes: str) -> list[str]:
    place = Span("slides.md", 1, 1)
    return click_classes(
        tuple(Attribute(f"data-dc-{name}", value, place) for name, value in attributes.items()), clicks
    )


@pytest.mark.parametrize(("clicks", "expected"), [(1, [HIDDEN]), (2, [CURRENT]), (3, [PRIOR]), (4, [HIDDEN])])
def test_a_range_is_current_then_prior_then_over(clicks: float, expected: list[str]) -> None:
    assert classes(clicks, click="2-4") == expected


@pytest.mark.parametrize(
    ("clicks", "expected"), [(0, []), (1, [HIDDEN, EXPLICIT, CURRENT]), (2, [HIDDEN, EXPLICIT, PRIOR])]
)
def test_a_hiding_element_is_hidden_while_active(clicks: float, expected: list[str]) -> None:
    assert classes(clicks, click="1", hide="") == expected


@pytest.mark.parametrize(
    ("clicks", "expected"), [(0, [NOT_THERE]), (1, [CURRENT]), (2, []), (3, [NOT_THERE, PRIOR])]
)
def test_a_switch_slot_is_shown_in_its_range_only(clicks: float, expected: list[str]) -> None:
    assert classes(clicks, switch="1-3") == expected


def test_a_slot_of_a_switch_that_takes_no_clicks_is_over() -> None:
    assert classes(0, switch="0-0") == [NOT_THERE, PRIOR]


def test_a_negative_start_is_long_past() -> None:
    assert classes(0, click="-1") == [PRIOR]


def test_other_elements_have_none() -> None:
    assert classes(0, link="3") == []
