"""Clicks on the timeline: spec sections 6.2 and 6.3."""

from __future__ import annotations

import pytest

from deckc.compile.realize.clicks.at import At, AtRange, read_at, read_place
from deckc.compile.realize.clicks.timeline import ClickRange, Timeline, register_steps
from deckc.diagnostics import Report
from deckc.model.source import Value

NEXT = At(1, relative=True)


def exactly(clicks: int) -> At:
    return At(clicks, relative=False)


def later(clicks: int) -> At:
    return At(clicks, relative=True)


def test_relative_positions_follow_each_other() -> None:
    timeline = Timeline()

    assert timeline.place(NEXT) == ClickRange(1)
    assert timeline.place(later(2)) == ClickRange(3)
    assert timeline.place(later(0)) == ClickRange(3)
    assert timeline.total == 3


def test_an_absolute_position_moves_nothing() -> None:
    timeline = Timeline()
    timeline.place(exactly(3))

    assert timeline.place(NEXT) == ClickRange(1)
    assert timeline.total == 3


def test_a_size_moves_what_follows() -> None:
    timeline = Timeline()

    assert timeline.place(NEXT, size=3) == ClickRange(1)
    assert timeline.place(NEXT) == ClickRange(4)


def test_a_range_costs_its_end() -> None:
    timeline = Timeline()

    assert timeline.place(AtRange(exactly(2), exactly(4))) == ClickRange(2, 4)
    assert (timeline.offset, timeline.total) == (0, 4)


def test_a_relative_end_counts_from_the_start() -> None:
    timeline = Timeline()
    timeline.place(NEXT)

    assert timeline.place(AtRange(later(1), later(2))) == ClickRange(2, 4)
    assert timeline.offset == 4


def test_steps_take_one_click_less_than_there_are_stages() -> None:
    timeline = Timeline()

    assert register_steps(timeline, NEXT, 3) == 1
    assert timeline.place(NEXT) == ClickRange(3)


def test_one_stage_takes_no_click_unless_its_place_is_absolute() -> None:
    relative, absolute = Timeline(), Timeline()
    register_steps(relative, NEXT, 1)
    register_steps(absolute, exactly(4), 1)

    assert (relative.offset, relative.total) == (0, 0)
    assert (absolute.offset, absolute.total) == (0, 3)


def test_a_gap_takes_clicks_and_gives_them_back() -> None:
    timeline = Timeline()
    timeline.skip(2)
    assert timeline.place(NEXT) == ClickRange(3)

    timeline.skip(-2)
    assert timeline.place(NEXT) == ClickRange(2)


@pytest.mark.parametrize(
    ("value", "at"),
    [
        (None, NEXT),
        (True, NEXT),
        ("true", NEXT),
        (3, exactly(3)),
        ("3", exactly(3)),
        (" 4 ", exactly(4)),
        ("+2", later(2)),
        ("-1", later(-1)),
        ([2, "+1"], AtRange(exactly(2), later(1))),
        ([3], AtRange(exactly(3), NEXT)),
        (1.5, exactly(2)),
    ],
)
def test_a_value_asks_for_a_place(value: Value, at: At | AtRange) -> None:
    report = Report()

    assert read_at(value, None, report) == at
    assert report.diagnostics == []


@pytest.mark.parametrize("value", [False, "false", [False, 3]])
def test_false_takes_no_part(value: Value) -> None:
    report = Report()

    assert read_at(value, None, report) is None
    assert report.diagnostics == []


@pytest.mark.parametrize("value", ["soon", "+", "+x", {"at": 1}, float("nan"), [1, "x"], 10**6, "1e9"])
def test_what_is_no_click_is_reported_and_takes_no_part(value: Value) -> None:
    report = Report()

    assert read_at(value, None, report) is None
    assert [diagnostic.code for diagnostic in report.diagnostics] == ["invalid-at"]


def test_the_way_out_of_a_click_says_what_may_stand_there() -> None:
    report = Report()

    assert read_place([2, 4], None, report) is None
    assert read_place("'5'", None, report) is None

    assert [diagnostic.help for diagnostic in report.diagnostics] == [
        'one click is meant here: give the element inside v-click="[2, 4]"',
        "take the quotes inside away: 5",
    ]


@pytest.mark.parametrize("value", [0, "0", -3, ""])
def test_a_click_before_the_first_is_the_first(value: Value) -> None:
    report = Report()

    assert read_at(value, None, report) == exactly(1)
    assert [diagnostic.code for diagnostic in report.diagnostics] == ["invalid-at"]
