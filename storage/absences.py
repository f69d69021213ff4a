"""Who is away when."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import bindparam, select

from domain.absence import Absence
from storage.repository import VersionedRepository
from storage.staff_tables import STANDING, absences
from storage.statements import Statement

_OF_DAYS = Statement(
    select(absences)
    .where(
        STANDING,
        absences.c.first <= bindparam("last_day"),
        absences.c.last >= bindparam("first_day"),
    )
    .order_by(absences.c.reported_at, absences.c.id)
)


class Absences(VersionedRepository[Absence]):
    """Keeps the days on which people are away, and nothing of why."""

    _table = absences
    _kind = Absence

    async def next_id(self) -> str:
        """Return the next number; people never see it."""
        return str(await self._count_up("absence"))

    async def of_days(self, first: date, last: date) -> Sequence[Absence]:
        """Return what touches the days from *first* to *last* and is not over, oldest first."""
        return await self._values(_OF_DAYS, {"first_day": first, "last_day": last})
