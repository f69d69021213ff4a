"""The storage and its transactions: the only place that commits."""

import asyncio
import fcntl
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from typing import Any, Self

from domain.audit import Origin
from domain.errors import Unavailable
from storage.absences import Absences
from storage.agreements import Agreements
from storage.announcements import Announcements
from storage.assignments import Assignments
from storage.calendars import Calendars
from storage.cards import Cards
from storage.catalogues import Catalogues
from storage.causes import Causes
from storage.commitments import Commitments
from storage.conversations import Conversations
from storage.databases import Database, open_database
from storage.drafts import Drafts
from storage.events import Events
from storage.files import Files
from storage.inbox import Inbox
from storage.indicators import Indicators
from storage.openings import Openings
from storage.outbox import Outbox
from storage.parties import Parties
from storage.people import People
from storage.requests import Requests
from storage.series import Series
from storage.session import Session
from storage.settings import Settings
from storage.slots import Slots
from storage.standing import Standing
from storage.substitutions import Substitutions
from storage.surveys import Surveys
from storage.talks import Talks
from storage.time_entries import TimeEntries
from storage.upgrade import is_at_head, upgrade


class AlreadyServed(RuntimeError):
    """Another process serves this SQLite file."""


class Transaction:
    """One transaction, with everything that can be read and changed in it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.openings = Openings(session)
        self.inbox = Inbox(session)
        self.conversations = Conversations(session)
        self.cards = Cards(session)
        self.outbox = Outbox(session)
        self.requests = Requests(session)
        self.drafts = Drafts(session)
        self.series = Series(session)
        self.assignments = Assignments(session)
        self.time_entries = TimeEntries(session)
        self.absences = Absences(session)
        self.substitutions = Substitutions(session)
        self.standing = Standing(session)
        self.events = Events(session)
        self.files = Files(session)
        self.talks = Talks(session)
        self.parties = Parties(session)
        self.people = People(session)
        self.catalogues = Catalogues(session)
        self.surveys = Surveys(session)
        self.indicators = Indicators(session)
        self.commitments = Commitments(session)
        self.announcements = Announcements(session)
        self.causes = Causes(session)
        self.calendars = Calendars(session)
        self.agreements = Agreements(session)
        self.slots = Slots(session)
        self.settings = Settings(session)

    def come_from(self, origin: Origin) -> None:
        """Let every event that this transaction writes tell that it came from *origin*."""
        self._session.origin = origin

    def within(self) -> Callable[[], AbstractAsyncContextManager["Transaction"]]:
        """Return a `begin` that joins this transaction: what its block writes is undone when it raises."""
        return self._savepoint

    def _savepoint(self) -> AbstractAsyncContextManager["Transaction"]:
        return self._session.savepoint(self)


class Storage:
    """A database, opened. Made by `Storage.open`, ended by `close`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._inside: set[asyncio.Task[Any] | None] = set()

    @classmethod
    def open(cls, url: str, *, is_durable: bool = True) -> Self:
        """Return the storage at *url*. Nothing is connected yet, and tables come by `upgrade`.

        Args:
            url: ``sqlite+aiosqlite:///…`` or ``postgresql+asyncpg://…``.
            is_durable: False lets SQLite skip the wait for the disk; for databases that are thrown away.
        """
        return cls(open_database(url, is_durable=is_durable))

    async def close(self) -> None:
        """Let go of the database."""
        await self._database.close()

    def begin(self) -> AbstractAsyncContextManager[Transaction]:
        """Open a transaction: committed when the block ends, undone when it raises.

        Raises:
            RuntimeError: this task has one open already; what belongs to it joins by `within`.
            Unavailable: the database does not answer, now or at the end; nothing has happened.
        """
        return self._begin()

    @asynccontextmanager
    async def _begin(self) -> AsyncGenerator[Transaction]:
        with self._outages(), self._once_a_task():
            async with self._database.transaction() as wire:
                session = Session(wire)
                yield Transaction(session)
                await session.write_waiting()

    @contextmanager
    def _outages(self) -> Generator[None]:
        try:
            yield
        except Exception as fault:
            if self._database.is_outage(fault):
                raise Unavailable from fault
            raise

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
        if not await self.is_ready():
            await upgrade(self._database.engine())

    async def is_ready(self) -> bool:
        """Tell whether the database answers, stands where it was opened, and is at head."""
        file = self._database.file
        if file is not None and not await asyncio.to_thread(file.exists):
            # The open connection still writes to it, but nobody will find that again.
            return False
        try:
            async with self._database.transaction() as wire:
                return await is_at_head(wire)
        except self._database.faults:
            return False

    @contextmanager
    def hold_single_server(self) -> Generator[None]:
        """Keep other servers off this SQLite file while the block lasts; several may serve one PostgreSQL.

        Raises:
            AlreadyServed: another process serves the file.
        """
        file = self._database.file
        if file is None:
            yield
            return
        with file.with_name(f"{file.name}.lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as fault:
                raise AlreadyServed(str(file)) from fault
            yield
