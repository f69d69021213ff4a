"""The indicators of a month: worked out of what the desk holds, kept once the month is over, entered by hand."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from actions.ports import Begin, Work
from catalog.models import Catalogue, Indicator
from domain.indicators import (
    ADMINISTRATION,
    ALL,
    COMPUTED,
    MONTHS_FOR_FORECAST,
    UNIT,
    MonthFacts,
    Observation,
    outcome,
)
from domain.months import days_of_month, month_after, month_before, month_of
from domain.people import Person, Role
from domain.worktime import CALENDAR, local_date, month_span

READ = "indicator.read"
CLEANING = "LOK-"
"""How the codes of the services of cleaning begin."""
BASIC_TRAINING = "BEMOT"
SETTLED_ON = 11
"""The day of the next month on which outcomes are kept: the hours can be corrected until the day before."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """An indicator as it stands in a month and scope: `values` are its outcomes by month, None of one that is hidden.

    `now` is the month's own outcome with how it came about; None where there is none yet.
    """

    indicator: Indicator
    values: Mapping[date, Decimal | None]
    now: Observation | None = None


def scopes_read_by(person: Person, catalogue: Catalogue) -> list[str]:
    """Return the scopes of which *person* may see the outcomes: all, administrations and units, in this order.

    Raises:
        NotAllowed: there is none.
    """
    permissions, units = catalogue.permissions, catalogue.units
    seen = [f"{UNIT}{code}" for code in units if permissions.allows(person, READ, unit=code)]
    if permissions.allows(person, READ):
        return [ALL, *administrations(catalogue), *seen]
    if not seen:
        permissions.demand(person, READ)
    return seen


def administrations(catalogue: Catalogue) -> list[str]:
    """Return the scopes of the administrations, named as their units name them."""
    return list(dict.fromkeys(f"{ADMINISTRATION}{unit.administration.sv}" for unit in catalogue.units.values()))


def units_in(scope: str, catalogue: Catalogue) -> frozenset[str]:
    """Return the units of *scope*; none of one that is not known."""
    if scope == ALL:
        return frozenset(catalogue.units)
    if scope.startswith(UNIT):
        return frozenset(catalogue.units) & {scope.removeprefix(UNIT)}
    name = scope.removeprefix(ADMINISTRATION)
    return frozenset(code for code, unit in catalogue.units.items() if unit.administration.sv == name)


def follows(indicator: Indicator, unit: str, month: date, catalogue: Catalogue) -> bool:
    """Tell whether *unit* follows *indicator* in *month*: as its agreement has chosen, or else as it is meant for.

    A unit whose agreement has not begun, or is over, follows none.
    """
    days = days_of_month(month)
    held = catalogue.agreement_in_force(unit, days[-1]) or catalogue.agreement_in_force(unit, days[0])
    if held is None:
        return False
    if held.indicators:
        return indicator.code in held.indicators
    return not indicator.units or unit in indicator.units


async def readings(scope: str, month: date, *, work: Work, catalogue: Catalogue, at: datetime) -> Sequence[Reading]:
    """Return how the indicators stand that the units of *scope* follow, in the order of their file.

    What is kept counts; the month itself and the one before it are worked out as long as nothing is.
    """
    first = month
    for _ in range(MONTHS_FOR_FORECAST - 1):
        first = month_before(first)
    found = {(each.indicator, each.month): each for each in await work.indicators.current([scope], first, month)}
    indicators = catalogue.indicators
    for each in (month_before(month), month):
        for worked in await worked_out(each, [scope], indicators.values(), work=work, catalogue=catalogue, at=at):
            found.setdefault((worked.indicator, worked.month), worked)
    units = units_in(scope, catalogue)
    return [
        Reading(
            indicator=indicator,
            values={each.month: each.value for (of, _), each in found.items() if of == code},
            now=found.get((code, month)),
        )
        for code, indicator in indicators.items()
        if any(follows(indicator, unit, month, catalogue) for unit in units)
    ]


async def worked_out(
    month: date,
    scopes: Sequence[str],
    wanted: Collection[Indicator],
    *,
    work: Work,
    catalogue: Catalogue,
    at: datetime,
) -> Sequence[Observation]:
    """Return the outcomes of *month* that follow from what the desk holds; none of a month to come."""
    today = local_date(at)
    if month > today:
        return []
    facts = await facts_of(month, work=work, catalogue=catalogue, today=today)
    found = []
    for scope in scopes:
        for indicator in wanted:
            if indicator.code in COMPUTED:
                units = {each for each in units_in(scope, catalogue) if follows(indicator, each, month, catalogue)}
                worked = outcome(indicator.code, facts, units, CALENDAR)
                if worked is not None:
                    kept = Observation(indicator=indicator.code, month=month, scope=scope, value=worked.value, at=at)
                    found.append(replace(kept, basis=worked.basis))
    return found


async def facts_of(month: date, *, work: Work, catalogue: Catalogue, today: date) -> MonthFacts:
    """Return what the outcomes of *month* are worked out of.

    When somebody was trained is not kept, only until when it holds: of earlier months nobody's training is told.
    """
    start, end = month_span(month)
    done = await work.indicators.done(start, end)
    reopened = await work.indicators.reopened(start, end)
    finished = {request: unit for request, unit, _ in done} | dict(reopened)
    hours, cleaning = await _hours(month, work=work, catalogue=catalogue)
    is_recent = month >= month_before(today)
    employees = await work.people.with_role(Role.SERVICE_EMPLOYEE) if is_recent else ()
    last = min(days_of_month(month)[-1], today)
    return MonthFacts(
        orders=[order for _, _, order in done if order is not None],
        hours=hours,
        cleaning_hours=cleaning,
        cleaning_faults=await _cleaning_faults(month, work=work, catalogue=catalogue),
        reopened=_counted(reopened.values()),
        done=_counted(finished.values()),
        employees={unit: frozenset(e.code for e in employees if unit in e.units) for unit in catalogue.units},
        trained=frozenset(each.code for each in employees if not each.lacks([BASIC_TRAINING], on=last)),
    )


async def _hours(
    month: date, *, work: Work, catalogue: Catalogue
) -> tuple[Mapping[str, Decimal], Mapping[str, Decimal]]:
    """Return the hours worked by unit, and those of cleaning; a unit without any is not there."""
    days = days_of_month(month)
    hours: dict[str, Decimal] = {}
    cleaning: dict[str, Decimal] = {}
    for unit in catalogue.units:
        for entry in await work.time_entries.of_unit(unit, days[0], days[-1]):
            hours[unit] = hours.get(unit, Decimal(0)) + entry.hours
            if (entry.service or "").startswith(CLEANING):
                cleaning[unit] = cleaning.get(unit, Decimal(0)) + entry.hours
    return hours, cleaning


async def _cleaning_faults(month: date, *, work: Work, catalogue: Catalogue) -> Mapping[str, int]:
    start, end = month_span(month)
    found: dict[str, int] = {}
    for each in await work.parties.counted(list(catalogue.units), start=start, end=end):
        if (each.deviation_of or "").startswith(CLEANING):
            found[each.unit] = found.get(each.unit, 0) + each.count
    return found


def _counted(units: Collection[str]) -> Mapping[str, int]:
    return {unit: sum(each == unit for each in units) for unit in set(units)}


async def settle_month(day: date, *, begin: Begin, at: datetime) -> int:
    """Keep the outcomes of the month before *day*, if *day* is the one on which that is done; return how many.

    Safe to run again: what is kept already, or was entered by hand, stays as it is.
    """
    if day.day != SETTLED_ON:
        return 0
    async with begin() as work:
        catalogue = await work.catalogues.read(day=day)
        month = month_before(day)
        scopes = [ALL, *administrations(catalogue), *(f"{UNIT}{code}" for code in catalogue.units)]
        indicators = catalogue.indicators.values()
        found = await worked_out(month, scopes, indicators, work=work, catalogue=catalogue, at=at)
        await work.indicators.settle(found)
        return len(found)


def last_months(month: date, count: int) -> Sequence[date]:
    """Return *count* months up to *month*, in order."""
    found = [month_of(month)]
    while len(found) < count:
        found.insert(0, month_before(found[0]))
    return found


def is_to_come(month: date, at: datetime) -> bool:
    """Tell whether *month* has not begun yet."""
    return month >= month_after(local_date(at))
