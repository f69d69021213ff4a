"""Getting work to people and done: offer, assign, accept, decline, start, pause, finish."""

from collections.abc import Callable, Sequence
from datetime import datetime
from decimal import Decimal

from actions.confirming import enter_standing, hold_standing
from actions.covering import pass_on_standing
from actions.joining import tell_joiners
from actions.ports import Begin, Work
from actions.queue import away_on, demanded_competences, length_of, planned_start
from actions.quotes import STOCKHOLM
from actions.service_levels import rested, settle_promise
from actions.telling import clean, coordinators_of, occasion_of, record, refresh_day, subject_of, tell
from catalog.models import Catalogue
from domain.assignments import Assignment, AssignmentStatus, TimeEntry
from domain.errors import Away, NotAllowed, NotSuitable, OfferGone, WrongState
from domain.money import cost_of
from domain.notices import Message
from domain.people import Person, Role
from domain.requests import RequestStatus, ServiceRequest
from domain.worktime import local_date

ASSIGNABLE = frozenset({RequestStatus.QUEUED, RequestStatus.ASSIGNED})


async def offer_assignment(
    request_id: str, person: str, *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime
) -> Assignment:
    """Offer the request to *person*; offered to them already, nothing happens. An earlier offer is withdrawn.

    Raises:
        NotAllowed: *by* does not coordinate the unit.
        NotSuitable: *person* lacks a competence, or is no service employee.
        WrongState: the request is not in the queue.
    """
    async with begin() as work:
        request = await _request_to_give(work, request_id, by, catalogue)
        theirs = await _take_back_from_others(work, request, person, by=by, at=at)
        if theirs is not None:
            return theirs
        offer = await new_assignment(work, request, person, catalogue=catalogue, at=at)
        await _save_request(work, request, request.queue(), "queued", by=by.code, at=at)
        await work.assignments.add(offer)
        await record(work, None, offer, "offered", by=by.code, at=at)
        await tell_employee(work, offer, "assignment.offer", at=at)
        return offer


async def assign_request(
    request_id: str,
    person: str,
    *,
    by: Person,
    catalogue: Catalogue,
    begin: Begin,
    at: datetime,
    start: datetime | None = None,
    is_told: bool = True,
) -> Assignment:
    """Give the request to *person*, accepted at once; they can still decline. Theirs already, nothing happens.

    It is planned from *start*, where that is given. Unless it *is_told* here, whoever calls tells them.

    Raises:
        NotAllowed, NotSuitable, WrongState: as for `offer_assignment`.
    """
    async with begin() as work:
        request = await _request_to_give(work, request_id, by, catalogue)
        theirs = await _take_back_from_others(work, request, person, by=by, at=at)
        if theirs is not None and theirs.status is not AssignmentStatus.OFFERED:
            return theirs
        offer = theirs or await new_assignment(work, request, person, catalogue=catalogue, at=at, start=start)
        taken = offer.accept(person, at=at)
        await (work.assignments.save(taken) if theirs else work.assignments.add(taken))
        await record(work, theirs, taken, "assigned", by=by.code, at=at)
        await _save_request(work, request, request.assign(), "assigned", by=by.code, at=at)
        if is_told:
            await tell_employee(work, taken, "assignment.assigned", at=at)
        return taken


async def accept_assignment(assignment_id: str, *, by: Person, begin: Begin, at: datetime) -> Assignment:
    """Take the offered work on; taken already, nothing happens.

    Raises:
        OfferGone: it was withdrawn, or its request is closed.
    """
    async with begin() as work:
        request, before = await _locked_pair(work, assignment_id, by)
        after = before.accept(by.code, at=at)
        if after is not before:
            if request is not None and not request.can(RequestStatus.ASSIGNED):
                raise OfferGone(id=assignment_id)
            await _save_assignment(work, before, after, "accepted", by=by.code, at=at)
            if request is not None:
                await _save_request(work, request, request.assign(), "assigned", by=by.code, at=at)
        return after


async def decline_assignment(
    assignment_id: str, *, by: Person, begin: Begin, at: datetime, reason: str | None = None
) -> Assignment:
    """Say no to the work; the request is the coordinators' again, and they are told.

    Raises:
        NotAllowed: it is somebody else's.
        WrongState: it was begun, or is over.
    """
    async with begin() as work:
        request, before = await _locked_pair(work, assignment_id, by)
        after = before.decline(by.code)
        if after is not before:
            await _save_assignment(work, before, after, "declined", by=by.code, at=at, reason=clean(reason))
            if request is not None:
                await _back_in_queue(work, request, after, by=by.code, at=at)
            await pass_on_standing(work, after, at=at)
        return after


async def _back_in_queue(work: Work, request: ServiceRequest, declined: Assignment, *, by: str, at: datetime) -> None:
    # What awaits approval goes on waiting for it.
    queued = request if request.status is RequestStatus.AWAITING_APPROVAL else request.queue()
    await _save_request(work, request, queued, "queued", by=by, at=at)
    message = Message(view="queue", subject=subject_of(queued), values={"declined_person": declined.person})
    recipients = await coordinators_of(work, queued.unit)
    await tell(work, "assignment.declined", recipients, message, occasion=occasion_of(declined), at=at)


async def start_assignment(assignment_id: str, *, by: Person, begin: Begin, at: datetime) -> Assignment:
    """Begin the work, or go on after a pause; begun already, nothing happens.

    Raises:
        NotAllowed: it is somebody else's.
        WrongState: it was never accepted, or is over.
    """

    def step(assignment: Assignment) -> Assignment:
        return assignment.start(by.code, at=at)

    return await _work_on(assignment_id, step, "started", by=by, begin=begin, at=at)


async def pause_assignment(assignment_id: str, *, by: Person, begin: Begin, at: datetime) -> Assignment:
    """Let the work rest; the request stays in progress.

    Raises:
        NotAllowed: it is somebody else's.
        WrongState: it is not being worked on.
    """

    def step(assignment: Assignment) -> Assignment:
        return assignment.pause(by.code, at=at)

    return await _work_on(assignment_id, step, "paused", by=by, begin=begin, at=at)


async def _work_on(
    assignment_id: str,
    step: Callable[[Assignment], Assignment],
    what: str,
    *,
    by: Person,
    begin: Begin,
    at: datetime,
) -> Assignment:
    async with begin() as work:
        request, before = await _locked_pair(work, assignment_id, by)
        after = step(before)
        if after is not before:
            await _save_assignment(work, before, after, what, by=by.code, at=at)
            if request is not None:
                await _save_request(work, request, request.begin(), what, by=by.code, at=at)
        return after


async def finish_assignment(
    assignment_id: str, hours: Decimal, *, by: Person, begin: Begin, at: datetime, note: str | None = None
) -> Assignment:
    """Finish the work with its hours: a time entry is made, the request is done, and the requester is asked to rate.

    Finished already, nothing happens, so that hours are never counted twice. Accepted but not begun, it is begun too.

    Raises:
        BadInput: *hours* can't be so.
        NotAllowed: it is somebody else's.
        WrongState: it was never accepted, or was taken back.
    """
    async with begin() as work:
        request, before = await _locked_pair(work, assignment_id, by)
        is_resting = request is not None and request.status is RequestStatus.WAITING
        if before.status is AssignmentStatus.ACCEPTED or is_resting:
            await start_assignment(assignment_id, by=by, begin=work.within(), at=at)
            request, before = await _locked_pair(work, assignment_id, by)
        after = before.finish(by.code, at=at, hours=hours)
        if after is before:
            return after
        await _save_assignment(work, before, after, "done", by=by.code, at=at, reason=clean(note))
        if request is not None:
            await work.time_entries.add(time_entry(after, request, hours, at=at))
            finished = request.finish(at=at)
            await _save_request(work, request, finished, "done", by=by.code, at=at, reason=clean(note))
            message = Message(view="rating", subject=subject_of(finished))
            await settle_promise(work, finished, at=at)
            await tell_joiners(work, finished, at=at)
            await tell(work, "request.done", [finished.requester], message, occasion=occasion_of(finished), at=at)
        elif after.schedule is not None:
            await enter_standing(work, after, hours, at=at)
        return after


def time_entry(assignment: Assignment, request: ServiceRequest, hours: Decimal, *, at: datetime) -> TimeEntry:
    """Return the hours as worked on the day the work began; an issue of our own costs the unit nothing."""
    price = request.price or Decimal(0)
    return TimeEntry(
        request=request.id,
        assignment=assignment.id,
        person=assignment.person,
        unit=request.unit,
        service=request.service,
        day=(assignment.started_at or at).astimezone(STOCKHOLM).date(),
        hours=hours,
        price=price,
        amount=cost_of(hours, price),
    )


async def todays_assignments(person: Person, *, begin: Begin) -> Sequence[Assignment]:
    """Return what *person* has been offered or has under way, by planned time."""
    async with begin() as work:
        return await work.assignments.live_of(person.code)


async def _request_to_give(work: Work, request_id: str, by: Person, catalogue: Catalogue) -> ServiceRequest:
    request = await work.requests.get_locked(request_id)
    catalogue.permissions.demand(by, "request.assign", unit=request.unit)
    if request.status not in ASSIGNABLE:
        raise WrongState(id=request.id, status=request.status.value, wanted=RequestStatus.ASSIGNED.value)
    return request


async def _take_back_from_others(
    work: Work, request: ServiceRequest, person: str, *, by: Person, at: datetime
) -> Assignment | None:
    """Withdraw what others hold of *request*; return what *person* holds of it already."""
    theirs: Assignment | None = None
    for each in await work.assignments.of_request(request.id):
        if not each.is_live:
            continue
        if each.person == person:
            theirs = each
            continue
        await _save_assignment(work, each, each.withdraw(), "withdrawn", by=by.code, at=at)
        message = Message(text="withdrawn-from-you", values={"request": request.id})
        await tell(work, "assignment.withdrawn", [each.person], message, occasion=occasion_of(each), at=at)
    return theirs


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
        planned_end=start + length_of(request),
    )


def demand_worker(by: Person) -> None:
    """Do nothing when *by* works on assignments; whoever did so once does no more.

    Raises:
        NotAllowed: they do not.
    """
    if not (by.is_active and by.has_role(Role.SERVICE_EMPLOYEE)):
        raise NotAllowed(action="assignment.work")


async def _locked_pair(work: Work, assignment_id: str, by: Person) -> tuple[ServiceRequest | None, Assignment]:
    """Return the request and the assignment, both held; the request first, as everywhere, lest two wait in a ring."""
    demand_worker(by)
    glance = await work.assignments.get(assignment_id)
    request = await work.requests.get_locked(glance.request) if glance.request else None
    await hold_standing(work, glance)
    return request, await work.assignments.get_locked(assignment_id)


async def _save_assignment(
    work: Work,
    before: Assignment,
    after: Assignment,
    what: str,
    *,
    by: str,
    at: datetime,
    reason: str | None = None,
) -> None:
    await work.assignments.save(after)
    await record(work, before, after, what, by=by, at=at, reason=reason)
    await refresh_day(work, after, at=at)


async def _save_request(
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
