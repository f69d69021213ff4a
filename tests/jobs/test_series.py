"""The year 2022: an order series becomes its orders morning by morning, each once, with the clock run as it likes."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from actions.orders import keep_draft, place_order
from domain.requests import ServiceRequest
from domain.series import AHEAD
from domain.worktime import STOCKHOLM, at_local, local_date
from jobs.runner import Runner
from jobs.schedule import TICKS
from tests.factories import NOW, TODAY, a_draft, the_person
from tests.jobs.desk import Desk

SERIES = [tick for tick in TICKS if tick.name == "series"]
NEW_YEAR = datetime(2023, 1, 1, 12, tzinfo=UTC)
HOLIDAYS_ON_FRIDAYS = [date(2022, 4, 15), date(2022, 6, 24)]
"""Good Friday and Midsummer's Eve; 6 January, Ascension Day and Christmas fell on other days."""


async def order(desk: Desk, number: int, *, first: date, rrule: str, last: date | None = None) -> None:
    draft = a_draft(
        id=f"draft-{number}",
        wanted_kind="recurring",
        wanted_start=at_local(first, time(7)),
        rrule=rrule,
        last_day=last,
    )
    person, catalogue = the_person("REK1"), await desk.catalogue()
    await keep_draft(draft, by=person, catalogue=catalogue, begin=desk.begin)
    await place_order(draft.id, {}, by=person, catalogue=catalogue, begin=desk.begin, at=NOW)


async def orders(desk: Desk, series: str) -> list[ServiceRequest]:
    async with desk.begin() as work:
        return list(await work.requests.of_series(series))


@pytest.mark.parametrize("step", [1, 5, 13])
async def test_the_year_makes_each_order_once_however_often_the_clock_is_looked_at(desk: Desk, step: int) -> None:
    await order(desk, 1, first=date(2022, 8, 23), rrule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", last=date(2022, 12, 24))
    await order(desk, 2, first=date(2022, 3, 18), rrule="FREQ=WEEKLY;BYDAY=FR")
    runners = [Runner(SERIES, since=NOW) for _ in range(2)]

    at = NOW
    while at <= NEW_YEAR:
        for runner in runners:
            await runner.run_due(desk.begin, at=at)
        at += timedelta(days=step)

    tuesdays = await orders(desk, "S-2022-0001")
    fridays = await orders(desk, "S-2022-0002")
    reach = local_date(at - timedelta(days=step)) + AHEAD
    assert [each.wanted_start for each in tuesdays] == [
        at_local(date(2022, 8, 23) + timedelta(days=14 * number), time(7)) for number in range(9)
    ]
    expected = [date(2022, 3, 18) + timedelta(days=7 * number) for number in range(60)]
    assert [local_date(each.wanted_start or each.created_at) for each in fridays] == [
        day for day in expected if day not in HOLIDAYS_ON_FRIDAYS and day <= reach and day != date(2023, 1, 6)
    ]


async def test_an_order_is_made_two_weeks_ahead_at_six_in_the_morning(desk: Desk) -> None:
    await order(desk, 1, first=TODAY + timedelta(days=3), rrule="FREQ=WEEKLY;BYDAY=FR")
    runner = Runner(SERIES, since=NOW)

    at = NOW
    while at < datetime(2022, 5, 1, tzinfo=UTC):
        await runner.run_due(desk.begin, at=at)
        at = runner.next_due(at)

    made = (await orders(desk, "S-2022-0001"))[2:]
    assert {each.created_at.astimezone(STOCKHOLM).hour for each in made} == {6}
    assert {local_date(each.wanted_start or NOW) - local_date(each.created_at) for each in made} == {AHEAD}
