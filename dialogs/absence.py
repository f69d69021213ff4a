"""Saying that one is away, for oneself or as coordinator for somebody; and handing over what one has taken on."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from actions.absence import end_absence, report_absence
from actions.handover import hand_over_assignment
from actions.ports import Begin
from dialogs.inputs import day_in, read_hours
from dialogs.listening import only_of
from dialogs.staff import employees_called
from dialogs.subjects import id_in
from dialogs.turn import Press, Reply, Turn, say, show
from dialogs.understanding import When, WhenKind
from dialogs.understanding.absence_words import is_late, is_leaving, is_of_another, week_left, words_of_return
from dialogs.understanding.folding import fold, tokens_of
from dialogs.understanding.health_words import reason_to_keep
from dialogs.work import ask_which, find_meant, shown
from domain.absence import Absence
from domain.assignments import AssignmentStatus
from domain.errors import NotAllowed
from domain.people import Person, Role
from domain.worktime import local_date

_BACK = re.compile(
    r"(?:(?:jag\s+ar|i\s+am|i.?m)\s+)?(?:nu\s+|now\s+)?(?:tillbaka|frisk(?:\s+igen)?|i\s+tjanst|back(?:\s+at\s+work)?|"
    r"well(?:\s+again)?)(?:\s+(?:igen|nu|idag|again|now|today))?[.! ]*"
)
_BACK_OF = re.compile(
    r"(?P<name>[a-z][\w .'-]{1,60}?)\s+(?:ar|is)\s+(?:nu\s+|now\s+)?(?:tillbaka|frisk|back)"
    r"(?:\s+(?:igen|nu|idag|at\s+work|again|now|today))?[.! ]*"
)
# "I" alone is a Swedish word as well: "sjuk i dag".
_OWN = re.compile(r"\b(?:jag|min|mitt|mina|my|i.?m|i\s+(?:am|have|feel|can))\b")
TAKEN_ON = frozenset({AssignmentStatus.ACCEPTED, AssignmentStatus.STARTED, AssignmentStatus.PAUSED})


async def absent_by_words(turn: Turn, *, begin: Begin) -> Reply:
    """Take "jag är sjuk idag", "måste gå hem kl 12", and a coordinator's "Leo är borta imorgon".

    Raises:
        NotAllowed: it is said of somebody else, by whoever may say it of themselves alone.
    """
    is_employee = turn.person.has_role(Role.SERVICE_EMPLOYEE)
    is_own = is_employee and _OWN.search(fold(turn.text)) is not None
    named = [] if is_own and not turn.person.has_role(Role.COORDINATOR) else await _named(turn, begin=begin)
    if turn.person.has_role(Role.COORDINATOR):
        if len(named) == 1:
            return await _keep_said(turn, named[0].code, begin=begin)
        if named or not is_own:
            return Reply(messages=(say("absence-who"),))
    if named and turn.person.code not in {each.code for each in named}:
        raise NotAllowed(action="absence.report")
    if not is_employee:
        is_principal = turn.person.has_role(Role.PRINCIPAL)
        return Reply(messages=(say("absence-of-principal" if is_principal else "absence-elsewhere"),))
    return await _keep_said(turn, turn.person.code, begin=begin)


@only_of(Role.SERVICE_EMPLOYEE)
async def late_by_words(turn: Turn, *, begin: Begin) -> Reply | None:  # noqa: ARG001 - all dialogs are called alike
    """Tell an employee who comes later to work how to let the coordinator know; None for other words."""
    if not is_late(turn.text):
        return None
    return Reply(messages=(say("absence-late"),))


@only_of(Role.COORDINATOR)
async def others_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Take a coordinator's "Leo måste gå hem kl 12", whatever service sounds like it; None where nobody is named."""
    if not is_of_another(turn.text):
        return None
    named = await _named(turn, begin=begin)
    return await _keep_said(turn, named[0].code, begin=begin) if len(named) == 1 else None


async def press_report(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Say that one is away on the days that were filled in."""
    today = local_date(turn.at)
    first = day_in(press, "date") or today
    last = day_in(press, "last") or first
    kept = await _keep(turn, turn.person.code, first, last, begin=begin)
    return Reply(messages=kept.messages, state=kept.state)


async def press_end(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Be back, or not go at all."""
    await end_absence(id_in(press, "absence"), by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    return Reply()


async def back_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Take "jag är tillbaka" from somebody who is away, and a coordinator's "Leo är tillbaka"; None for other words.

    All that holds today ends; with nothing today, what comes next does. "Tillbaka på måndag" says how long it lasts.
    """
    returning = _returning(turn)
    if returning is not None:
        return await _back_on(turn, fold(returning[0].text).strip(" ,."), returning[1], begin=begin)
    person = turn.person.code if is_back(turn.text) else await _back_of(turn, begin=begin)
    mine = await _absences(turn, person, begin=begin)
    if not mine:
        return None
    today = local_date(turn.at)
    ending = [each for each in mine if each.covers(today)] or [min(mine, key=lambda each: each.first)]
    for each in ending:
        await end_absence(each.id, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)
    return Reply(messages=(show("absence", f"absence:{ending[-1].id}"),))


async def _back_on(turn: Turn, who: str, day: date, *, begin: Begin) -> Reply | None:
    """Let whoever is away be back on *day*, which may be later than was said before; None when nobody is."""
    person = await _called(turn, who, begin=begin) if who else turn.person.code
    mine = await _absences(turn, person, begin=begin)
    if person is None or not mine:
        return None
    following = max(each.last for each in mine) + timedelta(days=1)
    if day > following:
        return await _keep(turn, person, following, day - timedelta(days=1), begin=begin)
    for each in mine:
        await end_absence(each.id, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at, back_on=day)
    return Reply(messages=(show("absence", f"absence:{mine[0].id}"),))


async def _absences(turn: Turn, person: str | None, *, begin: Begin) -> Sequence[Absence]:
    """Return the absences of *person* from today on, by their days."""
    if person is None:
        return []
    async with begin() as work:
        found = await work.absences.of_days(local_date(turn.at), date.max)
    return sorted((each for each in found if each.person == person), key=lambda each: each.first)


async def _back_of(turn: Turn, *, begin: Begin) -> str | None:
    """Return the code of whom a coordinator says to be back, or None."""
    found = _BACK_OF.fullmatch(fold(turn.text).strip())
    return await _called(turn, found["name"], begin=begin) if found is not None else None


async def _called(turn: Turn, name: str, *, begin: Begin) -> str | None:
    """Return the code of the only employee whom a coordinator calls so, or None."""
    if not turn.person.has_role(Role.COORDINATOR):
        return None
    named = await employees_called(name, begin=begin)
    return named[0].code if len(named) == 1 else None


def is_back(text: str) -> bool:
    """Tell whether *text* says that its writer is back."""
    return _BACK.fullmatch(fold(text).strip()) is not None


async def press_handover(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Hand the work of the card over, with the hours that were put into it."""
    hours = press.text("hours")
    await hand_over_assignment(
        id_in(press, "assignment"),
        by=turn.person,
        begin=begin,
        at=turn.at,
        hours=read_hours(hours) if hours is not None else None,
        reason=press.text("note") or press.text("reason"),
    )
    return Reply()


async def hand_over_by_words(turn: Turn, *, begin: Begin) -> Reply:
    """Hand over what was accepted or begun, with the words as the reason, unless they tell of health."""
    meant = await find_meant(turn, TAKEN_ON, begin=begin)
    if len(meant) != 1:
        return await ask_which(turn, meant, "nothing-to-hand-over", begin=begin)
    said = turn.understood.hours if turn.understood else None
    after = await hand_over_assignment(
        meant[0].id, by=turn.person, begin=begin, at=turn.at, hours=said, reason=reason_to_keep(turn.text)
    )
    return await shown(turn, after, begin=begin)


async def _keep_said(turn: Turn, person: str, *, begin: Begin) -> Reply:
    """Keep the days that the sentence says, or that somebody goes home at the time that it says, or else now."""
    if not is_leaving(turn.text):
        return await _keep(turn, person, *said_days(turn), begin=begin)
    when = turn.when
    said = None if when is None or when.kind in {WhenKind.DAY, WhenKind.ASAP} else when.start or when.end
    since = max(said or turn.at, turn.at)
    return await _keep(turn, person, local_date(since), local_date(since), begin=begin, since=since)


async def _keep(
    turn: Turn, person: str, first: date | None, last: date | None, *, begin: Begin, since: datetime | None = None
) -> Reply:
    """Keep the days; who reports somebody else sees what became of the work, and nobody is told of their own twice."""
    if first is None or last is None:
        return Reply(messages=(say("absence-until-when"),))
    freed = await report_absence(
        person, first, last, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at, since=since
    )
    subject = f"absence:{freed.absence.id}"
    if person != turn.person.code:
        return Reply(messages=(freed.card,), state={"focus": subject})
    values = {"since": since.isoformat()} if since is not None else {}
    return Reply(messages=(show("absence", subject, **values),), state={"focus": subject})


def said_days(turn: Turn) -> tuple[date | None, date | None]:
    """Return the first and last day that the sentence says: today when it says none, None for what has no end."""
    today = local_date(turn.at)
    returning = _returning(turn)
    if returning is not None:
        before, day = returning
        first, _ = said_days(before)
        return (first, day - timedelta(days=1)) if first is not None and first < day else (None, None)
    when = turn.when
    if when is None:
        is_unsettled = turn.understood is not None and turn.understood.unsettled is not None
        return (None, None) if is_unsettled else (today, week_left(turn.text, today) or today)
    if when.kind in {WhenKind.FROM, WhenKind.RECURRING}:
        return None, None
    first = _local(when, is_start=True) or today
    return first, _local(when, is_start=False) or first


def _returning(turn: Turn) -> tuple[Turn, date] | None:
    """Return the turn without its "tillbaka på måndag", and that day; None when no such day to come is said."""
    parts = words_of_return(turn.text)
    if parts is None or turn.understand is None:
        return None
    before, after = parts
    when = turn.understand(after).when
    day = _local(when, is_start=True) if when is not None else None
    if day is None or day <= local_date(turn.at):
        return None
    return replace(turn, text=before, understood=turn.understand(before)), day


def _local(when: When, *, is_start: bool) -> date | None:
    moment = when.start if is_start else when.end
    return local_date(moment) if moment is not None else None


async def _named(turn: Turn, *, begin: Begin) -> list[Person]:
    """Return the service employees whom the sentence names; a first name counts when no whole name is there."""
    said = fold(turn.text)
    words = {token.folded for token in tokens_of(said)}
    async with begin() as work:
        employees = await work.people.with_role(Role.SERVICE_EMPLOYEE)
    whole = [each for each in employees if fold(each.name) in said or each.code.casefold() in words]
    return whole or [each for each in employees if fold(each.name).split()[0] in words]
