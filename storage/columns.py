"""The column types: moments, exact numbers, spans, codes; the same value comes back on SQLite and on PostgreSQL."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any, Protocol, runtime_checkable

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    ColumnElement,
    DateTime,
    Integer,
    Numeric,
    String,
    literal_column,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.engine import Dialect
from sqlalchemy.exc import DontWrapMixin
from sqlalchemy.types import TypeDecorator, TypeEngine
from typing_extensions import override

# SQLite numbers rows by itself only in a column that is INTEGER to the letter.
RowId = BigInteger().with_variant(Integer(), "sqlite")
Json = JSON().with_variant(JSONB(), "postgresql")
# A database that sorts Swedish words finds nothing between "wave:" and "wave;".
BY_CHARACTERS = String().with_variant(String(collation="C"), "postgresql")
_MICROSECOND = timedelta(microseconds=1)


class BadValue(ValueError, DontWrapMixin):
    """A value that must not be stored: a naive moment, or a number that is not an exact one."""


@runtime_checkable
class Quick(Protocol):
    """A type that says itself, in one call, what a value from the driver means; SQLAlchemy's own way takes three."""

    def reader(self, dialect: Dialect, /) -> Callable[[Any], Any] | None:
        """Return what makes the value of what the driver gives, which is never None; None where it is the same."""
        ...


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept in UTC; a naive one is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.utcoffset() is None:
            raise BadValue("a moment without a time zone")
        return value.astimezone(UTC)

    @override
    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)

    def reader(self, dialect: Dialect, /) -> Callable[[Any], Any] | None:
        """As `Quick` has it; asyncpg gives moments in UTC."""
        return _moment_of_sqlite if dialect.name == "sqlite" else None


class Exact(TypeDecorator[Decimal]):
    """A `Decimal`, digit for digit: NUMERIC on PostgreSQL, text on SQLite, whose numbers are floats.

    So it is never compared or added up in SQL; the few rows concerned are added up in Python.
    """

    impl = Numeric
    cache_ok = True

    @override
    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(String() if dialect.name == "sqlite" else Numeric())

    @override
    def process_bind_param(self, value: object, dialect: Dialect) -> Decimal | str | None:
        if value is None:
            return None
        if not isinstance(value, Decimal) or not value.is_finite():
            raise BadValue("a number that is no finite Decimal")
        return format(value, "f") if dialect.name == "sqlite" else value

    @override
    def process_result_value(self, value: str | Decimal | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)

    def reader(self, dialect: Dialect, /) -> Callable[[Any], Any] | None:
        """As `Quick` has it."""
        return Decimal if dialect.name == "sqlite" else None


class Span(TypeDecorator[timedelta]):
    """A duration, kept in whole microseconds."""

    impl = BigInteger
    cache_ok = True

    @override
    def process_bind_param(self, value: timedelta | None, dialect: Dialect) -> int | None:
        return None if value is None else value // _MICROSECOND

    @override
    def process_result_value(self, value: int | None, dialect: Dialect) -> timedelta | None:
        return None if value is None else value * _MICROSECOND


class OneOf(TypeDecorator[StrEnum]):
    """A member of an enumeration, kept as its code."""

    impl = String
    cache_ok = True

    def __init__(self, members: type[StrEnum]) -> None:
        super().__init__()
        self.members = members

    @override
    def process_bind_param(self, value: StrEnum | str | None, dialect: Dialect) -> str | None:
        return None if value is None else self.members(value).value

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:
        return None if value is None else self.members(value)

    def reader(self, _dialect: Dialect, /) -> Callable[[Any], Any] | None:
        """As `Quick` has it."""
        return {member.value: member for member in self.members}.__getitem__


class Codes(TypeDecorator[tuple[str, ...]]):
    """Some codes or words in their order, kept as a list."""

    impl = Json
    cache_ok = True

    @override
    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> list[str] | None:
        return None if value is None else list(value)

    @override
    def process_result_value(self, value: list[str] | None, dialect: Dialect) -> tuple[str, ...] | None:
        return None if value is None else tuple(value)


class Months(TypeDecorator[frozenset[int]]):
    """Some months of the year, 1-12, kept as a list."""

    impl = Json
    cache_ok = True

    @override
    def process_bind_param(self, value: frozenset[int] | None, dialect: Dialect) -> list[int] | None:
        return None if value is None else sorted(value)

    @override
    def process_result_value(self, value: list[int] | None, dialect: Dialect) -> frozenset[int] | None:
        return None if value is None else frozenset(value)


class Values(TypeDecorator[Mapping[str, object]]):
    """Named values, kept as an object."""

    impl = Json
    cache_ok = True

    @override
    def process_bind_param(self, value: Mapping[str, object] | None, dialect: Dialect) -> dict[str, object] | None:
        return None if value is None else dict(value)


def _moment_of_sqlite(stored: str) -> datetime:
    return datetime.fromisoformat(f"{stored}+00:00")


def is_one_of(column: ColumnElement[Any], *members: StrEnum) -> ColumnElement[bool]:
    """Tell whether *column* holds one of *members*, written out and not bound.

    Only so do both databases see that an index of the rows in these statuses serves.
    """
    codes: list[ColumnElement[str]] = [literal_column(f"'{member.value}'") for member in members]
    return column == codes[0] if len(codes) == 1 else column.in_(codes)


def only(column: str, members: type[StrEnum]) -> CheckConstraint:
    """Let *column* hold the codes of *members* and nothing else."""
    codes = ", ".join(f"'{member.value}'" for member in members)
    return CheckConstraint(f"{column} IN ({codes})", name=column)
