"""Whom the desk suggests for work: who may do it, who has room, and why they come first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domain.people import Person, Role, UnitCode

WORKING_DAYS = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Suggestion:
    """Someone who could do the work, and why they stand where they stand.

    Reasons are codes: `all-competences unit-team other-team least-load`, and why it does not fit: `unknown-hours
    too-long little-room no-room`. `load_hours` is what the day holds for them already, `day_hours` what it can hold,
    `hours` how long the work takes; `has_room` tells whether the work fits.
    """

    person: Person
    reasons: tuple[str, ...]
    has_room: bool
    load_hours: Decimal
    day_hours: Decimal
    hours: Decimal = Decimal(0)


def suggest(
    candidates: Iterable[Person],
    *,
    demanded: Iterable[str],
    unit: UnitCode,
    day: date,
    load_hours: Mapping[str, Decimal],
    hours: Decimal = Decimal(0),
) -> tuple[Suggestion, ...]:
    """Return everybody who can do the work on *day*, the best first.

    Only active service employees with every competence of *demanded* valid that day are named. Whoever has room comes
    before whoever has not; then the team of *unit*, the smaller load, and the code. *load_hours* is what the day holds
    by person, in hours; someone who is not in it has none. *hours* is how long the work takes.
    """
    demanded = tuple(demanded)
    able = [
        each
        for each in candidates
        if each.is_active and each.has_role(Role.SERVICE_EMPLOYEE) and not each.lacks(demanded, on=day)
    ]
    loads = {each.code: load_hours.get(each.code, Decimal(0)) for each in able}
    least = min(loads.values(), default=Decimal(0))
    found = [_suggestion(each, unit, load=loads[each.code], least=least, hours=hours) for each in able]
    return tuple(sorted(found, key=_rank))


def hours_a_day(person: Person) -> Decimal:
    """Return how many hours of work a day of *person* holds: a fifth of the week, nothing when that is not known."""
    return (person.hours_per_week or Decimal(0)) / WORKING_DAYS


def _suggestion(person: Person, unit: UnitCode, *, load: Decimal, least: Decimal, hours: Decimal) -> Suggestion:
    capacity = hours_a_day(person)
    has_room = load < capacity and load + hours <= capacity
    reasons = ["all-competences", "unit-team" if unit in person.units else "other-team"]
    if load == least:
        reasons.append("least-load")
    if not has_room:
        reasons.append(_hindrance(capacity, load, hours))
    return Suggestion(
        person=person,
        reasons=tuple(reasons),
        has_room=has_room,
        load_hours=load,
        day_hours=capacity,
        hours=hours,
    )


def _hindrance(capacity: Decimal, load: Decimal, hours: Decimal) -> str:
    """Return why the work does not fit in a day; a day is full only when there is enough in it already."""
    if capacity == 0:
        return "unknown-hours"
    if hours > capacity:
        return "too-long"
    return "no-room" if load >= capacity else "little-room"


def _rank(suggestion: Suggestion) -> tuple[bool, bool, Decimal, str]:
    is_elsewhere = "unit-team" not in suggestion.reasons
    return (not suggestion.has_room, is_elsewhere, suggestion.load_hours, suggestion.person.code)
