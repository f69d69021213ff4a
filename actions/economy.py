"""What a unit has agreed, drawn and spent: as the principal needs it before a yes, and month by month."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from actions.ports import Work
from catalog.models import Agreement, Catalogue, Category
from catalog.standing import is_due, schedules_by_code
from domain.assignments import LIVE
from domain.economy import MANDATORY, Draw, MonthHours, Spending, hours_of_month, spending
from domain.money import NOTHING
from domain.months import days_of_month, month_of
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


@dataclass(frozen=True, kw_only=True, slots=True)
class AgreedMonth:
    """The agreed hours of a unit in the month that begins on `month`, and what is charged beyond them.

    `agreement` is the code of the agreement in force, None where there is none.
    """

    unit: str
    month: date
    agreement: str | None
    hours: tuple[MonthHours, ...]
    spending: Spending


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


async def month_hours(unit: str, month: date, *, work: Work, catalogue: Catalogue, at: datetime) -> AgreedMonth:
    """Return how the agreed hours of *unit* stand in *month*: with what is ordered, and with standing work.

    Standing work is done when its hours are confirmed; it is booked while somebody can still do it, also on the days
    that are to come and have not been made yet.
    """
    start, end = month_span(month)
    agreement = _agreement_of(unit, month, catalogue)
    agreed = {str(each.category): each.hours_per_month for each in agreement.lines} if agreement else {}
    draws = await work.requests.draws(unit, start=start, end=end)
    standing = await _standing_draws(unit, month, work=work, catalogue=catalogue, today=local_date(at))
    return AgreedMonth(
        unit=unit,
        month=month_of(month),
        agreement=agreement.code if agreement else None,
        hours=hours_of_month(agreed, [*draws, *standing]),
        spending=spending(draws, None),
    )


def _agreement_of(unit: str, month: date, catalogue: Catalogue) -> Agreement | None:
    """Return the agreement of the month: the one in force on its last day that has any."""
    days = reversed(days_of_month(month))
    return next((found for day in days if (found := catalogue.agreement_in_force(unit, day))), None)


async def _standing_draws(unit: str, month: date, *, work: Work, catalogue: Catalogue, today: date) -> Sequence[Draw]:
    days = days_of_month(month)
    entries = await work.time_entries.of_unit(unit, days[0], days[-1])
    done: dict[tuple[str, date], Decimal] = defaultdict(Decimal)
    for each in entries:
        # Handed over half-way, a piece has an entry of each who worked on it.
        if each.schedule is not None:
            done[each.schedule, each.day] += each.hours
    made = {
        (each.schedule, each.day): each for each in await work.standing.days(days[0], days[-1]) if each.unit == unit
    }
    start, end = month_span(month)
    held = await work.assignments.standing_held(start, end)
    live = {(each.schedule, local_date(each.start)) for each in held if each.status in LIVE}
    to_do = {key: each for key, each in made.items() if key in live or (key not in done and each.day >= today)}
    booked = [max(each.hours - done.get(key, NOTHING), NOTHING) for key, each in to_do.items()]
    schedules = schedules_by_code(await work.standing.schedules())
    for code, schedule in schedules.items():
        if schedule.unit == unit:
            coming = [day for day in days if day >= today and (code, day) not in made]
            due = [day for day in coming if is_due(schedule, day, catalogue.agreement_in_force(unit, day))]
            booked += [schedule.hours for _ in due]
    return [
        *(Draw(category=MANDATORY, is_done=True, hours=hours, is_order=False) for hours in done.values()),
        *(Draw(category=MANDATORY, is_done=False, hours=hours, is_order=False) for hours in booked),
    ]


async def order_hours(unit: str, day: date, agreement: Agreement | None, *, work: Work) -> tuple[MonthHours, ...]:
    """Return how the agreed hours of the month of *day* stand after what has been ordered, by category."""
    start, end = month_span(day)
    agreed = {str(each.category): each.hours_per_month for each in agreement.lines} if agreement else {}
    return hours_of_month(agreed, await work.requests.draws(unit, start=start, end=end))
