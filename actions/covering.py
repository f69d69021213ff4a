"""Who does the standing work of a day: the one whom its schedule names, or else somebody who is asked."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from actions.confirming import standing_day_of
from actions.ports import Begin, Work
from actions.telling import coordinators_of, occasion_of, record, refresh_day, subject_of, tell, tell_taken_back
from catalog.models import Catalogue
from domain.absence import Absence
from domain.assignments import Assignment, AssignmentStatus
from domain.dispatch import suggest
from domain.errors import Away, NotSuitable, WrongState
from domain.notices import Message
from domain.people import Person, Role
from domain.standing import Held, StandingDay, uncovered_subject
from domain.worktime import STOCKHOLM, at_local, local_date

A = AssignmentStatus
UNANSWERED = "unanswered"
"""The event of an offer that was taken back because nobody answered it."""
REFUSED = frozenset({A.DECLINED, A.HANDED_OVER})
"""Who has said no to the work of a day, or given it back, is not asked again."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Staff:
    """The service employees, and who of them is away on the days in question."""

    employees: Sequence[Person]
    absences: Sequence[Absence]

    def at_work(self, day: date) -> list[Person]:
        """Return who is not away on *day*."""
        away = {each.person for each in self.absences if each.covers(day)}
        return [each for each in self.employees if each.code not in away]

    def find_able(self, code: str, demanded: Collection[str], day: date) -> Person | None:
        """Return the employee of that code when they are at work on *day* and may do what demands *demanded*."""
        found = next((each for each in self.at_work(day) if each.code == code), None)
        return None if found is None or not found.is_active or found.lacks(demanded, on=day) else found


async def read_staff(work: Work, first: date, last: date) -> Staff:
    """Return the staff as they are known for the days from *first* to *last*."""
    return Staff(
        employees=await work.people.with_role(Role.SERVICE_EMPLOYEE), absences=await work.absences.of_days(first, last)
    )


def given(day: StandingDay, number: str, person: str, *, at: datetime) -> Assignment:
    """Return the standing work of *day* as *person*'s, without asking."""
    return Assignment(
        id=number,
        schedule=day.schedule,
        person=person,
        status=A.ACCEPTED,
        offered_at=at,
        accepted_at=at,
        planned_start=day.start,
        planned_end=day.end,
    )


async def ask_somebody(
    day: StandingDay, *, work: Work, staff: Staff, catalogue: Catalogue, asked: Collection[str], at: datetime
) -> Assignment | None:
    """Offer the work of *day* to the best one with room who is not among *asked*; None when there is nobody."""
    midnight = at_local(day.day, time())
    candidates = staff.at_work(day.day)
    load = await work.assignments.load_hours(
        [each.code for each in candidates], start=midnight, end=at_local(day.day + timedelta(days=1), time())
    )
    ranked = suggest(
        candidates,
        demanded=catalogue.demanded_competences(day.service, day.unit),
        unit=day.unit,
        day=day.day,
        load_hours=load,
        hours=day.hours,
    )
    best = next((each.person.code for each in ranked if each.has_room and each.person.code not in asked), None)
    return None if best is None else await offer(day, best, work=work, by=None, at=at)


async def cover_again(day: StandingDay, *, work: Work, catalogue: Catalogue, at: datetime) -> Assignment | None:
    """Offer work that somebody has just lost or refused to the next who can; None when there is nobody left to ask."""
    held = await held_of(day, work=work)
    asked = {each.person for each in held if each.status in REFUSED or each.is_had}
    asked |= {each.person for each in held if await _is_passed_by(each, work=work)}
    staff = await read_staff(work, day.day, day.day)
    return await ask_somebody(day, work=work, staff=staff, catalogue=catalogue, asked=asked, at=at)


async def _is_passed_by(held: Held, *, work: Work) -> bool:
    """Tell whether the offer was taken back from somebody who did not answer it."""
    if held.status is not A.WITHDRAWN:
        return False
    story = await work.events.of_subject(f"assignment:{held.assignment}")
    return bool(story) and story[-1].what == UNANSWERED


async def pass_on_standing(work: Work, lost: Assignment, *, at: datetime, is_told: bool = True) -> Assignment | None:
    """Offer the standing work that somebody has just lost or refused to the next who can; return the offer.

    When there is nobody the coordinators are told, unless whoever calls tells them. Of other work nothing happens.
    """
    if lost.schedule is None:
        return None
    day = await standing_day_of(lost, work=work)
    catalogue = await work.catalogues.read(day=local_date(at))
    offered = await cover_again(day, work=work, catalogue=catalogue, at=at)
    if offered is None and is_told:
        await tell_uncovered(work, [day], at=at)
    return offered


async def held_of(day: StandingDay, *, work: Work) -> Sequence[Held]:
    """Return who has or had the work of *day*, the oldest first."""
    found = await work.assignments.standing_held(day.start, day.start + timedelta(microseconds=1))
    return [each for each in found if each.schedule == day.schedule]


async def tell_uncovered(work: Work, days: Collection[StandingDay], *, at: datetime) -> None:
    """Owe the coordinators of each unit the card of every day on which nobody has some standing work of *days*."""
    by_coordinator: dict[tuple[str, date], list[str]] = {}
    for each in days:
        for coordinator in await coordinators_of(work, each.unit):
            by_coordinator.setdefault((coordinator, each.day), []).append(each.schedule)
    for (coordinator, day), schedules in by_coordinator.items():
        message = Message(view="uncovered", subject=uncovered_subject(day))
        occasion = f"{day.isoformat()}:{'|'.join(sorted(schedules))}:{at.isoformat()}"
        await tell(work, "standing.uncovered", [coordinator], message, occasion=occasion, at=at)


async def offer(day: StandingDay, person: str, *, work: Work, by: str | None, at: datetime) -> Assignment:
    """Store an offer of the work of *day* to *person*, and owe them its card."""
    offered = Assignment(
        id=await work.assignments.next_id(at.astimezone(STOCKHOLM).year),
        schedule=day.schedule,
        person=person,
        status=A.OFFERED,
        offered_at=at,
        planned_start=day.start,
        planned_end=day.end,
    )
    await work.assignments.add(offered)
    await record(work, None, offered, "offered", by=by, at=at)
    await work.outbox.refresh(uncovered_subject(day.day), at=at)
    message = Message(view="assignment", subject=subject_of(offered))
    await tell(work, "assignment.offer", [person], message, occasion=occasion_of(offered), at=at)
    return offered


async def open_days(on: date, *, work: Work) -> Sequence[tuple[StandingDay, str | None]]:
    """Return the standing work of a day that nobody has taken on, with who has been asked, by time."""
    return await open_between(on, on, work=work)


async def open_between(first: date, last: date, *, work: Work) -> Sequence[tuple[StandingDay, str | None]]:
    """Return as `open_days` does, of all the days from *first* to *last*."""
    end = at_local(last + timedelta(days=1), time())
    held: dict[tuple[str, date], list[Held]] = {}
    for each in await work.assignments.standing_held(at_local(first, time()), end):
        held.setdefault((each.schedule, local_date(each.start)), []).append(each)
    days = await work.standing.days(first, last)
    found = [(day, held.get((day.schedule, day.day), [])) for day in days]
    taken_on = [A.ACCEPTED, A.STARTED, A.PAUSED, A.DONE]
    return [
        (day, next((each.person for each in mine if each.status is A.OFFERED), None))
        for day, mine in found
        if not any(each.status in taken_on for each in mine)
    ]


async def uncovered_version(named: str, *, work: Work) -> int:
    """Return a number that grows each time somebody is given standing work of the day, an ISO date; 1 for no date."""
    try:
        on = date.fromisoformat(named)
    except ValueError:
        return 1
    end = at_local(on + timedelta(days=1), time())
    return 1 + len(await work.assignments.standing_held(at_local(on, time()), end))


async def assign_standing(  # what, to whom and by whom is what it is
    schedule: str,
    on: date,
    person: str,
    *,
    by: Person,
    catalogue: Catalogue,
    begin: Begin,
    at: datetime,
    is_told: bool = True,
) -> Assignment:
    """Give the standing work of a day to *person*, accepted at once; theirs already, nothing happens.

    An offer of it to somebody else is withdrawn. Unless it *is_told* here, whoever calls tells them.

    Raises:
        Away: they are away that day.
        NotAllowed: *by* does not coordinate the unit.
        NotFound: there is no such work.
        NotSuitable: they lack a competence, or are no service employee.
        WrongState: somebody else has taken it on already.
    """
    async with begin() as work:
        await work.standing.hold()
        day = await work.standing.get_locked(schedule, on)
        catalogue.permissions.demand(by, "request.assign", unit=day.unit)
        await _demand_able(day, person, work=work, catalogue=catalogue)
        theirs = await _make_room(day, person, work=work, by=by, at=at)
        if theirs is not None and theirs.status is not A.OFFERED:
            return theirs
        number = theirs.id if theirs else await work.assignments.next_id(local_date(at).year)
        taken = theirs.accept(person, at=at) if theirs else given(day, number, person, at=at)
        await (work.assignments.save(taken) if theirs else work.assignments.add(taken))
        await record(work, theirs, taken, "assigned", by=by.code, at=at)
        await refresh_day(work, taken, at=at)
        if is_told:
            message = Message(view="assignment", subject=subject_of(taken))
            await tell(work, "assignment.assigned", [person], message, occasion=occasion_of(taken), at=at)
        return taken


async def _demand_able(day: StandingDay, person: str, *, work: Work, catalogue: Catalogue) -> None:
    employee = await work.people.get(person)
    lacking = employee.lacks(catalogue.demanded_competences(day.service, day.unit), on=day.day)
    if lacking or not employee.is_active or not employee.has_role(Role.SERVICE_EMPLOYEE):
        raise NotSuitable(person=person, competences="|".join(lacking))
    if person not in {each.code for each in (await read_staff(work, day.day, day.day)).at_work(day.day)}:
        raise Away(person=person)


async def _make_room(day: StandingDay, person: str, *, work: Work, by: Person, at: datetime) -> Assignment | None:
    """Withdraw what others were asked about the work; return what *person* holds of it already."""
    theirs: Assignment | None = None
    for held in await held_of(day, work=work):
        each = await work.assignments.get_locked(held.assignment)
        if each.person == person and (each.is_live or each.status is A.DONE):
            theirs = each
        elif each.status is A.OFFERED:
            after = each.withdraw()
            await work.assignments.save(after)
            await record(work, each, after, "withdrawn", by=by.code, at=at)
            await tell_taken_back(work, after, day, to=person, at=at)
        elif each.is_live or each.status is A.DONE:
            raise WrongState(id=each.id, status=each.status.value)
    return theirs
