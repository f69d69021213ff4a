"""Whom the desk suggests for a request, and why."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

from actions.ports import Work
from catalog.models import Catalogue
from domain.dispatch import Suggestion, suggest
from domain.people import Person, Role
from domain.requests import ServiceRequest
from domain.worktime import CALENDAR, STOCKHOLM


def demanded_competences(request: ServiceRequest, catalogue: Catalogue) -> tuple[str, ...]:
    """Return what somebody must be able to do to take *request*: its service or object, and the unit's type."""
    if request.service is not None:
        return catalogue.demanded_competences(request.service, request.unit)
    row = catalogue.boundary.get(request.object or "")
    of_object = row.competences if row else ()
    served = [each for each in (row.deviation_of, row.service) if each in catalogue.services] if row else []
    of_services = [competence for each in served for competence in catalogue.services[each or ""].competences]
    return tuple(dict.fromkeys([*of_object, *of_services, *catalogue.unit_competences(request.unit)]))


def length_of(request: ServiceRequest) -> timedelta:
    """Return how long the work is thought to take: what was ordered, or an hour for an issue."""
    return timedelta(hours=float(request.hours)) if request.hours is not None else timedelta(hours=1)


def planned_start(request: ServiceRequest, at: datetime) -> datetime:
    """Return when the work is thought to begin: when it was wanted, or in time for its deadline, but not before now."""
    if request.wanted_start is not None:
        return max(request.wanted_start, at)
    if request.wanted_end is not None:
        return max(request.wanted_end - length_of(request), at)
    return CALENDAR.next_opening(at)


def work_day(request: ServiceRequest, at: datetime) -> datetime:
    """Return midnight, local, of the day on which the work is planned."""
    local = planned_start(request, at).astimezone(STOCKHOLM)
    return local.replace(hour=0, minute=0, second=0, microsecond=0)


async def away_on(work: Work, first: date, last: date, *, among: Collection[str]) -> frozenset[str]:
    """Return who of *among* is away on any day from *first* to *last*."""
    return frozenset(each.person for each in await work.absences.of_days(first, last) if each.person in among)


async def suggestions_for(
    request: ServiceRequest, *, work: Work, catalogue: Catalogue, at: datetime
) -> Sequence[Suggestion]:
    """Return who could take *request* and is not away, the best first; those who declined it come last."""
    midnight = work_day(request, at)
    day = midnight.date()
    employees: Sequence[Person] = await work.people.with_role(Role.SERVICE_EMPLOYEE)
    away = await away_on(work, day, day, among=[each.code for each in employees])
    candidates = [each for each in employees if each.code not in away]
    load = await work.assignments.load_hours(
        [each.code for each in candidates], start=midnight, end=midnight + timedelta(days=1)
    )
    ranked = suggest(
        candidates,
        demanded=demanded_competences(request, catalogue),
        unit=request.unit,
        day=day,
        load_hours=load,
        hours=request.hours if request.hours is not None else Decimal(1),
    )
    declined = {each.person for each in await work.assignments.of_request(request.id) if each.status == "declined"}
    return sorted(ranked, key=lambda each: each.person.code in declined)
