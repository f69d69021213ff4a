"""Hours can be put right until their month closes, with a reason, and what they were is kept."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.hours import correct_hours, recent_hours
from domain.assignments import TimeEntry
from domain.errors import BadInput, MonthClosed, NotAllowed, NotFound
from domain.people import Person
from tests.actions.desk import Desk
from tests.factories import NOW, the_person

SAM1, SAM2, SER1, SER3 = the_person("SAM1"), the_person("SAM2"), the_person("SER1"), the_person("SER3")


async def entry_of(desk: Desk) -> TimeEntry:
    async with desk.begin() as work:
        (entry,) = await work.time_entries.all()
    return entry


async def correct(
    desk: Desk, hours: str = "2", *, by: Person = SER1, at: datetime = NOW, reason: str | None = "två lampor"
) -> TimeEntry:
    entry = await entry_of(desk)
    assert entry.id is not None
    return await correct_hours(
        entry.id, Decimal(hours), reason, by=by, catalogue=desk.catalogue, begin=desk.begin, at=at
    )


async def test_corrected_hours_cost_the_frozen_price_and_the_story_keeps_what_they_were(anywhere: Desk) -> None:
    await anywhere.done("0.5")

    after = await correct(anywhere)

    assert await entry_of(anywhere) == after
    assert (after.hours, after.price, after.amount) == (Decimal(2), Decimal(420), Decimal("840.00"))
    assert after.reason == "två lampor"
    (event,) = await anywhere.events(f"time:{after.id}")
    assert (event.what, event.person, event.before, event.after) == ("corrected", "SER1", "0.5", "2")


async def test_a_correction_without_a_reason_or_with_impossible_hours_is_refused(desk: Desk) -> None:
    await desk.done("0.5")
    for hours, reason in (("2", None), ("2", "  "), ("0", "nej"), ("25", "nej")):
        with pytest.raises(BadInput):
            await correct(desk, hours, reason=reason)
    assert (await entry_of(desk)).hours == Decimal("0.5")


async def test_the_same_hours_again_change_nothing_and_need_no_reason(desk: Desk) -> None:
    await desk.done("0.5")

    assert (await correct(desk, "0.5", reason=None)).reason is None
    assert await desk.events("time:1") == []


@pytest.mark.parametrize(("day", "is_open"), [(9, True), (10, True), (11, False)])
async def test_a_month_closes_when_the_tenth_of_the_next_is_over(desk: Desk, day: int, *, is_open: bool) -> None:
    await desk.done("0.5")
    at = datetime(2022, 4, day, 12, tzinfo=UTC)
    if is_open:
        assert (await correct(desk, at=at)).hours == 2
        return
    with pytest.raises(MonthClosed):
        await correct(desk, at=at)
    assert (await entry_of(desk)).hours == Decimal("0.5")


async def test_a_coordinator_of_the_unit_corrects_and_the_employee_is_told(desk: Desk) -> None:
    await desk.done("0.5")

    await correct(desk, by=SAM1)

    assert ("time.corrected", "SER1") in await desk.owed()


async def test_nobody_else_corrects_anybodys_hours(desk: Desk) -> None:
    await desk.done("0.5")
    for stranger in (SER3, SAM2, the_person("REK1"), the_person("PL1")):
        with pytest.raises(NotAllowed):
            await correct(desk, by=stranger)
    with pytest.raises(NotFound):
        await correct_hours(99, Decimal(1), "x", by=SER1, catalogue=desk.catalogue, begin=desk.begin, at=NOW)


async def test_the_last_weeks_are_ones_own_only(desk: Desk) -> None:
    await desk.done("0.5")

    assert [each.person for each in await recent_hours(SER1, begin=desk.begin, at=NOW)] == ["SER1"]
    assert await recent_hours(SER3, begin=desk.begin, at=NOW) == []


@given(day=st.dates(date(2021, 1, 1), date(2030, 12, 31)))
def test_a_day_can_be_corrected_through_the_tenth_of_the_month_after_it(day: date) -> None:
    entry = TimeEntry(
        person="SER1", unit="PV1", service=None, day=day, hours=Decimal(1), price=Decimal(0), amount=Decimal(0)
    )
    month, year = day.month % 12 + 1, day.year + day.month // 12

    assert entry.is_open(date(year, month, 10))
    assert not entry.is_open(date(year, month, 11))
