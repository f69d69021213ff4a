"""Confirming standing work: the hours of a day, in one press."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from actions.ports import Begin, Work
from actions.telling import record, tell
from catalog.models import Catalogue
from domain.assignments import Assignment, AssignmentStatus, TimeEntry, is_month_open
from domain.errors import BadInput, MonthClosed, NotAllowed
from domain.money import NOTHING, cost_of
from domain.notices import Message
from domain.people import Person
from domain.standing import StandingDay, day_of, day_subject
from domain.worktime import at_local, local_date

A = AssignmentStatus
UNCONFIRMED = frozenset({A.ACCEPTED, A.STARTED, A.PAUSED})


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One piece of standing work of somebody's day."""

    assignment: Assignment
    day: StandingDay

    @property
    def is_confirmed(self) -> bool:
        """Tell whether its hours stand."""
        return self.assignment.status is A.DONE

    @property
    def hours(self) -> Decimal:
        """Return the hours that were confirmed, or else those that are planned."""
        return self.assignment.hours if self.assignment.hours is not None else self.day.hours


async def standing_of(person: str, day: date, *, work: Work) -> Sequence[Assignment]:
    """Return what *person* was given of standing work on *day*, whatever became of it, by time."""
    found = await work.assignments.standing(at_local(day, time()), at_local(day + timedelta(days=1), time()))
    return [each for each in found if each.person == person]


async def lines_of(person: str, day: date, *, work: Work) -> Sequence[Line]:
    """Return the standing work that is *person*'s on *day*: to be confirmed, or confirmed."""
    theirs = [each for each in await standing_of(person, day, work=work) if each.status in UNCONFIRMED | {A.DONE}]
    held = {each.schedule: each for each in await work.standing.days(day, day)} if theirs else {}
    return [Line(assignment=each, day=held[each.schedule or ""]) for each in theirs]


async def confirm_day(
    day: date,
    hours: Mapping[str, Decimal],
    *,
    by: Person,
    catalogue: Catalogue,
    begin: Begin,
    at: datetime,
    only: str | None = None,
    of: str | None = None,
) -> None:
    """Confirm the standing work of *by*, or of somebody else, on *day*; what is confirmed already stays as it is.

    A coordinator confirms for somebody else what is of their own units, and that person is told.

    Args:
        day: today, or a day before whose month is open.
        hours: by assignment, where they were others than planned; none at all for what was not done.
        by: who confirms it.
        catalogue: who may do what.
        begin: opens the transaction.
        at: now.
        only: the one assignment to confirm, None for the whole day.
        of: whose work it is, None for that of *by*.

    Raises:
        BadInput: the day is still to come, or hours can't be so.
        MonthClosed: the month of that day has closed.
        NotAllowed: *by* works on no assignments, or may not answer for any of that person's.
    """
    person = of or by.code
    if person == by.code:
        catalogue.permissions.demand(by, "assignment.work", is_own=True)
    if day > local_date(at):
        raise BadInput(field="date", lowest="", highest="")
    async with begin() as work:
        lines = await lines_for(by, person, day, catalogue=catalogue, work=work)
        open_lines = [each for each in lines if not each.is_confirmed and only in {None, each.assignment.id}]
        if open_lines and not is_month_open(day, local_date(at)):
            raise MonthClosed(day_on=day.isoformat())
        for line in open_lines:
            await _confirm(work, line, hours.get(line.assignment.id, line.hours), by=by, at=at)
        await work.outbox.refresh(day_subject(person, day), at=at)
        if person != by.code and open_lines:
            await _tell_confirmed(work, person, day, by=by, at=at)


async def lines_for(reader: Person, person: str, day: date, *, catalogue: Catalogue, work: Work) -> Sequence[Line]:
    """Return the standing work of *person* on *day* that *reader* may see: their own, or that of their units.

    Raises:
        NotAllowed: it is somebody else's, and of no unit that they answer for.
    """
    lines = await lines_of(person, day, work=work)
    if reader.code == person:
        return lines
    allowed = [each for each in lines if catalogue.permissions.allows(reader, "time.correct", unit=each.day.unit)]
    if not allowed:
        raise NotAllowed(action="time.correct")
    return allowed


async def _tell_confirmed(work: Work, person: str, day: date, *, by: Person, at: datetime) -> None:
    values = {"by_person": by.code, "day_on": day.isoformat()}
    message = Message(text="standing-confirmed-for-you", values=values)
    version = await day_version(person, day, work=work)
    await tell(work, "time.confirmed", [person], message, occasion=f"{day.isoformat()}:{version}", at=at)


async def _confirm(work: Work, line: Line, hours: Decimal, *, by: Person, at: datetime) -> None:
    before = await work.assignments.get_locked(line.assignment.id)
    if before.status not in UNCONFIRMED:
        return
    if hours == NOTHING and before.status is A.ACCEPTED:
        after = before.decline(before.person)
    else:
        after = before.confirm(before.person, at=at, hours=hours)
        await work.time_entries.add(standing_entry(after, line.day, hours))
    await work.assignments.save(after)
    await record(work, before, after, "confirmed" if after.status is A.DONE else "declined", by=by.code, at=at)


def standing_entry(assignment: Assignment, day: StandingDay, hours: Decimal) -> TimeEntry:
    """Return *hours* of standing work as worked on its day, at the price that was frozen when the day was made."""
    return TimeEntry(
        schedule=day.schedule,
        assignment=assignment.id,
        person=assignment.person,
        unit=day.unit,
        service=day.service,
        day=day.day,
        hours=hours,
        price=day.price,
        amount=cost_of(hours, day.price),
    )


async def enter_standing(work: Work, assignment: Assignment, hours: Decimal, *, at: datetime) -> None:
    """Store the hours of one piece of standing work.

    Raises:
        MonthClosed: the month of its day has closed.
    """
    day = await standing_day_of(assignment, work=work)
    if not is_month_open(day.day, local_date(at)):
        raise MonthClosed(day_on=day.day.isoformat())
    await work.time_entries.add(standing_entry(assignment, day, hours))


async def hold_standing(work: Work, assignment: Assignment) -> None:
    """Hold the day that *assignment* is of, if it is standing work: before the assignment, lest two wait in a ring."""
    if assignment.schedule is not None:
        await work.standing.get_locked(assignment.schedule, day_of(assignment))


async def standing_day_of(assignment: Assignment, *, work: Work) -> StandingDay:
    """Return the day of a schedule that *assignment* is of.

    Raises:
        NotFound: it is no standing work.
    """
    return await work.standing.get(assignment.schedule or "", day_of(assignment))


async def day_version(person: str, day: date, *, work: Work) -> int:
    """Return a number that grows with each change of somebody's standing work on *day*."""
    return max(1, sum(each.version for each in await standing_of(person, day, work=work)))


async def earlier_unconfirmed(person: str, today: date, *, work: Work) -> Sequence[date]:
    """Return the days before *today* whose standing work waits for its hours and can still get them, in order."""
    live = await work.assignments.live_of(person)
    days = {day_of(each) for each in live if each.schedule is not None and each.status in UNCONFIRMED}
    return sorted(day for day in days if day < today and is_month_open(day, today))


async def standing_version(named: str, *, work: Work) -> int:
    """Return the version of the day that `day_subject` names by *named*, what stands after its colon; 1 for no day."""
    person, _, written = named.partition("@")
    try:
        return await day_version(person, date.fromisoformat(written), work=work)
    except ValueError:
        return 1
