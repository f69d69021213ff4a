"""The service-level clock: who is told when a promise is in danger or broken, and what became of it.

What became of a promise stands in the request's events: `promise-warned`, `promise-broken`, `promise-kept`. Each is
there once for each time that something was promised; a reopened or changed order has a promise of its own.
"""

from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from actions.ports import Begin, Work
from actions.telling import coordinators_of, subject_of, tell
from domain.assignments import AssignmentStatus
from domain.notices import Event, Message
from domain.promises import Kept, moved_by_pause, warning_moment
from domain.requests import RequestStatus, ServiceRequest
from domain.worktime import CALENDAR, month_span

S = RequestStatus
WATCHED = frozenset({S.SUBMITTED, S.AWAITING_APPROVAL, S.QUEUED, S.ASSIGNED, S.IN_PROGRESS})
"""Where the clock runs; it rests while the requester is waited for."""
WORKING = frozenset({AssignmentStatus.ACCEPTED, AssignmentStatus.STARTED, AssignmentStatus.PAUSED})
PROMISING = frozenset({"placed", "reported", "reopened", "time-changed", "hours-changed"})
"""What gives a promise anew."""
WARNED, BROKEN, KEPT = "promise-warned", "promise-broken", "promise-kept"
PAGE = 500
JUST_AFTER = timedelta(microseconds=1)


async def watch_promises(*, begin: Begin, at: datetime) -> None:
    """Warn of each promise of which three fourths of the time are gone, and tell of each that is broken, once."""
    async with begin() as work:
        async for request in _watched(work):
            if _first_warning(request) <= at:
                await _watch(work, request.id, at=at)


async def next_watch(*, begin: Begin, after: datetime) -> datetime | None:
    """Return the earliest moment later than *after* at which a promise comes in danger or is broken, or None."""
    earliest: datetime | None = None
    async with begin() as work:
        async for request in _watched(work):
            first = _first_warning(request)
            moments = [first, (request.promised_at or first) + JUST_AFTER]
            if first <= after:
                moments.append(_warning(request, _since(request, await _story(work, request))))
            later = [each for each in (*moments, earliest) if each is not None and each > after]
            earliest = min(later, default=None)
    return earliest


async def settle_promise(work: Work, done: ServiceRequest, *, at: datetime) -> None:
    """Note whether what was promised for *done* was kept."""
    if done.promised_at is None or done.done_at is None:
        return
    story = await _story(work, done)
    if BROKEN not in _told(story):
        await _note(work, done, KEPT if done.done_at <= done.promised_at else BROKEN, at=at)


async def promises_of(month: date, *, work: Work) -> Mapping[str, Kept]:
    """Return what became of the promises that were settled in *month*, by unit; a unit without any is not there."""
    start, end = month_span(month)
    found: dict[str, Kept] = {}
    for (unit, what), times in (await work.events.promises(start, end)).items():
        kept = Kept(kept=times) if what == KEPT else Kept(broken=times)
        found[unit] = found.get(unit, Kept()) + kept
    return found


async def rested(work: Work, before: ServiceRequest, after: ServiceRequest, *, at: datetime) -> ServiceRequest:
    """Return *after* with what is promised moved by the pause, where *before* waited for the requester."""
    if before.status is not S.WAITING or after.status not in WATCHED or after.promised_at is None:
        return after
    story = await _story(work, before)
    since = max((each.at for each in story if each.after == S.WAITING != each.before), default=at)
    moved = moved_by_pause(after.promised_at, since=since, until=at, calendar=CALENDAR)
    return replace(after, promised_at=moved)


async def _watched(work: Work) -> AsyncGenerator[ServiceRequest]:
    """Yield what has been promised and is not done, the soonest promised first."""
    offset = 0
    while True:
        page = await work.requests.in_status(WATCHED, units=None, limit=PAGE, offset=offset)
        for request in page:
            if request.promised_at is None:
                return
            yield request
        if len(page) < PAGE:
            return
        offset += PAGE


async def _watch(work: Work, request_id: str, *, at: datetime) -> None:
    request = await work.requests.get_locked(request_id)
    if request.status not in WATCHED or request.promised_at is None:
        return
    story = await _story(work, request)
    told = _told(story)
    if BROKEN in told:
        return
    if request.promised_at < at:
        await _note(work, request, BROKEN, at=at)
        await _tell_coordinators(work, request, "promise.broken", at=at)
    elif WARNED not in told and _warning(request, _since(request, story)) <= at:
        await _note(work, request, WARNED, at=at)
        await _warn(work, request, at=at)


async def _warn(work: Work, request: ServiceRequest, *, at: datetime) -> None:
    """Owe whoever has the work its card; the coordinators, where nobody has."""
    held = [each for each in await work.assignments.of_request(request.id) if each.status in WORKING]
    if not held:
        await _tell_coordinators(work, request, "promise.warned", at=at)
        return
    for each in held:
        message = Message(view="assignment", subject=subject_of(each), values={"soon": True})
        await tell(work, "promise.warned", [each.person], message, occasion=_occasion(request), at=at)


async def _tell_coordinators(work: Work, request: ServiceRequest, kind: str, *, at: datetime) -> None:
    message = Message(view="queue", subject=subject_of(request), values={"soon": True})
    recipients = await coordinators_of(work, request.unit)
    await tell(work, kind, recipients, message, occasion=_occasion(request), at=at)


def _occasion(request: ServiceRequest) -> str:
    return f"{request.id}:{request.promised_at}"


async def _note(work: Work, request: ServiceRequest, what: str, *, at: datetime) -> None:
    promised = request.promised_at.isoformat() if request.promised_at else None
    await work.events.put(Event(subject=subject_of(request), what=what, person=None, at=at, before=promised))
    await work.outbox.refresh(subject_of(request), at=at)


async def _story(work: Work, request: ServiceRequest) -> Sequence[Event]:
    return await work.events.of_subject(subject_of(request))


def _since(request: ServiceRequest, story: Sequence[Event]) -> datetime:
    """Return when what is promised now was promised."""
    return max((each.at for each in story if each.what in PROMISING), default=request.created_at)


def _told(story: Sequence[Event]) -> frozenset[str]:
    """Return what has been noted of the promise as it stands."""
    last = max((nth for nth, each in enumerate(story) if each.what in PROMISING), default=0)
    return frozenset(each.what for each in story[last:])


def _first_warning(request: ServiceRequest) -> datetime:
    return _warning(request, request.created_at)


def _warning(request: ServiceRequest, since: datetime) -> datetime:
    promised = request.promised_at or request.created_at
    return warning_moment(since, promised, severity=request.severity, calendar=CALENDAR)
