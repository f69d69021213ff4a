"""PostgreSQL through asyncpg."""

from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
from sqlalchemy.dialects.postgresql import asyncpg as words
from sqlalchemy.engine import URL, Dialect
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.connections import Connections
from storage.engine import postgresql_engine
from storage.session import Wire

MOST_CONNECTIONS = 16
# Classes of faults: the connection, a transaction undone to try again, resources, a lock, an operator, the disk.
_OUTAGES = ("08", "40", "53", "55", "57", "58")


class PostgresqlWire:
    """One connection, while it is lent."""

    dialect: Dialect = words.dialect()  # type: ignore[no-untyped-call]

    def __init__(self, connection: Any) -> None:  # noqa: ANN401  # the driver has no types
        self._connection = connection

    async def do(self, *words: str) -> None:
        """Run words that take no values and give no rows, one after the other."""
        await self._connection.execute("; ".join(words))

    async def rows(self, sql: str, arguments: Sequence[object]) -> Sequence[Sequence[Any]]:
        """Return the rows that a statement gives."""
        rows: Sequence[Sequence[Any]] = await self._connection.fetch(sql, *arguments)
        return rows

    async def count(self, sql: str, arguments: Sequence[object]) -> int:
        """Return how many rows a statement wrote; it is told so as in ``INSERT 0 1``."""
        told: str = await self._connection.execute(sql, *arguments)
        last = told.rpartition(" ")[2]
        return int(last) if last.isdigit() else 0

    async def many(self, sql: str, arguments: Sequence[Sequence[object]]) -> None:
        """Run a statement once for each of the arguments."""
        await self._connection.executemany(sql, arguments)


class PostgresqlDatabase:
    """Several connections."""

    faults: tuple[type[Exception], ...] = (asyncpg.PostgresError, asyncpg.InterfaceError, OSError)
    file = None

    def __init__(self, address: URL) -> None:
        self._address = address
        self._lent: Connections | None = None

    @asynccontextmanager
    async def transaction(self) -> AsyncGenerator[Wire]:
        """Lend a connection with a transaction on it: committed when the block ends, undone when it raises."""
        async with self._connections().lend() as connection:
            await connection.execute("BEGIN")
            try:
                yield PostgresqlWire(connection)
            except BaseException:
                await connection.execute("ROLLBACK")
                raise
            await connection.execute("COMMIT")

    def is_outage(self, fault: BaseException) -> bool:
        """Tell whether the server is stopped, full or restarting, or the connection lost."""
        state = getattr(fault, "sqlstate", None)
        if isinstance(state, str):
            return state.startswith(_OUTAGES)
        # What can't be sent as a value is the caller's fault, though the driver counts it among those of its interface.
        is_drivers = isinstance(fault, asyncpg.InterfaceError) and not isinstance(fault, ValueError)
        return is_drivers or isinstance(fault, OSError)

    def engine(self) -> AsyncEngine:
        """Return an engine that connects anew."""
        return postgresql_engine(self._address)

    async def close(self) -> None:
        """Close all connections."""
        if self._lent is not None:
            lent, self._lent = self._lent, None
            await lent.close()

    def _connections(self) -> Connections:
        if self._lent is None:
            _, options = PostgresqlWire.dialect.create_connect_args(self._address)
            self._lent = Connections(options, most=MOST_CONNECTIONS)
        return self._lent
