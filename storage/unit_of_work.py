"""The storage and its transactions: the only place that commits."""

import asyncio
import fcntl
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, contextmanager
from typing import Any, Self

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.assignments import Assignments
from storage.cards import Cards
from storage.catalogues import Catalogues
from storage.commitments import Commitments
from storage.conversations import Conversations
from storage.drafts import Drafts
from storage.engine import make_engine, sqlite_file
from storage.events import Events
from storage.files import Files
from storage.inbox import Inbox
from storage.outages import outages, outages_of_connecting
from storage.outbox import Outbox
from storage.people import People
from storage.requests import Requests
from storage.series import Series
from storage.settings import Settings
from storage.slots import Slots
from storage.surveys import Surveys
from storage.talks import Talks
from storage.time_entries import TimeEntries
from storage.upgrade import is_at_head, upgrade


class AlreadyServed(RuntimeError):
    """Another process serves this SQLite file."""


class Transaction:
    """One transaction, with everything that can be read and changed in it."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection
        self.inbox = Inbox(connection)
        self.conversations = Conversations(connection)
        self.cards = Cards(connection)
        self.outbox = Outbox(connection)
        self.requests = Requests(connection)
        self.drafts = Drafts(connection)
        self.series = Series(connection)
        self.assignments = Assignments(connection)
        self.time_entries = TimeEntries(connection)
        self.events = Events(connection)
        self.files = Files(connection)
        self.talks = Talks(connection)
        self.people = People(connection)
        self.catalogues = Catalogues(connection)
        self.surveys = Surveys(connection)
        self.commitments = Commitments(connection)
        self.slots = Slots(connection)
        self.settings = Settings(connection)

    def within(self) -> Callable[[], AbstractAsyncContextManager["Transaction"]]:
        """Return a `begin` that joins this transaction: a savepoint, undone when its block raises."""
        return self._savepoint

    @asynccontextmanager
    async def _savepoint(self) -> AsyncGenerator["Transaction"]:
        async with self._connection.begin_nested():
            yield self


class Storage:
    """A database, opened. Made by `Storage.open`, ended by `close`."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._is_sqlite = engine.dialect.name == "sqlite"
        self._one_writer = asyncio.Lock()
        self._inside: set[asyncio.Task[Any] | None] = set()

    @classmethod
    def open(cls, url: str, *, is_durable: bool = True) -> Self:
        """Return the storage at *url*. Nothing is connected yet, and tables come by `upgrade`.

        Args:
            url: ``sqlite+aiosqlite:///…`` or ``postgresql+asyncpg://…``.
            is_durable: False lets SQLite skip the wait for the disk; for databases that are thrown away.
        """
        return cls(make_engine(url, is_durable=is_durable))

    async def close(self) -> None:
        """Let go of the database."""
        await self._engine.dispose()

    def begin(self) -> AbstractAsyncContextManager[Transaction]:
        """Open a transaction: committed when the block ends, undone when it raises.

        Raises:
            RuntimeError: this task has one open already; what belongs to it joins by `within`.
            Unavailable: the database does not answer, now or at the end; nothing has happened.
        """
        return self._begin()

    @asynccontextmanager
    async def _begin(self) -> AsyncGenerator[Transaction]:
        async with AsyncExitStack() as stack:
            stack.enter_context(outages())
            stack.enter_context(self._once_a_task())
            if self._is_sqlite:
                # Writers of this process queue here; those of others wait inside SQLite.
                await stack.enter_async_context(self._one_writer)
            with outages_of_connecting():
                connection = await stack.enter_async_context(self._engine.begin())
            yield Transaction(connection)

    @contextmanager
    def _once_a_task(self) -> Generator[None]:
        # Otherwise it would wait for itself: for the lock on SQLite, for its own rows on PostgreSQL.
        task = asyncio.current_task()
        if task in self._inside:
            raise RuntimeError("a transaction is open in this task: join it by within()")
        self._inside.add(task)
        try:
            yield
        finally:
            self._inside.discard(task)

    async def upgrade(self) -> None:
        """Bring an empty or older database to head; safe when several processes do it at once."""
        async with self._one_writer, self._engine.begin() as connection:
            await upgrade(connection)

    async def is_ready(self) -> bool:
        """Tell whether the database answers and is at head."""
        try:
            async with AsyncExitStack() as stack:
                if self._is_sqlite:
                    await stack.enter_async_context(self._one_writer)
                return await is_at_head(await stack.enter_async_context(self._engine.connect()))
        except (SQLAlchemyError, OSError):
            return False

    @contextmanager
    def hold_single_server(self) -> Generator[None]:
        """Keep other servers off this SQLite file while the block lasts; several may serve one PostgreSQL.

        Raises:
            AlreadyServed: another process serves the file.
        """
        file = sqlite_file(self._engine.url)
        if file is None:
            yield
            return
        with file.with_name(f"{file.name}.lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as fault:
                raise AlreadyServed(str(file)) from fault
            yield
