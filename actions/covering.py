"""Who does the standing work of a day: the one whom its schedule names, or else somebody who is asked."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from actions.ports import Work
from actions.telling import occasion_of, record, subject_of, tell
from catalog.models import Catalogue
from domain.absence import Absence
from domain.assignments import Assignment, AssignmentStatus
from domain.dispatch import suggest
from domain.notices import Message
from domain.people import Person, Role
from domain.standing import StandingDay
from domain.worktime import STOCKHOLM, at_local

A = AssignmentStatus
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
    message = Message(view="assignment", subject=subject_of(offered))
    await tell(work, "assignment.offer", [person], message, occasion=occasion_of(offered), at=at)
    return offered
