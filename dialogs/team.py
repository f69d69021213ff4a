"""Who of a coordinator's team is at work on a day, how much it holds for each, and who is away."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from decimal import Decimal

from actions.ports import Begin
from actions.queue import away_on
from dialogs.inputs import day_meant
from dialogs.listening import only_of
from dialogs.turn import Reply, Turn, say
from dialogs.understanding.team_words import asks_who_is_away, asks_who_works
from domain.dispatch import hours_a_day
from domain.people import Person, Role
from domain.worktime import CALENDAR, at_local
from texts import say as in_words
from texts.format import hours, listed, number


@only_of(Role.COORDINATOR)
async def team_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Answer a coordinator's "vem jobbar idag?" and "vem är ledig på torsdag?"; None for other words."""
    is_away = asks_who_is_away(turn.text)
    if not (is_away or asks_who_works(turn.text)):
        return None
    day = day_meant(turn)
    team, away = await _team(turn, day, begin=begin)
    absent = listed([each.name for each in team if each.code in away], turn.language)
    if is_away:
        told = say("absence-on", day_on=day.isoformat(), names=absent)
        return Reply(messages=(told if absent else say("absence-nobody", day_on=day.isoformat()),))
    if not CALENDAR.is_working_day(day):
        return Reply(messages=(say("team-day-off", day_on=day.isoformat()),))
    present = await _lines(turn, [each for each in team if each.code not in away], day, begin=begin)
    beside = {"away": absent} if absent else {}
    return Reply(
        messages=(say("team-away" if absent else "team-day", day_on=day.isoformat(), names=present, **beside),)
    )


async def _team(turn: Turn, day: date, *, begin: Begin) -> tuple[Sequence[Person], frozenset[str]]:
    """Return the employees of the coordinator's units, and the codes of those who are away on *day*."""
    async with begin() as work:
        employees = await work.people.with_role(Role.SERVICE_EMPLOYEE)
        team = [each for each in employees if set(each.units) & set(turn.person.units)]
        return team, await away_on(work, day, day, among=[each.code for each in team])


async def _lines(turn: Turn, present: Sequence[Person], day: date, *, begin: Begin) -> str:
    """Return the names with the hours that the day holds for each, whoever has most room first."""
    codes = [each.code for each in present]
    async with begin() as work:
        end = at_local(day + timedelta(days=1), time())
        loads = await work.assignments.load_hours(codes, start=at_local(day, time()), end=end)
    load = {each.code: loads.get(each.code, Decimal(0)) for each in present}
    ranked = sorted(present, key=lambda each: (load[each.code] - hours_a_day(each), each.name))
    lines = [_line(each, load[each.code], turn.language) for each in ranked]
    return listed(lines, turn.language) or in_words("team-nobody", turn.language)


def _line(person: Person, load: Decimal, language: str) -> str:
    room = hours(hours_a_day(person), language)
    return in_words("team-person", language, name=person.name, load=number(load, language), room=room)
