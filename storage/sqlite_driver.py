"""SQLite without a thread's round trip for each call; also what SQLAlchemy's aiosqlite dialect asks of a connection.

A statement of the desk takes SQLite some ten microseconds; handing it to a thread and back, as aiosqlite does four
times a statement, takes many times that. So statements run where they are asked for. What has to wait for other
processes or for the disk (commit, roll back) and the rest of a long result go to the connection's one thread, in order.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, ParamSpec, Self, TypeVar

from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import Dialect

# Immediate: two readers that both go on to write would each wait for the other to let go.
BEGIN = "BEGIN IMMEDIATE"
COMMIT = "COMMIT"
PATIENCE_MS = 10_000
_AT_ONCE = 500
_STATEMENTS = 512
_PATIENCE = 100
_PAUSE_S = 0.05
P = ParamSpec("P")
T = TypeVar("T")


class Cursor:
    """One statement and its rows."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection
        self._cursor = connection.raw.cursor()

    async def __aenter__(self) -> Self:
        return self

    @property
    def description(self) -> object:
        """What the columns are, or None for a statement without rows."""
        return self._cursor.description

    @property
    def rowcount(self) -> int:
        """How many rows were written."""
        return self._cursor.rowcount

    @property
    def lastrowid(self) -> int | None:
        """The number of the row that was inserted last."""
        return self._cursor.lastrowid

    async def execute(self, sql: str, parameters: Sequence[Any] = ()) -> Self:
        """Run it here, unless it may have to wait for another process."""
        if sql == BEGIN:
            await self._connection.begin()
        else:
            await self._connection.here(self._cursor.execute, sql, parameters)
        return self

    async def executemany(self, sql: str, parameters: Iterable[Sequence[Any]]) -> Self:
        """Run it once for each of the parameters."""
        await self._connection.here(self._cursor.executemany, sql, parameters)
        return self

    async def fetchall(self) -> list[Any]:
        """Return the rows; those of a long result without holding the others up."""
        rows = await self._connection.here(self._cursor.fetchmany, _AT_ONCE)
        if len(rows) == _AT_ONCE:
            rows += await self._connection.in_turn(self._cursor.fetchall)
        return rows

    async def close(self) -> None:
        """Let go of it."""
        await self._connection.here(self._cursor.close)


class Connection:
    """One connection, used by one task at a time."""

    dialect: Dialect = sqlite.dialect(paramstyle="qmark")

    def __init__(self, file: str) -> None:
        self.raw = sqlite3.connect(file, isolation_level=None, check_same_thread=False, cached_statements=_STATEMENTS)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="sqlite")
        self._newest: Future[Any] | None = None
        self.patience_ms = PATIENCE_MS
        """How long another process that writes is waited for."""

    @property
    def _connection(self) -> sqlite3.Connection:
        # SQLAlchemy looks here for whether the connection is open.
        return self.raw

    @property
    def isolation_level(self) -> str | None:
        """None: Python's own driver must not begin and end transactions by itself, or savepoints are lost."""
        return self.raw.isolation_level

    async def do(self, *words: str) -> None:
        """Run words that take no values and give no rows; a commit waits for the disk in the thread."""
        for sql in words:
            await (self.in_turn if sql == COMMIT else self.here)(self.raw.execute, sql)

    async def begin(self) -> None:
        """Begin to write: at once, or in the thread when another process is writing and has to be waited for."""
        try:
            await self.here(self.raw.execute, BEGIN)
        except sqlite3.OperationalError as fault:
            if fault.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            await self.in_turn(self._wait_and_begin)

    def _wait_and_begin(self) -> None:
        self.raw.execute(f"PRAGMA busy_timeout = {self.patience_ms}")
        try:
            self.raw.execute(BEGIN)
        finally:
            self.raw.execute("PRAGMA busy_timeout = 0")

    async def rows(self, sql: str, arguments: Sequence[object]) -> Sequence[Sequence[Any]]:
        """Return the rows that a statement gives; those of a long result without holding the others up."""
        cursor = await self.here(self.raw.execute, sql, arguments)
        rows = await self.here(cursor.fetchmany, _AT_ONCE)
        if len(rows) == _AT_ONCE:
            rows += await self.in_turn(cursor.fetchall)
        return rows

    async def count(self, sql: str, arguments: Sequence[object]) -> int:
        """Return how many rows a statement wrote."""
        return (await self.here(self.raw.execute, sql, arguments)).rowcount

    async def many(self, sql: str, arguments: Sequence[Sequence[object]]) -> None:
        """Run a statement once for each of the arguments."""
        await self.here(self.raw.executemany, sql, arguments)

    async def in_turn(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what *call* returns, run in the connection's thread after what is under way there."""
        started = self._thread.submit(call, *args, **kwargs)
        self._newest = started
        return await asyncio.wrap_future(started)

    async def here(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what *call* returns, run at once; in turn while the thread still works for a task that was cancelled.

        Two threads in one connection at a time would crash the process, whatever SQLite's own locks.
        """
        if self._newest is None or self._newest.done():
            return call(*args, **kwargs)
        return await self.in_turn(call, *args, **kwargs)

    def cursor(self) -> Cursor:
        """Return a cursor for one statement."""
        return Cursor(self)

    async def commit(self) -> None:
        """Commit, and wait for the disk."""
        await self.in_turn(self.raw.commit)

    async def rollback(self) -> None:
        """Roll back, after a commit that was under way when its task was cancelled."""
        await self.in_turn(self.raw.rollback)

    async def create_function(self, *args: Any, **kwargs: Any) -> None:
        """Offer a function to the statements."""
        self.raw.create_function(*args, **kwargs)

    async def close(self) -> None:
        """Let go of the file."""
        await self.in_turn(self.raw.close)
        self._thread.shutdown(wait=False)

    def stop(self) -> None:
        """Let go of the file when no loop runs any more."""
        self._thread.submit(self.raw.close)
        self._thread.shutdown(wait=True)


async def connect(file: str, pragmas: Iterable[str]) -> Connection:
    """Return a connection to *file*, set up by *pragmas*."""
    connection = Connection(file)
    for pragma in pragmas:
        await _set(connection, pragma)
    return connection


async def _set(connection: Connection, pragma: str) -> None:
    """Set *pragma*; two processes that turn a new file to WAL at once are refused by SQLite without its usual wait."""
    for _ in range(_PATIENCE):
        try:
            await connection.in_turn(connection.raw.execute, pragma)
        except (sqlite3.OperationalError, SystemError):
            # Python's driver at times finds no reason any more when it asks why it was refused: a SystemError then.
            await asyncio.sleep(_PAUSE_S)
        else:
            return
    await connection.in_turn(connection.raw.execute, pragma)
