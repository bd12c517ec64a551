"""Make dataclasses as the standard library's decorator does, without what that costs at import.

    @dataclass(frozen=True, slots=True)
    class Place:                  Place(1) == Place(1, 0)
        line: int                 Place(line=1, column=0)      as shown by repr
        column: int = 0           `replace`, `asdict`, `match`, `copy` and `pickle` work

The standard decorator compiles up to eight functions for each class: 0.42 ms, and a cold build imports 181
classes, which made 66 ms of its 390. Here a class costs 0.01 ms: showing, comparing and hashing are functions that
all classes share, as is `__init__` for the first few values; for one that makes many it is then compiled.
Only what deckc uses is here: slots always, no inherited fields. To type checkers it is the standard decorator.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, make_dataclass
from inspect import get_annotations
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

Values = Callable[[object], tuple[object, ...]]
"""Returns an object's fields that are compared."""
_Class = TypeVar("_Class", bound=type)
_USES_BEFORE_COMPILING = 32
"""About so many values cost as much as compiling `__init__` does, 0.1 ms."""


def _dataclass(
    *, slots: bool, frozen: bool = False, eq: bool = True, order: bool = False
) -> Callable[[_Class], _Class]:
    """Return the decorator that makes a class of fields out of annotations."""
    if not slots:
        raise TypeError("deckc.dataclass makes slotted classes only")

    def make(cls: _Class) -> _Class:
        names = tuple(get_annotations(cls))
        defaults = {name: cls.__dict__[name] for name in names if name in cls.__dict__}
        methods = _shared_methods(names, defaults)
        methods |= _comparisons(names, defaults, order=order) if eq else {}
        methods |= _FROZEN if frozen else {}
        if eq and not frozen:
            methods["__hash__"] = None
        made = _with_slots(cls, names, methods)
        made.__init__ = _first_init(made, defaults, frozen=frozen)
        made.__dataclass_fields__ = _DescribedLater(names, defaults)
        return made  # type: ignore[no-any-return]

    return make


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414, TID251 - a re-export, for mypy --strict
else:
    dataclass = _dataclass


def _with_slots(cls: type, names: tuple[str, ...], methods: Mapping[str, Any]) -> Any:
    """Return the class anew with slots, which cannot be added later; what it defines itself goes first."""
    if any(hasattr(base, "__match_args__") for base in cls.__mro__[1:]):
        raise TypeError(f"{cls.__name__} inherits fields, which deckc.dataclass does not know")
    left = {*names, "__dict__", "__weakref__"}
    own = {key: value for key, value in cls.__dict__.items() if key not in left}
    shape = {"__slots__": names, "__match_args__": names, "__qualname__": cls.__qualname__}
    return type(cls)(cls.__name__, cls.__bases__, {**methods, **own, **shape})


def _takes_part(default: object, purpose: str) -> bool:
    """Whether a field is there for "repr", "compare" or "init"; all are that were not made with `field`."""
    return bool(getattr(default, purpose)) if isinstance(default, Field) else True


def _shared_methods(names: Iterable[str], defaults: Mapping[str, object]) -> dict[str, Any]:
    shown = [name for name in names if _takes_part(defaults.get(name), "repr")]

    def __repr__(self: object) -> str:  # noqa: N807 - it becomes a method
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{self.__class__.__qualname__}({fields})"

    return {"__repr__": __repr__}


def _comparisons(names: Iterable[str], defaults: Mapping[str, object], *, order: bool) -> dict[str, Any]:
    values = _values_of([name for name in names if _takes_part(defaults.get(name), "compare")])

    def equal(self: object, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def less(self: object, other: object) -> bool:
        return values(self) < values(other) if other.__class__ is self.__class__ else NotImplemented

    def at_most(self: object, other: object) -> bool:
        return values(self) <= values(other) if other.__class__ is self.__class__ else NotImplemented

    methods: dict[str, Any] = {"__eq__": equal, "__hash__": lambda self: hash(values(self))}
    if order:  # Python turns `a > b` into `b < a`
        methods |= {"__lt__": less, "__le__": at_most}
    return methods


def _values_of(names: list[str]) -> Values:
    match names:
        case []:
            return lambda _: ()
        case [name]:  # `attrgetter` makes no tuple of one
            return lambda self: (getattr(self, name),)
        case _:
            return attrgetter(*names)


def _refuse_to_set(_self: object, name: str, _value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _values_to_keep(self: Any) -> list[object]:
    return [getattr(self, name) for name in self.__match_args__]


def _restore_values(self: Any, values: list[object]) -> None:
    for name, value in zip(self.__match_args__, values, strict=True):
        object.__setattr__(self, name, value)


_FROZEN: dict[str, Any] = {
    "__setattr__": _refuse_to_set,
    "__delattr__": _refuse_to_delete,
    "__getstate__": _values_to_keep,  # copy and pickle would set attributes
    "__setstate__": _restore_values,
}


def _first_init(cls: Any, defaults: Mapping[str, Any], *, frozen: bool) -> Callable[..., None]:
    """Return `__init__` for the first values of a class, which then compiles one that is quicker."""
    setters = {name: cls.__dict__[name].__set__ for name in cls.__match_args__}
    fields = {name: given for name, given in defaults.items() if isinstance(given, Field)}
    finish = getattr(cls, "__post_init__", None)
    uses_left = 0 if fields else _USES_BEFORE_COMPILING

    def __init__(self: object, *args: object, **kwargs: object) -> None:  # noqa: N807 - it becomes a method
        nonlocal uses_left
        uses_left -= 1
        placed = dict(zip(setters, args, strict=False))
        values = {**defaults, **placed, **kwargs}
        is_misplaced = len(placed) != len(args) or not placed.keys().isdisjoint(kwargs)
        if uses_left < 0 or is_misplaced or values.keys() != setters.keys():
            # of a wrong call the compiled one says what is wrong
            cls.__init__ = _compile_init(cls, defaults, frozen=frozen)
            cls.__init__(self, *args, **kwargs)
            return
        for name, set_value in setters.items():
            set_value(self, values[name])
        if finish is not None:
            finish(self)

    return __init__


def _compile_init(cls: Any, defaults: Mapping[str, Any], *, frozen: bool) -> Callable[..., None]:
    """Return `__init__`: of parameters in the order of the fields, each put where the field is."""
    parameters, lines = ["self"], []
    scope: dict[str, Any] = {"absent": MISSING}
    for name in cls.__match_args__:
        given = defaults.get(name, MISSING)
        if not _takes_part(given, "init"):  # `__post_init__` sets it
            continue
        is_field = isinstance(given, Field)
        if is_field and given.default_factory is not MISSING:
            scope[f"make_{name}"] = given.default_factory
            parameters.append(f"{name}=absent")
            lines.append(f"  if {name} is absent: {name} = make_{name}()")
        elif (default := given.default if is_field else given) is not MISSING:
            scope[f"default_{name}"] = default
            parameters.append(f"{name}=default_{name}")
        else:
            parameters.append(name)
        # a frozen class refuses to be set; its slots' own setters do not, and are as quick
        scope[f"set_{name}"] = cls.__dict__[name].__set__
        lines.append(f"  set_{name}(self, {name})" if frozen else f"  self.{name} = {name}")
    if hasattr(cls, "__post_init__"):
        lines.append("  self.__post_init__()")
    text = f"def __init__({', '.join(parameters)}):\n" + "\n".join(lines or ["  pass"])
    exec(text, scope)  # noqa: S102 - of names that stand in our own classes
    init: Callable[..., None] = scope["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


class _DescribedLater:
    """A class's fields as `dataclasses.replace` reads them, described when somebody asks: 0.1 ms."""

    def __init__(self, names: Iterable[str], defaults: Mapping[str, object]) -> None:
        self._names, self._defaults = names, defaults

    def __get__(self, _instance: object, cls: Any) -> dict[str, Field[Any]]:
        fields = [
            (name, object, self._defaults[name]) if name in self._defaults else (name, object)
            for name in self._names
        ]
        documented = {"__doc__": cls.__doc__ or ""}  # else one is made of the signature, in 2 ms
        twin: Any = make_dataclass(
            cls.__name__, fields, init=False, repr=False, eq=False, namespace=documented
        )
        cls.__dataclass_fields__ = twin.__dataclass_fields__
        return cls.__dataclass_fields__  # type: ignore[no-any-return]
