"""What somebody has to do on a day, standing work and ordered alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from actions.confirming import standing_day_of
from actions.ports import Work
from actions.queue import length_of
from domain.assignments import Assignment, AssignmentStatus
from domain.day import Stop, in_order, read_subject
from domain.requests import ServiceRequest
from domain.standing import StandingDay
from domain.worktime import local_date

UNDER_WAY = frozenset({AssignmentStatus.STARTED, AssignmentStatus.PAUSED})


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """One piece of somebody's day: of a request, or of a day of a schedule."""

    assignment: Assignment
    request: ServiceRequest | None = None
    standing: StandingDay | None = None

    @property
    def unit(self) -> str:
        """Return the unit that it is done for."""
        return self.request.unit if self.request else self.standing.unit if self.standing else ""

    @property
    def hours(self) -> Decimal:
        """Return how long it is thought to take."""
        if self.standing is not None:
            return self.standing.hours
        if self.assignment.planned_start and self.assignment.planned_end:
            seconds = (self.assignment.planned_end - self.assignment.planned_start).total_seconds()
            return Decimal(round(seconds)) / 3600
        return Decimal(str(length_of(self.request).total_seconds() / 3600)) if self.request else Decimal(0)

    @property
    def stop(self) -> Stop:
        """Return it as the rules of a day see it."""
        return Stop(
            number=self.assignment.id,
            unit=self.unit,
            place=(self.request.place or "") if self.request else "",
            start=self.assignment.planned_start,
            hours=self.hours,
        )


def is_of_day(assignment: Assignment, day: date, *, today: date) -> bool:
    """Tell whether live work belongs to *day*: planned on it, or, of today, left from before and still to do.

    Standing work of a day before that never began is not done later: it waits for its hours elsewhere.
    """
    planned = local_date(assignment.planned_start) if assignment.planned_start else today
    if planned == day:
        return True
    is_left = assignment.request is not None or assignment.status in UNDER_WAY
    return day == today and planned < today and is_left


async def pieces_of(person: str, day: date, *, work: Work, today: date) -> Sequence[Piece]:
    """Return what *person* is asked for and has taken on of *day*, in the order in which it is done."""
    live = [each for each in await work.assignments.live_of(person) if is_of_day(each, day, today=today)]
    pieces = {each.id: await _piece(each, work=work) for each in live}
    return [pieces[stop.number] for stop in in_order(each.stop for each in pieces.values())]


async def _piece(assignment: Assignment, *, work: Work) -> Piece:
    if assignment.request is None:
        return Piece(assignment=assignment, standing=await standing_day_of(assignment, work=work))
    return Piece(assignment=assignment, request=await work.requests.get(assignment.request))


async def done_of(person: str, day: date, *, work: Work) -> tuple[int, Decimal]:
    """Return how many pieces *person* has hours for on *day*, and how many hours those are."""
    entries = await work.time_entries.of_person(person, day, day)
    return len({each.assignment for each in entries}), sum((each.hours for each in entries), Decimal(0))


async def brief_version(named: str, *, work: Work) -> int:
    """Return a number that changes with what somebody has to do on a day, or is told of it; 1 for no day.

    *named* is what stands after the colon of `brief_subject`.
    """
    try:
        person, day = read_subject(named)
    except ValueError:
        return 1
    live = [each for each in await work.assignments.live_of(person) if _is_planned_by(each, day)]
    return 1 + sum(each.version for each in live)


def _is_planned_by(assignment: Assignment, day: date) -> bool:
    planned: datetime | None = assignment.planned_start
    return planned is None or local_date(planned) <= day
