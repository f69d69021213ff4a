"""The views of competences: somebody's training plan, and what runs out."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from actions.training import demands_of, plan_of
from dialogs.cards.elements import Shown
from dialogs.cards.training import ExpiringLine, HeldLine, TrainingFacts, expiring_card, training_card
from dialogs.views.asked import Asked, Hidden
from domain.people import Holding, Person, Role
from domain.training import Standing, standing_of, work_lost
from texts.format import local_day


def may_see_plan(asked: Asked, person: Person) -> bool:
    """Tell whether the reader may see the person's plan: their own, of their units, or as who leads the project."""
    if asked.reader.code == person.code or asked.reader.has_role(Role.PROJECT_LEADER):
        return True
    return any(asked.allows("request.assign", unit=unit) for unit in person.units)


async def show_training(asked: Asked) -> Shown:
    """Return the training plan of an employee to them, their coordinators and whoever leads the project."""
    person = await asked.work.people.get(asked.id)
    if not person.has_role(Role.SERVICE_EMPLOYEE) or not may_see_plan(asked, person):
        raise Hidden
    today, warned = local_day(asked.at), asked.value("competence")
    plan = plan_of(person, catalogue=asked.catalogue, on=today)
    held = {each.competence: _held(asked, each, today) for each, _ in plan.held}
    facts = TrainingFacts(
        employee=person.name,
        units=[_unit(asked, code) for code in person.units],
        held=list(held.values()),
        missing=[(_name(asked, code), [_unit(asked, each) for each in units]) for code, units in plan.missing.items()],
        widening=[(_name(asked, code), [_service(asked, each) for each in of]) for code, of in plan.widening.items()],
        expires=held.get(warned),
        is_own=asked.reader.code == person.code,
    )
    return training_card(facts, asked.frame())


def _held(asked: Asked, holding: Holding, today: date) -> HeldLine:
    name = _name(asked, holding.competence)
    return HeldLine(name=name, standing=standing_of(holding, today), valid_to=holding.valid_to)


def _name(asked: Asked, code: str) -> str:
    competence = asked.catalogue.competences.get(code)
    return competence.name.of(asked.language) if competence else code


def _unit(asked: Asked, code: str) -> str:
    unit = asked.catalogue.units.get(code)
    return unit.name.of(asked.language) if unit else code


def _service(asked: Asked, code: str) -> str:
    service = asked.catalogue.services.get(code)
    return service.name.of(asked.language) if service else code


async def show_expiring(asked: Asked) -> Shown:
    """Return what runs out: what the message warns of, or all that does so soon, of the reader's units."""
    if not asked.reader.has_role(Role.COORDINATOR) and not asked.reader.has_role(Role.PROJECT_LEADER):
        raise Hidden
    employees = await asked.work.people.with_role(Role.SERVICE_EMPLOYEE)
    warned = asked.codes("expiring")
    grouped: dict[tuple[date, str], list[Person]] = defaultdict(list)
    for person in employees:
        if not may_see_plan(asked, person):
            continue
        for holding in person.holdings:
            if holding.valid_to is not None and _is_meant(asked, person, holding, warned):
                grouped[holding.valid_to, holding.competence].append(person)
    lines = [_line(asked, key, grouped[key], employees) for key in sorted(grouped)]
    others = [(each.code, each.name) for each in employees if may_see_plan(asked, each)]
    return expiring_card(lines, others, asked.frame())


def _is_meant(asked: Asked, person: Person, holding: Holding, warned: Collection[str]) -> bool:
    if warned:
        return f"{person.code}={holding.competence}" in warned
    return standing_of(holding, local_day(asked.at)) is Standing.SOON


def _line(asked: Asked, key: tuple[date, str], people: Sequence[Person], employees: Sequence[Person]) -> ExpiringLine:
    valid_to, competence = key
    demands = {
        work: demanded
        for work, demanded in demands_of(_units_of(asked), catalogue=asked.catalogue).items()
        if competence in demanded
    }
    whole = {(unit, ""): asked.catalogue.unit_competences(unit) for unit in _units_of(asked)}
    gone = [unit for unit, _ in work_lost(whole, employees, after=valid_to)]
    rest: Mapping[str, list[str]] = defaultdict(list)
    for unit, service in sorted(work_lost(demands, employees, after=valid_to)):
        if unit not in gone:
            rest[service].append(_unit(asked, unit))
    return ExpiringLine(
        name=_name(asked, competence),
        valid_to=valid_to,
        people=[(each.code, each.name) for each in people],
        units=[_unit(asked, each) for each in gone],
        services=[(_service(asked, service), units) for service, units in rest.items()],
    )


def _units_of(asked: Asked) -> Sequence[str]:
    """Return the units that the reader answers for; all of them for whoever leads the project."""
    own = [unit for unit in asked.reader.units if unit in asked.catalogue.units]
    return own or sorted(asked.catalogue.units)
