"""The requests."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from sqlalchemy import Integer, Select, and_, bindparam, func, or_, select, union_all
from typing_extensions import override

from catalog.models import Category
from domain.economy import Draw
from domain.errors import RequestNotFound
from domain.money import NOTHING
from domain.requests import Listing, RequestKind, RequestStatus, ServiceRequest
from storage.columns import is_one_of
from storage.pilot_tables import services
from storage.repository import VersionedRepository
from storage.rows import row_of
from storage.statements import Statement, Upsert
from storage.tables import counters, requests

_LETTERS = {RequestKind.ORDER: "B", RequestKind.ISSUE: "F"}
_END_OF_TIME = datetime(9999, 12, 31, tzinfo=UTC)
_MOST, _SKIPPED, _HEAD = (bindparam(name, type_=Integer) for name in ("most", "skipped", "head"))
_BY_REQUESTER = Statement(
    select(requests)
    .where(requests.c.requester == bindparam("by"))
    .order_by(requests.c.is_open.desc(), requests.c.created_at.desc(), requests.c.id.desc())
    .limit(_MOST)
    .offset(_SKIPPED)
)

_IS_UNDONE = requests.c.status.in_([RequestStatus.REJECTED, RequestStatus.CANCELLED])
_IS_WITHIN = and_(requests.c.counts_at >= bindparam("start"), requests.c.counts_at < bindparam("end"))
_DRAWN = Statement(
    select(requests.c.hours)
    .join(services, services.c.code == requests.c.service)
    .where(requests.c.unit == bindparam("unit"), _IS_WITHIN)
    .where(services.c.category == bindparam("of"), requests.c.kind == RequestKind.ORDER, ~_IS_UNDONE)
)
_DRAWS = Statement(
    select(services.c.category, requests.c.status, requests.c.hours, requests.c.charged)
    .join(services, services.c.code == requests.c.service)
    .where(requests.c.unit == bindparam("unit"), _IS_WITHIN, requests.c.kind == RequestKind.ORDER, ~_IS_UNDONE)
)
_HOLD = Upsert(
    counters,
    lambda row: row.on_conflict_do_update(index_elements=["name"], set_={"value": counters.c.value}),
)


@cache
def _in_status(count: int, *, is_of_units: bool) -> Statement:
    """Return the query of requests in *count* statuses.

    A query for each status reads its index in order and stops early; one for all would sort whatever there is.
    """
    heads = []
    for number in range(count):
        of_status = select(requests.c.id, requests.c.due_at).where(requests.c.status == bindparam(f"status_{number}"))
        if is_of_units:
            of_status = of_status.where(requests.c.unit.in_(bindparam("units", expanding=True)))
        heads.append(select(of_status.order_by(requests.c.due_at, requests.c.id).limit(_HEAD).subquery()))
    first = union_all(*heads).subquery()
    numbers = select(first.c.id).order_by(first.c.due_at, first.c.id).limit(_MOST).offset(_SKIPPED)
    return Statement(select(requests).where(requests.c.id.in_(numbers)).order_by(requests.c.due_at, requests.c.id))


def _of(listing: Listing, found: Select[Any]) -> Select[Any]:
    if listing.requester is not None:
        # Few join a report: all others are found by the index of whose a request is alone.
        mine = requests.c.requester == listing.requester
        found = found.where(or_(mine, requests.c.id.in_(listing.joined)) if listing.joined else mine)
    else:
        found = found.where(requests.c.unit.in_(listing.units))
    if listing.late_at is not None:
        rests = requests.c.status == RequestStatus.WAITING
        found = found.where(requests.c.is_open, ~rests, requests.c.due_at < listing.late_at)
    return found if listing.is_open is None else found.where(requests.c.is_open == listing.is_open)


def _in_order(listing: Listing, found: Select[Any]) -> Select[Any]:
    if listing.late_at is not None:
        return found.order_by(requests.c.due_at, requests.c.id)
    return found.order_by(requests.c.is_open.desc(), requests.c.created_at.desc(), requests.c.id.desc())


_OF_SERIES = Statement(
    select(requests).where(requests.c.series == bindparam("series")).order_by(requests.c.counts_at, requests.c.id)
)


_ALL = Statement(select(requests).order_by(requests.c.created_at, requests.c.id))
_DONE_BEFORE = Statement(
    select(requests)
    .where(is_one_of(requests.c.status, RequestStatus.DONE), requests.c.done_at < bindparam("moment"))
    .order_by(requests.c.done_at, requests.c.id)
    .limit(_MOST)
)


class Requests(VersionedRepository[ServiceRequest]):
    """Keeps the requests, found by who made them, where they stand and what they draw."""

    _table = requests
    _kind = ServiceRequest
    _missing = RequestNotFound

    @override
    def _row(self, value: ServiceRequest) -> dict[str, Any]:
        return row_of(value) | {
            "is_open": value.is_open,
            "due_at": value.promised_at or _END_OF_TIME,
            "counts_at": value.wanted_start or value.wanted_end or value.created_at,
        }

    async def next_id(self, kind: RequestKind, year: int) -> str:
        """Return the next number people see, without gaps within a kind and year."""
        series = f"{_LETTERS[kind]}-{year}"
        return f"{series}-{await self._count_up(series):04d}"

    @override
    def _forget(self, key: str) -> None:
        # With a request, the hours that are drawn change.
        self._session.known.clear()

    async def hold_numbers(self, kind: RequestKind, year: int) -> None:
        """Wait for whoever is taking a number of the kind and year, and let nobody take one until this ends."""
        await self._do(_HOLD, {"name": f"{_LETTERS[kind]}-{year}", "value": 0})
        self._session.known.clear()

    async def by_requester(self, person: str, *, limit: int, offset: int = 0) -> Sequence[ServiceRequest]:
        """Return the person's requests, open first, then newest first."""
        rows = await self._all(_BY_REQUESTER, {"by": person, "most": limit, "skipped": offset})
        return [self._value(row) for row in rows]

    async def listed(self, listing: Listing, *, limit: int, offset: int = 0) -> Sequence[ServiceRequest]:
        """Return the requests of *listing*, open first, then newest first; late ones by promised time."""
        found = _in_order(listing, _of(listing, select(requests)))
        return await self._values(found.limit(limit).offset(offset))

    async def count_listed(self, listing: Listing, *, most: int) -> int:
        """Return how many requests *listing* has; *most* when there are more."""
        some = _of(listing, select(requests.c.id)).limit(most).subquery()
        count: int = await self._scalar(select(func.count()).select_from(some))
        return count

    async def in_status(
        self, statuses: Collection[RequestStatus], *, units: Collection[str] | None, limit: int, offset: int = 0
    ) -> Sequence[ServiceRequest]:
        """Return requests in the statuses, of *units* or of all, by promised time, then id."""
        if not statuses or (units is not None and not units):
            return []
        asked = sorted(set(statuses))
        values: dict[str, Any] = {f"status_{number}": status for number, status in enumerate(asked)}
        values |= {"head": limit + offset, "most": limit, "skipped": offset}
        values |= {} if units is None else {"units": sorted(set(units))}
        rows = await self._all(_in_status(len(asked), is_of_units=units is not None), values)
        return [self._value(row) for row in rows]

    async def hours_drawn(self, unit: str, category: Category, *, start: datetime, end: datetime) -> Decimal:
        """Return the hours of live or done orders of the category that are wanted (or else made) from start until end.

        An order wanted by a deadline counts there. Rejected and cancelled ones do not count.
        """
        question = (Decimal, f"{unit}|{category}|{start.isoformat()}|{end.isoformat()}")
        if question not in self._session.known:
            drawn = await self._scalars(_DRAWN, {"unit": unit, "of": category, "start": start, "end": end})
            self._session.known[question] = sum((hours for hours in drawn if hours is not None), Decimal(0))
        hours: Decimal = self._session.known[question]
        return hours

    async def draws(self, unit: str, *, start: datetime, end: datetime) -> Sequence[Draw]:
        """Return what each live or done order of *unit* draws that counts from *start* until *end*, in no order."""
        found = await self._all(_DRAWS, {"unit": unit, "start": start, "end": end})
        return [
            Draw(
                category=row["category"],
                is_done=row["status"] in {RequestStatus.DONE, RequestStatus.CLOSED},
                hours=row["hours"] or NOTHING,
                charged=row["charged"] or NOTHING,
            )
            for row in found
        ]

    async def of_series(self, series: str) -> Sequence[ServiceRequest]:
        """Return the orders made of the series, by when they are wanted."""
        return await self._values(_OF_SERIES, {"series": series})

    async def done_before(self, moment: datetime, *, limit: int) -> Sequence[ServiceRequest]:
        """Return requests in status done whose `done_at` is before *moment*, the longest done first."""
        return await self._values(_DONE_BEFORE, {"moment": moment, "most": limit})

    async def all(self) -> Sequence[ServiceRequest]:
        """Return every request, oldest first."""
        return await self._values(_ALL)
