"""Handing on somebody's day in chat, shown first and moved by a press or a yes; one piece at once; changing shifts."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from actions.handing_on import HandedOn, hand_on_day, hand_on_piece, hand_on_standing
from actions.ports import Begin
from dialogs.inputs import day_meant, read_day
from dialogs.listening import only_of
from dialogs.present import version_of
from dialogs.staff import employees_in
from dialogs.turn import Press, Reply, Turn, say, show
from dialogs.understanding import Intent, afterwards
from dialogs.understanding.commitment_words import GONE
from dialogs.understanding.folding import fold
from dialogs.understanding.handing_words import (
    POINTING,
    asks_to_swap,
    giver_said,
    hands_on,
    parts_of,
    piece_given,
    taken_by,
    taker_said,
)
from dialogs.understanding.values import When
from domain.assignments import Assignment
from domain.day import plan_subject
from domain.errors import BadInput, OutOfDate
from domain.notices import Message
from domain.people import Person, Role
from domain.worktime import local_date

AWAITING = "handing"
_YES = frozenset({Intent.ACCEPT, Intent.APPROVE})
_NO = frozenset({Intent.DECLINE, Intent.REJECT, Intent.CANCEL})


@only_of(Role.COORDINATOR)
async def hand_on_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Show what "flytta allt som Hanna har till Omar" would move, of the day that is said; None for other words.

    Raises:
        BadInput: that day has been.
    """
    if not hands_on(turn.text):
        return None
    named = await _named(turn.text, begin=begin)
    if named is None:
        return await _ask_who(turn.text, begin=begin)
    giver, taker = named
    day = day_meant(turn)
    if day < local_date(turn.at) or GONE.search(fold(turn.text)) is not None:
        raise BadInput(field="wanted", lowest="", highest="")
    shown = await _show(plan_subject(giver.code, day), taker.code, begin=begin)
    return shown if _is_of_day(turn.when) else replace(shown, messages=(say("handing-whole-day"), *shown.messages))


def _is_of_day(when: When | None) -> bool:
    """Tell whether a time is that of one whole day, or none: neither "nästa vecka" nor "efter lunch"."""
    if when is None or when.start is None:
        return True
    return when.whole_days and (when.end or when.start).date() == when.start.date()


async def _show(subject: str, to: str, *, begin: Begin) -> Reply:
    """Show the day, and remember which one it was as it stood then."""
    async with begin() as work:
        asked = {"to": to, "version": await version_of(subject, work=work)}
    state = {"focus": subject, "awaiting": AWAITING, "asked": asked}
    return Reply(messages=(show("handing", subject, to=to),), state=state)


async def _named(text: str, *, begin: Begin) -> tuple[Person, Person] | None:
    """Return whose work is meant, and who is to have it; None where that is not one of each."""
    taken = taken_by(text)
    for before, after in (taken,) if taken else parts_of(text):
        takers = await employees_in(after, begin=begin)
        if not takers:
            continue
        givers = await employees_in(before, begin=begin)
        is_clear = len(takers) == 1 and len(givers) == 1 and givers[0].code != takers[0].code
        return (givers[0], takers[0]) if is_clear else None
    return None


async def _ask_who(text: str, *, begin: Begin) -> Reply | None:
    """Ask whose work is meant and who is to have it, or say which name nobody has; None where no employee is named."""
    if not await employees_in(text, begin=begin):
        return None
    for name in filter(None, (giver_said(text), taker_said(text))):
        # Before the s of "Hannas" the name is cut off; one that ends in s itself is not.
        if not (await employees_in(name, begin=begin) or await employees_in(f"{name}s", begin=begin)):
            return Reply(messages=(say("handing-unknown", name=name),))
    return Reply(messages=(say("handing-who"),))


@only_of(Role.COORDINATOR)
async def hand_on_one_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Give one piece of work to whom "ge U-2022-0005 till Leo" or "ge PV1-POST-IN-1300 till Leo imorgon" names.

    "Ge den till Leo" means the piece that was just shown. What has a code is that of the day which is said, or was just
    shown, or else of today. None for other words.
    """
    said = piece_given(turn.text)
    what = _pointed_at(turn, said[0]) if said is not None else ""
    if said is None or not what:
        return None
    named = await employees_in(said[1], begin=begin)
    is_number = what.startswith("U-")
    if len(named) != 1:
        return None if is_number and turn.when is not None and not named else Reply(messages=(say("absence-who"),))
    taker, by = named[0].code, turn.person
    if is_number:
        done = await hand_on_piece(what, taker, by=by, catalogue=turn.catalogue, begin=begin, at=turn.at)
    else:
        on = _day_of_code(turn, said[1])
        done = await hand_on_standing(what, on, taker, by=by, catalogue=turn.catalogue, begin=begin, at=turn.at)
    return Reply(messages=(_told_of_one(done, what),))


def _pointed_at(turn: Turn, what: str) -> str:
    """Return the number or code that is meant; nothing where the conversation is about no piece of work."""
    if what not in POINTING:
        return what
    kind, _, number = (turn.focus or "").partition(":")
    return number if kind == "assignment" else ""


def _day_of_code(turn: Turn, rest: str) -> date:
    # A code ends in digits that read as a time of day, so only what follows it says when.
    when = turn.understand(rest).when if turn.understand is not None else None
    if when is not None and when.start is not None:
        return local_date(when.start)
    kind, _, shown = (turn.focus or "").partition(":")
    if kind == "plan":
        return _day_in(turn.focus or "")[1]
    return read_day(shown) if kind == "uncovered" else local_date(turn.at)


def _told_of_one(done: HandedOn, what: str) -> Message:
    given = done.assignment
    if done.giver is None:
        return say("given-person", to_person=given.person, request=given.request or given.id)
    return say("handed-on", to_person=given.person, from_person=done.giver, work=what)


@only_of(Role.COORDINATOR)
async def answer_handing(turn: Turn, *, begin: Begin) -> Reply | None:
    """Take a yes or no as the answer to what was shown; None for anything else."""
    asked = turn.state.get("asked")
    if turn.state.get("awaiting") != AWAITING or not isinstance(asked, dict) or turn.understood is None:
        return None
    if turn.understood.intent in _NO:
        return Reply(messages=(say("all-right"),))
    if turn.understood.intent not in _YES and not afterwards.is_agreement(turn.text):
        return None
    subject, to = turn.focus or "", str(asked.get("to"))
    giver, day = _day_in(subject)
    async with begin() as work:
        is_as_shown = await version_of(subject, work=work) == asked.get("version")
    if not is_as_shown:
        shown = await _show(subject, to, begin=begin)
        return replace(shown, messages=(say("error-out-of-date"), *shown.messages))
    given = await _hand_on(turn, giver, to, day, begin=begin)
    return Reply(messages=(_told(given),), state={"focus": turn.focus})


async def press_move(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Move what the card shows to whom it names.

    Raises:
        OutOfDate: nothing of it can move any more.
    """
    giver, day = _day_in(press.text("subject") or "")
    given = await _hand_on(turn, giver, press.text("to") or "", day, begin=begin)
    if not given:
        raise OutOfDate
    return Reply(toast=_told(given))


async def _hand_on(turn: Turn, giver: str, taker: str, day: date, *, begin: Begin) -> Sequence[Assignment]:
    return await hand_on_day(giver, taker, day, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at)


def _day_in(subject: str) -> tuple[str, date]:
    """Return whose day it is, and which.

    Raises:
        BadInput: it names nobody's day.
    """
    kind, _, named = subject.partition(":")
    person, _, day = named.partition("@")
    if kind != "plan" or not person:
        raise BadInput(field="subject", lowest="", highest="")
    return person, read_day(day)


def _told(given: Sequence[Assignment]) -> Message:
    if not given:
        return say("handing-nothing")
    return say("handing-done", to_person=given[0].person, count=len(given))


async def swap_by_words(turn: Turn, *, begin: Begin) -> Reply | None:
    """Tell an employee who asks to change shifts, or to move a day's work, how that is done; None for other words.

    Raises:
        NotAllowed: somebody else than an employee asks for the day of one employee to be moved to another.
    """
    is_handing = hands_on(turn.text)
    if Role.SERVICE_EMPLOYEE not in turn.person.roles:
        if is_handing and await _named(turn.text, begin=begin) is not None:
            turn.catalogue.permissions.demand(turn.person, "request.assign", unit=next(iter(turn.person.units), None))
        return None
    if not (is_handing and await employees_in(turn.text, begin=begin)) and not asks_to_swap(turn.text):
        return None
    async with begin() as work:
        own = await work.people.with_role(Role.COORDINATOR, unit=next(iter(turn.person.units), None))
    return Reply(messages=(say("swap-how", coordinator_person=own[0].code) if own else say("swap-how-alone"),))
