"""Handing work over: it goes back to the coordinators with the hours that were put into it."""

from datetime import datetime
from decimal import Decimal

from actions.assignments import demand_worker, time_entry
from actions.confirming import enter_standing, hold_standing
from actions.covering import pass_on_standing
from actions.ports import Begin, Work
from actions.service_levels import rested
from actions.telling import clean, coordinators_of, occasion_of, record, refresh_day, subject_of, tell
from domain.assignments import LARGEST_HOURS, SMALLEST_HOURS, Assignment
from domain.audit import ENTERED_HOURS, Changed
from domain.errors import BadInput, NotAllowed
from domain.notices import Message
from domain.people import Person
from domain.requests import RequestStatus, ServiceRequest
from domain.splitting import at_work


async def hand_over_assignment(
    assignment_id: str,
    *,
    by: Person,
    begin: Begin,
    at: datetime,
    hours: Decimal | None = None,
    reason: str | None = None,
) -> Assignment:
    """Give work back that *by* has taken on, so that somebody else goes on; the coordinators are told.

    What was begun leaves a time entry of *hours*, or of the time that has passed; handed over already, nothing happens.

    Raises:
        BadInput: *hours* can't be so.
        NotAllowed: it is somebody else's.
        WrongState: it was never accepted, or is over.
    """
    demand_worker(by)
    async with begin() as work:
        glance = await work.assignments.get(assignment_id)
        request = await work.requests.get_locked(glance.request) if glance.request else None
        await hold_standing(work, glance)
        before = await work.assignments.get_locked(assignment_id)
        if before.person != by.code:
            raise NotAllowed(action="assignment.work")
        after = await let_go(work, before, by=by.code, at=at, hours=hours, reason=clean(reason))
        if after is before:
            return after
        if request is None:
            await pass_on_standing(work, after, at=at)
            return after
        queued = await back_in_queue(work, request, by=by.code, at=at)
        message = Message(view="queue", subject=subject_of(queued), values={"handed_person": after.person})
        recipients = await coordinators_of(work, queued.unit)
        await tell(work, "assignment.handed-over", recipients, message, occasion=occasion_of(after), at=at)
        return after


async def let_go(
    work: Work, before: Assignment, *, by: str, at: datetime, hours: Decimal | None = None, reason: str | None = None
) -> Assignment:
    """Store *before* as handed over by whom it was given to, with a time entry for what was begun."""
    after = before.hand_over(before.person, at=at)
    if after is before:
        return before
    worked = _worked(before, hours, at=at)
    also: Changed = {} if worked is None else {ENTERED_HOURS: [None, f"{worked:f}"]}
    await work.assignments.save(after)
    await record(work, before, after, "handed-over", by=by, at=at, reason=reason, also=also)
    await refresh_day(work, after, at=at)
    if worked is not None:
        await _enter(work, after, worked, at=at)
    return after


def _worked(before: Assignment, hours: Decimal | None, *, at: datetime) -> Decimal | None:
    """Return the hours of what was begun, as said or as the clock has them; None for what was not."""
    if before.started_at is None:
        return None
    worked = hours if hours is not None else before.suggested_hours(at)
    if not SMALLEST_HOURS <= worked <= LARGEST_HOURS:
        raise BadInput(field="hours", lowest=SMALLEST_HOURS, highest=LARGEST_HOURS)
    return worked


async def _enter(work: Work, after: Assignment, worked: Decimal, *, at: datetime) -> None:
    if after.request is not None:
        request = await work.requests.get(after.request)
        await work.time_entries.add(time_entry(after, request, worked, at=at))
    elif after.schedule is not None:
        await enter_standing(work, after, worked, at=at)


async def back_in_queue(work: Work, request: ServiceRequest, *, by: str, at: datetime) -> ServiceRequest:
    """Store *request* as the coordinators' again; what awaits approval, or what another has a part of, stays so."""
    if at_work(await work.assignments.of_request(request.id)):
        # Somebody else has a part of it and goes on.
        shared = request.touch()
        await work.requests.save(shared)
        await work.outbox.refresh(subject_of(shared), at=at)
        return shared
    is_waiting = request.status in {RequestStatus.AWAITING_APPROVAL, RequestStatus.QUEUED}
    queued = request.touch() if is_waiting else await rested(work, request, request.queue(), at=at)
    await work.requests.save(queued)
    await record(work, request, queued, "queued", by=by, at=at)
    return queued
