"""Getting work to people and done: offer, assign, accept, decline, start, pause, finish."""

from collections.abc import Callable, Sequence
from datetime import datetime
from decimal import Decimal

from actions.confirming import enter_standing, hold_standing
from actions.covering import pass_on_standing
from actions.giving import (
    assign_missing,
    is_shared,
    missing_part,
    new_assignment,
    save_assignment,
    save_request,
    tell_employee,
)
from actions.joining import tell_joiners
from actions.ports import Begin, Work
from actions.queue import length_of
from actions.service_levels import settle_promise
from actions.telling import clean, coordinators_of, occasion_of, record, subject_of, tell, tell_taken_back
from catalog.models import Catalogue
from domain.assignments import Assignment, AssignmentStatus, TimeEntry
from domain.errors import NotAllowed, OfferGone, WrongState
from domain.money import cost_of
from domain.notices import Message
from domain.people import Person, Role
from domain.requests import RequestStatus, ServiceRequest
from domain.splitting import missing_of
from domain.worktime import STOCKHOLM

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
        request = await demand_to_give(work, request_id, by, catalogue)
        theirs = await _take_back_from_others(work, request, person, by=by, at=at, is_asked=True)
        if theirs is not None:
            return theirs
        offer = await new_assignment(work, request, person, catalogue=catalogue, at=at)
        await save_request(work, request, request.queue(), "queued", by=by.code, at=at)
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

    Of work that was split and lost one of the two, the part that nobody has is given. It is planned from *start*, where
    that is given. Unless it *is_told* here, whoever calls tells them.

    Raises:
        NotAllowed, NotSuitable, WrongState: as for `offer_assignment`.
    """
    async with begin() as work:
        missing = await missing_part(work, request_id, by, catalogue)
        if missing is not None:
            return await assign_missing(work, *missing, person, by=by, catalogue=catalogue, at=at)
        request = await demand_to_give(work, request_id, by, catalogue)
        theirs = await _take_back_from_others(work, request, person, by=by, at=at)
        if theirs is not None and theirs.status is not AssignmentStatus.OFFERED:
            return theirs
        offer = theirs or await new_assignment(work, request, person, catalogue=catalogue, at=at, start=start)
        taken = offer.accept(person, at=at)
        await (work.assignments.save(taken) if theirs else work.assignments.add(taken))
        await record(work, theirs, taken, "assigned", by=by.code, at=at)
        await save_request(work, request, request.assign(), "assigned", by=by.code, at=at)
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
            await save_assignment(work, before, after, "accepted", by=by.code, at=at)
            if request is not None:
                await save_request(work, request, request.assign(), "assigned", by=by.code, at=at)
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
            await save_assignment(work, before, after, "declined", by=by.code, at=at, reason=clean(reason))
            if request is not None:
                await _back_in_queue(work, request, after, by=by.code, at=at)
            await pass_on_standing(work, after, at=at)
        return after


async def _back_in_queue(work: Work, request: ServiceRequest, declined: Assignment, *, by: str, at: datetime) -> None:
    # What awaits approval goes on waiting for it, and what somebody else has a part of stays theirs.
    is_kept = request.status is RequestStatus.AWAITING_APPROVAL or await is_shared(work, request, declined)
    queued = request if is_kept else request.queue()
    await save_request(work, request, queued, "queued", by=by, at=at)
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
            await save_assignment(work, before, after, what, by=by.code, at=at)
            if request is not None:
                await save_request(work, request, request.begin(), what, by=by.code, at=at)
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
        await save_assignment(work, before, after, "done", by=by.code, at=at, reason=clean(note))
        if request is not None:
            await work.time_entries.add(time_entry(after, request, hours, at=at))
            await _finish_request(work, request, after, by=by, at=at, reason=clean(note))
        elif after.schedule is not None:
            await enter_standing(work, after, hours, at=at)
        return after


async def _finish_request(
    work: Work, request: ServiceRequest, done: Assignment, *, by: Person, at: datetime, reason: str | None
) -> None:
    """Store the request as done and ask for a mark; split between two, only when both parts are done.

    While the other is at work it goes on. A part that nobody has any more is the coordinators' to give.
    """
    if await is_shared(work, request, done):
        await save_request(work, request, request, "done", by=by.code, at=at)
        return
    if missing_of(length_of(request), await work.assignments.of_request(request.id)):
        queued = request.queue()
        await save_request(work, request, queued, "queued", by=by.code, at=at)
        recipients = await coordinators_of(work, queued.unit)
        message = Message(view="queue", subject=subject_of(queued))
        await tell(work, "request.queued", recipients, message, occasion=occasion_of(queued), at=at)
        return
    finished = request.finish(at=at)
    await save_request(work, request, finished, "done", by=by.code, at=at, reason=reason)
    await settle_promise(work, finished, at=at)
    await tell_joiners(work, finished, at=at)
    message = Message(view="rating", subject=subject_of(finished))
    await tell(work, "request.done", [finished.requester], message, occasion=occasion_of(finished), at=at)


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


async def demand_to_give(work: Work, request_id: str, by: Person, catalogue: Catalogue) -> ServiceRequest:
    """Return the request, held to be given to somebody by *by*.

    Raises:
        NotAllowed: *by* does not coordinate the unit.
        WrongState: it is neither in the queue nor with somebody who has not begun.
    """
    request = await work.requests.get_locked(request_id)
    catalogue.permissions.demand(by, "request.assign", unit=request.unit)
    if request.status not in ASSIGNABLE:
        raise WrongState(id=request.id, status=request.status.value, wanted=RequestStatus.ASSIGNED.value)
    return request


async def _take_back_from_others(
    work: Work, request: ServiceRequest, person: str, *, by: Person, at: datetime, is_asked: bool = False
) -> Assignment | None:
    """Withdraw what others hold of *request*; return what *person* holds of it. Asked only, they are named to nobody.

    Whoever has taken a part on has it beside somebody else, whose part stays theirs.
    """
    held = [each for each in await work.assignments.of_request(request.id) if each.is_live]
    theirs = next((each for each in held if each.person == person), None)
    if theirs is not None and theirs.status is not AssignmentStatus.OFFERED:
        return theirs
    for each in held:
        if each is theirs:
            continue
        after = each.withdraw()
        await save_assignment(work, each, after, "withdrawn", by=by.code, at=at)
        await tell_taken_back(work, after, request, to=None if is_asked else person, at=at)
    return theirs


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
