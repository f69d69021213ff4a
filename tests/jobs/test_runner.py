import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta

import pytest

from actions.ports import Begin
from jobs.rhythm import Daily, Every, Rhythm, Slot
from jobs.runner import MOST_ATTEMPTS, Runner
from jobs.ticks import Missed, Tick
from tests.jobs.ledger import Ledger

START = datetime(2022, 3, 15, 9, tzinfo=UTC)
DAY = timedelta(days=1)
AFTERNOONS = Daily(at=time(15))


@dataclass
class Diary:
    """Writes down what it is called for, and fails as often as it is told to."""

    entries: list[tuple[tuple[str, ...], datetime]] = field(default_factory=list)
    failures: int = 0
    words: str = ""
    shared: list[datetime] = field(default_factory=list)
    calls: int = 0

    async def __call__(self, slots: Sequence[Slot], *, begin: Begin, at: datetime) -> None:
        self.calls += 1
        if self.calls <= self.failures:
            raise ZeroDivisionError(self.words)
        async with begin():
            await asyncio.sleep(0)
        self.shared.append(slots[-1].due)
        self.entries.append((tuple(slot.name for slot in slots), at))

    @property
    def slots(self) -> list[str]:
        return [name for names, _ in self.entries for name in names]


def a_tick(
    action: Diary,
    *,
    name: str = "surveys",
    missed: Missed = Missed.CATCH_UP,
    oldest: timedelta = 20 * DAY,
    rhythm: Rhythm = AFTERNOONS,
) -> Tick:
    return Tick(name=name, rhythm=rhythm, missed=missed, oldest=oldest, action=action)


async def test_each_slot_is_run_once_however_often_the_runner_looks() -> None:
    ledger, diary = Ledger(), Diary()
    runner = Runner([a_tick(diary)])

    for minutes in range(0, 3 * 24 * 60, 7):
        await runner.run_due(ledger.begin, at=START + timedelta(minutes=minutes))

    assert diary.slots == ["2022-03-15", "2022-03-16", "2022-03-17"]


async def test_three_runners_at_once_run_each_slot_once() -> None:
    ledger, diary = Ledger(), Diary()
    runners = [Runner([a_tick(diary)], since=START) for _ in range(3)]

    counts = await asyncio.gather(*(runner.run_due(ledger.begin, at=START + 4 * DAY) for runner in runners))

    assert sum(counts) == 4
    assert diary.slots == ["2022-03-15", "2022-03-16", "2022-03-17", "2022-03-18"]


async def test_a_slot_before_the_first_moment_seen_is_never_run() -> None:
    ledger, diary = Ledger(), Diary()
    evening = START.replace(hour=20)

    assert await Runner([a_tick(diary)]).run_due(ledger.begin, at=evening) == 0
    assert await Runner([a_tick(diary)]).run_due(ledger.begin, at=evening + DAY) == 1


async def test_a_slot_a_moment_late_counts_as_its_own_moment() -> None:
    ledger, diary = Ledger(), Diary()

    await Runner([a_tick(diary)], since=START).run_due(ledger.begin, at=START.replace(hour=14, minute=0, second=4))

    assert diary.entries == [(("2022-03-15",), START.replace(hour=14))]


async def test_a_slot_caught_up_late_counts_as_now() -> None:
    ledger, diary = Ledger(), Diary()

    await Runner([a_tick(diary)], since=START).run_due(ledger.begin, at=START + 2 * DAY)

    assert [at for _, at in diary.entries] == [START + 2 * DAY] * 2


async def test_missed_slots_of_all_ticks_are_caught_up_in_order_of_time() -> None:
    ledger, order = Ledger(), list[datetime]()

    ticks = [
        a_tick(Diary(shared=order), name="late"),
        a_tick(Diary(shared=order), name="early", rhythm=Daily(at=time(8))),
    ]
    await Runner(ticks, since=START).run_due(ledger.begin, at=START + 3 * DAY)

    assert order == sorted(order)
    assert len(order) == 6


async def test_merged_slots_are_one_call_with_all_that_were_missed() -> None:
    ledger, diary = Ledger(), Diary()

    await Runner([a_tick(diary, missed=Missed.MERGE)], since=START).run_due(ledger.begin, at=START + 3 * DAY)

    assert diary.entries == [(("2022-03-15", "2022-03-16", "2022-03-17"), START + 3 * DAY)]
    assert set(ledger.outcomes("surveys").values()) == {"done"}


async def test_what_is_too_old_is_skipped_and_noted() -> None:
    ledger, diary = Ledger(), Diary()

    await Runner([a_tick(diary, oldest=DAY)], since=START).run_due(ledger.begin, at=START + 5 * DAY)

    assert diary.slots == ["2022-03-19"]
    assert ledger.outcomes("surveys") == {"2022-03-18": "skipped", "2022-03-19": "done"}


async def test_a_tick_that_skips_runs_only_its_newest_slot() -> None:
    ledger, diary = Ledger(), Diary()
    tick = a_tick(diary, missed=Missed.SKIP, oldest=timedelta(minutes=9), rhythm=Every(period=timedelta(minutes=5)))

    await Runner([tick], since=START).run_due(ledger.begin, at=START + timedelta(hours=1, minutes=1))

    assert diary.slots == ["2022-03-15T10:00Z"]


async def test_a_failing_action_leaves_no_claim_and_is_tried_again_after_a_pause() -> None:
    ledger, diary = Ledger(), Diary(failures=1)
    runner, due = Runner([a_tick(diary)], since=START), START.replace(hour=14)

    assert await runner.run_due(ledger.begin, at=due) == 0
    assert ledger.outcomes("surveys") == {}
    assert await runner.run_due(ledger.begin, at=due + timedelta(seconds=5)) == 0
    assert await runner.run_due(ledger.begin, at=due + timedelta(minutes=1)) == 1
    assert diary.entries == [(("2022-03-15",), due)]


async def test_a_failing_tick_does_not_stop_the_others() -> None:
    ledger, sick, well = Ledger(), Diary(failures=99), Diary()
    ticks = [a_tick(sick, name="sick", rhythm=Daily(at=time(8))), a_tick(well, name="well")]

    await Runner(ticks, since=START).run_due(ledger.begin, at=START + 2 * DAY)

    assert well.slots == ["2022-03-15", "2022-03-16"]
    assert ledger.outcomes("sick") == {}


async def test_a_slot_that_keeps_failing_is_given_up_and_the_next_one_runs() -> None:
    ledger, diary = Ledger(), Diary(failures=MOST_ATTEMPTS)
    told: list[tuple[str, str]] = []

    def observe(job: str, outcome: str, seconds: float) -> None:
        assert seconds >= 0
        told.append((job, outcome))

    runner, at = Runner([a_tick(diary)], since=START, observe=observe), START.replace(hour=14)

    for minutes in (0, 1, 3, 5, 21, 85):
        await runner.run_due(ledger.begin, at=at + timedelta(minutes=minutes))
    await runner.run_due(ledger.begin, at=at + DAY)

    assert ledger.outcomes("surveys") == {"2022-03-15": "failed ZeroDivisionError", "2022-03-16": "done"}
    assert told == [("surveys", each) for each in ("failed", "failed", "failed", "failed", "given-up", "done")]


async def test_an_error_is_logged_without_its_words(caplog: pytest.LogCaptureFixture) -> None:
    written = "Maja is ill"
    ledger = Ledger()
    await Runner([a_tick(Diary(failures=1, words=written))], since=START).run_due(ledger.begin, at=START + DAY)

    assert [record.message for record in caplog.records if record.levelname == "ERROR"] == ["tick-failed"]
    assert written not in str([vars(record) for record in caplog.records])


async def test_a_look_when_nothing_can_be_due_asks_the_database_nothing() -> None:
    ledger, diary = Ledger(), Diary()
    runner = Runner([a_tick(diary)], since=START)
    await runner.run_due(ledger.begin, at=START)
    before = ledger.opened

    for seconds in range(5, 300, 5):
        await runner.run_due(ledger.begin, at=START + timedelta(seconds=seconds))

    assert ledger.opened == before


def test_the_next_due_moment_is_the_earliest_of_all_ticks() -> None:
    ticks = [a_tick(Diary()), a_tick(Diary(), rhythm=Daily(at=time(8)))]
    runner = Runner(ticks)

    assert runner.next_due(START) == datetime(2022, 3, 15, 14, tzinfo=UTC)
    assert runner.next_due(runner.next_due(START)) == datetime(2022, 3, 16, 7, tzinfo=UTC)
