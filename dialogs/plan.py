"""Planning somebody's day in chat: looking at it, and giving several small jobs in one press or sentence."""

import re
from collections.abc import Sequence
from datetime import date

from actions.planning import assign_bundle
from actions.ports import Begin
from dialogs.staff import employees_called, employees_in
from dialogs.turn import Press, Reply, Turn, say, show
from dialogs.understanding.plan_words import is_planning, read_bundle
from domain.assignments import Assignment
from domain.day import plan_subject
from domain.errors import BadInput
from domain.notices import Message
from domain.people import Role
from domain.worktime import local_date

_NUMBERS = re.compile(r"[BF]-20[0-9]{2}-[0-9]{4,6}(?:\|[BF]-20[0-9]{2}-[0-9]{4,6}){0,7}")


async def plan_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Show a coordinator somebody's day: "planera torsdag för Leo"; None for other words."""
    if not turn.person.has_role(Role.COORDINATOR) or not is_planning(turn.text):
        return None
    named = await employees_in(turn.text, begin=begin)
    if len(named) != 1:
        return Reply(messages=(say("plan-who"),))
    when = turn.understood.when if turn.understood else None
    day = local_date(when.start) if when is not None and when.start is not None else local_date(turn.at)
    return _shown(named[0].code, day)


async def press_plan(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Show the day of the person and date that were chosen; of the first of the team, today, where none was."""
    if not turn.person.has_role(Role.COORDINATOR):
        raise BadInput(field="verb", lowest="", highest="")
    person = press.text("person") or await _first_of_team(turn, begin=begin)
    written = press.text("date")
    return _shown(person, _day(written) if written is not None else local_date(turn.at))


async def _first_of_team(turn: Turn, *, begin: Begin) -> str:
    async with begin() as work:
        employees = await work.people.with_role(Role.SERVICE_EMPLOYEE)
    found = next((each.code for each in employees if set(each.units) & set(turn.person.units)), None)
    if found is None:
        raise BadInput(field="person", lowest="", highest="")
    return found


def _shown(person: str, day: date) -> Reply:
    subject = plan_subject(person, day)
    return Reply(messages=(show("plan", subject),), state={"focus": subject})


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise BadInput(field="date", lowest="", highest="") from None


async def press_bundle(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Give what the button names to whom it names, or to whom was chosen, in one go."""
    named, person = press.text("requests") or "", press.text("to") or press.text("person")
    if _NUMBERS.fullmatch(named) is None or person is None:
        raise BadInput(field="requests", lowest="", highest="")
    written = press.text("day")
    given = await assign_bundle(
        named.split("|"),
        person,
        by=turn.person,
        catalogue=turn.catalogue,
        begin=begin,
        at=turn.at,
        day=_day(written) if written is not None else None,
    )
    return Reply(toast=_told(given))


async def bundle_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Take a coordinator's "tilldela B-2022-0001 och B-2022-0002 till Leo"; None for other words."""
    read = read_bundle(turn.text) if turn.person.has_role(Role.COORDINATOR) else None
    if read is None:
        return None
    numbers, name = read
    named = await employees_called(name, begin=begin)
    if len(named) != 1:
        return Reply(messages=(say("absence-who"),))
    kind, _, planned = (turn.focus or "").partition(":")
    day = _day(planned.partition("@")[2]) if kind == "plan" else None
    given = await assign_bundle(
        numbers, named[0].code, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at, day=day
    )
    return Reply(messages=(_told(given),))


def _told(given: Sequence[Assignment]) -> Message:
    return say(
        "given-bundle",
        to_person=given[0].person,
        requests=", ".join(each.request or "" for each in given),
        count=len(given),
    )
