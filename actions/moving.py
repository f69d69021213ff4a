"""A commitment that is due on another day, or that somebody else answers for."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from actions.commitments import HANDED_OVER, demand_edit, get_commitment, note_change, subject_of
from actions.ports import Begin, Work
from actions.telling import clean, tell
from catalog.models import Catalogue
from domain.commitments import Commitment
from domain.errors import BadDay, BadInput
from domain.notices import Event, Message
from domain.people import Person
from domain.worktime import local_date

FURTHEST = timedelta(days=730)
EDIT = "commitment.edit"
MOVED = "commitment.moved"


async def move_commitment(
    code: str,
    day: date,
    *,
    by: Person,
    catalogue: Catalogue,
    begin: Begin,
    at: datetime,
    reason: str | None = None,
) -> Commitment:
    """Let it be due on *day* this time, and return it; its reminders and calendars follow. Repeated, nothing happens.

    Raises:
        NotFound: there is no such commitment.
        NotAllowed: it is not theirs to edit.
        BadDay: the day has been, or is more than two years away.
    """
    today = local_date(at)
    async with begin() as work:
        before = await get_commitment(code, work)
        demand_edit(before, by, catalogue)
        if not today <= day <= today + FURTHEST:
            raise BadDay(field="date", lowest_on=today.isoformat(), highest_on=(today + FURTHEST).isoformat())
        if day == before.due:
            return before
        await work.commitments.move(code, due=day)
        was, now = before.due.isoformat(), day.isoformat()
        event = Event(subject=subject_of(code), what=MOVED, person=by.code, at=at, before=was, after=now)
        await note_change(work, replace(event, reason=clean(reason)))
        return replace(before, due=day)


async def hand_over_commitment(
    code: str,
    person: str,
    *,
    by: Person,
    catalogue: Catalogue,
    begin: Begin,
    at: datetime,
    reason: str | None = None,
) -> Commitment:
    """Let *person* answer for it, tell them, with the *reason*, and return it; handed over already, nothing happens.

    Raises:
        NotFound: there is no such commitment, or no such person.
        NotAllowed: it is not theirs to edit.
        BadInput: the person could do nothing about it.
    """
    async with begin() as work:
        before = await get_commitment(code, work)
        demand_edit(before, by, catalogue)
        holder = await work.people.get(person)
        if not can_hold(holder, catalogue):
            raise BadInput(field="person", lowest="", highest="")
        if before.holder == holder.code:
            return before
        await work.commitments.hand_over(code, holder.code)
        event = Event(subject=subject_of(code), what=HANDED_OVER, person=by.code, at=at, before=before.holder)
        await note_change(work, replace(event, after=holder.code, reason=clean(reason)))
        if holder.code != by.code:
            story = await work.events.count([subject_of(code)])
            message = Message(view="commitment", subject=subject_of(code))
            await tell(work, HANDED_OVER, [holder.code], message, occasion=f"{code}:{story}", at=at)
        return replace(before, holder=holder.code)


def can_hold(person: Person, catalogue: Catalogue) -> bool:
    """Tell whether *person* may do what is to be done with a commitment of their own."""
    return catalogue.permissions.allows(person, EDIT, is_own=True)


async def could_hold(work: Work, catalogue: Catalogue) -> list[Person]:
    """Return who can be handed a commitment, by name."""
    found = [each for each in await work.people.active() if can_hold(each, catalogue)]
    return sorted(found, key=lambda each: each.name)
