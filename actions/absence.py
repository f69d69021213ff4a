"""Absence: somebody says that they are away, and what they had on those days is offered to others."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from actions.confirming import hold_standing, standing_day_of
from actions.covering import pass_on_standing, tell_uncovered
from actions.giving import new_assignment, tell_employee
from actions.handover import back_in_queue, let_go
from actions.ports import Begin, Work
from actions.queue import suggestions_for
from actions.telling import coordinators_for, coordinators_of, occasion_of, record, refresh_day, subject_of, tell
from catalog.models import Catalogue
from domain.absence import Absence, demand_days
from domain.assignments import Assignment, AssignmentStatus
from domain.audit import changes_between
from domain.errors import NotAllowed
from domain.notices import Event, Message
from domain.people import Person, Role
from domain.requests import RequestStatus, ServiceRequest
from domain.worktime import local_date

STANDING = "U-"
"""What the numbers of standing work begin with; other work goes by the number of its request."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Freed:
    """What somebody had on the days they are away: `offered` has who was asked instead, by its number.

    `since` is when they leave on the first day; None for all of it.
    """

    absence: Absence
    offered: dict[str, str] = field(default_factory=dict)
    uncovered: Sequence[str] = ()
    since: datetime | None = None

    @property
    def card(self) -> Message:
        """Return the message that shows the absence with what became of the work."""
        values = {
            "offered": "|".join(f"{request}={person}" for request, person in self.offered.items()),
            "uncovered": "|".join(self.uncovered),
        }
        since = {"since": self.since.isoformat()} if self.since is not None else {}
        return Message(view="absence", subject=f"absence:{self.absence.id}", values=values | since)


async def report_absence(  # who, the days and by whom are what it is
    person: str,
    first: date,
    last: date,
    *,
    by: Person,
    catalogue: Catalogue,
    begin: Begin,
    at: datetime,
    since: datetime | None = None,
) -> Freed:
    """Keep that *person* is away from *first* to *last*, offer what they had to others, and tell the coordinators.

    With *since* they leave then on the first day: what is planned to begin before it stays theirs. The same days again
    keep nothing more and free what is left of the days. Whoever is reported away by somebody else is told. Why is not
    asked.

    Raises:
        BadInput: the days lie behind, or are more than a year.
        NotAllowed: *by* may report neither for themselves nor for that person.
    """
    demand_days(first, last, today=local_date(at))
    async with begin() as work:
        employee = await work.people.get(person)
        _demand_right(employee, by, catalogue)
        standing = await work.absences.of_days(first, last)
        same = next((each for each in standing if (each.person, each.first, each.last) == (person, first, last)), None)
        # So that the making of days sees it, or is seen here.
        await work.standing.hold()
        absence = same or await _keep(work, person, (first, last), by=by, at=at)
        freed = await _free(work, absence, catalogue=catalogue, at=at, since=since)
        if same is None or freed.offered or freed.uncovered:
            await _tell_coordinators(work, employee, freed, by=by, at=at)
        if same is None and by.code != person:
            card = Message(view="absence", subject=f"absence:{absence.id}")
            await tell(work, "absence.reported", [person], card, occasion=absence.id, at=at)
        return freed


async def _keep(work: Work, person: str, days: tuple[date, date], *, by: Person, at: datetime) -> Absence:
    absence = Absence(
        id=await work.absences.next_id(),
        person=person,
        first=days[0],
        last=days[1],
        reported_by=by.code,
        reported_at=at,
    )
    await work.absences.add(absence)
    changed = changes_between(None, absence)
    subject = f"absence:{absence.id}"
    await work.events.put(Event(subject=subject, what="reported", person=by.code, at=at, changed=changed))
    return absence


async def end_absence(
    absence_id: str, *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime, back_on: date | None = None
) -> Absence:
    """Let somebody be back now, or not go at all, or be back on a day; what others were offered stays theirs.

    One that is over before *back_on* is left as it is.

    Raises:
        NotAllowed: it is somebody else's.
    """
    async with begin() as work:
        before = await work.absences.get_locked(absence_id)
        employee = await work.people.get(before.person)
        _demand_right(employee, by, catalogue)
        after = before.end() if back_on is None else before.until(back_on)
        if after is not before:
            await work.absences.save(after)
            subject = f"absence:{after.id}"
            changed = changes_between(before, after)
            what = "ended" if after.is_over else "shortened"
            await work.events.put(Event(subject=subject, what=what, person=by.code, at=at, changed=changed))
            await work.outbox.refresh(subject, at=at)
        return after


def _demand_right(employee: Person, by: Person, catalogue: Catalogue) -> None:
    allows = catalogue.permissions.allows
    if not employee.has_role(Role.SERVICE_EMPLOYEE):
        raise NotAllowed(action="absence.report")
    is_own = employee.code == by.code
    if not any(allows(by, "absence.report", unit=unit, is_own=is_own) for unit in employee.units or (None,)):
        raise NotAllowed(action="absence.report")


async def _free(work: Work, absence: Absence, *, catalogue: Catalogue, at: datetime, since: datetime | None) -> Freed:
    """Take what the person has on those days off them, and offer each to whoever is best and has room."""
    offered: dict[str, str] = {}
    uncovered: list[str] = []
    theirs = [each for each in await work.assignments.live_of(absence.person) if absence.covers(_day_of(each, at))]
    for each in theirs:
        if since is not None and _begins_before(each, since):
            continue
        if each.request is None:
            freed = await _free_standing(work, each, by=absence.reported_by, at=at)
        else:
            freed = await _free_request(work, each, each.request, by=absence.reported_by, catalogue=catalogue, at=at)
        if freed is None:
            continue
        number, taker = freed
        if taker is None:
            uncovered.append(number)
        else:
            offered[number] = taker
    return Freed(absence=absence, offered=offered, uncovered=tuple(uncovered), since=since)


def _begins_before(assignment: Assignment, moment: datetime) -> bool:
    """Tell whether the work has begun, or is planned to begin before *moment*."""
    if assignment.started_at is not None:
        return True
    return assignment.planned_start is not None and assignment.planned_start < moment


async def _free_request(
    work: Work, glance: Assignment, number: str, *, by: str, catalogue: Catalogue, at: datetime
) -> tuple[str, str | None] | None:
    """Take the work on a request off somebody; return its number and who was asked instead, None when it was over."""
    request = await work.requests.get_locked(number)
    before = await work.assignments.get_locked(glance.id)
    if not before.is_live:
        # Done, declined or withdrawn before it could be held.
        return None
    await _take_off(work, before, by=by, at=at)
    queued = await back_in_queue(work, request, by=by, at=at)
    return queued.id, await _offer_on(work, queued, catalogue=catalogue, at=at)


async def _free_standing(work: Work, glance: Assignment, *, by: str, at: datetime) -> tuple[str, str | None] | None:
    """Take standing work off somebody, as `_free_request` does; what has not begun can be theirs again."""
    await hold_standing(work, glance)
    before = await work.assignments.get_locked(glance.id)
    if not before.is_live:
        return None
    if before.started_at is not None:
        after = await let_go(work, before, by=by, at=at)
    else:
        after = before.withdraw()
        await work.assignments.save(after)
        await record(work, before, after, "withdrawn", by=by, at=at)
        await refresh_day(work, after, at=at)
    offered = await pass_on_standing(work, after, at=at, is_told=False)
    return (after.id, None) if offered is None else (offered.id, offered.person)


def _day_of(assignment: Assignment, at: datetime) -> date:
    """Return the day that the work is planned on; what has begun is today's."""
    has_begun = assignment.status in {AssignmentStatus.STARTED, AssignmentStatus.PAUSED}
    return local_date(at if has_begun else assignment.planned_start or at)


async def _take_off(work: Work, before: Assignment, *, by: str, at: datetime) -> None:
    if before.status is not AssignmentStatus.OFFERED:
        await let_go(work, before, by=by, at=at)
        return
    after = before.withdraw()
    await work.assignments.save(after)
    await record(work, before, after, "withdrawn", by=by, at=at)


async def _offer_on(work: Work, request: ServiceRequest, *, catalogue: Catalogue, at: datetime) -> str | None:
    """Offer *request* to the best one with room who has not said no to it; return who, or None."""
    if request.status is not RequestStatus.QUEUED:
        return None
    asked = {each.person for each in await work.assignments.of_request(request.id)}
    ranked = await suggestions_for(request, work=work, catalogue=catalogue, at=at)
    best = next((each.person.code for each in ranked if each.has_room and each.person.code not in asked), None)
    if best is None:
        return None
    offer = await new_assignment(work, request, best, catalogue=catalogue, at=at)
    await work.assignments.add(offer)
    await record(work, None, offer, "offered", by=None, at=at)
    await tell_employee(work, offer, "assignment.offer", at=at)
    return best


async def _tell_coordinators(work: Work, employee: Person, freed: Freed, *, by: Person, at: datetime) -> None:
    """Owe the coordinators one card of who is away and what became of the work, and one of each that nobody has."""
    recipients = [code for code in await coordinators_for(work, employee) if code != by.code]
    # Somebody who goes home and then is away for the day is told of twice, as other work is free then.
    freeing = sorted([*freed.offered, *freed.uncovered])
    occasion = ":".join([freed.absence.id, *freeing[:1]])
    await tell(work, "absence.reported", recipients, freed.card, occasion=occasion, at=at)
    standing = [number for number in freed.uncovered if number.startswith(STANDING)]
    pieces = [await work.assignments.get(number) for number in standing]
    await tell_uncovered(work, [await standing_day_of(each, work=work) for each in pieces], at=at)
    for number in freed.uncovered:
        if number.startswith(STANDING):
            continue
        request = await work.requests.get(number)
        card = Message(view="queue", subject=subject_of(request))
        owners = await coordinators_of(work, request.unit)
        await tell(work, "request.uncovered", owners, card, occasion=occasion_of(request), at=at)
