"""The assignments."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from sqlalchemy import Integer, bindparam, exists, insert, literal, select

from domain.assignments import LIVE, Assignment, AssignmentStatus
from domain.errors import AssignmentNotFound
from domain.requests import RequestStatus
from domain.standing import Held
from domain.worktime import local_date
from storage.columns import is_one_of
from storage.repository import VersionedRepository
from storage.rows import value_of
from storage.statements import Statement
from storage.tables import assignments, events, requests, time_entries

_HOUR = Decimal(3600 * 10**6)
_MICROSECOND = timedelta(microseconds=1)
_ADD = Statement(insert(assignments))
_WORKED = Statement(
    select(time_entries.c.person, time_entries.c.hours).where(
        time_entries.c.person.in_(bindparam("people", expanding=True)),
        time_entries.c.day >= bindparam("first"),
        time_entries.c.day <= bindparam("last"),
    )
)
_STANDING = Statement(
    select(assignments)
    .where(
        assignments.c.schedule.is_not(None),
        assignments.c.planned_start >= bindparam("since"),
        assignments.c.planned_start < bindparam("until"),
    )
    .order_by(assignments.c.planned_start, assignments.c.id)
)
_HELD = Statement(
    select(
        assignments.c.id.label("assignment"),
        assignments.c.schedule,
        assignments.c.planned_start.label("start"),
        assignments.c.person,
        assignments.c.status,
    )
    .where(
        assignments.c.schedule.is_not(None),
        assignments.c.planned_start >= bindparam("since"),
        assignments.c.planned_start < bindparam("until"),
    )
    .order_by(assignments.c.planned_start, assignments.c.id)
)
_IS_LIVE = is_one_of(assignments.c.status, *(status for status in AssignmentStatus if status in LIVE))
_OF_REQUEST = Statement(
    select(assignments)
    .where(assignments.c.request == bindparam("request"))
    .order_by(assignments.c.offered_at, assignments.c.id)
)
_LIVE_OF = Statement(
    select(assignments)
    .where(assignments.c.person == bindparam("person"), _IS_LIVE)
    .order_by(assignments.c.planned_start.is_(None), assignments.c.planned_start, assignments.c.id)
)
_LIVE_STANDING = Statement(
    select(assignments)
    .where(_IS_LIVE, assignments.c.schedule.is_not(None), assignments.c.planned_start < bindparam("until"))
    .order_by(assignments.c.planned_start, assignments.c.id)
)
_OPEN_OFFERS = Statement(
    select(assignments)
    .where(_IS_LIVE, is_one_of(assignments.c.status, AssignmentStatus.OFFERED), assignments.c.request.is_not(None))
    .order_by(assignments.c.offered_at, assignments.c.id)
)
_LIVE_OF_REQUESTS = Statement(
    select(assignments)
    .where(assignments.c.request.in_(bindparam("requests", expanding=True)), _IS_LIVE)
    .order_by(assignments.c.offered_at, assignments.c.id)
)
_PLANNED = Statement(
    select(assignments.c.person, assignments.c.planned_start, assignments.c.planned_end).where(
        assignments.c.person.in_(bindparam("people", expanding=True)),
        _IS_LIVE,
        assignments.c.planned_start < bindparam("end"),
        assignments.c.planned_end > bindparam("start"),
    )
)
_STANDING_OFFERS = Statement(
    select(assignments)
    .where(_IS_LIVE, is_one_of(assignments.c.status, AssignmentStatus.OFFERED), assignments.c.schedule.is_not(None))
    .order_by(assignments.c.offered_at, assignments.c.id)
)
_GAVE = exists().where(
    events.c.subject == literal("assignment:") + assignments.c.id,
    events.c.person == bindparam("by"),
    events.c.what.in_(["offered", "assigned"]),
)
_GIVEN_BY = Statement(
    select(assignments)
    .where(_IS_LIVE, _GAVE)
    .order_by(assignments.c.planned_start, assignments.c.id)
    .limit(bindparam("most", type_=Integer))
)
_given = assignments.alias("given")
_LEFT = is_one_of(assignments.c.status, AssignmentStatus.DECLINED, AssignmentStatus.WITHDRAWN)
_IS_HELD = exists().where(
    _given.c.request == requests.c.id, is_one_of(_given.c.status, *(each for each in AssignmentStatus if each in LIVE))
)
_DROPPED = Statement(
    select(requests.c.id)
    .where(is_one_of(requests.c.status, RequestStatus.QUEUED), ~_IS_HELD)
    .where(exists().where(assignments.c.request == requests.c.id, _LEFT))
    .order_by(requests.c.due_at, requests.c.id)
)


_ALL = Statement(select(assignments).order_by(assignments.c.offered_at, assignments.c.id))


class Assignments(VersionedRepository[Assignment]):
    """Keeps who has been offered or has taken on what."""

    _table = assignments
    _kind = Assignment
    _missing = AssignmentNotFound

    async def next_id(self, year: int) -> str:
        """Return the next number, without gaps within a year."""
        series = f"U-{year}"
        return f"{series}-{await self._count_up(series):04d}"

    async def next_ids(self, year: int, count: int) -> Sequence[str]:
        """Return as many numbers as `next_id` would, asked that often."""
        series = f"U-{year}"
        last = await self._count_up(series, count)
        return [f"{series}-{number:04d}" for number in range(last - count + 1, last + 1)]

    async def add_all(self, new: Collection[Assignment]) -> None:
        """Store new assignments."""
        await self._do_each(_ADD, [self._row(each) for each in new])

    async def of_request(self, request: str) -> Sequence[Assignment]:
        """Return those of the request, oldest first."""
        return await self._values(_OF_REQUEST, {"request": request})

    async def live_of(self, person: str) -> Sequence[Assignment]:
        """Return the person's offered, accepted, started and paused ones, by planned time, then id; unplanned last."""
        return await self._values(_LIVE_OF, {"person": person})

    async def live_of_requests(self, requests: Collection[str]) -> Sequence[Assignment]:
        """Return the offered, accepted, started and paused ones of all of *requests*, oldest first."""
        return await self._values(_LIVE_OF_REQUESTS, {"requests": sorted(requests)}) if requests else []

    async def open_offers(self) -> Sequence[Assignment]:
        """Return the offers of requests that wait for an answer, oldest first."""
        return await self._values(_OPEN_OFFERS)

    async def standing_offers(self) -> Sequence[Assignment]:
        """Return the offers of standing work that wait for an answer, oldest first."""
        return await self._values(_STANDING_OFFERS)

    async def dropped(self) -> Sequence[str]:
        """Return the requests in the queue that nobody has and somebody was asked for, by promised time."""
        return await self._scalars(_DROPPED)

    async def standing(self, start: datetime, end: datetime) -> Sequence[Assignment]:
        """Return what was given to anybody of standing work that begins from *start* and before *end*, by time."""
        return await self._values(_STANDING, {"since": start, "until": end})

    async def standing_held(self, start: datetime, end: datetime) -> Sequence[Held]:
        """Return as `standing` does, but only who has or had what, by time."""
        return [value_of(Held, row) for row in await self._all(_HELD, {"since": start, "until": end})]

    async def live_standing(self, *, before: datetime) -> Sequence[Assignment]:
        """Return standing work that is not over and was to begin before then, by time."""
        return await self._values(_LIVE_STANDING, {"until": before})

    async def given_by(self, person: str, *, limit: int) -> Sequence[Assignment]:
        """Return the live ones that *person* offered or gave to somebody, by planned time."""
        return await self._values(_GIVEN_BY, {"by": person, "most": limit})

    async def load_hours(self, people: Collection[str], *, start: datetime, end: datetime) -> Mapping[str, Decimal]:
        """Return per person the hours that are planned from start until end, and those worked on its days already.

        Of a live assignment that reaches over an end what lies within counts; what is over counts by its time entries.
        Whoever has neither is left out.
        """
        loads: dict[str, Decimal] = defaultdict(Decimal)
        if not people:
            return loads
        for row in await self._all(_PLANNED, {"people": sorted(people), "start": start, "end": end}):
            within = min(row["planned_end"], end) - max(row["planned_start"], start)
            loads[row["person"]] += Decimal(within // _MICROSECOND) / _HOUR
        days = {"people": sorted(people), "first": local_date(start), "last": local_date(end - _MICROSECOND)}
        for row in await self._all(_WORKED, days):
            loads[row["person"]] += row["hours"]
        return dict(loads)

    async def all(self) -> Sequence[Assignment]:
        """Return every assignment, oldest first."""
        return await self._values(_ALL)
