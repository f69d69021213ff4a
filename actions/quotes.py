"""What an order would cost and when the desk could promise it, before anybody has ordered."""

from dataclasses import dataclass
from datetime import date, datetime

from actions.ports import Work
from catalog.models import Agreement, AgreementLine, Catalogue, Service
from catalog.pricing import Cost, needs_approval, price_order
from domain.errors import DeskError, NoAgreement, NotOrderable
from domain.requests import OrderDraft
from domain.worktime import CALENDAR, STOCKHOLM, month_span, promised_time


@dataclass(frozen=True, kw_only=True, slots=True)
class Quote:
    """What the order card says before the press. With a `refusal` the order can't be placed as it stands."""

    service: Service
    agreement: Agreement | None
    cost: Cost
    promised_at: datetime
    approval_needed: bool
    refusal: DeskError | None

    @property
    def line(self) -> AgreementLine | None:
        """Return what the agreement holds of the service's category."""
        return self.agreement.line(self.service.category) if self.agreement else None


def wanted_moment(draft: OrderDraft, at: datetime) -> datetime:
    """Return the moment whose day and month the order counts in: the wanted time, or else now."""
    return draft.wanted_start or draft.wanted_end or at


async def quote_draft(draft: OrderDraft, *, work: Work, catalogue: Catalogue, at: datetime) -> Quote:
    """Return what *draft* would cost and when it could be promised, if it were placed at *at*.

    Raises:
        NotOrderable: the draft names no service of the catalogue.
    """
    service, agreement = _service_of(draft, catalogue), _agreement_of(draft, catalogue, at)
    line = agreement.line(service.category) if agreement else None
    cost = await cost_of_draft(draft, work=work, catalogue=catalogue, at=at)
    return Quote(
        service=service,
        agreement=agreement,
        cost=cost,
        promised_at=promised_time(
            at,
            service_level_hours=service.service_level_hours,
            wanted_end=draft.wanted_end or draft.wanted_start,
            calendar=CALENDAR,
        ),
        approval_needed=agreement is not None
        and needs_approval(service.category, cost.charged, line.approval_limit_sek if line else None),
        refusal=refuse(draft, service, agreement, catalogue, at=at),
    )


async def cost_of_draft(draft: OrderDraft, *, work: Work, catalogue: Catalogue, at: datetime) -> Cost:
    """Return what *draft* would cost, if it were placed at *at*.

    Raises:
        NotOrderable: the draft names no service of the catalogue.
    """
    service, agreement = _service_of(draft, catalogue), _agreement_of(draft, catalogue, at)
    line = agreement.line(service.category) if agreement else None
    first, following = month_span(_wanted_day(draft, at))
    used = await work.requests.hours_drawn(draft.unit, service.category, start=first, end=following)
    return price_order(service, line, hours=draft.hours or service.typical_hours, used_hours=used)


def _service_of(draft: OrderDraft, catalogue: Catalogue) -> Service:
    service = catalogue.services.get(draft.service or "")
    if service is None:
        raise NotOrderable(service=draft.service or "", reason="unknown")
    return service


def _agreement_of(draft: OrderDraft, catalogue: Catalogue, at: datetime) -> Agreement | None:
    return catalogue.agreement_in_force(draft.unit, _wanted_day(draft, at))


def _wanted_day(draft: OrderDraft, at: datetime) -> date:
    return wanted_moment(draft, at).astimezone(STOCKHOLM).date()


def refuse(
    draft: OrderDraft, service: Service, agreement: Agreement | None, catalogue: Catalogue, *, at: datetime
) -> DeskError | None:
    """Return why *draft* can't be ordered, or None when it can."""
    unit = catalogue.units[draft.unit]
    if not service.is_orderable:
        return NotOrderable(service=service.code, reason="not-open")
    if unit.unit_type not in service.unit_types:
        return NotOrderable(service=service.code, reason="unit-type")
    if agreement is not None:
        return None if agreement.holds(service.code) else NotOrderable(service=service.code, reason="not-agreed")
    return _explain_missing_agreement(draft, catalogue, at=at)


def _explain_missing_agreement(draft: OrderDraft, catalogue: Catalogue, *, at: datetime) -> NoAgreement:
    """Say which agreement the unit has instead: none, one that is not signed, not begun, or over."""
    day = _wanted_day(draft, at)
    theirs = [each for each in catalogue.agreements if each.unit == draft.unit]
    begins = min((each.start for each in theirs if each.start > day and each.status == "signed"), default=None)
    unsigned = next((each for each in theirs if each.status in {"draft", "offered"}), None)
    if begins is not None:
        return NoAgreement(unit=draft.unit, reason="not-begun", start=begins)
    if unsigned is not None:
        return NoAgreement(unit=draft.unit, reason="not-signed", agreement=unsigned.code)
    return NoAgreement(unit=draft.unit, reason="over" if theirs else "none")
