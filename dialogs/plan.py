"""Planning somebody's day in chat: looking at it, and giving several small jobs in one press or sentence."""

import re
from collections.abc import Sequence
from datetime import date

from actions.giving import part_of
from actions.planning import assign_bundle
from actions.ports import Begin
from actions.splitting import split_request
from dialogs.inputs import day_in, day_meant, read_day, read_hours
from dialogs.listening import only_of
from dialogs.staff import employees_called, employees_in
from dialogs.subjects import id_in
from dialogs.turn import Press, Reply, Turn, say, show
from dialogs.understanding.plan_words import asks_of_somebody, is_planning, read_bundle, read_split
from domain.assignments import Assignment
from domain.day import plan_subject
from domain.errors import BadInput
from domain.notices import Message
from domain.people import Role
from domain.worktime import local_date

_NUMBERS = re.compile(r"[BF]-20[0-9]{2}-[0-9]{4,6}(?:\|[BF]-20[0-9]{2}-[0-9]{4,6}){0,7}")


@only_of(Role.COORDINATOR)
async def plan_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Show a coordinator somebody's day: "planera torsdag för Leo", "vad gör Leo idag?"; None for other words."""
    is_asked = is_planning(turn.text)
    if not (is_asked or asks_of_somebody(turn.text)):
        return None
    named = await employees_in(turn.text, begin=begin)
    if len(named) != 1:
        return None if not is_asked else Reply(messages=(say("plan-who"),))
    day = day_meant(turn)
    return _shown(named[0].code, day)


async def press_plan(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Show the day of the person and date that were chosen; of the first of the team, today, where none was."""
    if not turn.person.has_role(Role.COORDINATOR):
        raise BadInput(field="verb", lowest="", highest="")
    person = press.text("person") or await _first_of_team(turn, begin=begin)
    return _shown(person, day_in(press, "date") or local_date(turn.at))


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


async def press_split(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Share the request of the card between the two who were chosen, with the hours that the first is to do."""
    first, second, hours = press.text("person"), press.text("second"), press.text("hours")
    if first is None or second is None:
        raise BadInput(field="person", lowest="", highest="")
    said = read_hours(hours) if hours is not None else None
    given = await split_request(
        id_in(press, "request"),
        (first, second),
        said,
        by=turn.person,
        catalogue=turn.catalogue,
        begin=begin,
        at=turn.at,
    )
    return Reply(toast=_shared(given))


@only_of(Role.COORDINATOR)
async def split_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Take a coordinator's "dela B-2022-0001 mellan Leo och Omar"; None for other words."""
    read = read_split(turn.text)
    if read is None:
        return None
    kind, _, in_focus = (turn.focus or "").partition(":")
    number = read.number or (in_focus if kind == "request" else "")
    people = [await employees_called(name, begin=begin) for name in read.names]
    if not number or any(len(each) != 1 for each in people):
        return Reply(messages=(say("split-who"),))
    (first,), (second,) = people
    given = await split_request(
        number,
        (first.code, second.code),
        read_hours(read.hours) if read.hours else None,
        by=turn.person,
        catalogue=turn.catalogue,
        begin=begin,
        at=turn.at,
    )
    return Reply(messages=(_shared(given),), state={"focus": f"request:{number}"})


def _shared(given: Sequence[Assignment]) -> Message:
    first, second = given
    return say(
        "given-split",
        request=first.request or "",
        to_person=first.person,
        to_hours=str(part_of(first)),
        and_person=second.person,
        and_hours=str(part_of(second)),
    )


async def press_bundle(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Give what the button names to whom it names, or to whom was chosen, in one go."""
    named, person = press.text("requests") or "", press.text("to") or press.text("person")
    if _NUMBERS.fullmatch(named) is None or person is None:
        raise BadInput(field="requests", lowest="", highest="")
    given = await assign_bundle(
        named.split("|"),
        person,
        by=turn.person,
        catalogue=turn.catalogue,
        begin=begin,
        at=turn.at,
        day=day_in(press, "day"),
    )
    return Reply(toast=_told(given))


@only_of(Role.COORDINATOR)
async def bundle_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Take a coordinator's "tilldela B-2022-0001 och B-2022-0002 till Leo"; None for other words."""
    read = read_bundle(turn.text)
    if read is None:
        return None
    numbers, name = read
    named = await employees_called(name, begin=begin)
    if len(named) != 1:
        return Reply(messages=(say("absence-who"),))
    kind, _, planned = (turn.focus or "").partition(":")
    day = read_day(planned.partition("@")[2]) if kind == "plan" else None
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
