"""Hours worked: the week on a card, and what was written put right, by press and by a sentence."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from actions.hours import correct_hours, monday_of, recent_hours
from actions.ports import Begin
from dialogs.around import say_not_yet
from dialogs.inputs import read_day, read_hours
from dialogs.listening import only_of
from dialogs.staff import employees_in
from dialogs.standing import confirm_one_by_words
from dialogs.subjects import id_in
from dialogs.turn import Press, Reply, Turn, say, show
from dialogs.understanding import Intent
from dialogs.understanding.folding import fold
from dialogs.work import finish_by_words
from domain.assignments import TimeEntry
from domain.errors import BadInput, NotFound
from domain.notices import Message
from domain.people import Role
from domain.worktime import local_date

FORTNIGHT = timedelta(days=14)
ENTRY = re.compile(r"[0-9]{1,18}")
_YESTERDAY = re.compile(r"\bi ?gar\b|\byesterday\b")
_TODAY = re.compile(r"\bi ?dag\b|\btoday\b")
_ANY_HOURS = re.compile(r"\b(?:timmar|tidrapport(?:en)?|tid|hours|timesheet)\b")
_LAST_WEEK = re.compile(r"\bforra\s+veckan\b|\blast\s+week\b")


@only_of(Role.COORDINATOR)
async def hours_of_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Show a coordinator the week of the employee whom the sentence names, or put right what it says of it.

    "Visa Leos timmar", "B-2022-0001 tog 2 timmar för Leo"; None for any other sentence.
    """
    is_asked = _ANY_HOURS.search(fold(turn.text)) is not None and (_names_no_work(turn) or _is_told(turn))
    if not is_asked:
        return None
    named = await employees_in(turn.text, begin=begin)
    if len(named) != 1:
        return None
    if _names_no_work(turn):
        return Reply(messages=(_week(named[0].code, _asked_week(turn)),))
    meant = _meant(turn, await recent_hours(named[0], begin=begin, at=turn.at, is_closed_too=_is_numbered(turn)))
    if not meant:
        return Reply(messages=(_week(named[0].code, _asked_week(turn)),))
    return await _correct(turn, meant, begin=begin)


def _is_told(turn: Turn) -> bool:
    said = turn.understood
    return said is not None and said.intent is Intent.HOURS and said.hours is not None


def _is_numbered(turn: Turn) -> bool:
    return turn.number is not None


def _names_no_work(turn: Turn) -> bool:
    said = turn.understood
    return said is None or (said.service, said.object, said.hours, said.number) == (None, None, None, None)


async def hours_by_words(turn: Turn, *, begin: Begin) -> Reply:
    """Show the week, or put right the hours that the sentence names: "B-2022-0001 tog 2 timmar", "två timmar igår"."""
    if not turn.person.has_role(Role.SERVICE_EMPLOYEE):
        return await say_not_yet(turn, begin=begin)
    said = turn.understood.hours if turn.understood else None
    if said is None:
        return Reply(messages=(_week(turn.person.code, _asked_week(turn)),))
    found = await recent_hours(turn.person, begin=begin, at=turn.at, is_closed_too=_is_numbered(turn))
    meant = _meant(turn, found)
    if not meant:
        confirmed = await confirm_one_by_words(turn, _said_day(turn) or local_date(turn.at), said, begin=begin)
        return confirmed or await finish_by_words(turn, begin=begin)
    return await _correct(turn, meant, begin=begin)


async def _correct(turn: Turn, meant: Sequence[TimeEntry], *, begin: Begin) -> Reply:
    """Put right the one entry that is *meant* as the sentence says; of several, show the week to choose in."""
    said = turn.understood.hours if turn.understood else None
    if len(meant) > 1 or said is None:
        return Reply(messages=(say("hours-which"), _week(meant[-1].person, monday_of(meant[-1].day))))
    (entry,) = meant
    after = await correct_hours(
        _id(entry), said, turn.text[:500], by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at
    )
    values = {"hours": f"{after.hours:f}", "day_on": after.day.isoformat()}
    if after.request is None:
        told = say("hours-corrected-standing", service=after.service or "", **values)
    else:
        told = say("hours-corrected", request=after.request, **values)
    return Reply(messages=(told,))


async def press_show(turn: Turn, press: Press, *, begin: Begin) -> Reply:  # noqa: ARG001 - all dialogs are called alike
    """Show the week that the button names, in place of the one that was pressed."""
    return Reply(card=_week(id_in(press, "hours"), monday_of(read_day(press.text("week") or ""))))


async def press_correct(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Put right the hours of the entry that was chosen."""
    entry, hours = press.text("entry") or "", press.text("hours")
    if ENTRY.fullmatch(entry) is None:
        raise BadInput(field="entry", lowest="", highest="")
    if hours is None:
        raise BadInput(field="hours", lowest="", highest="")
    after = await correct_hours(
        int(entry),
        read_hours(hours),
        press.text("reason"),
        by=turn.person,
        catalogue=turn.catalogue,
        begin=begin,
        at=turn.at,
    )
    return Reply(card=_week(after.person, monday_of(after.day)))


def _week(person: str, monday: date) -> Message:
    return show("hours", f"hours:{person}", week=monday.isoformat())


def _asked_week(turn: Turn) -> date:
    monday = monday_of(local_date(turn.at))
    return monday - timedelta(weeks=1) if _LAST_WEEK.search(fold(turn.text)) else monday


def _meant(turn: Turn, entries: Sequence[TimeEntry]) -> Sequence[TimeEntry]:
    """Return the entries that the sentence can mean: by number, by service and day of a fortnight, or in focus."""
    understood = turn.understood
    number = understood.number if understood else None
    if number is not None:
        named = [each for each in entries if each.request == number]
        if not named:
            raise NotFound(id=number)
        return named
    day = _said_day(turn)
    service = understood.service if understood else None
    recent = [each for each in entries if each.day >= local_date(turn.at) - FORTNIGHT]
    fitting = [each for each in recent if day in {None, each.day} and service in {None, each.service}]
    if day is None and service is None:
        # "Oj, det tog 30 minuter" right after it was done.
        return [each for each in entries if each.assignment and turn.focus == f"assignment:{each.assignment}"]
    return fitting


def _said_day(turn: Turn) -> date | None:
    said, today = fold(turn.text), local_date(turn.at)
    if _YESTERDAY.search(said):
        return today - timedelta(days=1)
    return today if _TODAY.search(said) else None


def _id(entry: TimeEntry) -> int:
    assert entry.id is not None  # noqa: S101  # what was read has its number
    return entry.id
