"""Standing work: the days of the schedules become assignments a week ahead, each once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from actions.covering import REFUSED, Staff, ask_somebody, given, read_staff, tell_uncovered
from actions.ports import Begin, Work
from actions.telling import occasion_of, record, refresh_day, subject_of, tell
from catalog.models import Catalogue, Schedule
from catalog.standing import is_due, schedules_by_code
from domain.assignments import AssignmentStatus
from domain.audit import changes_between
from domain.day import TOLD_AT
from domain.notices import Event, Message
from domain.standing import AHEAD, Held, StandingDay
from domain.worktime import CALENDAR, at_local, local_date

ONE_DAY = timedelta(days=1)
NOT_BEGUN = frozenset({AssignmentStatus.OFFERED, AssignmentStatus.ACCEPTED})
Key = tuple[str, date]
"""A schedule's code and a day of it."""


async def make_standing_ahead(*, begin: Begin, at: datetime, since: date | None = None) -> int:
    """Make the standing work of each day from *since*, or today, to a week ahead; return how many days were made.

    It is made for units whose agreement is in force on the day, on working days alone, and given to whom the schedule
    names. Where they are away or lack a competence that day, somebody else is asked. What nobody has is tried again the
    next time; the coordinators are told of it once, and on the day itself of what nobody has answered. What is to come
    of a schedule or an agreement that is no more is taken back. A day off makes nothing: the next working day is early
    enough.

    Safe to run twice or on several replicas at once: one makes days at a time, and each is made once.
    """
    today = local_date(at)
    first = min(since or today, today)
    if first == today and not CALENDAR.is_working_day(today):
        return 0
    async with begin() as work:
        await work.standing.hold()
        run = await _read_run(work, first, today + AHEAD, at=at)
        new = await run.make_days()
        await run.take_back()
        await run.tell_unanswered()
        await run.give()
        return len(new)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Run:
    """Making the days from `first` to `last`, in one transaction that nobody else makes days in."""

    work: Work
    catalogue: Catalogue
    schedules: Mapping[str, Schedule]
    staff: Staff
    at: datetime
    first: date
    last: date
    days: dict[Key, StandingDay]
    held: Mapping[Key, Sequence[Held]]
    new: set[Key] = field(default_factory=set)

    def _is_due(self, code: str, day: date) -> bool:
        schedule = self.schedules.get(code)
        if schedule is None:
            return False
        return is_due(schedule, day, self.catalogue.agreement_in_force(schedule.unit, day))

    async def make_days(self) -> Sequence[StandingDay]:
        """Store the days that are due and were not made."""
        made: list[StandingDay] = []
        for day in _each_day(self.first, self.last):
            due = [code for code in self.schedules if (code, day) not in self.days and self._is_due(code, day)]
            prices = await self.work.catalogues.prices(day=day) if due else {}
            made += [_standing_day(code, self.schedules[code], day, prices) for code in due]
        await self.work.standing.add_all(made)
        self.days.update({(each.schedule, each.day): each for each in made})
        self.new.update((each.schedule, each.day) for each in made)
        return made

    async def take_back(self) -> None:
        """Withdraw what is to come, has not begun and is not due any more; of a day that is told of already, say so."""
        today = local_date(self.at)
        for (code, day), each in ((key, each) for key, found in self.held.items() for each in found):
            if each.status in NOT_BEGUN and day >= today and not self._is_due(code, day):
                before = await self.work.assignments.get_locked(each.assignment)
                after = before.withdraw()
                await self.work.assignments.save(after)
                await record(self.work, before, after, "withdrawn", by=None, at=self.at)
                await refresh_day(self.work, after, at=self.at)
                if day == today and self.at >= at_local(today, TOLD_AT):
                    message = Message(text="withdrawn-from-you", values={"request": after.id})
                    occasion = occasion_of(after)
                    await tell(
                        self.work, "assignment.withdrawn", [after.person], message, occasion=occasion, at=self.at
                    )

    async def tell_unanswered(self) -> None:
        """Show the coordinators what was only asked for so far of the work of today."""
        today = local_date(self.at)
        asked = [
            day
            for key, day in self.days.items()
            if day.day == today and any(each.status is AssignmentStatus.OFFERED for each in self.held.get(key, ()))
        ]
        await tell_uncovered(self.work, asked, at=self.at)

    async def give(self) -> None:
        """Give every day that is due and nobody's to whom its schedule names; ask others where that is not possible."""
        open_days = [each for key, each in self.days.items() if self._is_open(key)]
        own: list[tuple[StandingDay, str]] = []
        rest: list[StandingDay] = []
        for each in open_days:
            person = self._own(each)
            if person is None:
                rest.append(each)
            else:
                own.append((each, person))
        await self._give_own(own)
        await self._ask_others(rest)

    def _is_open(self, key: Key) -> bool:
        code, day = key
        is_wanted = key in self.new or day >= local_date(self.at)
        is_had = any(each.is_had for each in self.held.get(key, ()))
        return is_wanted and not is_had and self._is_due(code, day)

    def _refused(self, day: StandingDay) -> set[str]:
        earlier = self.held.get((day.schedule, day.day), ())
        return {each.person for each in earlier if each.status in REFUSED}

    def _own(self, day: StandingDay) -> str | None:
        person = self.schedules[day.schedule].person
        demanded = self.catalogue.demanded_competences(day.service, day.unit)
        is_able = person not in self._refused(day) and self.staff.find_able(person, demanded, day.day) is not None
        return person if is_able else None

    async def _give_own(self, own: Sequence[tuple[StandingDay, str]]) -> None:
        if not own:
            return
        numbers = await self.work.assignments.next_ids(local_date(self.at).year, len(own))
        made = [given(day, number, person, at=self.at) for (day, person), number in zip(own, numbers, strict=True)]
        await self.work.assignments.add_all(made)
        await self.work.events.put_all(
            [
                Event(
                    subject=subject_of(each),
                    what="assigned",
                    person=None,
                    at=self.at,
                    after=each.status,
                    changed=changes_between(None, each),
                )
                for each in made
            ]
        )

    async def _ask_others(self, rest: Sequence[StandingDay]) -> None:
        uncovered = []
        for day in rest:
            asked = self._refused(day)
            found = await ask_somebody(
                day, work=self.work, staff=self.staff, catalogue=self.catalogue, asked=asked, at=self.at
            )
            if found is None and (day.schedule, day.day) in self.new:
                uncovered.append(day)
        await tell_uncovered(self.work, uncovered, at=self.at)


async def _read_run(work: Work, first: date, last: date, *, at: datetime) -> _Run:
    days = await work.standing.days(first, last)
    held: dict[Key, list[Held]] = {}
    for each in await work.assignments.standing_held(at_local(first, time()), at_local(last + ONE_DAY, time())):
        held.setdefault((each.schedule, local_date(each.start)), []).append(each)
    return _Run(
        work=work,
        catalogue=await work.catalogues.read(day=local_date(at)),
        schedules=schedules_by_code(await work.standing.schedules()),
        staff=await read_staff(work, first, last),
        at=at,
        first=first,
        last=last,
        days={(each.schedule, each.day): each for each in days},
        held=held,
    )


def _standing_day(code: str, schedule: Schedule, day: date, prices: Mapping[str, Decimal]) -> StandingDay:
    return StandingDay(
        schedule=code,
        day=day,
        unit=schedule.unit,
        service=schedule.service,
        start=at_local(day, schedule.start_time),
        hours=schedule.hours,
        price=prices[schedule.service],
    )


def _each_day(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))
