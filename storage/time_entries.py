"""Hours worked."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import bindparam, insert, select, update

from domain.assignments import TimeEntry
from domain.errors import NotFound
from storage.repository import Repository
from storage.rows import row_of, value_of
from storage.statements import Statement
from storage.tables import time_entries

_ADD = Statement(insert(time_entries))
_ONE = select(time_entries).where(time_entries.c.id == bindparam("key"))
_GET_LOCKED = Statement(_ONE.with_for_update())
_OF_PERSON = Statement(
    select(time_entries)
    .where(
        time_entries.c.person == bindparam("by_person"),
        time_entries.c.day >= bindparam("first_day"),
        time_entries.c.day <= bindparam("last_day"),
    )
    .order_by(time_entries.c.day, time_entries.c.id)
)

_OF_UNIT = Statement(
    select(time_entries)
    .where(
        time_entries.c.unit == bindparam("of_unit"),
        time_entries.c.day >= bindparam("first_day"),
        time_entries.c.day <= bindparam("last_day"),
    )
    .order_by(time_entries.c.day, time_entries.c.id)
)


_ALL = Statement(select(time_entries).order_by(time_entries.c.id))


class TimeEntries(Repository):
    """Keeps the time entries."""

    async def add(self, entry: TimeEntry) -> None:
        """Store it; it gets its own number."""
        await self._do(_ADD, row_of(entry, "id"))

    async def all(self) -> Sequence[TimeEntry]:
        """Return every entry, in the order they were made."""
        return [value_of(TimeEntry, row) for row in await self._all(_ALL)]

    async def get_locked(self, entry: int) -> TimeEntry:
        """Return the entry, and hold other writers back until the transaction ends; raise NotFound for none."""
        row = await self._first(_GET_LOCKED, {"key": entry})
        if row is None:
            raise NotFound(id=str(entry))
        return value_of(TimeEntry, row)

    async def save(self, entry: TimeEntry) -> None:
        """Store it over what it was."""
        await self._do(update(time_entries).where(time_entries.c.id == entry.id), row_of(entry, "id"))

    async def of_person(self, person: str, first: date, last: date) -> Sequence[TimeEntry]:
        """Return the person's entries from *first* to *last*, by day."""
        within = {"by_person": person, "first_day": first, "last_day": last}
        return [value_of(TimeEntry, row) for row in await self._all(_OF_PERSON, within)]

    async def of_unit(self, unit: str, first: date, last: date) -> Sequence[TimeEntry]:
        """Return the hours worked for *unit* from *first* to *last*, by day."""
        within = {"of_unit": unit, "first_day": first, "last_day": last}
        return [value_of(TimeEntry, row) for row in await self._all(_OF_UNIT, within)]

    async def ids_of_request(self, request: str) -> Sequence[int]:
        """Return the numbers of the entries of *request*, oldest first."""
        theirs = select(time_entries.c.id).where(time_entries.c.request == request).order_by(time_entries.c.id)
        return await self._scalars(theirs)
