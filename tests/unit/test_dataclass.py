"""deckc's dataclasses behave as the standard library's, in what deckc uses of them."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, field, replace

import pytest

from deckc.dataclass import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A frozen class."""

    line: int
    column: int = 0

    @property
    def is_first(self) -> bool:
        return self.line == 1


@dataclass(slots=True)
class Shelf:
    title: str
    books: list[str] = field(default_factory=list)
    secret: int = field(default=0, repr=False, compare=False)
    label: str = field(init=False)

    def __post_init__(self) -> None:
        self.label = self.title.upper()


@dataclass(frozen=True, slots=True)
class One:
    value: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Nothing:
    pass


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    name: str


@dataclass(frozen=True, slots=True)
class Shown:
    value: int

    def __str__(self) -> str:
        return f"<{self.value}>"

    def __repr__(self) -> str:
        return "own"


def test_values_are_taken_by_position_and_by_name() -> None:
    assert (Place(2).line, Place(2).column) == (2, 0)
    assert Place(column=3, line=1) == Place(1, 3)


def test_a_missing_or_unknown_value_is_refused() -> None:
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'line'"):
        Place()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected keyword argument 'row'"):
        Place(1, row=2)  # type: ignore[call-arg]


def test_values_of_one_class_are_compared_by_their_fields() -> None:
    assert Place(1) == Place(1)
    assert Place(1) != Place(1, 1)
    assert Place(1) != Shown(1)
    assert One((1,)) == One((1,))
    assert Nothing() == Nothing()


def test_equal_frozen_values_hash_alike() -> None:
    assert len({Place(1), Place(1, 0), Place(2)}) == 2
    assert hash(One((1,))) == hash(One((1,)))
    assert hash(Nothing()) == hash(Nothing())


def test_what_can_change_has_no_hash() -> None:
    with pytest.raises(TypeError, match="unhashable"):
        hash(Shelf("a"))


def test_without_eq_a_value_is_only_itself() -> None:
    term = Term("a")
    assert term != Term("a")
    assert len({term, Term("a")}) == 2


def test_ordered_values_sort_by_their_fields() -> None:
    assert sorted([Place(2), Place(1, 5), Place(1)]) == [Place(1), Place(1, 5), Place(2)]
    assert Place(2) > Place(1)
    assert Place(2) >= Place(2)
    with pytest.raises(TypeError):
        Shown(1) < Shown(2)  # type: ignore[operator]  # noqa: B015


def test_values_show_their_fields() -> None:
    assert repr(Place(1, 2)) == "Place(line=1, column=2)"
    assert repr(Shelf("a", secret=4)) == "Shelf(title='a', books=[], label='A')"


def test_what_a_class_defines_itself_is_kept() -> None:
    assert (repr(Shown(1)), str(Shown(1))) == ("own", "<1>")
    assert Place(1).is_first
    assert Place.__doc__ == "A frozen class."


def test_each_value_gets_its_own_made_default() -> None:
    first, second = Shelf("a"), Shelf("b")
    first.books.append("x")
    assert second.books == []


def test_a_field_that_is_not_compared_makes_no_difference() -> None:
    assert Shelf("a", secret=1) == Shelf("a", secret=2)


def test_frozen_values_cannot_be_changed() -> None:
    place = Place(1)
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'line'"):
        place.line = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'line'"):
        del place.line  # type: ignore[misc]


def test_values_have_room_for_their_fields_only() -> None:
    with pytest.raises(AttributeError):
        Shelf("a").other = 1  # type: ignore[attr-defined]


def test_the_standard_library_takes_them_for_dataclasses() -> None:
    assert replace(Place(1, 2), line=3) == Place(3, 2)
    assert replace(Shelf("a", ["x"]), title="b").label == "B"
    assert dataclasses.asdict(Place(1, 2)) == {"line": 1, "column": 2}
    assert [one.name for one in dataclasses.fields(Shelf)] == ["title", "books", "secret", "label"]


def test_values_are_copied_and_pickled() -> None:
    assert copy.deepcopy(Place(1, 2)) == Place(1, 2)
    assert pickle.loads(pickle.dumps(Place(1, 2))) == Place(1, 2)  # noqa: S301 - just written
    assert pickle.loads(pickle.dumps(Shelf("a"))) == Shelf("a")  # noqa: S301 - just written


def test_values_match_by_position() -> None:
    match Place(1, 2):
        case Place(line, column):
            assert (line, column) == (1, 2)


def test_what_it_does_not_know_is_refused() -> None:
    with pytest.raises(TypeError, match="inherits fields"):

        @dataclass(frozen=True, slots=True)
        class Far(Place):
            depth: int

    with pytest.raises(TypeError, match="slotted"):
        dataclass(slots=False)


def _fresh() -> type:
    @dataclass(frozen=True, slots=True)
    class Fresh:
        first: int
        second: int = 2

    return Fresh


@pytest.mark.parametrize("made_before", [0, 5, 200])
def test_wrong_calls_are_refused_however_many_went_before(made_before: int) -> None:
    fresh = _fresh()
    values = [fresh(number) for number in range(made_before)]
    assert [value.first for value in values] == list(range(made_before))
    for arguments, named in [((), {}), ((1, 2, 3), {}), ((1,), {"first": 2}), ((1,), {"third": 3})]:
        with pytest.raises(TypeError):
            fresh(*arguments, **named)
    assert fresh(7, second=9) == fresh(first=7, second=9) != fresh(7)
