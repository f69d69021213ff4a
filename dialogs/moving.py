"""Moving a commitment to another day and handing it over, by press and by words."""

from datetime import date, timedelta

from actions.moving import could_hold, hand_over_commitment, move_commitment
from actions.ports import Begin
from dialogs.inputs import day_in, day_said
from dialogs.subjects import id_in
from dialogs.turn import Press, Reply, Turn, say
from dialogs.understanding.commitment_words import HAND_OVER, MOVE
from dialogs.understanding.folding import fold
from domain.commitments import Commitment
from domain.errors import BadInput
from domain.notices import Message
from domain.people import Person
from domain.worktime import local_date

SUBJECT = "commitment"
MYSELF = ("mig", "mig sjalv", "me", "myself")
SOON = timedelta(days=7)
"""Whoever is away so soon may not see in time what they are given."""


async def press_move(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Move it to the day that was filled in."""
    day = day_in(press, "last")
    if day is None:
        raise BadInput(field="date", lowest="", highest="")
    code, why = id_in(press, SUBJECT), press.text("reason")
    moved = await move_commitment(
        code, day, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at, reason=why
    )
    return Reply(toast=_is_moved(moved))


async def press_handover(turn: Turn, press: Press, *, begin: Begin) -> Reply:
    """Hand it over to who was chosen."""
    person = press.text("person")
    if person is None:
        raise BadInput(field="person", lowest="", highest="")
    return Reply(toast=await _hand_over(turn, id_in(press, SUBJECT), person, begin=begin))


async def move_by_words(turn: Turn, commitment: Commitment, *, begin: Begin) -> Reply | None:
    """Move or hand over *commitment* as the words say; None when they say no such thing."""
    text = turn.text.strip()
    found = MOVE.match(fold(text))
    if found is not None:
        day = _said_day(turn)
        why = text[found.start("why") :] if found["why"] else None
        moved = await move_commitment(
            commitment.code, day, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at, reason=why
        )
        return _said(_is_moved(moved), commitment)
    given = HAND_OVER.match(fold(text))
    if given is None:
        return None
    person = await _named(turn, given["name"], begin=begin)
    why = text[given.start("why") :] if given["why"] else None
    return _said(await _hand_over(turn, commitment.code, person.code, begin=begin, why=why), commitment)


def _said_day(turn: Turn) -> date:
    day = day_said(turn)
    if day is None:
        raise BadInput(field="date", lowest="", highest="")
    return day


async def _named(turn: Turn, name: str, *, begin: Begin) -> Person:
    if name in MYSELF:
        return turn.person
    async with begin() as work:
        people = await could_hold(work, turn.catalogue)
    whole = [each for each in people if name in {fold(each.name), each.code.casefold()}]
    found = whole or [each for each in people if fold(each.name).split()[0] == name]
    if len(found) != 1:
        raise BadInput(field="person", lowest="", highest="")
    return found[0]


async def _hand_over(turn: Turn, code: str, person: str, *, begin: Begin, why: str | None = None) -> Message:
    held = await hand_over_commitment(
        code, person, by=turn.person, catalogue=turn.catalogue, begin=begin, at=turn.at, reason=why
    )
    today = local_date(turn.at)
    async with begin() as work:
        away = [each for each in await work.absences.of_days(today, today + SOON) if each.person == person]
    if away:
        first, last = away[0].first.isoformat(), away[0].last.isoformat()
        return say("commitment-handed-away", code=code, to_person=held.holder, first_on=first, last_on=last)
    return say("commitment-handed-over", code=code, to_person=held.holder)


def _is_moved(moved: Commitment) -> Message:
    return say("commitment-is-moved", code=moved.code, due_on=moved.due.isoformat())


def _said(message: Message, commitment: Commitment) -> Reply:
    return Reply(messages=(message,), state={"focus": f"{SUBJECT}:{commitment.code}"})
