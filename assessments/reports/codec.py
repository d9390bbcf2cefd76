"""A value of the report as plain JSON and back, the same to the last number: what a milestone keeps of a document.

Objects are keyed by the names of their fields, so that a later version of the product still reads what an earlier one
wrote: a field it does not know is passed over, one that is missing takes its default. Whoever adds a field to a value
of the report therefore gives it one. Mappings are lists of pairs, because their order counts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache, partial
from types import UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from pydantic import BaseModel

Thing = TypeVar("Thing")
PLAIN = (str, int, float, bool, type(None))
Reader = Callable[[Any], Any]


def encode(value: object) -> Any:
    """`value` as dictionaries, lists, texts, numbers, booleans and None; TypeError for what has no such form."""
    if isinstance(value, PLAIN):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True)
    if is_dataclass(value) or hasattr(value, "_fields"):
        return {name: encode(getattr(value, name)) for name in _hints(cast(Any, type(value)))}
    if isinstance(value, Mapping):
        return [[encode(key), encode(each)] for key, each in value.items()]
    if isinstance(value, (frozenset, set)):
        return sorted(encode(each) for each in value)
    if isinstance(value, (tuple, list)):
        return [encode(each) for each in value]
    raise TypeError(f"a {type(value).__name__} cannot be kept")


def decode(kind: type[Thing], told: Any) -> Thing:
    """What `encode` made of a value of this kind, as it was. Raises ValueError where it is no such thing."""
    try:
        return cast(Thing, _reader(cast(Any, kind))(told))
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"this is no {kind.__name__}: {error}") from error


@cache
def _reader(kind: Any) -> Reader:
    """How a value of this kind is read: found out once, and not with each of the thousands in a document."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _one_of(inner)
    if origin is tuple and inner[1:] == (...,):
        each = _reader(inner[0])
        return lambda told: tuple([each(value) for value in told])
    if origin is tuple:
        readers = [_reader(each) for each in inner]
        return lambda told: tuple([read(value) for read, value in zip(readers, told, strict=True)])
    if isinstance(origin, type) and issubclass(origin, Mapping):
        read_key, read_value = map(_reader, inner)
        return lambda told: {read_key(key): read_value(value) for key, value in told}
    if origin is frozenset:
        each = _reader(inner[0])
        return lambda told: frozenset([each(value) for value in told])
    if kind is date:
        return date.fromisoformat
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return cast(Reader, kind.model_validate)
    if is_dataclass(kind) or hasattr(kind, "_fields"):
        return partial(_made, kind)
    if origin is Literal or kind is Any or kind is object:
        return lambda told: told
    return partial(_simple, kind, (int, float) if kind is float else kind)


def _simple(kind: Any, fits: Any, told: Any) -> Any:
    if isinstance(told, fits):
        return told
    raise TypeError(f"{told!r:.60} is no {kind}")


def _one_of(kinds: tuple[Any, ...]) -> Reader:
    others = [_reader(each) for each in kinds if each is not type(None)]

    def read(told: Any) -> Any:
        if told is None and type(None) in kinds:
            return None
        if len(others) == 1:
            return others[0](told)
        if isinstance(told, PLAIN):  # of several simple kinds: what it is, it says itself
            return told
        raise TypeError(f"{told!r:.60} is none of {kinds}")

    return read


def _made(kind: Callable[..., Any], told: Mapping[str, Any]) -> Any:
    readers, defaults = _readers(kind), _defaults(kind)
    missing = [name for name in readers if name not in told and name not in defaults]
    if missing:
        raise KeyError(f"{', '.join(missing)} of {kind.__name__}")
    return kind(**{name: read(told[name]) for name, read in readers.items() if name in told})


@cache
def _readers(kind: Any) -> dict[str, Reader]:
    return {name: _reader(hint) for name, hint in _hints(kind).items()}


@cache
def _hints(kind: Any) -> dict[str, Any]:
    names = kind._fields if hasattr(kind, "_fields") else [each.name for each in fields(kind)]
    hints = get_type_hints(kind)
    return {name: hints[name] for name in names}


@cache
def _defaults(kind: Any) -> frozenset[str]:
    if hasattr(kind, "_fields"):
        return frozenset(kind._field_defaults)
    return frozenset(
        each.name for each in fields(kind) if each.default is not MISSING or each.default_factory is not MISSING
    )
