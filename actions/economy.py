"""What a unit has agreed, drawn and spent: as the principal needs it before a yes, and month by month."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from actions.ports import Work
from catalog.models import Agreement, Catalogue, Category
from domain.economy import MonthHours, Spending, hours_of_month, spending
from domain.requests import ServiceRequest
from domain.worktime import local_date, month_span, year_span


@dataclass(frozen=True, kw_only=True, slots=True)
class Outlook:
    """What an order leaves, once it is approved: of its month's hours and of its year's money.

    `limit` is the charge above which the unit's agreement asks the principal; None where that is not why they are
    asked. `hours` is None for what draws on no agreed hours.
    """

    day: date
    spending: Spending
    hours: MonthHours | None = None
    limit: Decimal | None = None


def counted_day(request: ServiceRequest) -> date:
    """Return the day in whose month the hours of *request* count: the wanted one, else that of ordering."""
    return local_date(request.wanted_start or request.wanted_end or request.created_at)


async def outlook_of(request: ServiceRequest, *, work: Work, catalogue: Catalogue) -> Outlook:
    """Return what *request* leaves; it is counted in, as everything that has been ordered."""
    day = counted_day(request)
    service = catalogue.services.get(request.service or "")
    agreement = catalogue.agreement_in_force(request.unit, day)
    line = agreement.line(service.category) if agreement and service else None
    is_drawing = service is not None and service.category is not Category.MANDATORY and line is not None
    is_add_on = service is not None and service.category is Category.ADD_ON
    hours = await order_hours(request.unit, day, agreement, work=work) if is_drawing else ()
    return Outlook(
        day=day,
        spending=await spent(request.unit, day.year, work=work),
        hours=next((each for each in hours if service and each.category == service.category), None),
        limit=line.approval_limit_sek if line and not is_add_on else None,
    )


async def spent(unit: str, year: int, *, work: Work) -> Spending:
    """Return what *unit* is charged beyond its agreement in *year*, and its budget."""
    start, end = year_span(year)
    draws = await work.requests.draws(unit, start=start, end=end)
    return spending(draws, await work.catalogues.budget(year=year, unit=unit))


async def order_hours(unit: str, day: date, agreement: Agreement | None, *, work: Work) -> tuple[MonthHours, ...]:
    """Return how the agreed hours of the month of *day* stand after what has been ordered, by category."""
    start, end = month_span(day)
    agreed = {str(each.category): each.hours_per_month for each in agreement.lines} if agreement else {}
    return hours_of_month(agreed, await work.requests.draws(unit, start=start, end=end))
