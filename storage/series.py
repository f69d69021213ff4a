"""The order series, and what became of their days."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import bindparam, delete, select, update

from domain.series import Occurrence, OrderSeries, SeriesStatus
from storage.columns import is_one_of
from storage.repository import VersionedRepository
from storage.rows import value_of
from storage.statements import Statement, Upsert
from storage.tables import occurrences, order_series

_CLAIM = Upsert(occurrences, lambda row: row.on_conflict_do_nothing().returning(occurrences.c.day))
_OCCURRENCES = Statement(
    select(occurrences).where(occurrences.c.series == bindparam("series")).order_by(occurrences.c.day)
)


_IS_ACTIVE = is_one_of(order_series.c.status, SeriesStatus.ACTIVE)
_ACTIVE = Statement(select(order_series.c.id).where(_IS_ACTIVE).order_by(order_series.c.id))
_OF_REQUESTER = Statement(
    select(order_series).where(order_series.c.requester == bindparam("person"), _IS_ACTIVE).order_by(order_series.c.id)
)
_SETTLE = Statement(
    update(occurrences).where(occurrences.c.series == bindparam("its"), occurrences.c.day == bindparam("on"))
)


class Series(VersionedRepository[OrderSeries]):
    """Keeps the series, and gives each of their days away once."""

    _table = order_series
    _kind = OrderSeries

    async def next_id(self, year: int) -> str:
        """Return the next number people see, without gaps within a year."""
        return f"S-{year}-{await self._count_up(f'S-{year}'):04d}"

    async def active(self) -> Sequence[str]:
        """Return the ids of the series that have not ended, oldest first."""
        return await self._scalars(_ACTIVE)

    async def of_requester(self, person: str) -> Sequence[OrderSeries]:
        """Return the person's series that have not ended, oldest first."""
        return await self._values(_OF_REQUESTER, {"person": person})

    async def claim_day(self, series: str, day: date) -> bool:
        """Take the day; False when it was taken. On PostgreSQL it waits for another replica that is taking it."""
        return await self._scalar(_CLAIM, {"series": series, "day": day}) is not None

    async def settle_day(
        self, series: str, day: date, *, request: str | None = None, reason: str | None = None
    ) -> None:
        """Note the order that a taken day became, or why it became none."""
        await self._do(_SETTLE, {"its": series, "on": day, "request": request, "reason": reason})

    async def release_day(self, series: str, day: date) -> None:
        """Let a taken day be taken again."""
        await self._do(delete(occurrences).where(occurrences.c.series == series, occurrences.c.day == day))

    async def occurrences(self, series: str) -> Sequence[Occurrence]:
        """Return the days taken, in order."""
        return [value_of(Occurrence, row) for row in await self._all(_OCCURRENCES, {"series": series})]
