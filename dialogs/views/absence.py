"""The view of an absence, for whoever is away and for the coordinators."""

from datetime import datetime

from actions.absence import STANDING
from actions.confirming import standing_day_of
from catalog.models import Catalogue
from dialogs.cards.absence import AbsenceFacts, absence_card
from dialogs.cards.elements import Shown
from dialogs.views.asked import Asked, Hidden
from domain.errors import NotFound
from domain.requests import ServiceRequest
from texts import say
from texts.format import local_day, moment


async def show_absence(asked: Asked) -> Shown:
    """Return the days, and of the work on them what the message tells: who was asked, and what nobody has."""
    absence = await asked.work.absences.get(asked.id)
    employee = await asked.work.people.get(absence.person)
    is_own = employee.code == asked.reader.code
    if not any(asked.allows("absence.report", unit=unit, is_own=is_own) for unit in employee.units or (None,)):
        raise Hidden
    takers = dict(each.split("=", 1) for each in asked.codes("offered"))
    names = await asked.names(takers.values())
    facts = AbsenceFacts(
        absence=absence,
        name=employee.name,
        is_own=is_own,
        may_end=not absence.is_over and absence.last >= local_day(asked.at),
        offered=[(await _named(asked, number), names.get(person, "")) for number, person in takers.items()],
        uncovered=[await _named(asked, number) for number in asked.codes("uncovered")],
        since=datetime.fromisoformat(since) if (since := asked.value("since")) else None,
    )
    return absence_card(facts, asked.frame(absence.version))


async def _named(asked: Asked, number: str) -> str:
    """Return what is to be done and where, with its number."""
    if number.startswith(STANDING):
        return await _standing(asked, number)
    try:
        request = await asked.work.requests.get(number)
    except NotFound:
        return number
    parts = (_service(request, asked.catalogue, asked.language), asked.place(request.place, unit=request.unit), number)
    return " · ".join(each for each in parts if each)


async def _standing(asked: Asked, number: str) -> str:
    """Return a piece of standing work: what, where, when."""
    try:
        day = await standing_day_of(await asked.work.assignments.get(number), work=asked.work)
    except NotFound:
        return number
    service, unit = asked.catalogue.services.get(day.service), asked.catalogue.units.get(day.unit)
    names = [each.name.of(asked.language) for each in (service, unit) if each is not None]
    return " · ".join([*names, moment(day.start, asked.language, local_day(asked.at))])


def _service(request: ServiceRequest, catalogue: Catalogue, language: str) -> str:
    service = catalogue.services.get(request.service or "")
    if service is not None:
        return service.name.of(language)
    row = catalogue.boundary.get(request.object or "")
    return row.object.of(language) if row is not None else say("kind-issue", language)
