"""Offers that nobody takes move on by themselves: declined or unanswered, to the next who could do the work.

How long an offer waits is said in `domain.promises.answer_deadline`. Only an emergency moves on outside working time.
When nobody is left who could be asked, the coordinators are told, once for each round of asking.
"""

from collections.abc import Sequence
from datetime import datetime

from actions.confirming import hold_standing, standing_day_of
from actions.covering import UNANSWERED, pass_on_standing
from actions.giving import new_assignment, tell_employee
from actions.ports import Begin, Work
from actions.queue import suggestions_for
from actions.telling import coordinators_of, record, refresh_day, subject_of, tell
from catalog.models import Catalogue
from domain.assignments import Assignment, AssignmentStatus
from domain.notices import Message
from domain.promises import EMERGENCY, answer_deadline
from domain.requests import RequestStatus, ServiceRequest
from domain.worktime import CALENDAR, local_date

A = AssignmentStatus


def standing_waits_until(offer: Assignment) -> datetime:
    """Return until when an offer of standing work waits for its answer: its promise is to begin when it is planned."""
    return answer_deadline(
        offer.offered_at,
        promised_at=offer.planned_start,
        planned_start=offer.planned_start,
        severity=None,
        calendar=CALENDAR,
    )


def waits_until(offer: Assignment, request: ServiceRequest) -> datetime:
    """Return until when *offer* waits for its answer."""
    return answer_deadline(
        offer.offered_at,
        promised_at=request.promised_at,
        planned_start=offer.planned_start,
        severity=request.severity,
        calendar=CALENDAR,
    )


async def move_offers_on(*, begin: Begin, at: datetime) -> int:
    """Take back the offers that nobody answered in time, and ask the next; return how many were asked."""
    async with begin() as work:
        for offer in await work.assignments.open_offers():
            await _take_back_if_due(work, offer, at=at)
        standing = [await _pass_on_if_due(work, each, at=at) for each in await work.assignments.standing_offers()]
        if not (found := await work.assignments.dropped()):
            return sum(standing)
        catalogue = await work.catalogues.read(day=local_date(at))
        return sum(standing) + sum([await _ask_next(work, each, catalogue=catalogue, at=at) for each in found])


async def _pass_on_if_due(work: Work, offer: Assignment, *, at: datetime) -> bool:
    """Take back an offer of standing work that nobody answered in time, and ask the next; return whether there is one.

    What should have been done already is nobody's any more, and nobody else is asked.
    """
    if standing_waits_until(offer) > at or not CALENDAR.is_open(at):
        return False
    await hold_standing(work, offer)
    before = await work.assignments.get_locked(offer.id)
    if before.status is not A.OFFERED:
        return False
    after = before.withdraw()
    await work.assignments.save(after)
    await record(work, before, after, UNANSWERED, by=None, at=at)
    await refresh_day(work, after, at=at)
    message = Message(text="offer-moved-on", values={"request": after.id})
    await tell(work, "assignment.unanswered", [after.person], message, occasion=after.id, at=at)
    is_over = (await standing_day_of(after, work=work)).end <= at
    return not is_over and await pass_on_standing(work, after, at=at) is not None


async def next_move(*, begin: Begin, after: datetime) -> datetime | None:
    """Return the earliest moment later than *after* at which an offer may move on; None when there is none."""
    async with begin() as work:
        due = [
            waits_until(each, await work.requests.get(each.request or ""))
            for each in await work.assignments.open_offers()
        ]
        due += [after for _ in await work.assignments.dropped()]
        due += [standing_waits_until(each) for each in await work.assignments.standing_offers()]
    moments = [each if each > after else CALENDAR.next_opening(after) for each in due]
    return min((each for each in moments if each > after), default=None)


def _may_move(request: ServiceRequest, at: datetime) -> bool:
    return request.severity == EMERGENCY or CALENDAR.is_open(at)


async def _take_back_if_due(work: Work, offer: Assignment, *, at: datetime) -> None:
    request = await work.requests.get(offer.request or "")
    if waits_until(offer, request) > at or not _may_move(request, at):
        return
    held = await work.requests.get_locked(request.id)
    before = await work.assignments.get_locked(offer.id)
    if before.status is not A.OFFERED:
        return
    after = before.withdraw()
    await work.assignments.save(after)
    await record(work, before, after, UNANSWERED, by=None, at=at)
    await work.requests.save(held.touch())
    await work.outbox.refresh(subject_of(held), at=at)
    message = Message(text="offer-moved-on", values={"request": held.id})
    await tell(work, "assignment.unanswered", [after.person], message, occasion=after.id, at=at)


async def _ask_next(work: Work, request_id: str, *, catalogue: Catalogue, at: datetime) -> bool:
    """Offer the request to the best who has not been asked; tell the coordinators when there is nobody."""
    request = await work.requests.get_locked(request_id)
    given = await work.assignments.of_request(request_id)
    if request.status is not RequestStatus.QUEUED or not _may_move(request, at):
        return False
    if any(each.is_live for each in given) or not await _is_dropped(work, given[-1]):
        return False
    best = await find_next(work, request, given, catalogue=catalogue, at=at)
    if best is None:
        await _tell_uncovered(work, request, given[-1], at=at)
        return False
    offer = await new_assignment(work, request, best, catalogue=catalogue, at=at)
    await work.requests.save(request.touch())
    await work.outbox.refresh(subject_of(request), at=at)
    await work.assignments.add(offer)
    await record(work, None, offer, "offered", by=None, at=at)
    await tell_employee(work, offer, "assignment.offer", at=at)
    return True


async def find_next(
    work: Work, request: ServiceRequest, given: Sequence[Assignment], *, catalogue: Catalogue, at: datetime
) -> str | None:
    """Return the best who has room and has not been asked; whoever did it before may be asked again."""
    asked = {each.person for each in given if each.status is not A.DONE}
    ranked = await suggestions_for(request, work=work, catalogue=catalogue, at=at)
    return next((each.person.code for each in ranked if each.has_room and each.person.code not in asked), None)


async def _is_dropped(work: Work, last: Assignment) -> bool:
    """Tell whether the last who was asked said no, or nothing; what a coordinator took back is theirs to give."""
    if last.status is A.DECLINED:
        return True
    story = await work.events.of_subject(subject_of(last))
    return last.status is A.WITHDRAWN and story[-1].what == UNANSWERED


async def _tell_uncovered(work: Work, request: ServiceRequest, last: Assignment, *, at: datetime) -> None:
    message = Message(view="queue", subject=subject_of(request), values={"uncovered": True})
    recipients = await coordinators_of(work, request.unit)
    await tell(work, "request.uncovered", recipients, message, occasion=f"{request.id}:{last.id}", at=at)
