"""Standing work that nobody confirmed: asked about at the end of the day and before the month closes, then let go."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

from actions.confirming import UNCONFIRMED
from actions.ports import Begin, Work
from actions.telling import coordinators_for, record, tell
from domain.assignments import CLOSING_DAY, Assignment, first_open_day
from domain.notices import Message, Owed, Value
from domain.standing import day_of, day_subject
from domain.worktime import CALENDAR, at_local, local_date

CLOSES_SOON = range(CLOSING_DAY - 2, CLOSING_DAY + 1)
"""Days of the month on which last month's forgotten days are asked about once more."""
ONE_DAY = timedelta(days=1)


async def ask_forgotten(day: date, *, begin: Begin, at: datetime) -> int:
    """Ask everybody whose standing work of *day* is not confirmed to confirm it; return how many were asked.

    In the last days before a month closes, whoever has forgotten a day of it is asked about the oldest one as well.
    Only those are asked whom a message can reach now: nothing is piled up for others, whose list shows the same.
    """
    if not CALENDAR.is_working_day(day):
        return 0
    async with begin() as work:
        forgotten = await _unconfirmed(work, day, day)
        if day.day in CLOSES_SOON:
            before = await _unconfirmed(work, first_open_day(day), day.replace(day=1) - ONE_DAY)
            forgotten += [each for each in _oldest_of_each(before) if each not in forgotten]
        reachable = await work.conversations.personal_of({person for person, _ in forgotten}) if forgotten else {}
        owed = [_asking(person, on, day, at=at) for person, on in forgotten if person in reachable]
        await work.outbox.put_all(owed)
        return len(owed)


async def _unconfirmed(work: Work, first: date, last: date) -> list[tuple[str, date]]:
    """Return who has not confirmed which day from *first* to *last*, by day."""
    found = await work.assignments.standing(at_local(first, time()), at_local(last + ONE_DAY, time()))
    waiting = [(each.person, day_of(each)) for each in found if each.status in UNCONFIRMED]
    return list(dict.fromkeys(waiting))


def _oldest_of_each(waiting: Iterable[tuple[str, date]]) -> Sequence[tuple[str, date]]:
    oldest: dict[str, date] = {}
    for person, on in waiting:
        oldest.setdefault(person, on)
    return list(oldest.items())


def _asking(person: str, on: date, today: date, *, at: datetime) -> Owed:
    message = Message(view="standing", subject=day_subject(person, on), values={"asked": "yes"})
    dedup = f"time.forgotten:{person}:{on.isoformat()}:{today.isoformat()}"
    return Owed(kind="time.forgotten", dedup=dedup, due=at, recipient=person, message=message)


async def close_month(*, begin: Begin, at: datetime) -> int:
    """Let go of the standing work of closed months that nobody confirmed; return how many pieces there were.

    Hours that nobody stated are never made up: whose they would have been and their coordinators are told what is
    missing.
    """
    today = local_date(at)
    async with begin() as work:
        found = await work.assignments.live_standing(before=at_local(first_open_day(today), time()))
        for before in found:
            after = before.withdraw()
            await work.assignments.save(after)
            await record(work, before, after, "withdrawn", by=None, at=at)
        for person, day in dict.fromkeys((each.person, day_of(each)) for each in found):
            await work.outbox.refresh(day_subject(person, day), at=at)
        for person in dict.fromkeys(each.person for each in found):
            theirs = [each for each in found if each.person == person and each.status in UNCONFIRMED]
            await _tell_closed(work, person, theirs, at=at)
        return len(found)


async def _tell_closed(work: Work, person: str, missing: Sequence[Assignment], *, at: datetime) -> None:
    days = sorted({day_of(each) for each in missing})
    if not days:
        return
    month = days[-1].strftime("%Y-%m")
    values: dict[str, Value] = {
        "by_person": person,
        "count": len(days),
        "first_on": days[0].isoformat(),
        "month": month,
    }
    own = Message(text="standing-month-closed", values=values)
    await tell(work, "time.closed", [person], own, occasion=month, at=at)
    employee = (await work.people.get_many([person])).get(person)
    coordinators = await coordinators_for(work, employee) if employee is not None else []
    about = Message(text="standing-month-closed-for", values=values)
    await tell(work, "time.closed", coordinators, about, occasion=f"{month}:{person}", at=at)
