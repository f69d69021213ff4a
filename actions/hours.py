"""Hours worked: a person's weeks, and correcting what was written until the month closes."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

from actions.ports import Begin, Work
from actions.telling import clean, tell
from catalog.models import Catalogue
from domain.assignments import TimeEntry
from domain.audit import changes_between
from domain.errors import BadInput, MonthClosed, NotAllowed
from domain.notices import Event, Message
from domain.people import Person
from domain.worktime import local_date

OPEN_FOR = timedelta(days=40)
"""No day is further behind than this while its month is open: from the 1st of July to the 10th of August."""
LONG_AGO = timedelta(days=731)


def monday_of(day: date) -> date:
    """Return the Monday of the week that *day* is in."""
    return day - timedelta(days=day.weekday())


async def recent_hours(
    person: Person, *, begin: Begin, at: datetime, is_closed_too: bool = False
) -> Sequence[TimeEntry]:
    """Return what *person* has worked on the days that can still be open, today included, by day.

    With *is_closed_too* also what was worked up to two years ago, for who names what can be corrected no more.
    """
    today = local_date(at)
    async with begin() as work:
        return await work.time_entries.of_person(person.code, today - (LONG_AGO if is_closed_too else OPEN_FOR), today)


async def correct_hours(  # the rest is as everywhere
    entry_id: int,
    hours: Decimal,
    reason: str | None,
    *,
    by: Person,
    catalogue: Catalogue,
    begin: Begin,
    at: datetime,
) -> TimeEntry:
    """Write other hours over what was written, and why; the story keeps what it was. The same hours change nothing.

    Who corrects somebody else's hours lets them know.

    Raises:
        BadInput: *hours* can't be so, or no reason is given.
        MonthClosed: the month that they belong to has closed.
        NotAllowed: they are somebody else's, of a unit that *by* does not look after.
        NotFound: there is no such entry.
    """
    async with begin() as work:
        before = await work.time_entries.get_locked(entry_id)
        is_own = before.person == by.code
        if not catalogue.permissions.allows(by, "time.correct", unit=before.unit, is_own=is_own):
            raise NotAllowed(action="time.correct")
        if before.hours == hours:
            return before
        why = clean(reason)
        if why is None:
            raise BadInput(field="reason", lowest="", highest="")
        after = before.correct(hours, why)
        if not before.is_open(local_date(at)):
            raise MonthClosed(day_on=before.day.isoformat())
        await work.time_entries.save(after)
        await _tell(work, before, after, by=by, at=at)
        return after


async def _tell(work: Work, before: TimeEntry, after: TimeEntry, *, by: Person, at: datetime) -> None:
    await work.events.put(
        Event(
            subject=f"time:{after.id}",
            what="corrected",
            person=by.code,
            at=at,
            before=f"{before.hours:f}",
            after=f"{after.hours:f}",
            reason=after.reason,
            changed={**changes_between(before, after), "assignment": [before.assignment, after.assignment]},
        )
    )
    if by.code == after.person:
        return
    values = {
        "by_person": by.code,
        "before_hours": f"{before.hours:f}",
        "after_hours": f"{after.hours:f}",
        "day_on": after.day.isoformat(),
    }
    if after.request is None:
        message = Message(text="hours-corrected-for-you-standing", values=values | {"service": after.service or ""})
    else:
        message = Message(text="hours-corrected-for-you", values=values | {"request": after.request})
    await tell(work, "time.corrected", [after.person], message, occasion=f"{after.id}:{at.isoformat()}", at=at)
