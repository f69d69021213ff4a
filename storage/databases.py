"""The two databases, opened: each lends its connections to transactions and knows what an outage of it looks like."""

import asyncio
import sqlite3
from collections.abc import AsyncGenerator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sqlalchemy.engine import URL, make_url

from storage.session import Wire
from storage.sqlite_driver import COMMIT, Connection, connect

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from storage.postgresql import PostgresqlDatabase

_MEMORY = ":memory:"
_PRAGMAS = (
    # Nobody waits for another process on the loop: that is done where a transaction begins.
    "PRAGMA busy_timeout = 0",
    "PRAGMA journal_mode = WAL",
    "PRAGMA foreign_keys = ON",
    # What is deleted is overwritten: the secret of a survey wave must not lie on in a free page.
    "PRAGMA secure_delete = ON",
)
_PRIMARY = 0xFF
_OUTAGES = frozenset(
    {
        *(sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL, sqlite3.SQLITE_INTERRUPT),
        *(sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY),
        sqlite3.SQLITE_NOMEM,
    }
)


class Database(Protocol):
    """Where the desk's data is."""

    faults: tuple[type[Exception], ...]
    """What is raised by it, of whatever kind."""

    @property
    def file(self) -> Path | None:
        """Return the file that one server at a time may serve; None when there is none or several may."""
        ...

    def transaction(self) -> AbstractAsyncContextManager[Wire]:
        """Lend a connection with a transaction on it: committed when the block ends, undone when it raises."""
        ...

    def is_outage(self, fault: BaseException) -> bool:
        """Tell a database that does not answer from a fault of our own statements."""
        ...

    def engine(self) -> "AsyncEngine":
        """Return an engine on it, for migrations; to be used when no transaction is open, and not to be disposed of."""
        ...

    async def close(self) -> None:
        """Let go of it."""
        ...


class SqliteDatabase:
    """A file or a memory with one connection, lent to one transaction at a time."""

    faults: tuple[type[Exception], ...] = (sqlite3.Error, OSError)

    def __init__(self, address: URL, *, is_durable: bool) -> None:
        self._address = address
        self._pragmas = (*_PRAGMAS, f"PRAGMA synchronous = {'FULL' if is_durable else 'OFF'}")
        self._one_writer = asyncio.Lock()
        self._connection: Connection | None = None

    @property
    def file(self) -> Path | None:
        """Return the file, or None for a database in memory."""
        return None if self._address.database in {None, "", _MEMORY} else Path(self._address.database or "").absolute()

    @asynccontextmanager
    async def transaction(self) -> AsyncGenerator[Wire]:
        """Lend the connection; those of this process queue here, those of others wait inside SQLite."""
        async with self._one_writer:
            connection = await self._connected()
            try:
                await connection.begin()
                yield connection
                await connection.do(COMMIT)
            except BaseException:
                await connection.rollback()
                raise

    def is_outage(self, fault: BaseException) -> bool:
        """Tell whether the file is locked, full, gone or can't be read."""
        number = getattr(fault, "sqlite_errorcode", None)
        return isinstance(number, int) and number & _PRIMARY in _OUTAGES

    def engine(self) -> "AsyncEngine":
        """Return an engine on the one connection."""
        from storage.engine import sqlite_engine  # noqa: PLC0415  # only a database behind its code waits for it

        return sqlite_engine(self._address, self._connected)

    async def close(self) -> None:
        """Let go of the file."""
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()

    async def _connected(self) -> Connection:
        if self._connection is None:
            file = self.file
            if file is not None:
                file.parent.mkdir(parents=True, exist_ok=True)
            self._connection = await connect(str(file or _MEMORY), self._pragmas)
        return self._connection


def open_database(url: str, *, is_durable: bool) -> "SqliteDatabase | PostgresqlDatabase":
    """Return the database at *url*, with nothing connected yet."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        return SqliteDatabase(address, is_durable=is_durable)
    from storage.postgresql import PostgresqlDatabase  # noqa: PLC0415  # who has a file waits for no other driver

    return PostgresqlDatabase(address)
