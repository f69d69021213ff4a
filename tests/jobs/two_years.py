"""The clock from New Year 2022 to 30 January 2024, run by one process or several over one database."""

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from actions.commitments import get_commitment, set_commitment_status
from actions.orders import keep_draft, place_order
from actions.ports import Begin, Work
from catalog.models import Pilot
from domain.commitments import CommitmentStatus
from domain.notices import Conversation, Owed
from domain.people import Role
from domain.series import SeriesStatus
from domain.worktime import STOCKHOLM, at_local, local_date
from jobs.runner import Runner
from jobs.schedule import TICKS
from storage.unit_of_work import Storage
from tests.factories import a_draft, example_pilot, the_person
from tests.jobs.almanac import (
    FIRST_MONDAY,
    FIRST_MONTH_END,
    days,
    fortnight_before,
    is_working,
    mondays,
    month_ends,
    reminders,
    waves,
    wheel_days,
)

FIRST, LAST = date(2022, 1, 1), date(2024, 1, 30)
START, END = at_local(FIRST, time()), at_local(LAST, time(23))
KILLED_ON = date(2023, 1, 16)
"""A day on which the month's question goes out."""
FOLLOWED = [tick for tick in TICKS if tick.name in {"brief", "commitments", "series", "surveys"}]
FEW = ("PL1", "AGA1", "EK1", "SAM1", "SER1", "REK1", "KON11")
ASKED = {"SER1", "REK1", "KON11"}
LATE = {"U2": 10, "KM2": 8, "M4": 4, "L5": 1, "SU1": 25, "V1": 30, "M2": 2}
"""By how many days each of these is finished too late; the others on their day."""
NOON = time(12)
AGREED_UNTIL = date(2023, 12, 31)
RECURRING = {
    "mondays": {"rrule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "wanted_start": at_local(FIRST_MONDAY, time(7))},
    "month-ends": {
        "rrule": "FREQ=MONTHLY;BYMONTHDAY=-1",
        "wanted_start": at_local(FIRST_MONTH_END, time(13)),
        "days_off": "move",
    },
}
"""What is ordered on New Year's Day: every other Monday at 7, and on the last day of each month at 13 or later."""
FINISHED = CommitmentStatus.FINISHED


def few() -> Pilot:
    """Return the example pilot with few people and no standing work."""
    pilot = example_pilot()
    return replace(pilot, people=tuple(each for each in pilot.people if each.code in FEW), schedules=())


@dataclass(kw_only=True)
class Replicas:
    """Processes over one database, each with a runner and a storage of its own."""

    url: str
    count: int
    stack: AsyncExitStack
    storages: list[Storage]
    runners: list[Runner]

    async def add(self) -> None:
        storage = Storage.open(self.url, is_durable=False)
        self.stack.push_async_callback(storage.close)
        self.storages.append(storage)
        self.runners.append(Runner(FOLLOWED, since=START))

    @property
    def begin(self) -> Begin:
        return self.storages[0].begin

    async def run(self, at: datetime) -> None:
        """Let all of them look at once."""
        pairs = zip(self.runners, self.storages, strict=True)
        await asyncio.gather(*(runner.run_due(storage.begin, at=at) for runner, storage in pairs))

    async def kill_one(self, at: datetime) -> None:
        """Kill the last while it runs what is due at *at*, before the others look, and start another."""
        runner, storage = self.runners.pop(), self.storages.pop()
        work = asyncio.ensure_future(runner.run_due(storage.begin, at=at))
        await asyncio.sleep(0.005)
        work.cancel()
        await asyncio.gather(work, return_exceptions=True)
        await self.add()


@asynccontextmanager
async def open_replicas(url: str, *, count: int) -> AsyncGenerator[Replicas]:
    """Open *count* processes over an empty database at *url*, and load the pilot of few people."""
    async with AsyncExitStack() as stack:
        found = Replicas(url=url, count=count, stack=stack, storages=[], runners=[])
        for _ in range(count):
            await found.add()
        await found.storages[0].upgrade()
        await prepare(found.storages[0])
        yield found


async def prepare(storage: Storage) -> None:
    async with storage.begin() as work:
        await work.catalogues.load(few(), prices_from=FIRST)
        chat = Conversation(id="a:SAM1", person="SAM1", is_personal=True, is_active=True, address={})
        await work.conversations.remember(chat)
    for draft in RECURRING:
        await order(draft, begin=storage.begin)


async def order(draft: str, *, begin: Begin) -> None:
    principal, catalogue = the_person("REK1"), example_pilot().catalogue
    ordered = a_draft(id=draft, wanted_kind="recurring", created_at=START, **RECURRING[draft])
    await keep_draft(ordered, by=principal, catalogue=catalogue, begin=begin)
    await place_order(draft, {}, by=principal, catalogue=catalogue, begin=begin, at=START)


async def live_through(replicas: Replicas) -> None:
    """Run the clock from due moment to due moment; at noon what is to be finished that day is."""
    due = [(each, code) for code, (_, dues) in wheel_days().items() for each in dues]
    finishing = sorted(((day + timedelta(days=LATE.get(code, 0)), code) for day, code in due), reverse=True)
    at, is_killed = START, replicas.count == 1
    while at <= END:
        while finishing and at_local(finishing[-1][0], NOON) <= at:
            day, code = finishing.pop()
            await finish(replicas.begin, code, at_local(day, NOON))
        if not is_killed and local_date(at) == KILLED_ON and at == at_local(KILLED_ON, time(15)):
            await replicas.kill_one(at)
            is_killed = True
        await replicas.run(at)
        at = replicas.runners[0].next_due(at)
    assert is_killed


async def finish(begin: Begin, code: str, at: datetime) -> None:
    catalogue = example_pilot().catalogue
    await set_commitment_status(code, FINISHED, by=the_person("PL1"), catalogue=catalogue, begin=begin, at=at)


def by_day(notices: list[Owed], kind: str) -> Counter[tuple[date, str]]:
    return Counter((local_date(each.due), each.recipient or "") for each in notices if each.kind == kind)


async def assert_as_the_calendar_says(replicas: Replicas) -> None:
    """Hold every notice against the calendar."""
    async with replicas.begin() as work:
        notices = list(await work.outbox.list_notices())
        recurring = await get_commitment("KM3", work)
        await assert_orders_recur(work, "S-2022-0001", mondays(FIRST, AGREED_UNTIL), clock=time(7))
        await assert_orders_recur(work, "S-2022-0002", month_ends(FIRST, AGREED_UNTIL), clock=time(13))

    people = {role.value: {each.code for each in few().people if each.has_role(role)} for role in Role}
    expected = reminders(FIRST, LAST, late=LATE, people=people)
    reminded = {
        (local_date(each.due), each.recipient): set(str(each.message.values["commitments"]).split("|"))
        for each in notices
        if each.kind == "commitment.reminder"
    }
    assert reminded == expected
    assert set(by_day(notices, "commitment.reminder").values()) == {1}
    assert {each.due for each in notices if each.kind == "commitment.reminder"} == {
        at_local(day, time(8)) for day, _ in expected
    }

    of_waves = list(waves([each for each in days(FIRST, LAST) if each.day == 1]).values())
    assert by_day(notices, "survey.question") == Counter((each[0], who) for each in of_waves for who in ASKED)
    again = Counter((day, who) for each in of_waves for day in each[1:] for who in ASKED)
    assert by_day(notices, "survey.reminder") == again

    working = [day for day in days(FIRST, LAST) if is_working(day)]
    assert by_day(notices, "brief.desk") == Counter((day, "SAM1") for day in working)
    assert (recurring.due, recurring.status) == (date(2023, 12, 31), FINISHED)
    off = [day for day in mondays(FIRST, LAST, is_open=False) if day <= AGREED_UNTIL]
    assert by_day(notices, "series.holidays") == Counter((day, "REK1") for day in map(fortnight_before, off))
    over = [mondays(AGREED_UNTIL, LAST)[0], month_ends(AGREED_UNTIL, LAST)[0]]
    assert by_day(notices, "series.refused") == Counter((fortnight_before(day), "REK1") for day in over)


async def assert_orders_recur(work: Work, series: str, expected: list[date], *, clock: time) -> None:
    """Hold a series against the days of the calendar: the first order made at once, each other a fortnight before."""
    made = [(each.wanted_start, each.created_at) for each in await work.requests.of_series(series)]
    first, *others = sorted((wanted.astimezone(STOCKHOLM), at) for wanted, at in made if wanted)
    assert first == (at_local(expected[0], clock), START)
    assert others == [(at_local(day, clock), at_local(fortnight_before(day), time(6))) for day in expected[1:]]
    assert (await work.series.get(series)).status is SeriesStatus.ENDED
