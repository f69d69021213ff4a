"""What a unit does with its requests after they were made: approve, cancel, comment, reopen, rate, read."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from actions.joining import joiners_of, tell_joiners
from actions.placing import tell_next
from actions.ports import Begin, Work
from actions.series import approve_series, reject_series
from actions.substitutes import may_answer
from actions.telling import approvers_of, clean, coordinators_of, occasion_of, record, subject_of, tell
from catalog.models import Catalogue
from domain.assignments import AssignmentStatus
from domain.errors import BadInput, NotAllowed, RequestNotFound
from domain.notices import Event, Message
from domain.people import Person
from domain.requests import RequestStatus, ServiceRequest
from domain.worktime import CALENDAR, promised_time

ASKED, ANSWERED = "approval-asked", "approval-answered"
"""What an approver wanted to know before they answer, and what came back."""


async def read_request(request_id: str, *, by: Person, catalogue: Catalogue, begin: Begin) -> ServiceRequest:
    """Return the request.

    Raises:
        RequestNotFound: there is none, or *by* may not see it.
    """
    async with begin() as work:
        request = await work.requests.get(request_id)
        await demand_read(request, by, work=work, catalogue=catalogue)
        return request


async def demand_read(request: ServiceRequest, by: Person, *, work: Work, catalogue: Catalogue) -> None:
    """Do nothing when *by* may see *request*: by unit, or as theirs: ordered by them, assigned to them, or joined.

    Raises:
        RequestNotFound: they may not; that there is one is not told, so that numbers can't be tried.
    """
    if catalogue.permissions.allows(by, "request.read", unit=request.unit):
        return
    is_own = by.code == request.requester
    is_own = is_own or any(each.person == by.code for each in await work.assignments.of_request(request.id))
    is_own = is_own or by.code in await joiners_of(work, request)
    if not catalogue.permissions.allows(by, "request.read", unit=request.unit, is_own=is_own):
        raise RequestNotFound(id=request.id)


async def my_requests(person: Person, *, begin: Begin, limit: int = 9) -> Sequence[ServiceRequest]:
    """Return the person's own requests, open first, then newest first."""
    async with begin() as work:
        return await work.requests.by_requester(person.code, limit=limit)


async def approve_request(
    request_id: str, *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime
) -> ServiceRequest:
    """Approve an order; approved already, nothing happens.

    Raises:
        NotAllowed: *by* is no principal of the unit, nor approves for one today.
        WrongState: it was rejected or cancelled, or needs no approval.
    """
    async with begin() as work:
        before = await locked_to_answer(work, request_id, by, catalogue=catalogue, at=at)
        after = before.approve(by.code)
        if after is not before:
            after = await as_taken(after, work=work)
            await _save(work, before, after, "approved", by=by, at=at)
            await tell_next(work, after, at=at)
            await approve_series(work, after, catalogue=catalogue, at=at)
        return after


async def reject_request(
    request_id: str, reason: str | None, *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime
) -> ServiceRequest:
    """Say no to an order, with a word to the one who made it.

    Raises:
        NotAllowed: *by* is no principal of the unit, nor approves for one today.
        WrongState: it no longer awaits approval.
    """
    async with begin() as work:
        before = await locked_to_answer(work, request_id, by, catalogue=catalogue, at=at)
        after = before.reject()
        if after is not before:
            await _save(work, before, after, "rejected", by=by, at=at, reason=clean(reason))
            await withdraw_assignments(work, after, by=by.code, at=at)
            await _tell_requester(work, after, "request.rejected", by=by, at=at)
            await reject_series(work, after, at=at)
        return after


async def cancel_request(
    request_id: str, *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime, reason: str | None = None
) -> ServiceRequest:
    """Cancel a request that nobody has begun; whoever was on it is told.

    Raises:
        NotAllowed: it is not of a unit of *by*.
        WrongState: work has begun, or it is over.
    """
    async with begin() as work:
        before = await _locked(work, request_id, by, "order.cancel", catalogue=catalogue)
        after = before.cancel()
        if after is not before:
            await _save(work, before, after, "cancelled", by=by, at=at, reason=clean(reason))
            await withdraw_assignments(work, after, by=by.code, at=at)
            await _tell_others_of_end(work, before, after, by=by, at=at)
            await tell_joiners(work, after, at=at)
        return after


async def _tell_others_of_end(
    work: Work, before: ServiceRequest, after: ServiceRequest, *, by: Person, at: datetime
) -> None:
    if before.status is RequestStatus.FORWARDED and before.party is not None:
        message = Message(view="forward", subject=subject_of(after))
        await tell(work, "issue.cancelled", [f"party:{before.party}"], message, occasion=occasion_of(after), at=at)
    if by.code != after.requester:
        await _tell_requester(work, after, "request.cancelled", by=by, at=at)


async def withdraw_assignments(work: Work, request: ServiceRequest, *, by: str | None, at: datetime) -> None:
    """Take every live assignment of *request* back, and tell the people who had them."""
    for before in await work.assignments.of_request(request.id):
        after = before.withdraw()
        if after is not before:
            await work.assignments.save(after)
            await record(work, before, after, "withdrawn", by=by, at=at)
            message = Message(text="withdrawn-from-you", values={"request": request.id})
            await tell(work, "assignment.withdrawn", [after.person], message, occasion=occasion_of(after), at=at)


async def reopen_request(
    request_id: str, *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime, reason: str | None = None
) -> ServiceRequest:
    """Put a done request back in the queue; what is ordered gets a new promise, counted from *at*.

    Raises:
        NotAllowed: it is not of a unit of *by*.
        WrongState: it is not done, or was closed.
    """
    async with begin() as work:
        before = await _locked(work, request_id, by, "request.reopen", catalogue=catalogue)
        after = _promised_anew(before.reopen(), catalogue=catalogue, at=at)
        await _save(work, before, after, "reopened", by=by, at=at, reason=clean(reason))
        await tell_next(work, after, at=at)
        return after


def _promised_anew(request: ServiceRequest, *, catalogue: Catalogue, at: datetime) -> ServiceRequest:
    """Return the reopened request with the time by which it is promised now; an issue has its own response time."""
    service = catalogue.services.get(request.service or "")
    if service is None or request.promised_at is None:
        return request
    promised = promised_time(at, service_level_hours=service.service_level_hours, wanted_end=None, calendar=CALENDAR)
    return replace(request, promised_at=promised)


async def rate_request(
    request_id: str,
    rating: int,
    comment: str | None,
    *,
    by: Person,
    catalogue: Catalogue,
    begin: Begin,
    at: datetime,
) -> ServiceRequest:
    """Keep what the requester thought, 1 to 5 and maybe a word; changeable, and it does not close the request.

    Raises:
        NotAllowed: somebody else made it.
        BadInput: *rating* is outside 1 to 5.
        WrongState: it is not done.
    """
    words = clean(comment)
    async with begin() as work:
        before = await _locked(work, request_id, by, "request.rate", catalogue=catalogue)
        after = before.rate(rating)
        if after is not before or (words is not None and words != await _last_word(work, before)):
            await _save(work, before, after, "rated", by=by, at=at, reason=words)
        return after


async def _last_word(work: Work, request: ServiceRequest) -> str | None:
    """Return the word that came with the latest rating, or None."""
    ratings = [each for each in await work.events.of_subject(subject_of(request)) if each.what == "rated"]
    return ratings[-1].reason if ratings else None


async def comment_request(
    request_id: str, comment: str | None, *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime
) -> ServiceRequest:
    """Add a word to a request's story, and tell the others who are concerned.

    Raises:
        BadInput: the comment is empty.
        RequestNotFound: there is none, or *by* may not see it.
        NotAllowed: it was assigned to *by*, and is not any more.
    """
    text = clean(comment)
    if text is None:
        raise BadInput(field="comment", lowest="", highest="")
    async with begin() as work:
        request = await work.requests.get_locked(request_id)
        await demand_read(request, by, work=work, catalogue=catalogue)
        live = [each.person for each in await work.assignments.of_request(request.id) if each.is_live]
        is_own = by.code in {request.requester, *live}
        catalogue.permissions.demand(by, "request.comment", unit=request.unit, is_own=is_own)
        story = await work.events.of_subject(subject_of(request))
        asked_by = asked_before_answer(request, story)
        if asked_by not in {None, by.code}:
            return await _answer_question(work, request, str(asked_by), text, by=by, at=at, nth=len(story))
        await record(work, request, request, "commented", by=by.code, at=at, reason=text)
        concerned = [request.requester, *(live or await coordinators_of(work, request.unit))]
        if request.status is RequestStatus.AWAITING_APPROVAL:
            concerned += [*await approvers_of(work, request.unit), *_who_wrote(story)]
        await _tell_words(work, request, concerned, text, by=by, at=at, nth=len(story) + 1)
        return request


async def _tell_words(
    work: Work, request: ServiceRequest, concerned: Sequence[str], words: str, *, by: Person, at: datetime, nth: int
) -> None:
    """Owe the words to the others who are concerned, and to the party that has the request."""
    others = [person for person in concerned if person != by.code]
    values = {"request": request.id, "by_person": by.code, "comment": words}
    message = Message(text="request-commented", values=values)
    occasion = f"{request.id}:{nth}"
    await tell(work, "request.commented", others, message, occasion=occasion, at=at)
    if request.status is RequestStatus.FORWARDED and request.party is not None:
        written = Message(view="forward", subject=subject_of(request), values={"words": words})
        await tell(work, "issue.commented", [f"party:{request.party}"], written, occasion=occasion, at=at)


def asked_before_answer(request: ServiceRequest, story: Sequence[Event]) -> str | None:
    """Return who has asked something before they approve *request* and has no answer yet, or None."""
    if request.status is not RequestStatus.AWAITING_APPROVAL:
        return None
    asking = [each for each in story if each.what in {ASKED, ANSWERED}]
    return asking[-1].person if asking and asking[-1].what == ASKED else None


async def _answer_question(
    work: Work, request: ServiceRequest, asked_by: str, words: str, *, by: Person, at: datetime, nth: int
) -> ServiceRequest:
    """Keep the answer to what was asked before an approval, and owe the card to who asked."""
    await record(work, request, request, ANSWERED, by=by.code, at=at, reason=words)
    message = Message(view="approval", subject=subject_of(request))
    await tell(work, "approval.answered", [asked_by], message, occasion=f"{request.id}:{nth}", at=at)
    return request


def _who_wrote(story: Sequence[Event]) -> list[str]:
    """Return who has written about the request before, such as a substitute who wanted to know more."""
    return [each.person for each in story if each.what == "commented" and each.person is not None]


async def as_taken(request: ServiceRequest, *, work: Work) -> ServiceRequest:
    """Return *request*, where it is queued, with whoever had taken it on before it was changed; the version stays."""
    if request.status is not RequestStatus.QUEUED:
        return request
    held = [each.status for each in await work.assignments.of_request(request.id)]
    return replace(request.assign(), version=request.version) if AssignmentStatus.ACCEPTED in held else request


async def _locked(work: Work, request_id: str, by: Person, action: str, *, catalogue: Catalogue) -> ServiceRequest:
    """Return the request, held for a change that *by* may make.

    One that the person may not even see is not found, so that numbers can't be tried.
    """
    request = await work.requests.get_locked(request_id)
    if catalogue.permissions.allows(by, action, unit=request.unit, is_own=request.requester == by.code):
        return request
    await demand_read(request, by, work=work, catalogue=catalogue)
    raise NotAllowed(action=action)


async def locked_to_answer(
    work: Work, request_id: str, by: Person, *, catalogue: Catalogue, at: datetime
) -> ServiceRequest:
    """Return the request, held for the approval or rejection of a principal or their substitute."""
    request = await work.requests.get_locked(request_id)
    await demand_read(request, by, work=work, catalogue=catalogue)
    if not await may_answer(request, by, work=work, catalogue=catalogue, at=at):
        raise NotAllowed(action="order.approve")
    return request


async def _save(
    work: Work,
    before: ServiceRequest,
    after: ServiceRequest,
    what: str,
    *,
    by: Person,
    at: datetime,
    reason: str | None = None,
) -> None:
    if after is not before:
        await work.requests.save(after)
    await record(work, before, after, what, by=by.code, at=at, reason=reason)


async def _tell_requester(work: Work, request: ServiceRequest, kind: str, *, by: Person, at: datetime) -> None:
    message = Message(view="request", subject=subject_of(request), values={"by_person": by.code})
    await tell(work, kind, [request.requester], message, occasion=occasion_of(request), at=at)
