"""Ordering: a draft is kept from the first sentence on, changed, dropped, or placed as a request."""

from collections.abc import Mapping
from datetime import datetime

from actions.ports import Begin, Work
from actions.quotes import STOCKHOLM, Quote, quote_draft
from actions.telling import coordinators_of, occasion_of, principals_of, record, subject_of, tell
from catalog.models import Catalogue
from domain.errors import NotAllowed, OutOfDate
from domain.notices import Message
from domain.people import Person, Role
from domain.requests import OrderDraft, RequestKind, RequestStatus, ServiceRequest


async def keep_draft(draft: OrderDraft, *, by: Person, catalogue: Catalogue, begin: Begin) -> OrderDraft:
    """Keep what *by* has said of an order; the same sentence again keeps what stands already.

    Raises:
        NotAllowed: *by* may not order for the unit.
    """
    catalogue.permissions.demand(by, "order.create", unit=draft.unit)
    async with begin() as work:
        await work.drafts.add(draft)
        return await work.drafts.get(draft.id)


async def change_draft(draft_id: str, changes: Mapping[str, object], *, by: Person, begin: Begin) -> OrderDraft:
    """Change a draft that has not been placed.

    Raises:
        NotAllowed: it is somebody else's.
        WrongState: it was placed or dropped.
    """
    async with begin() as work:
        before = await _own_draft(work, draft_id, by)
        after = before.change(**changes)
        if after is not before:
            await work.drafts.save(after)
        return after


async def drop_draft(draft_id: str, *, by: Person, begin: Begin) -> OrderDraft:
    """Drop a draft; dropped already, nothing happens.

    Raises:
        NotAllowed: it is somebody else's.
        WrongState: it was placed.
    """
    async with begin() as work:
        before = await _own_draft(work, draft_id, by)
        after = before.drop()
        if after is not before:
            await work.drafts.save(after)
        return after


async def place_order(
    draft_id: str,
    changes: Mapping[str, object],
    *,
    by: Person,
    catalogue: Catalogue,
    begin: Begin,
    at: datetime,
    charged_as_shown: str | None = None,
) -> ServiceRequest:
    """Place a draft as an order, with what was changed in the same press; placed already, return that order.

    Args:
        draft_id: the draft.
        changes: fields of the draft that the press changed.
        by: who places it; only the one who made the draft.
        catalogue: services, agreements and permissions as of today.
        begin: opens the transaction.
        at: the moment; the service level starts here.
        charged_as_shown: what the card said it would cost; None asks no such question.

    Raises:
        NotAllowed: *by* may not order for the unit, or the draft is somebody else's.
        NoAgreement, NotOrderable: it can't be ordered; the draft stays as it is.
        OutOfDate: the cost has become another than what was shown.
        WrongState: it was dropped.
    """
    async with begin() as work:
        draft = await _own_draft(work, draft_id, by)
        if draft.request is not None:
            return await work.requests.get(draft.request)
        catalogue.permissions.demand(by, "order.create", unit=draft.unit)
        draft = draft.change(**changes)
        quote = await quote_draft(draft, work=work, catalogue=catalogue, at=at)
        if quote.refusal is not None:
            raise quote.refusal
        if not changes and charged_as_shown not in {None, str(quote.cost.charged)}:
            raise OutOfDate(reason="cost")
        return await _place(work, draft, quote, by=by, at=at)


async def _place(work: Work, draft: OrderDraft, quote: Quote, *, by: Person, at: datetime) -> ServiceRequest:
    request_id = await work.requests.next_id(RequestKind.ORDER, at.astimezone(STOCKHOLM).year)
    placed = _as_request(draft, quote, request_id, at=at)
    if quote.approval_needed and not _is_principal(by, draft.unit):
        request = placed.ask_approval()
    else:
        request = placed.queue() if not quote.approval_needed else _approved_by_placing(placed, by)
    await work.requests.add(request)
    await work.drafts.save(draft.place_as(request_id))
    await work.cards.retarget(f"draft:{draft.id}", Message(view="request", subject=subject_of(request)))
    await record(work, placed, request, "placed", by=by.code, at=at)
    await tell_next(work, request, at=at)
    return request


def _as_request(draft: OrderDraft, quote: Quote, request_id: str, *, at: datetime) -> ServiceRequest:
    return ServiceRequest(
        id=request_id,
        kind=RequestKind.ORDER,
        status=RequestStatus.SUBMITTED,
        unit=draft.unit,
        requester=draft.person,
        created_at=at,
        service=quote.service.code,
        object=draft.object,
        place=draft.place,
        note=draft.note,
        count=draft.count,
        wanted_start=draft.wanted_start,
        wanted_end=draft.wanted_end,
        promised_at=quote.promised_at,
        hours=quote.cost.hours,
        price=quote.cost.price,
        included=quote.cost.included_sek,
        charged=quote.cost.charged,
        draft=draft.id,
    )


def _approved_by_placing(placed: ServiceRequest, principal: Person) -> ServiceRequest:
    """What a principal orders is approved by placing it, and recorded so (DESIGN §4)."""
    return placed.ask_approval().approve(principal.code)


async def tell_next(work: Work, request: ServiceRequest, *, at: datetime) -> None:
    """Owe the ones whose move it is now a card: the principals, or the coordinators."""
    if request.status is RequestStatus.AWAITING_APPROVAL:
        kind, view = "request.approval", "approval"
        recipients = [each.code for each in await principals_of(work, request.unit)]
    elif request.status is RequestStatus.QUEUED:
        kind, view = "request.queued", "queue"
        recipients = await coordinators_of(work, request.unit)
    else:
        return
    message = Message(view=view, subject=subject_of(request))
    await tell(work, kind, recipients, message, occasion=occasion_of(request), at=at)


def _is_principal(person: Person, unit: str) -> bool:
    return person.has_role(Role.PRINCIPAL) and unit in person.units


async def _own_draft(work: Work, draft_id: str, by: Person) -> OrderDraft:
    draft = await work.drafts.get_locked(draft_id)
    if draft.person != by.code:
        raise NotAllowed(action="order.create")
    return draft
