"""The view of somebody's day as a coordinator plans it."""

from actions.day import brief_version
from actions.planning import PlannedDay, read_day
from dialogs.cards.elements import Shown
from dialogs.cards.plan import FittingLine, PlanFacts, plan_card
from dialogs.cards.request import name_of
from dialogs.views.asked import Asked, Hidden
from dialogs.views.brief import line_of
from dialogs.views.requests import plain_facts
from domain.day import Stop, clashes_of, read_subject
from domain.people import Role
from domain.requests import ServiceRequest


async def show_plan(asked: Asked) -> Shown:
    """Return the day of an employee to the coordinators of any of their units."""
    code, on = read_subject(asked.id)
    own = [unit for unit in asked.reader.units if asked.allows("request.assign", unit=unit)]
    person = await asked.work.people.get(code)
    if not person.has_role(Role.SERVICE_EMPLOYEE) or not set(own) & set(person.units):
        raise Hidden
    version = await brief_version(asked.id, work=asked.work)
    planned = await read_day(person, on, units=own, work=asked.work, catalogue=asked.catalogue, at=asked.at)
    employees = await asked.work.people.with_role(Role.SERVICE_EMPLOYEE)
    people = [(each.code, each.name) for each in employees if set(each.units) & set(own)]
    return plan_card(_facts(asked, planned, people), asked.frame(version))


def _facts(asked: Asked, planned: PlannedDay, people: list[tuple[str, str]]) -> PlanFacts:
    return PlanFacts(
        person=planned.person.code,
        employee=planned.person.name,
        on=planned.day,
        lines=[line_of(asked, each) for each in planned.pieces],
        clashes=clashes_of(planned.stops),
        load=planned.load,
        room=planned.room,
        moves=planned.moves,
        is_away=planned.is_away,
        fitting=[_fitting(asked, request, stop) for request, stop in planned.fitting],
        people=people,
    )


def _fitting(asked: Asked, request: ServiceRequest, stop: Stop) -> FittingLine:
    about = plain_facts(asked, request)
    return FittingLine(
        request=request.id,
        name=name_of(about, asked.language),
        unit=about.unit.name.of(asked.language),
        place=about.request.place or "",
        start=stop.start or asked.at,
        hours=stop.hours,
    )
