"""Work split between two: each has hours of their own, and the request is done when both are."""

import asyncio
from decimal import Decimal

import pytest

from actions.absence import report_absence
from actions.assignments import (
    assign_request,
    decline_assignment,
    finish_assignment,
    offer_assignment,
    start_assignment,
)
from actions.changes import change_request
from actions.handover import hand_over_assignment
from actions.splitting import split_request
from domain.assignments import Assignment
from domain.errors import BadInput, DeskError, NotAllowed, NotSuitable, WrongState
from domain.requests import RequestStatus, ServiceRequest
from domain.splitting import shares
from tests.actions.desk import Desk
from tests.factories import NOW, TODAY, the_person

SAM1 = the_person("SAM1")
PAIR = ("SER1", "SER3")
FOUR = Decimal(4)


async def split(
    desk: Desk, request: ServiceRequest, people: tuple[str, str] = PAIR, *, hours: str | None = None, by: str = "SAM1"
) -> list[Assignment]:
    first = None if hours is None else Decimal(hours)
    given = await split_request(
        request.id, people, first, by=the_person(by), catalogue=desk.catalogue, begin=desk.begin, at=NOW
    )
    return list(given)


async def big(desk: Desk) -> ServiceRequest:
    return await desk.order(service="VAK-MOB", hours=FOUR)


async def finish(desk: Desk, assignment: Assignment, hours: str = "2") -> RequestStatus:
    by = the_person(assignment.person)
    await finish_assignment(assignment.id, Decimal(hours), by=by, begin=desk.begin, at=NOW)
    return (await desk.request(assignment.request or "")).status


async def held(desk: Desk, request: ServiceRequest) -> list[tuple[str, str, float]]:
    async with desk.begin() as work:
        given = [each for each in await work.assignments.of_request(request.id) if each.is_live]
    return [
        (each.person, each.status.value, (each.planned_end - each.planned_start).total_seconds() / 3600)
        for each in given
        if each.planned_start and each.planned_end
    ]


@pytest.mark.parametrize(
    ("hours", "first", "parts"),
    [("4", None, ("2", "2")), ("3.5", None, ("1.75", "1.75")), ("1.25", None, ("0.5", "0.75")), ("4", "1", ("1", "3"))],
)
def test_hours_are_shared_to_the_quarter(hours: str, first: str | None, parts: tuple[str, str]) -> None:
    wanted = None if first is None else Decimal(first)

    assert shares(Decimal(hours), wanted) == tuple(Decimal(each) for each in parts)


@pytest.mark.parametrize(("hours", "first"), [("0.25", None), ("4", "4"), ("4", "0"), ("4", "-1")])
def test_nobody_gets_less_than_a_quarter(hours: str, first: str | None) -> None:
    with pytest.raises(BadInput):
        shares(Decimal(hours), None if first is None else Decimal(first))


async def test_each_has_a_part_and_the_request_is_done_when_both_are(anywhere: Desk) -> None:
    request = await big(anywhere)
    first, second = await split(anywhere, request, hours="1")
    again = await split(anywhere, request, hours="1")

    assert {each.id for each in again} == {first.id, second.id}
    assert await held(anywhere, request) == [("SER1", "accepted", 1), ("SER3", "accepted", 3)]
    assert await finish(anywhere, first, "1") is RequestStatus.IN_PROGRESS
    assert await finish(anywhere, second, "2.5") is RequestStatus.DONE
    async with anywhere.begin() as work:
        entries = {each.person: each.hours for each in await work.time_entries.all()}
    assert entries == {"SER1": Decimal(1), "SER3": Decimal("2.5")}
    owed = await anywhere.owed()
    assert [each for each in owed if each[0] == "assignment.assigned"] == [
        ("assignment.assigned", "SER1"),
        ("assignment.assigned", "SER3"),
    ]
    assert owed.count(("request.done", "KON11")) == 1


async def test_both_finishing_at_once_leave_one_request_done_once(anywhere: Desk) -> None:
    request = await big(anywhere)
    parts = await split(anywhere, request)

    await asyncio.gather(*(finish(anywhere, each) for each in parts))

    assert (await anywhere.request(request.id)).status is RequestStatus.DONE
    assert (await anywhere.owed()).count(("request.done", "KON11")) == 1


@pytest.mark.parametrize("how", ["declined", "handed over", "absent"])
async def test_a_part_that_is_lost_is_given_again_and_the_other_goes_on(desk: Desk, how: str) -> None:
    request = await big(desk)
    first, second = await split(desk, request, hours="1")
    await start_assignment(second.id, by=the_person("SER3"), begin=desk.begin, at=NOW)
    by = the_person("SER1")
    if how == "declined":
        await decline_assignment(first.id, by=by, begin=desk.begin, at=NOW)
    elif how == "handed over":
        await hand_over_assignment(first.id, by=by, begin=desk.begin, at=NOW)
    else:
        await report_absence("SER1", TODAY, TODAY, by=by, catalogue=desk.catalogue, begin=desk.begin, at=NOW)

    assert (await desk.request(request.id)).status is RequestStatus.IN_PROGRESS
    given = await assign_request(request.id, "SER5", by=SAM1, catalogue=desk.catalogue, begin=desk.begin, at=NOW)
    assert await held(desk, request) == [("SER3", "started", 3), ("SER5", "accepted", 1)]
    assert await finish(desk, second, "3") is RequestStatus.IN_PROGRESS
    assert await finish(desk, given, "1") is RequestStatus.DONE


async def test_given_to_one_who_has_a_part_already_each_keeps_theirs(desk: Desk) -> None:
    request = await big(desk)
    await split(desk, request)
    before = await held(desk, request)

    for give in (assign_request, offer_assignment):
        await give(request.id, "SER1", by=SAM1, catalogue=desk.catalogue, begin=desk.begin, at=NOW)

    assert await held(desk, request) == before


async def test_where_one_is_done_and_the_other_part_lost_the_rest_is_queued(desk: Desk) -> None:
    request = await big(desk)
    first, second = await split(desk, request, hours="1")
    await decline_assignment(second.id, by=the_person("SER3"), begin=desk.begin, at=NOW)

    assert await finish(desk, first, "1") is RequestStatus.QUEUED
    await assign_request(request.id, "SER5", by=SAM1, catalogue=desk.catalogue, begin=desk.begin, at=NOW)
    assert await held(desk, request) == [("SER5", "accepted", 3)]


async def test_what_takes_longer_is_shared_as_before(desk: Desk) -> None:
    request = await big(desk)
    await split(desk, request, hours="1")
    await change_request(
        request.id, {"hours": Decimal(8)}, by=the_person("KON11"), catalogue=desk.catalogue, begin=desk.begin, at=NOW
    )

    assert [hours for _, _, hours in await held(desk, request)] == [2, 6]


@pytest.mark.parametrize(
    ("people", "by", "error"),
    [
        (("SER1", "SER1"), "SAM1", BadInput),
        (("SER1", "SER2"), "SAM1", NotSuitable),
        (PAIR, "SAM2", NotAllowed),
        (PAIR, "SER1", NotAllowed),
    ],
)
async def test_what_cannot_be_split_so_stays_as_it_was(
    desk: Desk, people: tuple[str, str], by: str, error: type[DeskError]
) -> None:
    request = await big(desk)
    await desk.offer(request, "SER5", by=SAM1)

    with pytest.raises(error):
        await split(desk, request, people, by=by)

    assert await held(desk, request) == [("SER5", "offered", 4)]


async def test_what_has_begun_is_not_split(desk: Desk) -> None:
    request, _ = await desk.under_way(service="VAK-MOB", hours=FOUR)

    with pytest.raises(WrongState):
        await split(desk, request)
