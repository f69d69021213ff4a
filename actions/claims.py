"""Free work that employees take by themselves: the first who says so has it."""

from collections.abc import Sequence
from datetime import datetime

from actions.assignments import accept_assignment
from actions.giving import new_assignment, tell_employee
from actions.openings import post_opening, show_in_thread
from actions.ports import Begin, Work
from actions.queue import suggestions_for
from actions.telling import record
from catalog.models import Catalogue
from domain.assignments import Assignment, AssignmentStatus
from domain.errors import Claimed, NoRoom, RequestNotFound, WrongState
from domain.people import Person
from domain.requests import RequestStatus, ServiceRequest

A = AssignmentStatus
MOST_OPEN = 100
DAY_IS_FULL = frozenset({"no-room", "little-room"})
"""Why work does not fit in a day. Work that is longer than any day can still be taken by somebody with a free one."""


async def claim_request(
    request_id: str, *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime, is_elsewhere: bool = False
) -> Assignment:
    """Take a request that nobody has; what was offered to *by* is accepted, theirs already nothing happens.

    With *is_elsewhere* it was taken where their own card can't stand, and they are owed it.

    Raises:
        RequestNotFound: there is none, or *by* may not take work of its unit.
        Claimed: somebody else has it or has been asked.
        NotSuitable, Away: *by* lacks a competence, or is away that day.
        NoRoom: it does not fit in their day.
        WrongState: it is not in the queue.
    """
    async with begin() as work:
        request = await work.requests.get_locked(request_id)
        if not catalogue.permissions.allows(by, "assignment.claim", unit=request.unit):
            raise RequestNotFound(id=request_id)
        theirs = await _held_by(work, request, by)
        if theirs is not None:
            return await accept_assignment(theirs.id, by=by, begin=work.within(), at=at)
        if request.status is not RequestStatus.QUEUED:
            raise WrongState(id=request.id, status=request.status.value, wanted=RequestStatus.ASSIGNED.value)
        offer = await new_assignment(work, request, by.code, catalogue=catalogue, at=at)
        await _demand_room(work, request, by, catalogue=catalogue, at=at)
        return await _take(work, request, offer, by=by, at=at, is_elsewhere=is_elsewhere)


async def _held_by(work: Work, request: ServiceRequest, by: Person) -> Assignment | None:
    """Return what *by* holds of *request*; None when nobody holds it.

    Raises:
        Claimed: somebody else holds it.
    """
    live = [each for each in await work.assignments.of_request(request.id) if each.is_live]
    others = [each for each in live if each.person != by.code]
    if others:
        is_asked = others[-1].status is A.OFFERED
        raise Claimed(id=request.id, person=others[-1].person, is_asked=int(is_asked))
    return live[-1] if live else None


async def _demand_room(work: Work, request: ServiceRequest, by: Person, *, catalogue: Catalogue, at: datetime) -> None:
    ranked = await suggestions_for(request, work=work, catalogue=catalogue, at=at)
    mine = next((each for each in ranked if each.person.code == by.code), None)
    if mine is not None and DAY_IS_FULL & set(mine.reasons):
        raise NoRoom(load_hours=str(mine.load_hours), hours=str(mine.hours))


async def _take(
    work: Work, request: ServiceRequest, offer: Assignment, *, by: Person, at: datetime, is_elsewhere: bool
) -> Assignment:
    taken = offer.accept(by.code, at=at)
    await work.assignments.add(taken)
    await record(work, None, taken, "claimed", by=by.code, at=at)
    assigned = request.assign()
    await work.requests.save(assigned)
    await record(work, request, assigned, "assigned", by=by.code, at=at)
    if is_elsewhere:
        await tell_employee(work, taken, "assignment.claimed", at=at)
    return taken


async def free_requests(
    person: Person, *, catalogue: Catalogue, begin: Begin, at: datetime
) -> Sequence[ServiceRequest]:
    """Return what nobody has and *person* could take, or as a coordinator could give, the soonest promised first."""
    allows = catalogue.permissions.allows
    is_giving = [unit for unit in person.units if allows(person, "request.assign", unit=unit)]
    units = is_giving or [unit for unit in person.units if allows(person, "assignment.claim", unit=unit)]
    async with begin() as work:
        queued = await work.requests.in_status({RequestStatus.QUEUED}, units=units, limit=MOST_OPEN)
        held = {each.request for each in await work.assignments.live_of_requests([each.id for each in queued])}
        return [
            each
            for each in queued
            if each.id not in held and (is_giving or await _is_able(work, each, person, catalogue=catalogue, at=at))
        ]


async def _is_able(work: Work, request: ServiceRequest, person: Person, *, catalogue: Catalogue, at: datetime) -> bool:
    ranked = await suggestions_for(request, work=work, catalogue=catalogue, at=at)
    return any(each.person.code == person.code and not DAY_IS_FULL & set(each.reasons) for each in ranked)


async def show_free_work(
    conversation: str, *, is_shown: bool, by: Person, catalogue: Catalogue, begin: Begin, at: datetime
) -> bool:
    """Show the free work of the coordinator's units in the conversation from now on, or no more.

    What is free already is shown at once. Return whether anything is new.

    Raises:
        NotAllowed: *by* gives no work.
    """
    for unit in by.units or ("",):
        catalogue.permissions.demand(by, "request.assign", unit=unit)
    async with begin() as work:
        is_new = await show_in_thread(work, by.units, conversation, is_shown=is_shown)
        if is_new and is_shown:
            for request in await free_requests(by, catalogue=catalogue, begin=work.within(), at=at):
                await post_opening(work, request, at=at)
        return is_new
