"""What giving work to somebody comes to: a planned assignment, the whole or a part, stored, told of and shown."""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from actions.ports import Work
from actions.queue import away_on, demanded_competences, length_of, planned_start
from actions.service_levels import rested
from actions.telling import occasion_of, record, refresh_day, subject_of, tell
from catalog.models import Catalogue
from domain.assignments import Assignment, AssignmentStatus
from domain.errors import Away, NotSuitable
from domain.notices import Message
from domain.people import Person, Role
from domain.requests import RequestStatus, ServiceRequest
from domain.splitting import at_work, missing_of, share_of
from domain.worktime import STOCKHOLM, local_date

SECONDS = Decimal(3600)
UNDER_WAY = frozenset({RequestStatus.ASSIGNED, RequestStatus.IN_PROGRESS, RequestStatus.WAITING})


async def new_assignment(
    work: Work,
    request: ServiceRequest,
    person: str,
    *,
    catalogue: Catalogue,
    at: datetime,
    start: datetime | None = None,
) -> Assignment:
    """Return an offer of *request* to *person*, planned from *start*, or from when it is wanted; it is not stored yet.

    Raises:
        NotSuitable: they lack a competence, are away that day, or are no service employee.
    """
    employee = await work.people.get(person)
    start = start or planned_start(request, at)
    day = local_date(start)
    lacking = employee.lacks(demanded_competences(request, catalogue), on=day)
    if lacking or not employee.is_active or not employee.has_role(Role.SERVICE_EMPLOYEE):
        raise NotSuitable(person=person, competences="|".join(lacking))
    if await away_on(work, day, day, among=[person]):
        raise Away(person=person)
    return Assignment(
        id=await work.assignments.next_id(at.astimezone(STOCKHOLM).year),
        request=request.id,
        person=person,
        status=AssignmentStatus.OFFERED,
        offered_at=at,
        planned_start=start,
        planned_end=start + await _length_to_give(work, request),
    )


async def _length_to_give(work: Work, request: ServiceRequest) -> timedelta:
    """Return how long the work takes: all of it, or the part that is left where another part is done."""
    missing = missing_of(length_of(request), await work.assignments.of_request(request.id))
    return missing or length_of(request)


async def give_part(  # what, to whom, how much and by whom is what it is
    work: Work, request: ServiceRequest, person: str, hours: Decimal, *, by: Person, catalogue: Catalogue, at: datetime
) -> Assignment:
    """Store *hours* of the request as *person*'s, accepted at once.

    Raises:
        NotSuitable, Away: as for `new_assignment`.
    """
    offer = await new_assignment(work, request, person, catalogue=catalogue, at=at)
    end = (offer.planned_start or at) + timedelta(seconds=round(hours * SECONDS))
    taken = replace(offer, planned_end=end).accept(person, at=at)
    await work.assignments.add(taken)
    await record(work, None, taken, "assigned", by=by.code, at=at)
    return taken


def part_of(assignment: Assignment) -> Decimal:
    """Return the hours that the assignment is planned to take."""
    return Decimal(round(share_of(assignment).total_seconds())) / SECONDS


async def missing_part(
    work: Work, request_id: str, by: Person, catalogue: Catalogue
) -> tuple[ServiceRequest, timedelta] | None:
    """Return the request, held, with how much of it nobody has while somebody has the rest; None for any other."""
    request = await work.requests.get_locked(request_id)
    given = await work.assignments.of_request(request_id)
    missing = missing_of(length_of(request), given) if at_work(given) else timedelta(0)
    if not missing or request.status not in UNDER_WAY:
        return None
    catalogue.permissions.demand(by, "request.assign", unit=request.unit)
    return request, missing


async def assign_missing(  # what, to whom and by whom is what it is
    work: Work,
    request: ServiceRequest,
    missing: timedelta,
    person: str,
    *,
    by: Person,
    catalogue: Catalogue,
    at: datetime,
) -> Assignment:
    """Give *person* the part that nobody has; whoever has the rest keeps it, and theirs already, nothing happens."""
    standing = at_work(await work.assignments.of_request(request.id))
    theirs = next((each for each in standing if each.person == person), None)
    if theirs is not None:
        return theirs
    part = Decimal(round(missing.total_seconds())) / SECONDS
    given = await give_part(work, request, person, part, by=by, catalogue=catalogue, at=at)
    await save_request(work, request, request, "assigned", by=by.code, at=at)
    await tell_employee(work, given, "assignment.assigned", at=at)
    return given


async def is_shared(work: Work, request: ServiceRequest, but: Assignment) -> bool:
    """Tell whether somebody else has taken on a part of the request."""
    return bool(at_work(await work.assignments.of_request(request.id), but=but.id))


async def save_assignment(
    work: Work,
    before: Assignment,
    after: Assignment,
    what: str,
    *,
    by: str,
    at: datetime,
    reason: str | None = None,
) -> None:
    """Store the assignment, write the event *what*, and owe every card that shows it a refresh."""
    await work.assignments.save(after)
    await record(work, before, after, what, by=by, at=at, reason=reason)
    await refresh_day(work, after, at=at)


async def save_request(
    work: Work,
    before: ServiceRequest,
    after: ServiceRequest,
    what: str,
    *,
    by: str,
    at: datetime,
    reason: str | None = None,
) -> None:
    """Store the request, one version on also when only its assignment changed, since its cards tell of that too.

    So a button on a card that shows another assignment than there is now counts as outdated.
    """
    if after is before:
        await work.requests.save(before.touch())
        await work.outbox.refresh(subject_of(before), at=at)
        return
    after = await rested(work, before, after, at=at)
    await work.requests.save(after)
    await record(work, before, after, what, by=by, at=at, reason=reason)


async def tell_employee(work: Work, assignment: Assignment, kind: str, *, at: datetime) -> None:
    """Owe the employee the card of their assignment."""
    message = Message(view="assignment", subject=subject_of(assignment))
    await tell(work, kind, [assignment.person], message, occasion=occasion_of(assignment), at=at)
