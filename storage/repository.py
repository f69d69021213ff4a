"""What the repositories share: one connection inside one transaction, and the few ways to ask it."""

from collections.abc import Sequence
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from sqlalchemy import Executable, Table, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.errors import NotFound, OutOfDate
from storage.rows import Row, row_of, value_of
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
    """Reads and writes by the connection of one transaction; it never commits."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    @property
    def _is_postgresql(self) -> bool:
        return self._connection.dialect.name == "postgresql"

    def _insert(self, table: Table) -> postgresql.Insert | sqlite.Insert:
        """Return an insert that can say what to do on a conflict."""
        return postgresql.insert(table) if self._is_postgresql else sqlite.insert(table)

    async def _do(self, statement: Executable) -> int:
        """Return how many rows were written."""
        return (await self._connection.execute(statement)).rowcount

    async def _all(self, statement: Executable) -> Sequence[Row]:
        return (await self._connection.execute(statement)).mappings().all()

    async def _first(self, statement: Executable) -> Row | None:
        return (await self._connection.execute(statement)).mappings().first()

    async def _scalar(self, statement: Executable) -> Any:  # noqa: ANN401  # of any column
        """Return the first column of the first row, or None."""
        return (await self._connection.execute(statement)).scalar()

    async def _scalars(self, statement: Executable) -> Sequence[Any]:
        return (await self._connection.execute(statement)).scalars().all()


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
        """Return it as it stands; raise NotFound when there is none."""
        return await self._get(key, is_locked=False)

    async def get_locked(self, key: str, /) -> Kept:
        """Return it, and hold other writers back until the transaction ends; SQLite has one writer anyhow."""
        return await self._get(key, is_locked=True)

    async def _get(self, key: str, *, is_locked: bool) -> Kept:
        statement = select(self._table).where(self._table.c.id == key)
        row = await self._first(statement.with_for_update() if is_locked else statement)
        if row is None:
            raise self._missing(id=key)
        return self._value(row)

    async def add(self, value: Kept, /) -> None:
        """Store it as new."""
        await self._do(self._insert(self._table).values(self._row(value)))

    async def save(self, value: Kept, /) -> None:
        """Store it over the version before it.

        Raises:
            OutOfDate: somebody else was first.
            NotFound: there is none.
        """
        table = self._table
        before = (table.c.id == value.id) & (table.c.version == value.version - 1)
        if not await self._do(update(table).where(before).values(self._row(value))):
            await self.get(value.id)
            raise OutOfDate(id=value.id)

    async def _values(self, statement: Executable) -> Sequence[Kept]:
        return [self._value(row) for row in await self._all(statement)]

    async def _count_up(self, name: str) -> int:
        """Return the next whole number of *name* from 1; without gaps, since an undone transaction gives it back."""
        counting = self._insert(counters).values(name=name, value=1)
        counting = counting.on_conflict_do_update(index_elements=["name"], set_={"value": counters.c.value + 1})
        number: int = await self._scalar(counting.returning(counters.c.value))
        return number
