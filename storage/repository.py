"""What the repositories share: one transaction, and the few ways to ask in it."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from sqlalchemy import Executable, Table, bindparam, insert, select, update

from domain.errors import NotFound, OutOfDate
from storage.rows import Row, row_of, value_of
from storage.session import Session
from storage.statements import Statement, Upsert, Values
from storage.tables import counters


class Versioned(Protocol):
    """A value with an id, whose version grows by one with each change."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def version(self) -> int: ...  # noqa: D102


Kept = TypeVar("Kept", bound=Versioned)


class Repository:
    """Reads and writes in one transaction; it never commits."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def _is_postgresql(self) -> bool:
        return self._session.is_postgresql

    async def _do(self, statement: Executable | Statement, values: Values | None = None) -> int:
        """Return how many rows were written."""
        return await self._session.count(statement, values)

    async def _do_each(self, statement: Executable | Statement, rows: Sequence[Mapping[str, Any]]) -> None:
        """Write each of *rows*, of which there may be none."""
        if rows:
            await self._session.many(statement, rows)

    async def _all(self, statement: Executable | Statement, values: Values | None = None) -> Sequence[Row]:
        return await self._session.rows(statement, values)

    async def _first(self, statement: Executable | Statement, values: Values | None = None) -> Row | None:
        return next(iter(await self._session.rows(statement, values)), None)

    async def _scalar(self, statement: Executable | Statement, values: Values | None = None) -> Any:  # noqa: ANN401
        """Return the first column of the first row, or None."""
        return next((row[0] for row in await self._session.raw(statement, values)), None)

    async def _scalars(self, statement: Executable | Statement, values: Values | None = None) -> Sequence[Any]:
        return [row[0] for row in await self._session.raw(statement, values)]

    async def _count_up(self, name: str, by: int = 1) -> int:
        """Return the next whole number of *name* from 1; without gaps, since an undone transaction gives it back.

        Taken *by* the dozen, the last of them.
        """
        number: int = await self._scalar(_COUNT_UP, {"name": name, "value": by})
        return number


class VersionedRepository(Repository, Generic[Kept]):
    """Keeps values whose versions tell two writers apart."""

    _table: Table
    _kind: type[Kept]
    _missing: type[NotFound] = NotFound

    def _row(self, value: Kept) -> dict[str, Any]:
        return row_of(value)

    def _value(self, row: Row) -> Kept:
        return value_of(self._kind, row)

    async def get(self, key: str, /) -> Kept:
        """Return it as this transaction knows it; raise NotFound when there is none."""
        known: Kept | None = self._session.known.get((self._kind, key))
        return await self._get(key, is_locked=False) if known is None else known

    async def get_locked(self, key: str, /) -> Kept:
        """Return it, and hold other writers back until the transaction ends; SQLite has one writer anyhow."""
        return await self._get(key, is_locked=True)

    async def _get(self, key: str, *, is_locked: bool) -> Kept:
        row = await self._first(_find(self._table, is_locked=is_locked), {"key": key})
        if is_locked:
            self._session.known.clear()
        if row is None:
            raise self._missing(id=key)
        found = self._session.known[self._kind, key] = self._value(row)
        return found

    def _forget(self, key: str) -> None:
        self._session.known.pop((self._kind, key), None)

    async def add(self, value: Kept, /) -> None:
        """Store it as new."""
        await self._do(_add(self._table), self._row(value))
        self._forget(value.id)

    async def save(self, value: Kept, /) -> None:
        """Store it over the version before it.

        Raises:
            OutOfDate: somebody else was first.
            NotFound: there is none.
        """
        before = {"key": value.id, "version_before": value.version - 1}
        self._forget(value.id)
        if not await self._do(_replace(self._table), self._row(value) | before):
            await self.get(value.id)
            raise OutOfDate(id=value.id)

    async def _values(self, statement: Executable | Statement, values: Values | None = None) -> Sequence[Kept]:
        return [self._value(row) for row in await self._all(statement, values)]


@cache
def _find(table: Table, *, is_locked: bool) -> Statement:
    found = select(table).where(table.c.id == bindparam("key"))
    return Statement(found.with_for_update() if is_locked else found)


@cache
def _add(table: Table) -> Statement:
    return Statement(insert(table))


@cache
def _replace(table: Table) -> Statement:
    is_before = (table.c.id == bindparam("key"), table.c.version == bindparam("version_before"))
    return Statement(update(table).where(*is_before))


_COUNT_UP = Upsert(
    counters,
    lambda row: row.on_conflict_do_update(
        index_elements=["name"], set_={"value": counters.c.value + row.excluded.value}
    ).returning(counters.c.value),
)
