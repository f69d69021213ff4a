"""The year 2022 run by the clock: the standing work of every unit comes to what its agreement holds.

The almanac of 2022: the weekdays off were 6 January, 15 and 18 April, 26 May, 6 and 24 June and 26 December.
"""

import asyncio
import shutil
from collections import Counter, defaultdict
from collections.abc import AsyncGenerator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from actions.confirming import confirm_day
from actions.standing import make_standing_ahead
from catalog.models import Catalogue, Category
from domain.assignments import Assignment, AssignmentStatus
from domain.worktime import at_local, local_date
from jobs.runner import Runner
from jobs.schedule import TICKS
from tests.factories import example_pilot, the_person
from tests.jobs.desk import Desk, open_desk
from tests.stores import sqlite_at
from web.exports import export

FIRST, LAST = date(2022, 1, 1), date(2022, 12, 31)
NEW_YEAR = at_local(FIRST, time())
SILVESTER = at_local(LAST, time(23))
OF_STANDING_WORK = [tick for tick in TICKS if tick.name.startswith("standing")]
WEEKDAYS_OFF = [
    *(date(2022, 1, 6), date(2022, 4, 15), date(2022, 4, 18), date(2022, 5, 26)),
    *(date(2022, 6, 6), date(2022, 6, 24), date(2022, 12, 26)),
]
MONTHS_IN_FORCE = {"PV1": 12, "PV2": 11, "PV3": 11, "PV4": 11, "PV5": 10, "PV6": 10}
"""PV7's agreement is offered and not signed."""
FIVE_PERCENT = Decimal("0.05")
NOON = 12
CLEANING, ROUNDS, ROUND_HOURS = 385, 420, 2
"""SEK an hour of what is done every day, and of the round on Mondays."""
BY_HAND = {
    "PV1": (253, 49, Decimal("7.25")),
    "PV2": (233, 44, Decimal("6.25")),
    "PV3": (233, 44, Decimal("5.25")),
    "PV4": (233, 44, Decimal("5.25")),
    "PV5": (213, 40, Decimal("8.25")),
    "PV6": (213, 40, Decimal("6.75")),
}
"""Working days and working Mondays under the agreement, and the hours of each day: 260 weekdays less the seven off."""


async def live_through(desk: Desk, *, until: datetime = SILVESTER) -> None:
    """Run the clock, with every employee confirming each of their days when it ends, as planned."""
    runner = Runner(OF_STANDING_WORK, since=NEW_YEAR)
    catalogue = await desk.catalogue()
    confirmed = FIRST
    at = NEW_YEAR
    while at <= until:
        if at.hour > NOON and local_date(at) > confirmed:
            confirmed = local_date(at)
            await everybody_confirms(desk, catalogue, confirmed, at=at)
        await runner.run_due(desk.begin, at=at)
        at = runner.next_due(at)


async def everybody_confirms(desk: Desk, catalogue: Catalogue, day: date, *, at: datetime) -> None:
    async with desk.begin() as work:
        given = await work.assignments.standing(at_local(day, time()), at_local(day, time(23)))
        for person in sorted({each.person for each in given}):
            await confirm_day(day, {}, by=the_person(person), catalogue=catalogue, begin=work.within(), at=at)


async def run_the_year(file: Path) -> None:
    async with open_desk(sqlite_at(file)) as desk:
        await live_through(desk)


@pytest.fixture(scope="module")
def lived_through(loaded_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("year") / "year.db"
    shutil.copy(loaded_template, file)
    asyncio.run(run_the_year(file))
    return file


@pytest.fixture
async def silvester(lived_through: Path, tmp_path: Path) -> AsyncGenerator[Desk]:
    """A copy of the desk that has been run through 2022."""
    file = Path(shutil.copy(lived_through, tmp_path / "year.db"))
    async with open_desk(sqlite_at(file)) as desk:
        yield desk


async def standing_of(desk: Desk) -> list[Assignment]:
    async with desk.begin() as work:
        return [each for each in await work.assignments.standing(NEW_YEAR, SILVESTER) if each.schedule]


async def test_the_standing_hours_of_each_unit_are_within_five_percent_of_its_agreement(silvester: Desk) -> None:
    hours: dict[str, Decimal] = defaultdict(Decimal)
    async with silvester.begin() as work:
        rows = [each for each in await export("time", work=work, at=SILVESTER) if each["schedule"] is not None]
    for each in rows:
        hours[str(each["unit"])] += Decimal(str(each["hours"]))

    agreed = {
        agreement.unit: line.hours_per_month
        for agreement in example_pilot().catalogue.agreements
        if (line := agreement.line(Category.MANDATORY)) is not None
    }
    assert hours.keys() == MONTHS_IN_FORCE.keys()
    for unit, months in MONTHS_IN_FORCE.items():
        assert abs(hours[unit] / (agreed[unit] * months) - 1) < FIVE_PERCENT, unit


async def test_the_money_of_the_year_adds_up_to_the_ore(silvester: Desk) -> None:
    async with silvester.begin() as work:
        rows = await export("time", work=work, at=SILVESTER)

    expected = {
        unit: days * daily * CLEANING + mondays * ROUND_HOURS * ROUNDS
        for unit, (days, mondays, daily) in BY_HAND.items()
    }
    amounts: dict[str, Decimal] = defaultdict(Decimal)
    for row in rows:
        amount, price = Decimal(str(row["amount"])), Decimal(str(row["price"]))
        assert amount == Decimal(str(row["hours"])) * price == amount.quantize(Decimal("0.01"))
        amounts[str(row["unit"])] += amount
    assert amounts == expected
    assert sum(amounts.values()) == sum(expected.values()) == Decimal("3658060.00")


async def test_january_adds_up_on_postgresql_as_well(postgresql_url: str) -> None:
    async with open_desk(postgresql_url) as desk:
        await live_through(desk, until=at_local(date(2022, 1, 31), time(23)))
        async with desk.begin() as work:
            rows = await export("time", work=work, at=SILVESTER)

    assert {row["unit"] for row in rows} == {"PV1"}
    amount = sum(Decimal(str(row["amount"])) for row in rows)
    assert amount == 20 * Decimal("7.25") * CLEANING + 5 * ROUND_HOURS * ROUNDS


async def test_nobody_has_standing_work_on_a_day_off_or_before_the_agreement(silvester: Desk) -> None:
    days = {local_date(each.planned_start or NEW_YEAR) for each in await standing_of(silvester)}

    every_day = [FIRST + timedelta(days=number) for number in range(365)]
    assert days == {day for day in every_day if day.weekday() < 5 and day not in WEEKDAYS_OFF}
    async with silvester.begin() as work:
        made = await work.standing.days(FIRST, LAST)
    first = {unit: min(each.day for each in made if each.unit == unit) for unit in MONTHS_IN_FORCE}
    assert (first["PV1"], first["PV2"], first["PV5"]) == (date(2022, 1, 3), date(2022, 2, 1), date(2022, 3, 1))


async def test_every_day_of_a_schedule_is_given_once_to_whom_it_names(silvester: Desk) -> None:
    named = {(each.unit, each.service, f"{each.start_time:%H%M}"): each.person for each in example_pilot().schedules}
    found = await standing_of(silvester)

    assert {each.status for each in found} == {AssignmentStatus.DONE}
    assert set(Counter((each.schedule, each.planned_start) for each in found).values()) == {1}
    by_code = {f"{unit}-{service}-{clock}": person for (unit, service, clock), person in named.items()}
    assert {each.person for each in found if each.schedule == "PV1-LOK-REG-0700"} == {"SER1"}
    assert all(each.person == by_code[each.schedule or ""] for each in found)


async def test_work_begins_at_its_time_of_day_in_winter_and_in_summer(silvester: Desk) -> None:
    floors = [each for each in await standing_of(silvester) if each.schedule == "PV1-LOK-REG-0700"]

    assert {each.planned_start.hour for each in floors if each.planned_start} == {5, 6}
    assert floors[0].planned_start == datetime(2022, 1, 3, 6, tzinfo=UTC)


async def test_a_stop_of_the_server_loses_no_day_and_doubles_none(silvester: Desk, desk: Desk) -> None:
    runners = [Runner(OF_STANDING_WORK, since=NEW_YEAR) for _ in range(2)]
    for day in (FIRST, date(2022, 1, 4), date(2022, 1, 31), date(2022, 2, 28), date(2022, 3, 3)):
        for runner in runners:
            await runner.run_due(desk.begin, at=at_local(day, time(12)))
        await make_standing_ahead(begin=desk.begin, at=at_local(day, time(12)))

    until = date(2022, 3, 10)
    async with silvester.begin() as work:
        expected = await work.standing.days(FIRST, until)
    async with desk.begin() as work:
        assert await work.standing.days(FIRST, until) == expected
        assert len(await work.assignments.standing(NEW_YEAR, at_local(until, time(23)))) == len(expected)
