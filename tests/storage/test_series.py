from datetime import date, time, timedelta
from decimal import Decimal

import pytest

from actions.ports import Begin
from domain.errors import NotFound, OutOfDate
from domain.series import DaysOff, Occurrence, OrderSeries, SeriesStatus
from storage.unit_of_work import Storage
from tests.factories import NOW, a_draft, a_request, a_series

DAY = date(2022, 8, 23)


@pytest.fixture
def begin(storage: Storage) -> Begin:
    """On SQLite and on PostgreSQL."""
    return storage.begin


async def test_a_series_comes_back_as_it_was(begin: Begin) -> None:
    full = a_series(
        object="LJUS",
        place="Sal B214",
        note="Vid dörren",
        count=3,
        hours=Decimal("1.50"),
        last_day=date(2022, 12, 24),
        clock=time(7),
        length=timedelta(minutes=90),
        days_off=DaysOff.MOVE,
        approved_by="REK1",
        approved_sek=Decimal("630.00"),
        draft="draft-1",
    )

    async with begin() as work:
        await work.drafts.add(a_draft(rrule="FREQ=WEEKLY", last_day=DAY, days_off="move"))
        await work.series.add(full)

        assert await work.series.get(full.id) == full
        assert await work.series.get_locked(full.id) == full
        assert await work.drafts.get("draft-1") == a_draft(rrule="FREQ=WEEKLY", last_day=DAY, days_off="move")


async def test_series_are_counted_by_the_year(begin: Begin) -> None:
    async with begin() as work:
        numbers = [await work.series.next_id(year) for year in (2022, 2022, 2023)]

    assert numbers == ["S-2022-0001", "S-2022-0002", "S-2023-0001"]


async def test_a_series_that_is_not_there_is_not_found_and_an_older_version_is_out_of_date(begin: Begin) -> None:
    async with begin() as work:
        with pytest.raises(NotFound):
            await work.series.get("S-2022-0009")
        await work.series.add(a_series())
        await work.series.save(a_series().change(place="Aulan"))
        with pytest.raises(OutOfDate):
            await work.series.save(a_series().change(place="Matsalen"))


async def test_only_what_has_not_ended_is_found(begin: Begin) -> None:
    async with begin() as work:
        await work.series.add(a_series(id="S-2022-0002", requester="SAM1"))
        await work.series.add(a_series())
        await work.series.add(a_series(id="S-2022-0003", status=SeriesStatus.ENDED))

        found: list[OrderSeries] = list(await work.series.of_requester("REK1"))

        assert await work.series.active() == ["S-2022-0001", "S-2022-0002"]
        assert [each.id for each in found] == ["S-2022-0001"]


async def test_a_day_is_taken_once_until_it_is_given_back(begin: Begin) -> None:
    async with begin() as work:
        await work.series.add(a_series())

        taken = [await work.series.claim_day("S-2022-0001", DAY) for _ in range(2)]
        await work.series.release_day("S-2022-0001", DAY)

        assert taken == [True, False]
        assert await work.series.claim_day("S-2022-0001", DAY)


async def test_a_day_tells_what_became_of_it(begin: Begin) -> None:
    async with begin() as work:
        await work.series.add(a_series())
        await work.requests.add(a_request(series="S-2022-0001", wanted_start=NOW))
        await work.requests.add(a_request(id="B-2022-0002"))
        for day in (DAY + timedelta(days=14), DAY):
            await work.series.claim_day("S-2022-0001", day)
        await work.series.settle_day("S-2022-0001", DAY, request="B-2022-0001")
        await work.series.settle_day("S-2022-0001", DAY + timedelta(days=14), reason="over")

        assert await work.series.occurrences("S-2022-0001") == [
            Occurrence(series="S-2022-0001", day=DAY, request="B-2022-0001"),
            Occurrence(series="S-2022-0001", day=DAY + timedelta(days=14), reason="over"),
        ]
        assert [each.id for each in await work.requests.of_series("S-2022-0001")] == ["B-2022-0001"]
