"""Computed values of CSS are read as Chromium writes them."""

from __future__ import annotations

import pytest

from deckc.export.scene.css import read_color, read_shadow
from deckc.export.scene.gradients import read_gradient
from deckc.export.scene.values import Color, Gradient, Shadow

RED, BLUE = Color(255, 0, 0), Color(0, 0, 255)


@pytest.mark.parametrize(
    ("text", "color"),
    [
        ("rgb(1, 2, 3)", Color(1, 2, 3)),
        ("rgba(1, 2, 3, 0.5)", Color(1, 2, 3, 0.5)),
        ("color(srgb 1 0 0 / 0.25)", Color(255, 0, 0, 0.25)),
        ("oklch(0.627955 0.257683 29.2339)", RED),
        ("oklab(0.452 -0.0325 -0.3115)", BLUE),
        ("none", Color(0, 0, 0, 0)),
    ],
)
def test_colour(text: str, color: Color) -> None:
    assert read_color(text) == color


@pytest.mark.parametrize(
    ("text", "gradient"),
    [
        ("linear-gradient(rgb(255, 0, 0), rgb(0, 0, 255))", Gradient("linear", 180, ((0, RED), (1, BLUE)))),
        (
            "linear-gradient(to right, rgb(255, 0, 0) 25%, rgb(0, 0, 255))",
            Gradient("linear", 90, ((0.25, RED), (1, BLUE))),
        ),
        (
            "linear-gradient(45deg, rgb(255, 0, 0) 0px, rgb(0, 0, 255) 100%)",
            Gradient("linear", 45, ((0, RED), (1, BLUE))),
        ),
        (
            "radial-gradient(circle at 50% 50%, rgb(255, 0, 0), rgb(0, 0, 255))",
            Gradient("radial", 180, ((0, RED), (1, BLUE))),
        ),
        ("conic-gradient(rgb(255, 0, 0), rgb(0, 0, 255))", None),
        ('url("a.png")', None),
    ],
)
def test_gradient(text: str, gradient: Gradient | None) -> None:
    assert read_gradient(text, 100, 50) == gradient


def test_stops_without_a_place_are_spread() -> None:
    gradient = read_gradient("linear-gradient(rgb(1, 1, 1), rgb(2, 2, 2), rgb(3, 3, 3))", 10, 10)

    assert gradient is not None
    assert [place for place, _ in gradient.stops] == [0, 0.5, 1]


def test_clear_stop_takes_the_colour_beside_it() -> None:
    gradient = read_gradient("linear-gradient(rgba(0, 0, 0, 0), rgb(255, 0, 0))", 10, 10)

    assert gradient is not None
    assert gradient.stops[0][1] == Color(255, 0, 0, 0)


def test_corner_is_the_angle_of_the_other_diagonal() -> None:
    gradient = read_gradient("linear-gradient(to right bottom, rgb(1, 1, 1), rgb(2, 2, 2))", 100, 100)

    assert gradient is not None
    assert gradient.degrees == 135


def test_colours_mixed_in_a_space_of_their_own_have_stops_between() -> None:
    gradient = read_gradient("linear-gradient(to right in oklch, rgb(255, 0, 0), rgb(0, 0, 255))", 10, 10)

    assert gradient is not None
    assert gradient.degrees == 90
    assert [place for place, _ in gradient.stops] == [0, 0.25, 0.5, 0.75, 1]
    assert gradient.stops[2][1].red > 150, "by the shorter way round the hues: over purple, not over grey"


def test_strongest_shadow_outside() -> None:
    text = "rgba(0, 0, 0, 0) 0px 0px 0px 0px, rgba(0, 0, 0, 0.1) 0px 10px 15px -3px, rgb(0, 0, 0) 0px 0px 9px 0px inset"

    assert read_shadow(text) == Shadow(0, 10, 15, Color(0, 0, 0, 0.1))
