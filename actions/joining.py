"""Me too: somebody whose fault is reported already joins that report, and is told how it goes."""

from collections.abc import Sequence
from datetime import datetime

from actions.issues import Report
from actions.ports import Begin, Work
from actions.telling import occasion_of, subject_of, tell
from catalog.models import Catalogue, Place
from catalog.same_place import may_be_same_place
from domain.errors import RequestNotFound, WrongState
from domain.notices import Event, Message
from domain.people import Person
from domain.requests import Listing, RequestKind, RequestStatus, ServiceRequest

JOINED = "joined"
MOST_JOINED = 20
"""So many of those somebody joined are looked through for one that is meant, the latest."""
MOST_OPEN = 200


async def likely_same(report: Report, *, by: Person, catalogue: Catalogue, begin: Begin) -> ServiceRequest | None:
    """Return the open report, of somebody else, of the same object at what may be the same place; None without one.

    Two reports without a place are of the same, such as of the only lift; one with and one without are not.
    """
    async with begin() as work:
        found = await work.requests.listed(Listing(units=(report.unit,), is_open=True), limit=MOST_OPEN)
    places = catalogue.places_of(report.unit)
    return next((each for each in found if _is_same(each, report, places) and each.requester != by.code), None)


def _is_same(request: ServiceRequest, report: Report, places: Sequence[Place]) -> bool:
    is_of_object = request.kind is RequestKind.ISSUE and request.object == report.object
    return is_of_object and may_be_same_place(request.place or "", report.place or "", places)


async def join_request(
    request_id: str, *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime
) -> ServiceRequest:
    """Join the report, so that *by* is told how it goes; joined already, or their own, nothing happens.

    Raises:
        RequestNotFound: there is none, or *by* reports nothing for its unit.
        WrongState: it is over, or was ordered.
    """
    async with begin() as work:
        request = await work.requests.get_locked(request_id)
        if not catalogue.permissions.allows(by, "issue.report", unit=request.unit):
            raise RequestNotFound(id=request_id)
        if by.code == request.requester or by.code in await joiners_of(work, request):
            return request
        if request.kind is not RequestKind.ISSUE or not request.is_open:
            raise WrongState(id=request.id, status=request.status.value, wanted=JOINED)
        after = request.touch()
        await work.requests.save(after)
        await work.events.put(Event(subject=subject_of(after), what=JOINED, person=by.code, at=at))
        await work.outbox.refresh(subject_of(after), at=at)
        return after


async def joiners_of(work: Work, request: ServiceRequest) -> Sequence[str]:
    """Return who has joined *request*, in order."""
    story = await work.events.of_subject(subject_of(request))
    return [each.person for each in story if each.what == JOINED and each.person is not None]


async def joined_requests(person: Person, *, begin: Begin) -> Sequence[ServiceRequest]:
    """Return the reports of others that *person* has joined, the latest joined last."""
    async with begin() as work:
        subjects = await work.events.joined_by(person.code)
        return [await work.requests.get(each.removeprefix("request:")) for each in subjects[-MOST_JOINED:]]


async def tell_joiners(work: Work, request: ServiceRequest, *, at: datetime) -> None:
    """Owe whoever has joined the report its card, which tells how it went."""
    if request.kind is not RequestKind.ISSUE or request.status not in {RequestStatus.DONE, RequestStatus.CANCELLED}:
        return
    joined = [each for each in await joiners_of(work, request) if each != request.requester]
    message = Message(view="request", subject=subject_of(request))
    await tell(work, "request.followed", joined, message, occasion=occasion_of(request), at=at)
