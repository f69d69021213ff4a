"""Ordering: a draft is kept from the first sentence on, changed, dropped, or placed as a request."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation

from actions.ports import Begin, Work
from actions.quotes import STOCKHOLM, Quote, quote_draft
from actions.telling import approvers_of, coordinators_of, occasion_of, record, subject_of, tell
from catalog.boundary import severity_of
from catalog.models import Catalogue, Severity
from domain.errors import NotAllowed, OutOfDate
from domain.notices import Message
from domain.people import Person
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


async def change_draft(
    draft_id: str, changes: Mapping[str, object], *, by: Person, begin: Begin, at: datetime
) -> OrderDraft:
    """Change a draft that has not been placed; its cards are shown anew.

    Raises:
        NotAllowed: it is somebody else's.
        WrongState: it was placed or dropped.
    """
    async with begin() as work:
        before = await _own_draft(work, draft_id, by)
        after = before.change(**changes)
        if after is not before:
            await work.drafts.save(after)
            await work.outbox.refresh(f"draft:{after.id}", at=at)
        return after


async def drop_draft(draft_id: str, *, by: Person, begin: Begin, at: datetime) -> OrderDraft:
    """Drop a draft, and say so on its cards; dropped already, nothing happens.

    Raises:
        NotAllowed: it is somebody else's.
        WrongState: it was placed.
    """
    async with begin() as work:
        before = await _own_draft(work, draft_id, by)
        after = before.drop()
        if after is not before:
            await work.drafts.save(after)
            await work.outbox.refresh(f"draft:{after.id}", at=at)
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
        charged_as_shown: what the card said would be charged; None asks no such question.

    Raises:
        NotAllowed: *by* may not order for the unit, or the draft is somebody else's.
        NoAgreement, NotOrderable: it can't be ordered; the draft stays as it is.
        OutOfDate: another cost than what was shown would be charged, by what others ordered or by *changes*.
        WrongState: it was dropped.
    """
    async with begin() as work:
        before = await _own_draft(work, draft_id, by)
        if before.request is not None:
            return await work.requests.get(before.request)
        catalogue.permissions.demand(by, "order.create", unit=before.unit)
        draft = before.change(**changes)
        # The number comes first: whoever takes one waits for the order before it, and so sees the hours that it draws.
        number = await work.requests.next_id(RequestKind.ORDER, at.astimezone(STOCKHOLM).year)
        quote = await quote_draft(draft, work=work, catalogue=catalogue, at=at)
        if quote.refusal is not None:
            raise quote.refusal
        if charged_as_shown is not None and not _is_amount(charged_as_shown, quote.cost.charged):
            raise OutOfDate(reason="cost")
        if draft is not before:
            await work.drafts.save(draft)
        placed = _as_request(draft, quote, number, severity=_severity(draft, catalogue), at=at)
        await work.drafts.save(draft.place_as(number))
        is_approver = catalogue.permissions.allows(by, "order.approve", unit=draft.unit)
        steps = _steps(placed, by, is_approval_needed=quote.approval_needed, is_approver=is_approver)
        return await _place(work, placed, steps, by=by, at=at)


def _is_amount(written: str, amount: Decimal) -> bool:
    """Tell whether *written* is *amount*, however many zeros it is written with."""
    try:
        return Decimal(written) == amount
    except InvalidOperation:
        return False


def _steps(
    placed: ServiceRequest, by: Person, *, is_approval_needed: bool, is_approver: bool
) -> Mapping[str, ServiceRequest]:
    """Return what happens at once when an order is placed, by the event's name.

    What a principal orders is approved by placing it, and recorded so (DESIGN §4).
    """
    if not is_approval_needed:
        return {"placed": placed.queue()}
    asking = placed.ask_approval()
    return {"placed": asking, "approved": asking.approve(by.code)} if is_approver else {"placed": asking}


async def _place(
    work: Work, placed: ServiceRequest, steps: Mapping[str, ServiceRequest], *, by: Person, at: datetime
) -> ServiceRequest:
    *_, request = steps.values()
    await work.requests.add(request)
    await work.cards.retarget(f"draft:{placed.draft}", Message(view="request", subject=subject_of(request)))
    before = placed
    for what, after in steps.items():
        await record(work, before, after, what, by=by.code, at=at)
        before = after
    await tell_next(work, request, at=at)
    return request


def _severity(draft: OrderDraft, catalogue: Catalogue) -> str | None:
    """Return how urgent the words of the draft make it by the boundary list; None when no more than usual."""
    row = catalogue.boundary.get(draft.object or "")
    severity = severity_of(row, draft.note or "") if row is not None else Severity.NORMAL
    return None if severity is Severity.NORMAL else severity.value


def _as_request(
    draft: OrderDraft, quote: Quote, request_id: str, *, severity: str | None, at: datetime
) -> ServiceRequest:
    return ServiceRequest(
        id=request_id,
        kind=RequestKind.ORDER,
        status=RequestStatus.SUBMITTED,
        unit=draft.unit,
        requester=draft.person,
        created_at=at,
        service=quote.service.code,
        object=draft.object,
        severity=severity,
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


async def tell_next(work: Work, request: ServiceRequest, *, at: datetime) -> None:
    """Owe the ones whose move it is now a card: the principals, or the coordinators.

    Where a unit has no principal its coordinators get that card, so that it waits in nobody's chat
    unseen.
    """
    if request.status is RequestStatus.AWAITING_APPROVAL:
        kind, view = "request.approval", "approval"
        recipients = await approvers_of(work, request.unit)
    elif request.status is RequestStatus.QUEUED:
        kind, view = "request.queued", "queue"
        recipients = await coordinators_of(work, request.unit)
    else:
        return
    message = Message(view=view, subject=subject_of(request))
    await tell(work, kind, recipients, message, occasion=occasion_of(request), at=at)


async def _own_draft(work: Work, draft_id: str, by: Person) -> OrderDraft:
    draft = await work.drafts.get_locked(draft_id)
    if draft.person != by.code:
        raise NotAllowed(action="order.create")
    return draft
