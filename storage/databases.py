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
MOST_TOGETHER = 16
"""How many transactions wait for the disk together at most."""
_ONE_OF_SOME = "one_of_some"
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


class Together:
    """Transactions that are committed as one, so that the disk is waited for once."""

    def __init__(self) -> None:
        self.count = 0
        self.stored: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def fail(self, fault: BaseException) -> None:
        """Tell each of them that nothing of it is stored."""
        self.stored.set_exception(fault)
        self.stored.exception()  # Those who waited may all have gone meanwhile.


class SqliteDatabase:
    """A file or a memory with one connection, lent to one transaction at a time.

    A transaction that ends while others wait to begin leaves the commit to them: it is undone with a savepoint if it
    fails, and is told that it is stored when all of them are.
    """

    faults: tuple[type[Exception], ...] = (sqlite3.Error, OSError)

    def __init__(self, address: URL, *, is_durable: bool) -> None:
        self._address = address
        self._pragmas = (*_PRAGMAS, f"PRAGMA synchronous = {'FULL' if is_durable else 'OFF'}")
        self._one_writer = asyncio.Lock()
        self._waiting = 0
        self._together: Together | None = None
        self._storing: set[asyncio.Task[None]] = set()
        self._connection: Connection | None = None

    @property
    def file(self) -> Path | None:
        """Return the file, or None for a database in memory."""
        return None if self._address.database in {None, "", _MEMORY} else Path(self._address.database or "").absolute()

    @asynccontextmanager
    async def transaction(self) -> AsyncGenerator[Wire]:
        """Lend the connection; those of this process queue here, those of others wait inside SQLite."""
        await self._take_turn()
        try:
            connection = await self._connected()
            together = await self._join(connection)
            try:
                yield connection
                if together.count:
                    await connection.do(f"RELEASE {_ONE_OF_SOME}")
                together.count += 1
            except BaseException as fault:
                await self._undo(connection, together, fault)
                raise
        finally:
            self._end_turn()
        await asyncio.shield(together.stored)

    async def _take_turn(self) -> None:
        self._waiting += 1
        try:
            await self._one_writer.acquire()
        except BaseException:
            self._waiting -= 1
            if self._together is not None and not self._one_writer.locked():
                # Those before have left their commit to this one.
                await self._one_writer.acquire()
                self._end_turn()
            raise
        self._waiting -= 1

    def _end_turn(self) -> None:
        """Let the next one begin; the last of some hands the connection on to the commit."""
        together = self._together
        if self._connection is None or together is None or (self._waiting and together.count < MOST_TOGETHER):
            self._one_writer.release()
            return
        self._together = None
        storing = asyncio.create_task(self._store(self._connection, together))
        self._storing.add(storing)
        storing.add_done_callback(self._storing.discard)

    async def _join(self, connection: Connection) -> Together:
        """Begin, alone or within what those before have begun."""
        if self._together is None:
            try:
                await connection.begin()
            except BaseException:
                await connection.rollback()
                raise
            self._together = Together()
        elif self._together.count:
            await connection.do(f"SAVEPOINT {_ONE_OF_SOME}")
        return self._together

    async def _undo(self, connection: Connection, together: Together, fault: BaseException) -> None:
        """Undo what one of some has written, and nothing of the others', unless SQLite has undone all by itself."""
        if together.count and connection.raw.in_transaction:
            await connection.do(f"ROLLBACK TO {_ONE_OF_SOME}", f"RELEASE {_ONE_OF_SOME}")
            return
        self._together = None
        if together.count:
            together.fail(fault)
        await connection.rollback()

    async def _store(self, connection: Connection, together: Together) -> None:
        try:
            await connection.do(COMMIT)
        except Exception as fault:  # noqa: BLE001  # told to each whose transaction it was
            await connection.rollback()
            together.fail(fault)
        else:
            together.stored.set_result(None)
        finally:
            self._one_writer.release()

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
        await asyncio.gather(*self._storing)
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
