"""From the start day to 1 June, with the days worked out by hand from the almanac of 2022.

Good Friday was 15 April, Easter Monday 18 April, Ascension Day Thursday 26 May; 15 May was a Sunday, 31 May a Tuesday.
"""

import asyncio
import shutil
from collections import Counter
from collections.abc import AsyncGenerator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from domain.notices import Owed
from domain.worktime import local_date
from tests.factories import NOW
from tests.jobs.desk import Desk, open_desk
from tests.stores import sqlite_at

FIRST_OF_JUNE = datetime(2022, 6, 1, 9, tzinfo=UTC)
PRINCIPALS = {"REK1", "REK2", "REK3", "REK4", "CHE5", "CHE6", "CHE7"}
QUESTION_DAYS = {"2022-03": date(2022, 3, 15), "2022-04": date(2022, 4, 19), "2022-05": date(2022, 5, 16)}
REMINDER_DAYS = [
    date(2022, 3, 18),
    date(2022, 3, 21),
    date(2022, 4, 22),
    date(2022, 4, 25),
    date(2022, 5, 19),
    date(2022, 5, 23),
]
U1_DAYS = [
    date(2022, 4, 29),
    date(2022, 5, 17),
    date(2022, 5, 24),
    date(2022, 5, 27),
    date(2022, 5, 30),
    date(2022, 5, 31),
]
U1_LATE_DAYS = [date(2022, 6, 3), date(2022, 6, 9), date(2022, 6, 14)]


async def live_through(file: Path) -> None:
    async with open_desk(sqlite_at(file)) as desk:
        await desk.run_until(FIRST_OF_JUNE)


@pytest.fixture(scope="module")
def lived_through(loaded_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("stretch") / "june.db"
    shutil.copy(loaded_template, file)
    asyncio.run(live_through(file))
    return file


@pytest.fixture
async def in_june(lived_through: Path, tmp_path: Path) -> AsyncGenerator[Desk]:
    """A copy of the desk that has been run from the start day to 1 June, as `clock --to` does."""
    file = Path(shutil.copy(lived_through, tmp_path / "june.db"))
    async with open_desk(sqlite_at(file)) as desk:
        yield desk


def days_of(notices: list[Owed], code: str) -> list[date]:
    named = [owed for owed in notices if code in str(owed.message.values["commitments"]).split("|")]
    return [local_date(owed.due) for owed in named]


async def test_each_monthly_question_reaches_each_participant_once_on_its_day(in_june: Desk) -> None:
    sent = await in_june.notices("survey.question")
    expected = {code for code in await everybody(in_june) if code.startswith(("REK", "CHE", "KON", "SER"))}
    assert len(expected) == 50
    for month, day in QUESTION_DAYS.items():
        of_month = [owed for owed in sent if owed.message.subject == f"survey:{month}"]
        assert Counter(owed.recipient for owed in of_month) == Counter(expected)
        assert {local_date(owed.due) for owed in of_month} == {day}
    assert len(sent) == 3 * 50


async def everybody(in_june: Desk) -> list[str]:
    async with in_june.begin() as work:
        return [person.code for person in await work.people.active()]


async def test_questions_go_out_at_three_in_the_afternoon_in_winter_and_in_summer_time(in_june: Desk) -> None:
    assert sorted({owed.due for owed in await in_june.notices("survey.question")}) == [
        datetime(2022, 3, 15, 14, tzinfo=UTC),
        datetime(2022, 4, 19, 13, tzinfo=UTC),
        datetime(2022, 5, 16, 13, tzinfo=UTC),
    ]


async def test_a_principal_is_asked_the_question_of_the_highest_priority(in_june: Desk) -> None:
    async with in_june.begin() as work:
        asked = {
            person: [(await work.surveys.participants(month)).get(person) for month in QUESTION_DAYS]
            for person in ("REK1", "KON11", "SER3", "PL1")
        }
    assert asked == {
        "REK1": ["F4", "F1", "F2"],
        "KON11": ["F3", "F1", "F2"],
        "SER3": ["F5", "F6", "F5"],
        "PL1": [None, None, None],
    }


async def test_who_does_not_answer_is_reminded_twice_a_month_on_working_days(in_june: Desk) -> None:
    reminders = [owed for owed in await in_june.notices("survey.reminder") if owed.recipient == "REK1"]
    assert [local_date(owed.due) for owed in reminders] == REMINDER_DAYS


async def test_the_report_is_announced_to_the_project_leader_on_each_day_of_the_ladder(in_june: Desk) -> None:
    notices = await in_june.notices("commitment.reminder")
    assert days_of([owed for owed in notices if owed.recipient == "PL1"], "U1") == U1_DAYS
    assert {owed.recipient for owed in notices if "U1" in str(owed.message.values["commitments"]).split("|")} == {"PL1"}


async def test_a_late_report_is_recalled_every_third_working_day_and_the_owner_is_told_once(desk: Desk) -> None:
    await desk.run_until(datetime(2022, 6, 15, 9, tzinfo=UTC), start=datetime(2022, 5, 20, 9, tzinfo=UTC))

    notices = await desk.notices("commitment.reminder")
    assert days_of([owed for owed in notices if owed.recipient == "PL1"], "U1") == U1_DAYS[2:] + U1_LATE_DAYS
    assert days_of([owed for owed in notices if owed.recipient == "AGA1"], "U1") == [date(2022, 6, 3)]


async def test_reminders_go_out_at_eight_and_never_on_a_day_off(in_june: Desk) -> None:
    dues = {owed.due for owed in await in_june.notices("commitment.reminder")}
    assert {due.hour for due in dues} == {6, 7}
    assert {due for due in dues if local_date(due).weekday() > 4} == set()


async def test_nobody_gets_two_messages_of_the_year_wheel_in_a_day(in_june: Desk) -> None:
    notices = await in_june.notices("commitment.reminder")
    assert max(Counter((owed.recipient, local_date(owed.due)) for owed in notices).values()) == 1


async def test_running_the_stretch_again_owes_nothing_more(in_june: Desk) -> None:
    async with in_june.begin() as work:
        before = len(await work.outbox.list_notices())

    await in_june.run_until(FIRST_OF_JUNE, start=NOW)

    async with in_june.begin() as work:
        assert len(await work.outbox.list_notices()) == before


async def test_after_a_long_stop_each_commitment_is_recalled_once(desk: Desk) -> None:
    await desk.run_until(datetime(2022, 5, 20, 9, tzinfo=UTC), start=datetime(2022, 5, 16, 9, tzinfo=UTC))
    async with desk.begin() as work:
        before = len(await work.outbox.list_notices())

    back = datetime(2022, 6, 1, 9, 30, tzinfo=UTC)
    await desk.run_until(back, start=back)

    async with desk.begin() as work:
        caught_up = (await work.outbox.list_notices())[before:]
    to_leader = [owed for owed in caught_up if owed.recipient == "PL1"]
    assert len(to_leader) == 1
    assert str(to_leader[0].message.values["commitments"]).split("|").count("U1") == 1
    assert to_leader[0].due == back
