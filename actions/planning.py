"""Planning a day: what somebody has, what else fits into it, and giving several small jobs in one press."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from actions.assignments import assign_request
from actions.day import Piece, done_of, pieces_of
from actions.ports import Begin, Work
from actions.queue import away_on, demanded_competences, length_of, planned_start
from actions.telling import tell
from catalog.models import Catalogue
from domain.assignments import Assignment
from domain.day import Stop, brief_subject, load_of, moves_of
from domain.dispatch import hours_a_day
from domain.errors import Away, BadInput, Claimed
from domain.notices import Message
from domain.people import Person
from domain.planning import Job, bundled_with, lay_out
from domain.requests import RequestStatus, ServiceRequest
from domain.worktime import CLOSES, OPENS, at_local, local_date

MOST_READ = 60
MOST_BUNDLED = 8
_HOUR = Decimal(3600)


@dataclass(frozen=True, kw_only=True, slots=True)
class PlannedDay:
    """Somebody's day: what it holds, how much it can hold, and where other work would fit in."""

    person: Person
    day: date
    pieces: Sequence[Piece]
    is_away: bool
    fitting: Sequence[tuple[ServiceRequest, Stop]]
    worked: Decimal = Decimal(0)

    @property
    def stops(self) -> Sequence[Stop]:
        """Return what it holds, as the rules of a day see it."""
        return [each.stop for each in self.pieces]

    @property
    def load(self) -> Decimal:
        """Return the hours of work that it holds, with those that have been worked already."""
        return load_of(self.stops) + self.worked

    @property
    def room(self) -> Decimal:
        """Return the hours of work that it can hold, travel left out; nothing for who is away."""
        return Decimal(0) if self.is_away else hours_a_day(self.person)

    @property
    def moves(self) -> int:
        """Return how often it goes from one unit to another."""
        return moves_of(self.stops)


def job_of(request: ServiceRequest) -> Job:
    """Return *request* as work to be laid out: within what was wanted, or from the moment that was wanted."""
    length, start, end = length_of(request), request.wanted_start, request.wanted_end
    is_window = start is not None and end is not None and end - start > length
    return Job(
        number=request.id,
        unit=request.unit,
        hours=Decimal(round(length.total_seconds())) / _HOUR,
        place=request.place or "",
        start=None if is_window else start,
        earliest=start if is_window else None,
        latest=end if is_window or (start is None and end is not None) else request.promised_at,
    )


def hours_of_day(day: date, at: datetime) -> tuple[datetime, datetime]:
    """Return when work of *day* can begin, not before now, and when it has to be over."""
    return max(at_local(day, OPENS), at), at_local(day, CLOSES)


async def free_of(units: Collection[str], *, work: Work) -> Sequence[ServiceRequest]:
    """Return what nobody of the desk has or is asked for of *units*, the soonest promised first."""
    queued = await work.requests.in_status({RequestStatus.QUEUED}, units=units, limit=MOST_READ)
    held = {each.request for each in await work.assignments.live_of_requests([each.id for each in queued])}
    return [each for each in queued if each.id not in held]


async def read_day(
    person: Person, day: date, *, units: Collection[str], work: Work, catalogue: Catalogue, at: datetime
) -> PlannedDay:
    """Return how the day of *person* looks, with what nobody has of *units* that they may do and that fits in."""
    pieces = await pieces_of(person.code, day, work=work, today=local_date(at))
    is_away = bool(await away_on(work, day, day, among=[person.code]))
    _, worked = await done_of(person.code, day, work=work)
    planned = PlannedDay(person=person, day=day, pieces=pieces, is_away=is_away, fitting=(), worked=worked)
    free = {} if is_away else {each.id: each for each in await free_of(units, work=work)}
    able = [each for each in free.values() if not person.lacks(demanded_competences(each, catalogue), on=day)]
    since, until = hours_of_day(day, at)
    room = planned.room - planned.load
    laid = lay_out(planned.stops, [job_of(each) for each in able], since=since, until=until, room=room)
    fitting = [(free[each.number], each) for each in laid[:MOST_BUNDLED]]
    return replace(planned, fitting=fitting)


async def bundle_of(
    request: ServiceRequest, person: Person, *, work: Work, catalogue: Catalogue, at: datetime
) -> Sequence[ServiceRequest]:
    """Return the small jobs at the unit of *request* that *person* can take with it the same day; it is not among them.

    Nothing where they do not all fit into the day.
    """
    day = local_date(planned_start(request, at))
    since, until = hours_of_day(day, at)
    others = {each.id: each for each in await free_of([request.unit], work=work)}
    able = [each for each in others.values() if not person.lacks(demanded_competences(each, catalogue), on=day)]
    found = bundled_with(job_of(request), [job_of(each) for each in able], since=since, until=until)[: MOST_BUNDLED - 1]
    if not found:
        return []
    planned = await read_day(person, day, units=(), work=work, catalogue=catalogue, at=at)
    jobs = [job_of(request), *found]
    laid = lay_out(planned.stops, jobs, since=since, until=until, room=planned.room - planned.load)
    fits = {each.number for each in laid}
    return [others[each.number] for each in found if each.number in fits] if request.id in fits else []


async def assign_bundle(  # what, to whom, when and by whom is what it is
    numbers: Sequence[str],
    person: str,
    *,
    by: Person,
    catalogue: Catalogue,
    begin: Begin,
    at: datetime,
    day: date | None = None,
) -> Sequence[Assignment]:
    """Give the requests to *person* in one go, one after the other where their times are not set; all or none.

    They are laid out in the gaps of *day*, or of the day on which the first is planned; what fits nowhere is planned
    when it is wanted. The person gets one card of the day. Theirs already, nothing happens.

    Raises:
        Away: they are away that day.
        BadInput: nothing is named, or too much.
        Claimed: somebody else has one of them or is asked for it.
        NotAllowed, NotSuitable, WrongState: as for `assign_request`.
    """
    if not 0 < len(set(numbers)) <= MOST_BUNDLED:
        raise BadInput(field="requests", lowest=1, highest=MOST_BUNDLED)
    async with begin() as work:
        # Held in the order of their numbers, as all who hold several do, lest two wait in a ring.
        requests = [await work.requests.get_locked(each) for each in sorted(set(numbers))]
        for each in requests:
            catalogue.permissions.demand(by, "request.assign", unit=each.unit)
            await _demand_free(work, each, person)
        starts = await _starts(work, requests, person, day, catalogue=catalogue, at=at)
        given = [
            await assign_request(
                each.id,
                person,
                by=by,
                catalogue=catalogue,
                begin=work.within(),
                at=at,
                start=starts.get(each.id),
                is_told=False,
            )
            for each in requests
        ]
        await tell_days(work, given, at=at)
        return given


async def _demand_free(work: Work, request: ServiceRequest, person: str) -> None:
    live = [each for each in await work.assignments.of_request(request.id) if each.is_live and each.person != person]
    if live:
        is_asked = live[-1].status.value == "offered"
        raise Claimed(id=request.id, person=live[-1].person, is_asked=int(is_asked))


async def _starts(  # the day is that of the work unless it is said
    work: Work,
    requests: Sequence[ServiceRequest],
    person: str,
    day: date | None,
    *,
    catalogue: Catalogue,
    at: datetime,
) -> Mapping[str, datetime]:
    on = day or min(local_date(planned_start(each, at)) for each in requests)
    employee = await work.people.get(person)
    planned = await read_day(employee, on, units=(), work=work, catalogue=catalogue, at=at)
    if planned.is_away:
        raise Away(person=person)
    since, until = hours_of_day(on, at)
    jobs = [job_of(each) for each in requests]
    room = sum((each.hours for each in jobs), Decimal(0))
    laid = lay_out(planned.stops, jobs, since=since, until=until, room=room)
    return {each.number: each.start for each in laid if each.start is not None}


async def tell_days(work: Work, given: Sequence[Assignment], *, at: datetime) -> None:
    """Owe the employee one card of each day that got something."""
    days = sorted({local_date(each.planned_start or at) for each in given})
    occasion = "|".join(f"{each.id}:{each.version}" for each in given)
    for day in days:
        message = Message(view="brief", subject=brief_subject(given[0].person, day))
        kind = "assignment.bundled"
        await tell(work, kind, [given[0].person], message, occasion=f"{day.isoformat()}:{occasion}", at=at)
