"""The view of somebody's standing work on a day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from actions.confirming import Line, day_version, earlier_unconfirmed, lines_for, standing_day_of
from dialogs.cards.elements import Shown
from dialogs.cards.piece import PieceFacts, piece_card
from dialogs.cards.standing import StandingFacts, StandingLine, StandingList, standing_card
from dialogs.views.asked import Asked, Hidden
from domain.assignments import CLOSING_DAY, Assignment, AssignmentStatus, is_month_open
from domain.errors import NotAllowed
from domain.standing import day_of, day_subject
from texts.format import clock, local_day, moment


async def show_standing(asked: Asked) -> Shown:
    """Return a day's standing work to whoever has it, and to the coordinators of its units."""
    person, _, written = asked.id.partition("@")
    on = date.fromisoformat(written)
    version = await day_version(person, on, work=asked.work)
    return standing_card(await read_day(asked, on, person), asked.frame(version))


async def read_day(asked: Asked, on: date, person: str) -> StandingFacts:
    """Return what somebody has of standing work on a day: all of it to them, to others that of their units.

    Raises:
        Hidden: the reader may see none of it.
    """
    today, is_own = local_day(asked.at), person == asked.reader.code
    try:
        lines = await lines_for(asked.reader, person, on, catalogue=asked.catalogue, work=asked.work)
    except NotAllowed:
        raise Hidden from None
    earlier = await earlier_unconfirmed(person, today, work=asked.work) if is_own else ()
    return StandingFacts(
        on=on,
        lines=[_line(asked, each) for each in lines],
        closes=today.replace(day=CLOSING_DAY) if on < today.replace(day=1) else None,
        is_open=is_month_open(on, today),
        is_asked=asked.value("asked") != "",
        earlier=[each for each in earlier if each != on],
        employee="" if is_own else (await asked.names([person])).get(person, ""),
    )


async def read_standing(asked: Asked, live: Sequence[Assignment]) -> StandingList:
    """Return today's standing work of the reader, and of *live* what is asked of them or under way on any other day."""
    person, today = asked.reader.code, local_day(asked.at)
    others = [each for each in live if each.schedule is not None and _stands_out(each, today)]
    return StandingList(
        today=await read_day(asked, today, person),
        subject=day_subject(person, today),
        version=await day_version(person, today, work=asked.work),
        others=[(await _other(asked, each), each.status, each.version) for each in others],
    )


def _stands_out(assignment: Assignment, today: date) -> bool:
    is_todays = day_of(assignment) == today
    is_begun = assignment.status in {AssignmentStatus.STARTED, AssignmentStatus.PAUSED}
    return assignment.status is AssignmentStatus.OFFERED or (is_begun and not is_todays)


async def _other(asked: Asked, assignment: Assignment) -> StandingLine:
    line = _line(asked, Line(assignment=assignment, day=await standing_day_of(assignment, work=asked.work)))
    return replace(line, clock=moment(assignment.planned_start or asked.at, asked.language, local_day(asked.at)))


async def show_piece(asked: Asked, assignment: Assignment) -> Shown:
    """Return one piece of standing work: to work on for whom it is given to, to read for the unit's coordinators."""
    day = await standing_day_of(assignment, work=asked.work)
    is_mine = assignment.person == asked.reader.code
    if not is_mine and not asked.allows("request.assign", unit=day.unit):
        raise Hidden
    line = _line(asked, Line(assignment=assignment, day=day))
    is_begun = assignment.started_at is not None and assignment.hours is None
    facts = PieceFacts(
        assignment=assignment,
        service=line.service,
        unit=line.unit,
        planned_hours=day.hours,
        hours=assignment.suggested_hours(asked.at) if is_begun else line.hours,
        is_mine=is_mine,
        employee=(await asked.names([assignment.person])).get(assignment.person, ""),
    )
    return piece_card(facts, asked.frame(assignment.version))


def _line(asked: Asked, line: Line) -> StandingLine:
    catalogue, day = asked.catalogue, line.day
    service, unit = catalogue.services.get(day.service), catalogue.units.get(day.unit)
    return StandingLine(
        assignment=line.assignment.id,
        clock=clock(day.start),
        service=service.name.of(asked.language) if service else day.service,
        unit=unit.name.of(asked.language) if unit else day.unit,
        hours=line.hours,
        is_confirmed=line.is_confirmed,
    )
