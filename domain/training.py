"""Competences over time: when somebody is warned that one runs out, what is lost then, and who lacks what."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from domain.people import Holding, Person, Role, UnitCode
from domain.worktime import CALENDAR

WARNED_DAYS = (60, 30, 7)
"""How many days before the last valid day somebody is warned, once each."""
SOON = timedelta(days=WARNED_DAYS[0])
Work = tuple[UnitCode, str]
"""A unit's code and a service's."""


class Standing(StrEnum):
    """How a competence stands on a day."""

    VALID = "valid"
    SOON = "soon"
    EXPIRED = "expired"


def standing_of(holding: Holding, on: date) -> Standing:
    """Return how *holding* stands on the day; what runs out within the first warning's time does so soon."""
    if not holding.is_valid(on):
        return Standing.EXPIRED
    is_soon = holding.valid_to is not None and holding.valid_to - on <= SOON
    return Standing.SOON if is_soon else Standing.VALID


def warning_of(valid_to: date, on: date) -> int | None:
    """Return which warning, in days, is due on the day or was missed before; None when none is, or all is over.

    A warning that falls on a day off is due on the working day before. Of several that were missed only the last one
    counts: nobody is told at once that there are 60 days left, and 7.
    """
    if on > valid_to:
        return None
    due = [each for each in WARNED_DAYS if on >= CALENDAR.working_day_on_or_before(valid_to - timedelta(days=each))]
    return min(due, default=None)


def is_able(people: Iterable[Person], demanded: Collection[str], on: date) -> bool:
    """Tell whether any active service employee of *people* has all that is demanded on the day."""
    return any(
        each.is_active and each.has_role(Role.SERVICE_EMPLOYEE) and not each.lacks(demanded, on=on) for each in people
    )


def work_lost(demands: Mapping[Work, Collection[str]], people: Collection[Person], *, after: date) -> Sequence[Work]:
    """Return the work that somebody could do on *after*, the last valid day of something, and nobody can the next."""
    following = after + timedelta(days=1)
    return [
        work
        for work, demanded in demands.items()
        if is_able(people, demanded, after) and not is_able(people, demanded, following)
    ]


@dataclass(frozen=True, kw_only=True, slots=True)
class TrainingPlan:
    """What somebody holds and lacks on a day.

    `missing` has what their units demand of everybody, with those units; `widening` what services that their units
    can have demand besides, with those services, the most useful first.
    """

    held: Sequence[tuple[Holding, Standing]]
    missing: Mapping[str, Sequence[UnitCode]]
    widening: Mapping[str, Sequence[str]]


def training_plan(
    person: Person, *, required: Mapping[UnitCode, Sequence[str]], services: Mapping[str, Sequence[str]], on: date
) -> TrainingPlan:
    """Return the training plan of *person* on the day.

    Args:
        person: whose plan it is.
        required: by unit that they serve, the competences demanded of everybody there.
        services: by service that those units can have, the competences that it demands.
        on: the day; what is no longer valid on it is missing.
    """
    missing: dict[str, list[UnitCode]] = {}
    for unit, demanded in required.items():
        for code in person.lacks(demanded, on=on):
            missing.setdefault(code, []).append(unit)
    widening: dict[str, list[str]] = {}
    for service, demanded in services.items():
        for code in person.lacks(demanded, on=on):
            if code not in missing:
                widening.setdefault(code, []).append(service)
    order = sorted(widening, key=lambda code: (-len(widening[code]), code))
    return TrainingPlan(
        held=[(each, standing_of(each, on)) for each in sorted(person.holdings, key=_by_end)],
        missing=missing,
        widening={code: widening[code] for code in order},
    )


def _by_end(holding: Holding) -> tuple[date, str]:
    return holding.valid_to or date.max, holding.competence
