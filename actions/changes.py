"""Changing a request after it was made, while nobody has begun: its time, place, hours or note."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal

from actions.placing import tell_next
from actions.ports import Begin, Work
from actions.queue import length_of, planned_start
from actions.quotes import refuse
from actions.requests import as_taken, demand_read
from actions.telling import coordinators_of, occasion_of, record, subject_of, tell
from catalog.models import Catalogue, Service
from catalog.pricing import Cost, needs_approval, price_order
from domain.assignments import Assignment, AssignmentStatus
from domain.audit import changes_between
from domain.errors import BadInput
from domain.notices import Event, Message
from domain.people import Person
from domain.requests import OrderDraft, RequestKind, RequestStatus, ServiceRequest
from domain.splitting import share_of
from domain.worktime import CALENDAR, STOCKHOLM, promised_time

A, S = AssignmentStatus, RequestStatus
FIELDS = frozenset({"wanted_start", "wanted_end", "place", "hours", "note", "count"})
OF_ISSUES = frozenset({"place", "note"})
"""What can be changed: of an order, and of an issue, whose time the boundary list sets."""
HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, kw_only=True, slots=True)
class Changed:
    """A request before and after a change."""

    before: ServiceRequest
    after: ServiceRequest

    @property
    def parts(self) -> tuple[str, ...]:
        """Return what is otherwise now: some of `time`, `place`, `hours`, `count`, `note`."""
        differs = [name for name in ("place", "hours", "count", "note") if _is_other(self.before, self.after, name)]
        return ("time", *differs) if _is_moved(self.before, self.after) else tuple(differs)


async def change_request(
    request_id: str,
    changes: Mapping[str, object],
    *,
    by: Person,
    catalogue: Catalogue,
    begin: Begin,
    at: datetime,
) -> Changed:
    """Change a request that nobody has begun, and tell whoever has it and the coordinator; nothing new, nothing done.

    Another time, or other hours, are a wish made now: the promised time is the later of (now + service level) and the
    end of the wanted time, by the rule that an order placed now gets, and the cost is quoted anew at the price frozen
    in the order. Another place or note leaves promise and cost as they were.

    Where more is charged than before and more than the unit may spend without approval, the principal is asked again;
    an offer that stands is taken back meanwhile, an accepted assignment waits with its person. What a principal
    changes is approved by it.

    Args:
        request_id: the request.
        changes: fields of `FIELDS` with their new values.
        by: who changes it; whoever may order for its unit.
        catalogue: services, agreements and permissions as of today.
        begin: opens the transaction.
        at: the moment of the change.

    Raises:
        RequestNotFound: there is none, or *by* may not see it.
        NotAllowed: *by* may not order for its unit.
        WrongState: somebody has begun, or it is over.
        BadInput: a field that the request does not have.
        NoAgreement: the unit has no agreement on the new day.
    """
    async with begin() as work:
        before = await work.requests.get_locked(request_id)
        await demand_read(before, by, work=work, catalogue=catalogue)
        catalogue.permissions.demand(by, "order.create", unit=before.unit)
        _check_fields(before, changes)
        after = before.change(**changes)
        if after is before:
            return Changed(before=before, after=after)
        if before.kind is RequestKind.ORDER and _is_requoted(before, after):
            after = await _requoted(before, after, work=work, catalogue=catalogue, at=at)
        settled = _settled(before, after, by, catalogue=catalogue)
        done = Changed(before=before, after=await as_taken(settled, work=work))
        await _store(done, work=work, by=by, at=at)
        return done


def _check_fields(request: ServiceRequest, changes: Mapping[str, object]) -> None:
    allowed = FIELDS if request.kind is RequestKind.ORDER else OF_ISSUES
    for name in changes:
        if name not in allowed:
            raise BadInput(field=name, lowest="", highest="")


def _is_other(before: ServiceRequest, after: ServiceRequest, name: str) -> bool:
    return bool(getattr(before, name) != getattr(after, name))


def _is_moved(before: ServiceRequest, after: ServiceRequest) -> bool:
    return (before.wanted_start, before.wanted_end) != (after.wanted_start, after.wanted_end)


def _is_requoted(before: ServiceRequest, after: ServiceRequest) -> bool:
    return _is_moved(before, after) or before.hours != after.hours


async def _requoted(
    before: ServiceRequest, after: ServiceRequest, *, work: Work, catalogue: Catalogue, at: datetime
) -> ServiceRequest:
    """Return *after* with its cost at the frozen price and its promised time."""
    # Whoever orders takes a number first, so that nobody draws the same hours meanwhile.
    await work.requests.hold_numbers(RequestKind.ORDER, at.astimezone(STOCKHOLM).year)
    service = catalogue.services[after.service or ""]
    if _is_moved(before, after):
        _demand_agreement(after, service, catalogue=catalogue, at=at)
    cost = await _cost(before, after, service, work=work, catalogue=catalogue)
    promised_at = promised_time(
        at,
        service_level_hours=service.service_level_hours,
        wanted_end=after.wanted_end or after.wanted_start,
        calendar=CALENDAR,
    )
    return replace(after, hours=cost.hours, included=cost.included_sek, charged=cost.charged, promised_at=promised_at)


def _demand_agreement(after: ServiceRequest, service: Service, *, catalogue: Catalogue, at: datetime) -> None:
    draft = OrderDraft(
        id=after.id,
        person=after.requester,
        unit=after.unit,
        created_at=at,
        service=after.service,
        wanted_start=after.wanted_start,
        wanted_end=after.wanted_end,
    )
    agreement = catalogue.agreement_in_force(after.unit, _counted(after).date())
    refusal = refuse(draft, replace(service, is_orderable=True), agreement, catalogue, at=at)
    if refusal is not None:
        raise refusal


def _counted(request: ServiceRequest) -> datetime:
    """Return the local moment whose day and month the order's hours count in."""
    return (request.wanted_start or request.wanted_end or request.created_at).astimezone(STOCKHOLM)


async def _cost(
    before: ServiceRequest, after: ServiceRequest, service: Service, *, work: Work, catalogue: Catalogue
) -> Cost:
    """Return the cost at the frozen price. What the order has drawn of its month stays its own there."""
    price = before.price if before.price is not None else service.price_sek_per_hour
    counted = _counted(after)
    agreement = catalogue.agreement_in_force(after.unit, counted.date())
    line = agreement.line(service.category) if agreement else None
    first = counted.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    following = (first + timedelta(days=32)).replace(day=1)
    used = await work.requests.hours_drawn(after.unit, service.category, start=first, end=following)
    was = _counted(before)
    if (was.year, was.month) == (first.year, first.month):
        own = before.hours or Decimal(0)
        drawn = ((before.included or Decimal(0)) / price).quantize(HUNDREDTH) if price else Decimal(0)
        held = line.hours_per_month if line else Decimal(0)
        used = max(min(used - own, held - drawn), Decimal(0))
    hours = after.hours if after.hours is not None else service.typical_hours
    return price_order(replace(service, price_sek_per_hour=price), line, hours=hours, used_hours=used)


def _settled(before: ServiceRequest, after: ServiceRequest, by: Person, *, catalogue: Catalogue) -> ServiceRequest:
    """Return *after* where the rules of approval put it, still one version on."""
    service = catalogue.services.get(after.service or "")
    if service is None or after.kind is not RequestKind.ORDER:
        return after
    agreement = catalogue.agreement_in_force(after.unit, _counted(after).date())
    line = agreement.line(service.category) if agreement else None
    charged = after.charged or Decimal(0)
    is_needed = needs_approval(service.category, charged, line.approval_limit_sek if line else None)
    if before.status is S.AWAITING_APPROVAL:
        return after if is_needed else replace(after.queue(), version=after.version)
    if not is_needed or charged <= (before.charged or Decimal(0)):
        return after
    if catalogue.permissions.allows(by, "order.approve", unit=after.unit):
        return replace(after, approved_by=by.code)
    return replace(after.ask_approval(), version=after.version)


async def _store(done: Changed, *, work: Work, by: Person, at: datetime) -> None:
    before, after = done.before, done.after
    await work.requests.save(after)
    for event in _events(done, by=by, at=at):
        await work.events.put(event)
    if after.approved_by != before.approved_by and after.approved_by is not None:
        await record(work, before, after, "approved", by=by.code, at=at)
    if after.status is not before.status:
        await record(work, before, after, after.status.value, by=None, at=at)
    await work.outbox.refresh(subject_of(after), at=at)
    held = await _replanned(done, work=work, by=by, at=at)
    await _tell(done, held, work=work, by=by, at=at)


def _events(done: Changed, *, by: Person, at: datetime) -> Sequence[Event]:
    """Return an event for each part that changed, with what it was and what it is.

    Of a note there is neither: events are kept for good, and a note can say anything of anybody.
    """
    before, after = done.before, done.after
    told = {"time": (_interval(before), _interval(after)), "note": (None, None)}
    for name in ("place", "hours", "count"):
        told[name] = (_written(getattr(before, name)), _written(getattr(after, name)))
    parts = [(part, *told[part]) for part in done.parts]
    if before.charged != after.charged:
        parts.append(("cost", _written(before.charged), _written(after.charged)))
    subject, changed = subject_of(after), changes_between(before, after)
    return [
        Event(subject=subject, what=f"{part}-changed", person=by.code, at=at, before=was, after=now, changed=changed)
        for part, was, now in parts
    ]


def _interval(request: ServiceRequest) -> str:
    """Return the wanted time as an ISO interval; an end that is open is empty."""
    ends = (request.wanted_start, request.wanted_end)
    return "/".join("" if each is None else each.isoformat() for each in ends)


def _written(value: object) -> str | None:
    return None if value is None else str(value)


async def _replanned(done: Changed, *, work: Work, by: Person, at: datetime) -> Sequence[Assignment]:
    """Move the live assignments to the new time and return them; offers end where approval is asked for again."""
    after, held = done.after, []
    start = planned_start(after, at)
    for each in await work.assignments.of_request(after.id):
        if not each.is_live:
            continue
        if each.status is A.OFFERED and after.status is S.AWAITING_APPROVAL:
            taken_back = each.withdraw()
            await work.assignments.save(taken_back)
            await record(work, each, taken_back, "withdrawn", by=by.code, at=at)
            message = Message(text="withdrawn-from-you", values={"request": after.id})
            await tell(work, "assignment.withdrawn", [each.person], message, occasion=occasion_of(taken_back), at=at)
            continue
        moved = each.plan(start, start + _new_length(each, done)) if _is_requoted(done.before, after) else each
        if moved is not each:
            await work.assignments.save(moved)
            await record(work, each, moved, "planned", by=by.code, at=at)
        else:
            await work.outbox.refresh(subject_of(each), at=at)
        held.append(moved)
    return held


def _new_length(assignment: Assignment, done: Changed) -> timedelta:
    """Return how long the assignment takes now: of work that was split, the same share of it as before."""
    whole = length_of(done.before)
    share = share_of(assignment) / whole if whole and share_of(assignment) < whole else 1
    return length_of(done.after) * share


async def _tell(done: Changed, held: Sequence[Assignment], *, work: Work, by: Person, at: datetime) -> None:
    """Owe the news to whoever has it, to the coordinators, and to who ordered when somebody else changed it."""
    after = done.after
    values = {"changed": "|".join(done.parts), "by_person": by.code}
    occasion = occasion_of(after)
    for each in held:
        message = Message(view="assignment", subject=subject_of(each), values=values)
        await tell(work, "request.changed", [each.person], message, occasion=occasion, at=at)
    is_told_next = after.status is not done.before.status
    if is_told_next:
        await tell_next(work, after, at=at)
    if not (is_told_next and after.status is S.QUEUED):
        message = Message(view="queue", subject=subject_of(after), values=values)
        recipients = [each for each in await coordinators_of(work, after.unit) if each != by.code]
        await tell(work, "request.changed", recipients, message, occasion=occasion, at=at)
    if after.requester != by.code:
        message = Message(view="request", subject=subject_of(after), values=values)
        await tell(work, "request.changed", [after.requester], message, occasion=occasion, at=at)
