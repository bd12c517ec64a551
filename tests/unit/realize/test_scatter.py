"""Numbers for drawing are spread evenly and are the same in every build."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deckc.compile.realize.scatter import scatter


def test_a_seed_gives_the_same_numbers_for_ever() -> None:
    assert scatter("aurora", 3) == scatter("aurora", 5)[:3]
    assert scatter(200, 4) == [0.4935, 0.1658, 0.3182, 0.5516]


def test_a_number_and_its_text_are_one_seed() -> None:
    assert scatter(200, 3) == scatter("200", 3)


@given(st.text() | st.integers() | st.none() | st.lists(st.booleans()), st.integers(-5, 50))
def test_numbers_are_from_0_up_to_1(seed: str | int | list[bool] | None, count: int) -> None:
    numbers = scatter(seed, count)

    assert len(numbers) == max(count, 0)
    assert all(0 <= number < 1 for number in numbers)


def test_numbers_of_like_seeds_are_spread() -> None:
    firsts = [scatter(seed, 1)[0] for seed in range(400)]
    counts = [sum(tenth / 10 <= number < (tenth + 1) / 10 for number in firsts) for tenth in range(10)]

    assert all(20 <= count <= 60 for count in counts)


def test_no_template_can_ask_for_too_many() -> None:
    assert len(scatter(1, 10**9)) == 4096
