"""Waiting for the requester: whoever has the work asks, it rests, and goes on when there is an answer.

Meanwhile the service-level clock stands still; what is promised moves by the working time of the pause.
"""

from datetime import datetime

from actions.assignments import pause_assignment
from actions.ports import Begin
from actions.requests import comment_request
from actions.service_levels import rested
from actions.telling import occasion_of, record, subject_of, tell
from catalog.models import Catalogue
from domain.assignments import AssignmentStatus
from domain.errors import NotAllowed
from domain.notices import Message
from domain.people import Person
from domain.requests import RequestStatus, ServiceRequest

A, S = AssignmentStatus, RequestStatus


async def wait_for_requester(
    assignment_id: str, question: str | None, *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime
) -> ServiceRequest:
    """Ask the requester, and let the work and its clock rest until they answer; waiting already, only ask.

    Raises:
        BadInput: there is no question.
        NotAllowed: the work is somebody else's, or of no request.
        WrongState: it was never taken on, or is over.
    """
    async with begin() as work:
        glance = await work.assignments.get(assignment_id)
        if glance.person != by.code or glance.request is None:
            raise NotAllowed(action="assignment.work")
        asked = await comment_request(glance.request, question, by=by, catalogue=catalogue, begin=work.within(), at=at)
        if (await work.assignments.get_locked(assignment_id)).status is A.STARTED:
            await pause_assignment(assignment_id, by=by, begin=work.within(), at=at)
        before = await work.requests.get_locked(asked.id)
        after = before.wait()
        if after is not before:
            await work.requests.save(after)
            await record(work, before, after, "waiting", by=by.code, at=at)
            await work.outbox.refresh(f"assignment:{assignment_id}", at=at)
        return after


async def answer_requester(
    request_id: str, words: str | None, *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime
) -> ServiceRequest:
    """Add a word to the story; where it is what was waited for, the work goes on and whoever has it is told.

    Raises:
        BadInput, RequestNotFound, NotAllowed: as for `comment_request`.
    """
    async with begin() as work:
        before = await comment_request(request_id, words, by=by, catalogue=catalogue, begin=work.within(), at=at)
        is_units = catalogue.permissions.allows(by, "order.create", unit=before.unit)
        live = [each for each in await work.assignments.of_request(before.id) if each.is_live]
        if before.status is not S.WAITING or not is_units or by.code in {each.person for each in live}:
            return before
        has_begun = any(each.started_at is not None for each in live)
        after = await rested(work, before, before.begin() if has_begun else before.assign(), at=at)
        await work.requests.save(after)
        await record(work, before, after, "answered", by=by.code, at=at)
        for each in live:
            message = Message(view="assignment", subject=subject_of(each))
            await work.outbox.refresh(subject_of(each), at=at)
            await tell(work, "request.answered", [each.person], message, occasion=occasion_of(after), at=at)
        return after
