"""The view of a day's standing work that nobody has."""

from collections.abc import Sequence
from datetime import date

from actions.covering import open_days, read_staff, uncovered_version
from dialogs.cards.elements import Shown
from dialogs.cards.uncovered import UncoveredFacts, UncoveredLine, uncovered_card
from dialogs.views.asked import Asked, Hidden
from domain.people import Person, Role
from domain.standing import StandingDay
from texts.format import clock


async def show_uncovered(asked: Asked) -> Shown:
    """Return what nobody has of the units that the reader coordinates."""
    if not asked.reader.has_role(Role.COORDINATOR):
        raise Hidden
    on = date.fromisoformat(asked.id)
    found = [each for each in await open_days(on, work=asked.work) if asked.allows("request.assign", unit=each[0].unit)]
    names = await asked.names([person for _, person in found if person])
    staff = await read_staff(asked.work, on, on)
    facts = UncoveredFacts(
        on=on,
        lines=[_line(asked, day, names.get(person or "", "")) for day, person in found],
        people=_people(asked, staff.at_work(on), found[0][0]) if found else (),
    )
    return uncovered_card(facts, asked.frame(await uncovered_version(asked.id, work=asked.work)))


def _line(asked: Asked, day: StandingDay, name: str) -> UncoveredLine:
    service, unit = asked.catalogue.services.get(day.service), asked.catalogue.units.get(day.unit)
    words = (service.name.of(asked.language) if service else day.service, unit.name.of(asked.language) if unit else "")
    return UncoveredLine(
        schedule=day.schedule, what=f"{clock(day.start)} {', '.join(words)}", hours=day.hours, asked=name
    )


def _people(asked: Asked, at_work: Sequence[Person], day: StandingDay) -> list[tuple[str, str]]:
    """Return who is at work, those first who may do the first of the lines and belong to its unit."""
    demanded = asked.catalogue.demanded_competences(day.service, day.unit)
    ranked = sorted(
        at_work, key=lambda each: (bool(each.lacks(demanded, on=day.day)), day.unit not in each.units, each.code)
    )
    return [(each.code, each.name) for each in ranked]
