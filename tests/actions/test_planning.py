"""A day planned, small jobs given together in one go, and what of it can't be."""

import asyncio
from datetime import timedelta
from decimal import Decimal

import pytest

from actions.absence import report_absence
from actions.planning import assign_bundle, bundle_of, read_day
from domain.errors import Away, BadInput, Claimed, DeskError, NotAllowed, NotSuitable
from domain.requests import RequestStatus, ServiceRequest
from tests.actions.desk import Desk
from tests.factories import NOW, TODAY, the_person

ASSEMBLY = "VAK-MON"
SAM1 = the_person("SAM1")
TOMORROW = TODAY + timedelta(days=1)


async def jobs(desk: Desk, count: int = 3, *, service: str = "VAK-LAM") -> list[ServiceRequest]:
    """Order half hours of work: lamps are promised today, and assembly within the week."""
    wanted = {"wanted_kind": "none", "wanted_end": None} if service == ASSEMBLY else {}
    return [
        await desk.order(hours=Decimal("0.5"), place=f"Sal B{n}", service=service, **wanted)  # type: ignore[arg-type]
        for n in range(count)
    ]


async def give(desk: Desk, requests: list[ServiceRequest], person: str = "SER1", **but: object) -> list[str]:
    given: dict[str, object] = {"by": SAM1, "catalogue": desk.catalogue, "begin": desk.begin, "at": NOW} | but
    done = await assign_bundle([each.id for each in requests], person, **given)  # type: ignore[arg-type]
    return [f"{each.request} {each.planned_start:%H:%M}" for each in done]


async def test_small_jobs_are_given_in_one_go_one_after_the_other_and_told_of_once(anywhere: Desk) -> None:
    requests = await jobs(anywhere)

    given = await give(anywhere, requests)
    again = await give(anywhere, requests)

    assert given == again == ["B-2022-0001 09:00", "B-2022-0002 09:30", "B-2022-0003 10:00"]
    assert {(await anywhere.request(each.id)).status for each in requests} == {RequestStatus.ASSIGNED}
    assert [each for each in await anywhere.owed() if each[1] == "SER1"] == [("assignment.bundled", "SER1")]


async def test_they_are_planned_on_the_day_that_is_said(desk: Desk) -> None:
    assert await give(desk, await jobs(desk, 2, service=ASSEMBLY), day=TOMORROW) == [
        "B-2022-0001 06:00",
        "B-2022-0002 06:30",
    ]


@pytest.mark.parametrize(
    ("person", "by", "error"),
    [("SER2", "SAM1", NotSuitable), ("SER1", "SAM2", NotAllowed), ("SER1", "REK1", NotAllowed), ("SER3", "SAM1", Away)],
)
async def test_of_what_cannot_be_given_nothing_is(desk: Desk, person: str, by: str, error: type[DeskError]) -> None:
    omar = the_person("SER3")
    await report_absence("SER3", TODAY, TODAY, by=omar, catalogue=desk.catalogue, begin=desk.begin, at=NOW)
    requests = await jobs(desk)

    with pytest.raises(error):
        await give(desk, requests, person, by=the_person(by))
    with pytest.raises(BadInput):
        await give(desk, [])

    async with desk.begin() as work:
        assert await work.assignments.all() == []


async def test_one_that_somebody_else_has_keeps_all_from_being_given(desk: Desk) -> None:
    requests = await jobs(desk)
    await desk.offer(requests[1], "SER3", by=SAM1)

    with pytest.raises(Claimed):
        await give(desk, requests)

    assert (await desk.request(requests[0].id)).status is RequestStatus.QUEUED


async def test_of_two_who_give_overlapping_bundles_at_once_one_has_all_of_theirs(anywhere: Desk) -> None:
    first = await jobs(anywhere, 3)
    results = await asyncio.gather(
        give(anywhere, first[:2], "SER1"), give(anywhere, first[:0:-1], "SER3"), return_exceptions=True
    )

    refused = [each for each in results if isinstance(each, Claimed)]
    async with anywhere.begin() as work:
        live = [each.person for each in await work.assignments.all() if each.is_live]
    assert len(refused) == 1
    assert len(live) == 2
    assert len(set(live)) == 1


async def test_a_day_tells_its_load_and_what_would_fit_in_where(desk: Desk) -> None:
    person = the_person("SER3")
    await give(desk, await jobs(desk, 2, service=ASSEMBLY), "SER3", day=TOMORROW)
    (free,), today = await jobs(desk, 1, service=ASSEMBLY), await desk.order()

    async with desk.begin() as work:
        planned = await read_day(person, TOMORROW, units=["PV1"], work=work, catalogue=desk.catalogue, at=NOW)

    assert (planned.load, planned.room, planned.moves) == (Decimal(1), Decimal(8), 0)
    assert [(each.id, f"{stop.start:%H:%M}") for each, stop in planned.fitting] == [(free.id, "07:00")]
    assert today.id not in {each.id for each, _ in planned.fitting}


async def test_small_jobs_at_the_unit_that_the_suggested_can_do_are_bundled(desk: Desk) -> None:
    first, second, _ = await jobs(desk)
    unable = await desk.order(service="LOK-AKU", hours=Decimal("0.5"))
    large = await desk.order(hours=Decimal(2))

    async with desk.begin() as work:
        person = the_person("SER3")
        bundled = await bundle_of(first, person, work=work, catalogue=desk.catalogue, at=NOW)
        nothing = await bundle_of(large, person, work=work, catalogue=desk.catalogue, at=NOW)

    assert [each.id for each in bundled] == [second.id, "B-2022-0003"]
    assert unable.id not in {each.id for each in bundled}
    assert nothing == []
