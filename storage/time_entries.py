"""Hours worked."""

from collections.abc import Sequence

from sqlalchemy import insert, select

from domain.assignments import TimeEntry
from storage.repository import Repository
from storage.rows import row_of, value_of
from storage.tables import time_entries


class TimeEntries(Repository):
    """Keeps the time entries."""

    async def add(self, entry: TimeEntry) -> None:
        """Store it; it gets its own number."""
        await self._do(insert(time_entries), row_of(entry, "id"))

    async def all(self) -> Sequence[TimeEntry]:
        """Return every entry, in the order they were made."""
        return [value_of(TimeEntry, row) for row in await self._all(select(time_entries).order_by(time_entries.c.id))]
