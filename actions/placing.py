"""How a quoted wish becomes an order: its number, its price, whose approval it needs, and who is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from actions.openings import post_opening
from actions.ports import Work
from actions.quotes import Quote
from actions.substitutes import substitutes_for
from actions.telling import NOTHING_ELSE, approvers_of, coordinators_of, occasion_of, record, subject_of, tell
from catalog.boundary import severity_of
from catalog.models import Catalogue, Category, Severity
from domain.audit import AGREED_HOURS, LEFT_HOURS, Changed
from domain.notices import Message
from domain.requests import OrderDraft, RequestKind, RequestStatus, ServiceRequest
from domain.worktime import local_date


@dataclass(frozen=True, kw_only=True, slots=True)
class Wish:
    """What is to become the order `number`: a draft at its wanted time, with its quote.

    `series` is the order series that it is made of; only the first of one has a card of its own to become.
    """

    draft: OrderDraft
    quote: Quote
    number: str
    catalogue: Catalogue
    series: str | None = None
    has_card: bool = True


async def place(work: Work, wish: Wish, *, by: str | None, approver: str | None, at: datetime) -> ServiceRequest:
    """Store the order and owe a card to whose move it is now.

    *approver* is who has approved it by now: the principal who places it, or the one who approved its series. *by* is
    None for what the desk makes by itself.
    """
    placed = _as_request(wish, at=at)
    steps = _steps(placed, is_approval_needed=wish.quote.approval_needed, approver=approver)
    *_, request = steps.values()
    await work.requests.add(request)
    if request.draft is not None:
        await work.cards.retarget(f"draft:{request.draft}", Message(view="request", subject=subject_of(request)))
    before = placed
    for what, after in steps.items():
        who = approver if what == "approved" else by
        is_new = before is placed
        await record(
            work, before, after, what, by=who, at=at, is_new=is_new, also=_left(wish.quote) if is_new else NOTHING_ELSE
        )
        before = after
    await tell_next(work, request, at=at)
    return request


def _steps(placed: ServiceRequest, *, is_approval_needed: bool, approver: str | None) -> Mapping[str, ServiceRequest]:
    """Return what happens at once when an order is placed, by the event's name.

    What a principal orders is approved by placing it, and recorded so (DESIGN §4).
    """
    if not is_approval_needed:
        return {"placed": placed.queue()}
    asking = placed.ask_approval()
    return {"placed": asking, "approved": asking.approve(approver)} if approver is not None else {"placed": asking}


def _left(quote: Quote) -> Changed:
    """Return what the order left of its month's agreed hours, and how many those were; nothing where it draws none."""
    line = quote.line
    if line is None or quote.service.category is Category.MANDATORY or line.hours_per_month == 0:
        return {}
    left, agreed = quote.cost.left_hours, line.hours_per_month
    return {LEFT_HOURS: [f"{left + quote.cost.included_hours:f}", f"{left:f}"], AGREED_HOURS: [None, f"{agreed:f}"]}


def _severity(draft: OrderDraft, catalogue: Catalogue) -> str | None:
    """Return how urgent the words of the draft make it by the boundary list; None when no more than usual."""
    row = catalogue.boundary.get(draft.object or "")
    severity = severity_of(row, draft.note or "") if row is not None else Severity.NORMAL
    return None if severity is Severity.NORMAL else severity.value


def _as_request(wish: Wish, *, at: datetime) -> ServiceRequest:
    draft, quote = wish.draft, wish.quote
    return ServiceRequest(
        id=wish.number,
        kind=RequestKind.ORDER,
        status=RequestStatus.SUBMITTED,
        unit=draft.unit,
        requester=draft.person,
        created_at=at,
        service=quote.service.code,
        object=draft.object,
        severity=_severity(draft, wish.catalogue),
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
        draft=draft.id if wish.has_card else None,
        series=wish.series,
    )


async def tell_next(work: Work, request: ServiceRequest, *, at: datetime) -> None:
    """Owe the ones whose move it is now a card: the principals, or the coordinators and the team's channel.

    Where a unit has no principal its coordinators get that card, so that it waits in nobody's chat
    unseen.
    """
    if request.status is RequestStatus.AWAITING_APPROVAL:
        kind, view = "request.approval", "approval"
        recipients = await approvers_of(work, request.unit)
        recipients += await substitutes_for(work, request.unit, local_date(at))
    elif request.status is RequestStatus.QUEUED:
        kind, view = "request.queued", "queue"
        recipients = await coordinators_of(work, request.unit)
        await post_opening(work, request, at=at)
    else:
        return
    message = Message(view=view, subject=subject_of(request))
    await tell(work, kind, recipients, message, occasion=occasion_of(request), at=at)
