"""From a frozen value to a row and back: a field is a column of its name, words in two languages are two columns."""

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import UTC, datetime
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_type_hints

from catalog.models import Keywords, Words

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Value = TypeVar("Value", bound=DataclassInstance)
else:
    Value = TypeVar("Value")

Row = Mapping[Any, Any]
_PAIRS = (Words, Keywords)


def row_of(value: "DataclassInstance", *but: str) -> dict[str, Any]:
    """Return the row of *value*, without the fields named in *but*."""
    names, pairs = _shape(type(value))
    row = {name: getattr(value, name) for name in names if name not in but}
    for name in pairs.keys() & row.keys():
        pair = row.pop(name)
        row |= {f"{name}_{language}": getattr(pair, language, None) for language in ("sv", "en")}
    return row


def value_of(cls: type[Value], row: Row, **given: object) -> Value:
    """Return the value that *row* holds; the fields *given* are taken from there instead."""
    names, pairs = _shape(cls)
    if not (pairs or given):
        return cls(**{name: row[name] for name in names})
    plain = {name: row[name] for name in names if name not in given and name not in pairs}
    words = {name: _pair(kind, row, name) for name, kind in pairs.items() if name not in given}
    return cls(**plain, **words, **given)


def in_utc(value: Value) -> Value:
    """Return *value* with its moments as they come back from a database."""
    named = ((each.name, getattr(value, each.name)) for each in fields(value))
    return replace(value, **{name: it.astimezone(UTC) for name, it in named if isinstance(it, datetime)})


def _pair(kind: type[Words | Keywords], row: Row, name: str) -> Words | Keywords | None:
    sv, en = row[f"{name}_sv"], row[f"{name}_en"]
    return None if sv is None else kind(sv=sv, en=en)


@cache
def _shape(cls: "type[DataclassInstance]") -> tuple[tuple[str, ...], Mapping[str, type[Words | Keywords]]]:
    """Return the names of the fields, and which of them are pairs."""
    hints = get_type_hints(cls)
    kinds = {name: _kinds(hint) for name, hint in hints.items()}
    pairs = {name: kind for name, found in kinds.items() for kind in _PAIRS if kind in found}
    return tuple(each.name for each in fields(cls)), pairs


def _kinds(hint: object) -> tuple[object, ...]:
    return get_args(hint) if isinstance(hint, UnionType) else (hint,)
