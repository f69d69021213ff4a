"""Competences that run out: the employee and the coordinators are warned in time, once for each warning."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from actions.ports import Begin, Work
from actions.telling import coordinators_for, tell
from catalog.models import Catalogue
from domain.notices import Message
from domain.people import Holding, Person, Role
from domain.training import TrainingPlan, training_plan, warning_of
from domain.worktime import CALENDAR

WARNED = "competence-warned:"
"""Settings of this prefix tell when somebody was warned of what: person, competence, last valid day, days before."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Expiring:
    """Something that somebody holds and that runs out; `days` is which warning of it this is."""

    person: Person
    holding: Holding
    days: int

    @property
    def key(self) -> str:
        """Return what tells this warning from every other."""
        return f"{self.person.code}:{self.holding.competence}:{self.holding.valid_to}:{self.days}"


async def warn_expiring(day: date, *, begin: Begin, at: datetime) -> int:
    """Warn of what runs out, 60, 30 and 7 days before; return how many warnings are new.

    The employee gets their training plan, and the coordinators of their units one card of all that is new, which says
    what nobody can do any more. On days off nobody is told. A warning that was missed is given on the next working
    day; each is kept, so that it is given once, whatever is stopped or run twice.
    """
    if not CALENDAR.is_working_day(day):
        return 0
    async with begin() as work:
        due = [each for each in await _due(work, day) if await _is_new(work, each, at=at)]
        for each in due:
            await _tell_employee(work, each, at=at)
        for coordinator, theirs in (await _by_coordinator(work, due)).items():
            values = {"expiring": "|".join(f"{each.person.code}={each.holding.competence}" for each in theirs)}
            occasion = "|".join(each.key for each in theirs)
            message = Message(view="expiring", values=values)
            await tell(work, "competence.expiring", [coordinator], message, occasion=occasion, at=at)
        return len(due)


async def _due(work: Work, day: date) -> Sequence[Expiring]:
    return [
        Expiring(person=person, holding=holding, days=days)
        for person in await work.people.with_role(Role.SERVICE_EMPLOYEE)
        for holding in person.holdings
        if holding.valid_to is not None and (days := warning_of(holding.valid_to, day)) is not None
    ]


async def _is_new(work: Work, expiring: Expiring, *, at: datetime) -> bool:
    name, now = f"{WARNED}{expiring.key}", at.isoformat()
    return await work.settings.put_if_absent(name, now) == now


async def _tell_employee(work: Work, expiring: Expiring, *, at: datetime) -> None:
    person = expiring.person.code
    values = {"competence": expiring.holding.competence}
    message = Message(view="training", subject=f"training:{person}", values=values)
    await tell(work, "competence.expires", [person], message, occasion=expiring.key, at=at)


async def _by_coordinator(work: Work, due: Collection[Expiring]) -> Mapping[str, list[Expiring]]:
    found: dict[str, list[Expiring]] = {}
    for each in due:
        for coordinator in await coordinators_for(work, each.person):
            found.setdefault(coordinator, []).append(each)
    return found


def plan_of(person: Person, *, catalogue: Catalogue, on: date) -> TrainingPlan:
    """Return the training plan of *person* on the day, for the units that they serve."""
    units = [unit for unit in person.units if unit in catalogue.units]
    types = {catalogue.units[unit].unit_type for unit in units}
    services = {code: each.competences for code, each in catalogue.services.items() if types & set(each.unit_types)}
    required = {unit: catalogue.unit_competences(unit) for unit in units}
    return training_plan(person, required=required, services=services, on=on)


def demands_of(units: Collection[str], *, catalogue: Catalogue) -> Mapping[tuple[str, str], Collection[str]]:
    """Return what each service that the units can have demands there."""
    return {
        (unit, code): catalogue.demanded_competences(code, unit)
        for unit in units
        for code, service in catalogue.services.items()
        if catalogue.units[unit].unit_type in service.unit_types
    }
