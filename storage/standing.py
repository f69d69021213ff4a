"""Standing work: the schedules as loaded, and the days made of them."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import bindparam, insert, select

from catalog.models import Schedule
from domain.errors import NotFound
from domain.standing import StandingDay
from storage.pilot_tables import schedules
from storage.repository import Repository
from storage.rows import row_of, value_of
from storage.staff_tables import standing_days
from storage.statements import Statement

_SCHEDULES = Statement(select(schedules).order_by(schedules.c.position))
_DAYS = Statement(
    select(standing_days)
    .where(standing_days.c.day >= bindparam("first_day"), standing_days.c.day <= bindparam("last_day"))
    .order_by(standing_days.c.start, standing_days.c.schedule)
)
_FIND = select(standing_days).where(
    standing_days.c.day == bindparam("on_day"), standing_days.c.schedule == bindparam("of_schedule")
)
_ONE = Statement(_FIND)
_HOLD_ONE = Statement(_FIND.with_for_update())
_ADD = Statement(insert(standing_days))


class Standing(Repository):
    """Keeps each day of a schedule once."""

    async def hold(self) -> None:
        """Wait for whoever makes days of schedules, and let nobody else until this transaction ends."""
        await self._count_up("standing")

    async def schedules(self) -> Sequence[Schedule]:
        """Return the schedules, in the order of the file."""
        return [value_of(Schedule, row) for row in await self._all(_SCHEDULES)]

    async def days(self, first: date, last: date) -> Sequence[StandingDay]:
        """Return the days made from *first* to *last*, by time and schedule."""
        rows = await self._all(_DAYS, {"first_day": first, "last_day": last})
        return [value_of(StandingDay, row) for row in rows]

    async def get(self, schedule: str, day: date) -> StandingDay:
        """Return the day of the schedule; raise NotFound when none was made."""
        return await self._get(_ONE, schedule, day)

    async def get_locked(self, schedule: str, day: date) -> StandingDay:
        """Return it as `get` does, and hold other writers back until the transaction ends."""
        return await self._get(_HOLD_ONE, schedule, day)

    async def _get(self, statement: Statement, schedule: str, day: date) -> StandingDay:
        row = await self._first(statement, {"on_day": day, "of_schedule": schedule})
        if row is None:
            raise NotFound(id=schedule)
        return value_of(StandingDay, row)

    async def add_all(self, days: Collection[StandingDay]) -> None:
        """Store new days."""
        await self._do_each(_ADD, [row_of(each) for each in days])
