"""Make dataclasses as the standard library's decorator does, without what that costs at import.

    @dataclass(frozen=True, slots=True)
    class Place:                  Place(1) == Place(1, 0)
        line: int                 Place(line=1, column=0)      as shown by repr
        column: int = 0           `replace`, `asdict`, `match`, `copy` and `pickle` work

The standard decorator compiles up to eight functions for each class: 0.42 ms, and a cold build imports 181
classes, which made 66 ms of its 390. Here a class costs 0.01 ms: showing, comparing and hashing are functions that
all classes share, and so is the code of `__init__` by classes of as many fields, with other names for its parameters.
Only what deckc uses is here: slots always, no inherited fields. To type checkers it is the standard decorator.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, make_dataclass
from functools import cache
from inspect import get_annotations
from operator import attrgetter
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, TypeVar

Values = Callable[[object], tuple[object, ...]]
"""Returns an object's fields that are compared."""
_Class = TypeVar("_Class", bound=type)


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
        made.__init__ = _make_init(made, defaults)
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


def _make_init(cls: Any, defaults: Mapping[str, Any]) -> Callable[..., None]:
    """Return `__init__`: of parameters in the order of the fields, each put where the field is."""
    names = [name for name in cls.__match_args__ if _takes_part(defaults.get(name), "init")]
    given = [defaults[name] for name in names if _is_optional(defaults, name)]
    if not all(_is_optional(defaults, name) for name in names[len(names) - len(given) :]):
        raise TypeError(f"{cls.__name__}: a field without a default stands behind one that has it")
    # the setters of its slots, which a frozen class does not refuse and which are as quick as setting attributes
    setters = {f"set_{index}": _setter_of(cls, name, defaults) for index, name in enumerate(names)}
    code = _code_of_init(len(names), is_followed=hasattr(cls, "__post_init__")).replace(
        co_varnames=("self", *names), co_qualname=f"{cls.__qualname__}.__init__"
    )
    return FunctionType(code, setters, "__init__", tuple(map(_default_of, given)))


def _is_optional(defaults: Mapping[str, Any], name: str) -> bool:
    given = defaults.get(name, MISSING)
    if isinstance(given, Field):
        return given.default is not MISSING or given.default_factory is not MISSING
    return given is not MISSING


def _setter_of(cls: Any, name: str, defaults: Mapping[str, Any]) -> Callable[[object, object], None]:
    """Return what puts a value where the field is; one that was not given is made first."""
    put: Callable[[object, object], None] = cls.__dict__[name].__set__
    given = defaults.get(name)
    if not isinstance(given, Field) or given.default_factory is MISSING:
        return put
    make = given.default_factory
    return lambda self, value: put(self, make() if value is MISSING else value)


def _default_of(given: Any) -> object:
    """Return the default of a parameter; that of a field whose value is made stands for "not given"."""
    return given.default if isinstance(given, Field) else given


@cache
def _code_of_init(count: int, *, is_followed: bool) -> CodeType:
    """Return the code that all `__init__` of so many fields share; compiling is what would take long."""
    parameters = ", ".join(["self", *(f"field_{index}" for index in range(count))])
    lines = [f"  set_{index}(self, field_{index})" for index in range(count)]
    lines.append("  self.__post_init__()" if is_followed else "  pass")
    scope: dict[str, Any] = {}
    exec(f"def __init__({parameters}):\n" + "\n".join(lines), scope)  # noqa: S102 - nothing of it is given
    code: CodeType = scope["__init__"].__code__
    return code


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
