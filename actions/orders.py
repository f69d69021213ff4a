"""Ordering: a draft is kept from the first sentence on, changed, dropped, or placed as a request."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation

from actions.placing import Wish, place
from actions.ports import Begin, Work
from actions.quotes import quote_draft
from actions.series import begin_series, first_draft
from catalog.models import Catalogue
from domain.errors import BadInput, NotAllowed, OutOfDate
from domain.people import Person
from domain.requests import OrderDraft, RequestKind, ServiceRequest
from domain.worktime import local_date


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
    """Drop a draft, erase its files, and say so on its cards; dropped already, nothing happens.

    Raises:
        NotAllowed: it is somebody else's.
        WrongState: it was placed.
    """
    async with begin() as work:
        before = await _own_draft(work, draft_id, by)
        after = before.drop()
        if after is not before:
            await work.drafts.save(after)
            theirs = await work.files.of_subjects([f"draft:{after.id}"])
            await work.files.erase([each.id for each in theirs])
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
        number = await work.requests.next_id(RequestKind.ORDER, local_date(at).year)
        wish = await _wish_of(draft, number, work=work, catalogue=catalogue, at=at)
        if charged_as_shown is not None and not _is_amount(charged_as_shown, wish.quote.cost.charged):
            raise OutOfDate(reason="cost")
        if draft is not before:
            await work.drafts.save(draft)
        await work.drafts.save(draft.place_as(number))
        approver = by.code if catalogue.permissions.allows(by, "order.approve", unit=draft.unit) else None
        if draft.rrule is not None:
            return await begin_series(work, draft, wish, approver=approver, at=at)
        return await place(work, wish, by=by.code, approver=approver, at=at)


async def _wish_of(draft: OrderDraft, number: str, *, work: Work, catalogue: Catalogue, at: datetime) -> Wish:
    """Return what is to be placed as *number*: of a draft that recurs its first order, quoted at its price now."""
    priced = first_draft(draft, at=at)
    if priced is None:
        raise BadInput(field="date", lowest="", highest="")
    quote = await quote_draft(priced, work=work, catalogue=catalogue, at=at)
    if quote.refusal is not None:
        raise quote.refusal
    return Wish(draft=priced, quote=quote, number=number, catalogue=catalogue)


def _is_amount(written: str, amount: Decimal) -> bool:
    """Tell whether *written* is *amount*, however many zeros it is written with."""
    try:
        return Decimal(written) == amount
    except InvalidOperation:
        return False


async def _own_draft(work: Work, draft_id: str, by: Person) -> OrderDraft:
    draft = await work.drafts.get_locked(draft_id)
    if draft.person != by.code:
        raise NotAllowed(action="order.create")
    return draft
