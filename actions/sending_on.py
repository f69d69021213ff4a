"""What a coordinator does about an issue of another party: send it on, or note what the party said by telephone."""

from dataclasses import replace
from datetime import datetime

from actions.joining import joiners_of
from actions.parties import PARTY, take_answer
from actions.ports import Begin, Work
from actions.requests import demand_read, withdraw_assignments
from actions.telling import occasion_of, record, subject_of, tell
from catalog.boundary import OUR_PARTY
from catalog.models import Catalogue
from domain.errors import BadInput
from domain.notices import Message
from domain.parties import PartyAnswer, PartyStep
from domain.people import Person
from domain.requests import RequestKind, RequestStatus, ServiceRequest


async def send_on(
    request_id: str, party: str, *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime
) -> ServiceRequest:
    """Send an issue that is in the queue, or that another party has, to *party*; there already, nothing happens.

    Raises:
        BadInput: it is an order, or *party* is none that an issue can be sent to.
        NotAllowed: *by* gives out no work of its unit.
        RequestNotFound: there is none, or *by* may not see it.
        WrongState: somebody has begun, or it is over.
    """
    async with begin() as work:
        before = await _locked(work, request_id, by, catalogue=catalogue)
        if before.kind is not RequestKind.ISSUE or party not in catalogue.parties or party == OUR_PARTY:
            raise BadInput(field="party", lowest="", highest="")
        if before.status is RequestStatus.FORWARDED and before.party == party:
            return before
        held = before if before.status is RequestStatus.FORWARDED else before.forward()
        after = replace(held, party=party, promised_at=None, version=before.version + 1)
        await work.requests.save(after)
        await withdraw_assignments(work, after, by=by.code, at=at)
        await record(work, before, after, "forwarded", by=by.code, at=at)
        await _tell(work, after, at=at)
        return after


async def note_said(
    request_id: str, step: PartyStep, *, by: Person, catalogue: Catalogue, begin: Begin, at: datetime
) -> ServiceRequest:
    """Take what the issue's party has told *by* as its answer; whoever is concerned is told as if by the party.

    Raises:
        NotAllowed: *by* gives out no work of its unit.
        RequestNotFound: there is none, or *by* may not see it.
        WrongState: no party has it now.
    """
    async with begin() as work:
        before = await _locked(work, request_id, by, catalogue=catalogue)
        form = f"{by.code}:{at.isoformat()}"
        answer = PartyAnswer(form=form, request=before.id, party=before.party or OUR_PARTY, step=step, at=at)
        return await take_answer(work, before, answer, by=by.code, at=at)


async def _locked(work: Work, request_id: str, by: Person, *, catalogue: Catalogue) -> ServiceRequest:
    request = await work.requests.get_locked(request_id)
    await demand_read(request, by, work=work, catalogue=catalogue)
    catalogue.permissions.demand(by, "request.assign", unit=request.unit)
    return request


async def _tell(work: Work, issue: ServiceRequest, *, at: datetime) -> None:
    occasion = occasion_of(issue)
    letter = Message(view="forward", subject=subject_of(issue))
    await tell(work, "issue.forwarded", [f"{PARTY}{issue.party}"], letter, occasion=occasion, at=at)
    card = Message(view="request", subject=subject_of(issue))
    concerned = [issue.requester, *await joiners_of(work, issue)]
    await tell(work, "issue.moved", concerned, card, occasion=occasion, at=at)
