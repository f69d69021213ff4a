"""What waits for approval: asked about before the answer, reminded of after a working day, then for the substitute.

Where a principal has no substitute that day, the coordinators are told instead, so that somebody can call.
"""

from collections.abc import Sequence
from datetime import datetime

from actions.ports import Begin, Work
from actions.requests import ASKED, locked_to_answer
from actions.substitutes import substitutes_for
from actions.telling import approvers_of, clean, coordinators_of, record, subject_of, tell
from catalog.models import Catalogue
from domain.errors import BadInput, WrongState
from domain.notices import Message
from domain.people import Person
from domain.requests import RequestStatus, ServiceRequest
from domain.worktime import CALENDAR, STOCKHOLM, at_local, local_date

AWAITING = RequestStatus.AWAITING_APPROVAL
MOST_AWAITING = 1000


async def ask_about(
    request_id: str, question: str | None, *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime
) -> ServiceRequest:
    """Ask the requester before answering; the order goes on waiting, and the answer comes back with its card.

    Raises:
        BadInput: there is no question.
        RequestNotFound: there is no such request, or *by* may not see it.
        NotAllowed: *by* is no principal of the unit, nor approves for one today.
        WrongState: it no longer awaits approval.
    """
    words = clean(question)
    if words is None:
        raise BadInput(field="comment", lowest="", highest="")
    async with begin() as work:
        request = await locked_to_answer(work, request_id, by, catalogue=catalogue, at=at)
        if request.status is not AWAITING:
            raise WrongState(id=request.id, status=request.status.value, wanted=AWAITING.value)
        story = await work.events.of_subject(subject_of(request))
        await record(work, request, request, ASKED, by=by.code, at=at, reason=words)
        message = Message(view="request", subject=subject_of(request))
        occasion = f"{request.id}:{len(story)}"
        await tell(work, "approval.question", [request.requester], message, occasion=occasion, at=at)
        return request


async def remind_approvers(*, begin: Begin, at: datetime) -> None:
    """Remind of each order that has waited for a working day, and hand on what has waited for two."""
    async with begin() as work:
        for request in await _awaiting(work):
            asked_at = await _asked_at(work, request)
            if CALENDAR.is_open(at) and _days_later(asked_at, 1) <= at:
                await _remind(work, request.id, asked_at, at=at)


async def next_reminder(*, begin: Begin, after: datetime) -> datetime | None:
    """Return the earliest moment later than *after* at which somebody is reminded, or None."""
    async with begin() as work:
        asked = [await _asked_at(work, each) for each in await _awaiting(work)]
    moments = [_days_later(each, days) for each in asked for days in (1, 2)]
    return min((each for each in moments if each > after), default=None)


async def _awaiting(work: Work) -> Sequence[ServiceRequest]:
    return await work.requests.in_status({AWAITING}, units=None, limit=MOST_AWAITING)


async def _asked_at(work: Work, request: ServiceRequest) -> datetime:
    """Return when approval was last asked for."""
    story = await work.events.of_subject(subject_of(request))
    return max((each.at for each in story if each.after == AWAITING != each.before), default=request.created_at)


def _days_later(asked_at: datetime, days: int) -> datetime:
    """Return the same time of day so many working days later; what was asked while closed counts from the opening."""
    opened = CALENDAR.next_opening(asked_at)
    day = CALENDAR.nth_working_day_after(local_date(opened), days)
    return at_local(day, opened.astimezone(STOCKHOLM).time())


async def _remind(work: Work, request_id: str, asked_at: datetime, *, at: datetime) -> None:
    request = await work.requests.get_locked(request_id)
    if request.status is not AWAITING:
        return
    occasion = f"{request.id}:{asked_at.isoformat()}"
    message = Message(view="approval", subject=subject_of(request), values={"asked_at": asked_at.isoformat()})
    principals = await approvers_of(work, request.unit)
    await tell(work, "approval.reminder", principals, message, occasion=occasion, at=at)
    if _days_later(asked_at, 2) > at:
        return
    substitutes = await substitutes_for(work, request.unit, local_date(at))
    await tell(work, "approval.substitute", substitutes, message, occasion=occasion, at=at)
    if not substitutes:
        coordinators = [each for each in await coordinators_of(work, request.unit) if each not in principals]
        waiting = Message(view="request", subject=subject_of(request))
        await tell(work, "approval.unanswered", coordinators, waiting, occasion=occasion, at=at)
