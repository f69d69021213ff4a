"""Confirming standing work: the day in one press or one sentence, with other hours where it took other hours."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from actions.confirming import Line, confirm_day, lines_of
from actions.covering import assign_standing
from actions.ports import Begin
from dialogs.inputs import read_day, read_hours
from dialogs.listening import only_of
from dialogs.staff import employees_called, said_for
from dialogs.turn import Press, Reply, Turn, say, show
from dialogs.understanding.standing_words import day_confirmed, has_forgotten, is_confirming, is_looking
from domain.assignments import is_month_open
from domain.errors import BadInput, NotFound
from domain.people import Role
from domain.standing import day_subject
from domain.worktime import local_date

MOST_LINES = 40
_NUMBER = re.compile(r"(?:(?:VISA|ÖPPNA|SHOW|OPEN)\s+)?(U-20[0-9]{2}-[0-9]{4,6})")


async def press_confirm(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Confirm the day of the card with the hours that were filled in, and those that are planned where none were."""
    person, day = _day_in(press)
    await confirm_day(day, _filled(press), by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at, of=person)
    return Reply()


async def press_show(turn: Turn, press: Press, *, begin: Begin) -> Reply:  # noqa: ARG001 - all dialogs are called alike
    """Show the day that the button names."""
    return _shown(turn, read_day(press.text("day") or ""))


def _shown(turn: Turn, day: date) -> Reply:
    subject = day_subject(turn.person.code, day)
    return Reply(messages=(show("standing", subject),), state={"focus": subject})


async def press_assign(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Give the standing work that was chosen to whom was chosen."""
    kind, _, day = (press.text("subject") or "").partition(":")
    person = press.text("person")
    if kind != "uncovered" or person is None:
        raise BadInput(field="person", lowest="", highest="")
    given = await assign_standing(
        press.text("entry") or "",
        read_day(day),
        person,
        by=turn.person,
        catalogue=turn.catalogue,
        begin=begin,
        at=turn.at,
    )
    return Reply(toast=say("given-person", to_person=given.person, request=given.id))


async def piece_by_number(turn: Turn, *, begin: Begin) -> Reply | None:
    """Show one piece of standing work to whoever writes its number, also "visa U-2022-0001"; None for anything else."""
    written = _NUMBER.fullmatch(turn.text.strip(" .!").upper())
    if written is None:
        return None
    number = written[1]
    async with begin() as work:
        try:
            found = await work.assignments.get(number)
        except NotFound:
            return None
    if found.schedule is None:
        return None
    subject = f"assignment:{number}"
    return Reply(messages=(show("assignment", subject),), state={"focus": subject})


@only_of(Role.SERVICE_EMPLOYEE)
async def confirm_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Take "klart med allt idag", "bekräfta gårdagen", "confirm the day", also with other hours; None for other words.

    Hours of what the sentence does not single out are asked for on the card, and nothing is confirmed.
    """
    if is_looking(turn.text):
        return _shown(turn, local_date(turn.at))
    if has_forgotten(turn.text):
        day = _said_day(turn)
        return _shown(turn, day) if day < local_date(turn.at) else Reply(messages=(show("assignments"),))
    if not is_confirming(turn.text):
        return None
    day = _said_day(turn)
    async with begin() as work:
        lines = await lines_of(turn.person.code, day, work=work)
    subject = day_subject(turn.person.code, day)
    state = {"focus": subject}
    waiting = [each for each in lines if not each.is_confirmed]
    if not waiting:
        # The card also says of a closed month that nothing of it was confirmed.
        is_told = bool(lines) or not is_month_open(day, local_date(turn.at))
        none = say("standing-nothing", day_on=day.isoformat())
        return Reply(messages=(show("standing", subject) if is_told else none,), state=state)
    said = turn.understood.hours if turn.understood else None
    meant = _meant(turn, waiting)
    if said is not None and len(meant) != 1:
        return Reply(messages=(say("standing-which"), show("standing", subject)), state=state)
    hours = {meant[0].assignment.id: said} if said is not None else {}
    await confirm_day(day, hours, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    return Reply(messages=(show("standing", subject),), state=state)


@only_of(Role.COORDINATOR)
async def confirm_for_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Take a coordinator's "bekräfta dagen för Leo" and "visa dagens stående arbete för Leo"; None for other words."""
    what, name = said_for(turn.text)
    if not name or not (is_confirming(what) or is_looking(what)):
        return None
    named = await employees_called(name, begin=begin)
    if len(named) != 1:
        return Reply(messages=(say("absence-who"),))
    person, day = named[0].code, local_date(turn.at) if is_looking(what) else _said_day(replace(turn, text=what))
    if is_confirming(what):
        await confirm_day(day, {}, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at, of=person)
    subject = day_subject(person, day)
    return Reply(messages=(show("standing", subject),), state={"focus": subject})


async def todays_standing(turn: Turn, *, begin: Begin) -> Reply | None:
    """Show today to be confirmed, or None when no standing work of it waits."""
    today = local_date(turn.at)
    async with begin() as work:
        lines = await lines_of(turn.person.code, today, work=work)
    return None if all(each.is_confirmed for each in lines) else _shown(turn, today)


async def confirm_one_by_words(turn: Turn, day: date, hours: Decimal, *, begin: Begin) -> Reply | None:
    """Confirm the one piece of standing work that a sentence such as "städningen tog 5 timmar" names, or None."""
    async with begin() as work:
        lines = await lines_of(turn.person.code, day, work=work)
    service = turn.understood.service if turn.understood else None
    meant = [each for each in lines if not each.is_confirmed and each.day.service == service]
    if len(meant) != 1:
        return None
    (line,) = meant
    number = line.assignment.id
    await confirm_day(
        day, {number: hours}, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at, only=number
    )
    return _shown(turn, day)


def _meant(turn: Turn, waiting: Sequence[Line]) -> Sequence[Line]:
    service = turn.understood.service if turn.understood else None
    return [each for each in waiting if service is None or each.day.service == service]


def _said_day(turn: Turn) -> date:
    """Return the day that the sentence names, not later than today; today when it names none."""
    today = local_date(turn.at)
    dated = day_confirmed(turn.text, today)
    if dated is not None:
        return dated
    when = turn.when
    named = when.start if when else None
    day = local_date(named) if named is not None else today
    # A weekday is taken for the one that comes; what is confirmed is over.
    return day if day <= today else day - timedelta(weeks=1)


def _day_in(press: Press) -> tuple[str, date]:
    """Return whose day the card shows, and which.

    Raises:
        BadInput: the button names nobody's day.
    """
    kind, _, named = (press.text("subject") or "").partition(":")
    person, _, day = named.partition("@")
    if kind != "standing" or not person:
        raise BadInput(field="subject", lowest="", highest="")
    return person, read_day(day)


def _filled(press: Press) -> Mapping[str, Decimal]:
    """Return the hours that were filled in, by assignment: the button names them in the order of the fields."""
    numbers = (press.text("work") or "").split("|")[:MOST_LINES]
    written = {number: press.text(f"hours-{nth}") for nth, number in enumerate(numbers, start=1)}
    return {number: _hours(each) for number, each in written.items() if each is not None}


def _hours(written: str) -> Decimal:
    """Return hours as written; a nought stands for what was not done."""
    return Decimal(0) if re.fullmatch(r"0+(?:[.,]0+)?", written) else read_hours(written)
